#pragma once /* TeaVM includes it and uses nothing of it here. */
typedef struct FILE FILE;
