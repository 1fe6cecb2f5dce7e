#pragma once
#include <malloc.h>
#include <stdint.h>

/* What the allocator has handed out and not got back, in all its arenas and in mappings of their own. */
static inline uint64_t heap_in_use(void) {
    struct mallinfo2 info = mallinfo2();
    return (uint64_t)info.uordblks + (uint64_t)info.hblkhd;
}

/* Gives back what is free, so that one measure does not weigh on the next. */
static inline void heap_trim(void) { malloc_trim(0); }
