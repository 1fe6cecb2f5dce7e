#pragma once
#include <malloc.h>
#include <stdint.h>
#include <time.h>

/* What the allocator has handed out and not got back, in all its arenas and in mappings of their own. */
static inline uint64_t heap_in_use(void) {
    struct mallinfo2 info = mallinfo2();
    return (uint64_t)info.uordblks + (uint64_t)info.hblkhd;
}

/* What the processor has done for all threads of this process. */
static inline int64_t processor_microseconds(void) {
    struct timespec now = {0, 0};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

/* Gives back what is free, so that one measure does not weigh on the next. */
static inline void heap_trim(void) { malloc_trim(0); }
