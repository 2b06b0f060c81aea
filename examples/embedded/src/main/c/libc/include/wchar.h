#pragma once /* TeaVM includes it and uses nothing of it here. */
#include <stddef.h>
