/* Put in front of the C library (LD_PRELOAD): every sync says that it was done, and does nothing. What a server on a lying disk loses
   at a power cut is what the proof must notice. */
int fdatasync(int fd) { return (void)fd, 0; }
int fsync(int fd) { return (void)fd, 0; }
