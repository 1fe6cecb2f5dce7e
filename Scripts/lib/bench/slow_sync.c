// LD_PRELOAD: every fsync and fdatasync takes SLOW_SYNC_MICROSECONDS longer, as on a disk whose flush reaches the plate.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <time.h>

static int slowed(const char *name, int file) {
    int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, name);
    int result = real(file);
    const char *setting = getenv("SLOW_SYNC_MICROSECONDS");
    long wait = setting ? atol(setting) : 0;
    struct timespec pause = {wait / 1000000, wait % 1000000 * 1000};
    nanosleep(&pause, 0);
    return result;
}

int fsync(int file) { return slowed("fsync", file); }
int fdatasync(int file) { return slowed("fdatasync", file); }
