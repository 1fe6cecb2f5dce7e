#pragma once
#include <dirent.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#if defined(__x86_64__)
#include <cpuid.h>
#endif

/* GNU extensions, which the headers show only to those who define _GNU_SOURCE before everything else. */
extern int fallocate(int fd, int mode, off_t offset, off_t length);
extern ssize_t preadv2(int fd, const struct iovec *rooms, int count, off_t offset, int flags);

/* `flock` is a structure and a function, `fstat` fills a structure: the doors take and give numbers. */
static inline int shim_lock_exclusively(int fd) { return flock(fd, LOCK_EX | LOCK_NB); }
static inline int shim_lock_for_a_look(int fd) { return flock(fd, LOCK_SH | LOCK_NB); }
static inline int64_t shim_file_size(int fd) {
    struct stat status;
    return fstat(fd, &status) == -1 ? -1 : (int64_t)status.st_size;
}
/* What tells whether anybody wrote to a file, renamed or removed it since it was looked at. */
static inline int shim_file_stamp(int fd, int64_t *size, int64_t *links, int64_t *changed) {
    struct stat status;
    if (fstat(fd, &status) == -1) return -1;
    *size = status.st_size;
    *links = (int64_t)status.st_nlink;
    *changed = (int64_t)status.st_ctim.tv_sec * 1000000000 + status.st_ctim.tv_nsec;
    return 0;
}
/* Reads what is in memory; EAGAIN where the disk would have to be waited for (RWF_NOWAIT). */
static inline ssize_t shim_read_at_once(int fd, void *bytes, size_t count, off_t offset) {
    const int without_waiting = 8;
    struct iovec room = {.iov_base = bytes, .iov_len = count};
    return preadv2(fd, &room, 1, offset, without_waiting);
}
static inline const char *shim_entry_name(const struct dirent *entry) { return entry->d_name; }
/* Variadic in C, which Swift does not call. */
static inline int shim_openat(int directory, const char *name, int flags, int mode) {
    return openat(directory, name, flags, mode);
}

/* Whether all bytes are zero. */
static inline int shim_is_blank(const uint8_t *bytes, size_t count) {
    return count == 0 || (bytes[0] == 0 && memcmp(bytes, bytes + 1, count - 1) == 0);
}

/* CRC-32C by the processor's own instruction; the caller asks first whether there is one. */
#if defined(__x86_64__)
static inline int shim_has_crc32c(void) {
    unsigned int a, b, c, d;
    return __get_cpuid(1, &a, &b, &c, &d) && (c & bit_SSE4_2) != 0;
}
__attribute__((target("sse4.2")))
static inline uint32_t shim_crc32c(uint32_t crc, const uint8_t *bytes, size_t count) {
    uint64_t state = crc;
    for (; count >= 8; bytes += 8, count -= 8) {
        uint64_t word;
        memcpy(&word, bytes, 8);
        state = __builtin_ia32_crc32di(state, word);
    }
    uint32_t rest = (uint32_t)state;
    for (; count > 0; bytes++, count--) rest = __builtin_ia32_crc32qi(rest, *bytes);
    return rest;
}
/* One checksum of four parts that are taken side by side: the instruction has a result every third cycle, and can
   begin with another every cycle. It is no CRC-32C of the whole. */
__attribute__((target("sse4.2")))
static inline uint32_t shim_crc32c_in_parts(const uint8_t *bytes, size_t count) {
    size_t part = count / 32 * 8;
    const uint8_t *end = bytes + part;
    uint64_t first = 0, second = 0, third = 0, fourth = 0;
    for (const uint8_t *place = bytes; place < end; place += 8) {
        uint64_t words[4];
        memcpy(&words[0], place, 8);
        memcpy(&words[1], place + part, 8);
        memcpy(&words[2], place + 2 * part, 8);
        memcpy(&words[3], place + 3 * part, 8);
        first = __builtin_ia32_crc32di(first, words[0]);
        second = __builtin_ia32_crc32di(second, words[1]);
        third = __builtin_ia32_crc32di(third, words[2]);
        fourth = __builtin_ia32_crc32di(fourth, words[3]);
    }
    uint64_t whole = shim_crc32c(0xffffffff, bytes + 4 * part, count - 4 * part);
    whole = __builtin_ia32_crc32di(whole, first);
    whole = __builtin_ia32_crc32di(whole, second);
    whole = __builtin_ia32_crc32di(whole, third);
    return (uint32_t)__builtin_ia32_crc32di(whole, fourth);
}
#else
static inline int shim_has_crc32c(void) { return 0; }
static inline uint32_t shim_crc32c_in_parts(const uint8_t *bytes, size_t count) {
    (void)bytes;
    return (uint32_t)count;
}
static inline uint32_t shim_crc32c(uint32_t crc, const uint8_t *bytes, size_t count) {
    (void)bytes;
    (void)count;
    return crc;
}
#endif
