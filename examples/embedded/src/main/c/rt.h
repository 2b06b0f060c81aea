/*
 * Foliot's runtime for TeaVM's C code, which replaces TeaVM's own: one static heap, a mark-and-sweep
 * collector that does not move objects, exceptions by longjmp, and no operating system.
 *
 * prepare.pl inserts this file before the generated code, after TeaVM's headers.
 */
#ifndef FOLIOT_RT_H
#define FOLIOT_RT_H

#include "foliot.h"

#ifndef FOLIOT_HEAP_BYTES
#define FOLIOT_HEAP_BYTES 4096
#endif

/* Objects are aligned to 8 bytes, so that a long[] is aligned on 32-bit targets too. */
#define FOLIOT_ALIGN8(bytes) (((uint32_t) (bytes) + 7u) & ~7u)

/*
 * Lowest bit of an object's header, whose other bits are the address of its class: the object is
 * marked, or not in the heap at all (string literals).
 */
#define FOLIOT_MARK 1

typedef struct FoliotRoots {
    void ***fields;
    int32_t count;
} FoliotRoots;

/* A call that has exception handlers: the number of the call site, and the first handler. */
typedef struct FoliotCallSite {
    int32_t id;
    const TeaVM_ExceptionHandler *handlers;
} FoliotCallSite;

/* prepare.pl generates both from TeaVM's output; each ends with an empty entry. */
extern const FoliotRoots foliot_staticRoots[];
extern const FoliotCallSite foliot_callSites[];

extern void *meth_otr_Allocator_allocate(void *cls);
extern void *meth_otr_Allocator_allocateArray(void *cls, int32_t length);
extern void meth_otr_ExceptionHandling_throwException(void *exception);
extern void meth_otr_ExceptionHandling_throwClassCastException(void);
extern TeaVM_Array *meth_otr_ExceptionHandling_fillStackTrace(void);

#endif
