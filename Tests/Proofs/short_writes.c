/* Put in front of the C library (LD_PRELOAD): every write to a place in a file takes 100 bytes at most, as a system may. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <sys/types.h>

enum { most = 100 };

static ssize_t part(const char *name, int fd, const void *bytes, size_t count, off_t offset) {
    ssize_t (*real)(int, const void *, size_t, off_t) = (ssize_t(*)(int, const void *, size_t, off_t))dlsym(RTLD_NEXT, name);
    return real(fd, bytes, count < most ? count : most, offset);
}

ssize_t pwrite(int fd, const void *bytes, size_t count, off_t offset) { return part("pwrite", fd, bytes, count, offset); }
ssize_t pwrite64(int fd, const void *bytes, size_t count, off_t offset) { return part("pwrite64", fd, bytes, count, offset); }
