/*
 * Classes, strings, exceptions and the entry point. See rt.h.
 */
#include <stdarg.h>

TeaVM_Class *teavm_firstClass; /* only classes that have a Class object */
TeaVM_Class *teavm_stringClass;
TeaVM_StackFrame *teavm_stackTop;

static void *pendingException;

/* -- Classes ------------------------------------------------------------------------------- */

/*
 * Classes of object arrays are created with the first array, from the class of its items. prepare.pl
 * counts the places where a program may do so.
 */
static TEAVM_OBJECT_CLASS arrayClasses[FOLIOT_ARRAY_CLASSES];
static int32_t arrayClassCount;

int32_t teavm_isSupertypeOfArray(TeaVM_Class *superclass, TeaVM_Class *subclass) {
    TeaVM_Class *item = superclass->itemType;
    return subclass->itemType != NULL && item->isSupertypeOf(item, subclass->itemType);
}

TeaVM_Class *teavm_createArrayClass(TeaVM_Class *itemType) {
    for (int32_t i = 0; i < arrayClassCount; ++i) {
        TeaVM_Class *known = (TeaVM_Class *) &arrayClasses[i];
        if (known->itemType == itemType) {
            return known;
        }
    }
    if (arrayClassCount == FOLIOT_ARRAY_CLASSES) {
        foliot_panic("too many classes of arrays: compile with -DFOLIOT_ARRAY_CLASSES=64");
    }
    TEAVM_OBJECT_CLASS *made = &arrayClasses[arrayClassCount++];
    *made = TEAVM_OBJECT_CLASS_PTR; /* its virtual methods are those of Object */
    TeaVM_Class *cls = (TeaVM_Class *) made;
    cls->flags = 1;
    cls->size = sizeof(void *);
    cls->tag = 0;
    cls->modifiers = 0;
    cls->classObject = NULL;
    cls->arrayType = NULL;
    cls->itemType = itemType;
    cls->superclass = (TeaVM_Class *) &TEAVM_OBJECT_CLASS_PTR;
    cls->isSupertypeOf = &teavm_isSupertypeOfArray;
    return cls;
}

TeaVM_Class *teavm_getArrayClass(TeaVM_Class *itemType) {
    return itemType->arrayType != NULL ? itemType->arrayType : teavm_createArrayClass(itemType);
}

TeaVM_Object *teavm_getClassObject(TeaVM_Class *cls) {
    if (cls->classObject == NULL) {
        cls->classObject = TEAVM_CREATE_CLASS_OBJECT(cls);
        cls->next = teavm_firstClass;
        teavm_firstClass = cls;
    }
    return cls->classObject;
}

/* Called by the generated code to fill a new array; types narrower than int are passed as int. */
#define FOLIOT_FILL(name, item, passed)                       \
    void *name(void *array, ...) {                            \
        item *data = TEAVM_ARRAY_DATA(array, item);           \
        va_list items;                                        \
        va_start(items, array);                               \
        for (int32_t i = 0; i < TEAVM_ARRAY_LENGTH(array); ++i) { \
            data[i] = (item) va_arg(items, passed);           \
        }                                                     \
        va_end(items);                                        \
        return array;                                         \
    }

FOLIOT_FILL(teavm_fillArray, void *, void *)
FOLIOT_FILL(teavm_fillBooleanArray, int8_t, int)
FOLIOT_FILL(teavm_fillByteArray, int8_t, int)
FOLIOT_FILL(teavm_fillShortArray, int16_t, int)
FOLIOT_FILL(teavm_fillCharArray, char16_t, int)
FOLIOT_FILL(teavm_fillIntArray, int32_t, int32_t)
FOLIOT_FILL(teavm_fillLongArray, int64_t, int64_t)

/* -- Strings ------------------------------------------------------------------------------- */

#if __SIZEOF_POINTER__ != 4
/* If a pointer does not fit in a header, headers of literals are set at start (prepare.pl: strings). */
static void initString(TeaVM_String *string) {
    string->parent.header = TEAVM_PACK_CLASS(&jl_String_Cls) | FOLIOT_MARK;
    string->characters->parent.header = TEAVM_PACK_CLASS(&Arr_C_Cls) | FOLIOT_MARK;
}
#endif

/* -- Exceptions ---------------------------------------------------------------------------- */

void *teavm_catchException(void) {
    void *caught = pendingException;
    pendingException = NULL;
    return caught;
}

/* No stack traces: they would need a table of all calls, and memory at the worst moment. */
TeaVM_Array *meth_otr_ExceptionHandling_fillStackTrace(void) {
    return NULL;
}

static void printMessage(const TeaVM_String *message) {
    const char16_t *chars = TEAVM_ARRAY_DATA(message->characters, char16_t);
    for (int32_t i = 0; i < message->characters->size; ++i) {
        foliot_board_putc(chars[i] < 128 ? chars[i] : '?');
    }
}

static const TeaVM_ExceptionHandler *findHandler(int32_t callSite, TeaVM_Class *thrown) {
    for (const FoliotCallSite *site = foliot_callSites; site->handlers != NULL; ++site) {
        if (site->id == callSite) {
            for (const TeaVM_ExceptionHandler *h = site->handlers; h != NULL; h = h->next) {
                if (h->exceptionClass == NULL
                        || h->exceptionClass->isSupertypeOf(h->exceptionClass, thrown)) {
                    return h;
                }
            }
            return NULL;
        }
    }
    return NULL;
}

void meth_otr_ExceptionHandling_throwException(void *exception) {
    TeaVM_Class *thrown = TEAVM_CLASS_OF(exception);
    pendingException = exception;
    for (TeaVM_StackFrame *frame = teavm_stackTop; frame != NULL; frame = frame->next) {
        const TeaVM_ExceptionHandler *handler = findHandler(frame->callSiteId, thrown);
        if (handler != NULL) {
            TEAVM_JUMP_TO_FRAME(frame, handler->id);
        }
    }
    const TeaVM_String *message = ((cls_jl_Throwable *) exception)->fld_message;
    if (message != NULL) {
        printMessage(message);
        foliot_board_putc('\n');
    }
    foliot_panic("uncaught exception");
}

void meth_otr_ExceptionHandling_throwClassCastException(void) {
    foliot_panic("class cast");
}

void *teavm_throwClassCastException(void) {
    foliot_panic("class cast");
}

void teavm_throwNullPointerException(void) {
    foliot_panic("null pointer");
}

void teavm_throwArrayIndexOutOfBoundsException(void) {
    foliot_panic("array index out of bounds");
}

_Noreturn void foliot_panic(const char *text) {
    for (const char *p = "panic: "; *p != 0; ++p) {
        foliot_board_putc(*p);
    }
    for (; *text != 0; ++text) {
        foliot_board_putc(*text);
    }
    foliot_board_putc('\n');
    foliot_board_exit(70);
}
