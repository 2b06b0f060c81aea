/*
 * The heap: contiguous blocks from low to high addresses, each an object or free. Objects do not
 * move. Marking uses a short stack; if it overflows, the heap is scanned again for marked objects
 * with unmarked children, so that deep structures need no memory.
 */
#define FOLIOT_MARK_STACK 16

typedef struct FreeBlock {
    int32_t zero; /* where an object has its class */
    uint32_t bytes;
} FreeBlock;

static alignas(8) unsigned char heap[FOLIOT_HEAP_BYTES];
static unsigned char *heapCursor; /* where the next search for a free block starts */
static int32_t heapAllocations;

static TeaVM_Object *markStack[FOLIOT_MARK_STACK];
static int32_t markDepth;
static int32_t markOverflow;

#define HEAP_END (heap + FOLIOT_HEAP_BYTES)

_Static_assert(FOLIOT_HEAP_BYTES % 8 == 0, "the heap is a multiple of 8 bytes");

int32_t foliot_heap_allocations(void) {
    return heapAllocations;
}

static int isMarked(const TeaVM_Object *object) {
    return (object->header & FOLIOT_MARK) != 0;
}

static TeaVM_Class *classOf(const TeaVM_Object *object) {
    return TEAVM_UNPACK_CLASS(object->header);
}

static uint32_t itemBytes(const TeaVM_Class *arrayClass) {
    const TeaVM_Class *item = arrayClass->itemType;
    return ((item->flags >> 4) & 15) != 0 ? (uint32_t) item->size : (uint32_t) sizeof(void *);
}

static uint32_t arrayDataOffset(uint32_t item) {
    return (uint32_t) (sizeof(TeaVM_Array) + item - 1) / item * item;
}

static uint32_t blockBytes(const unsigned char *block) {
    const FreeBlock *free = (const FreeBlock *) block;
    if (free->zero == 0) {
        return free->bytes;
    }
    const TeaVM_Class *cls = classOf((const TeaVM_Object *) block);
    if (cls->itemType == NULL) {
        return FOLIOT_ALIGN8(cls->size);
    }
    uint32_t item = itemBytes(cls);
    uint32_t length = (uint32_t) ((const TeaVM_Array *) block)->size;
    return FOLIOT_ALIGN8(arrayDataOffset(item) + item * length);
}

static void setFree(unsigned char *block, uint32_t bytes) {
    ((FreeBlock *) block)->zero = 0;
    ((FreeBlock *) block)->bytes = bytes;
}

static void mark(TeaVM_Object *object) {
    if (object == NULL || isMarked(object)) {
        return;
    }
    object->header |= FOLIOT_MARK;
    if (markDepth < FOLIOT_MARK_STACK) {
        markStack[markDepth++] = object;
    } else {
        markOverflow = 1;
    }
}

static void markChildren(TeaVM_Object *object) {
    TeaVM_Class *cls = classOf(object);
    if (cls->itemType != NULL) {
        if (((cls->itemType->flags >> 4) & 15) == 0) {
            TeaVM_Array *array = (TeaVM_Array *) object;
            TeaVM_Object **items = TEAVM_ARRAY_DATA(array, TeaVM_Object *);
            for (int32_t i = 0; i < array->size; ++i) {
                mark(items[i]);
            }
        }
        return;
    }
    for (; cls != NULL; cls = cls->superclass) {
        const int16_t *layout = cls->layout;
        if (layout != NULL) {
            for (int16_t count = *layout++; count > 0; --count) {
                mark(*(TeaVM_Object **) ((char *) object + *layout++));
            }
        }
    }
}

static void drainMarkStack(void) {
    while (markDepth > 0) {
        markChildren(markStack[--markDepth]);
    }
}

static void markAll(void) {
    for (const FoliotRoots *roots = foliot_staticRoots; roots->fields != NULL; ++roots) {
        for (int32_t i = 0; i < roots->count; ++i) {
            mark((TeaVM_Object *) *roots->fields[i]);
        }
    }
    for (TeaVM_Class *cls = teavm_firstClass; cls != NULL; cls = cls->next) {
        mark(cls->classObject);
    }
    for (TeaVM_StackFrame *frame = teavm_stackTop; frame != NULL; frame = frame->next) {
        void **roots = (void **) (frame + 1);
        for (int32_t i = 0; i < frame->size; ++i) {
            mark((TeaVM_Object *) roots[i]);
        }
    }
    drainMarkStack();
    while (markOverflow) {
        markOverflow = 0;
        for (unsigned char *block = heap; block < HEAP_END; block += blockBytes(block)) {
            if (isMarked((TeaVM_Object *) block)) {
                markChildren((TeaVM_Object *) block);
                drainMarkStack();
            }
        }
    }
}

/* Clears marks, merges unmarked blocks into free ones, and returns the number of free bytes. */
static int32_t sweep(void) {
    int32_t freeBytes = 0;
    unsigned char *lastFree = NULL;
    for (unsigned char *block = heap; block < HEAP_END;) {
        uint32_t bytes = blockBytes(block);
        TeaVM_Object *object = (TeaVM_Object *) block;
        if (isMarked(object)) {
            object->header &= ~FOLIOT_MARK;
            lastFree = NULL;
        } else {
            freeBytes += (int32_t) bytes;
            if (lastFree != NULL) {
                ((FreeBlock *) lastFree)->bytes += bytes;
            } else {
                setFree(block, bytes);
                lastFree = block;
            }
        }
        block += bytes;
    }
    heapCursor = heap;
    return freeBytes;
}

int32_t foliot_heap_collect(void) {
    markAll();
    return sweep();
}

static void *takeFrom(unsigned char *block, uint32_t bytes) {
    uint32_t rest = ((FreeBlock *) block)->bytes - bytes;
    if (rest != 0) {
        setFree(block + bytes, rest);
    }
    heapCursor = block + bytes;
    return memset(block, 0, bytes);
}

static void *allocateBytes(uint32_t bytes) {
    ++heapAllocations;
    if (heapCursor == NULL) {
        setFree(heap, FOLIOT_HEAP_BYTES);
        heapCursor = heap;
    }
    for (int pass = 0; pass < 2; ++pass) {
        for (unsigned char *block = heapCursor; block < HEAP_END; block += blockBytes(block)) {
            const FreeBlock *free = (const FreeBlock *) block;
            if (free->zero == 0 && free->bytes >= bytes) {
                return takeFrom(block, bytes);
            }
        }
        if (pass == 0) {
            foliot_heap_collect();
        }
    }
    foliot_panic("out of memory");
}

void *meth_otr_Allocator_allocate(void *cls) {
    TeaVM_Object *object = allocateBytes(FOLIOT_ALIGN8(((TeaVM_Class *) cls)->size));
    object->header = TEAVM_PACK_CLASS(cls);
    return object;
}

void *meth_otr_Allocator_allocateArray(void *cls, int32_t length) {
    uint32_t item = itemBytes(cls);
    if ((uint32_t) length > FOLIOT_HEAP_BYTES / item) {
        foliot_panic("out of memory");
    }
    uint32_t bytes = FOLIOT_ALIGN8(arrayDataOffset(item) + item * (uint32_t) length);
    TeaVM_Array *array = allocateBytes(bytes);
    array->parent.header = TEAVM_PACK_CLASS(cls);
    array->size = length;
    return array;
}

/* The checks of System.arraycopy. */
void *meth_otr_RuntimeClass_getClass(void *object) {
    return classOf(object);
}

int32_t meth_otr_RuntimeClass_isPrimitive(void *cls) {
    return ((((TeaVM_Class *) cls)->flags >> 4) & 15) != 0;
}
