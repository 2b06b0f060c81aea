#pragma once
#include <stddef.h>
_Noreturn void abort(void);
void free(void *block); /* named by a header of TeaVM's, never called */
