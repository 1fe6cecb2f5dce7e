"""A wall clock that stands where a test says, for one server (libfaketime); its steady clock is left alone."""

import ctypes
import os
import struct
import time
from pathlib import Path

LIBRARIES = ("/usr/lib/{}-linux-gnu/faketime/libfaketimeMT.so.1".format(os.uname().machine),
             "/usr/lib/faketime/libfaketimeMT.so.1", "/usr/lib64/faketime/libfaketimeMT.so.1")


class SharedClock:
    """What libfaketime keeps between processes. Left to itself it makes this anew in each and names it in the environment,
    which thereby moves, and Swift finds the words of its command line beside it no more."""

    def __init__(self):
        self.name = f"countersign-clock-{os.getpid()}-{time.monotonic_ns()}"
        self.library = ctypes.CDLL(None, use_errno=True)
        self.library.sem_open.restype = ctypes.c_void_p
        made = self.library.sem_open(f"/{self.name}".encode(), os.O_CREAT | os.O_EXCL, 0o600, 1)
        assert made, os.strerror(ctypes.get_errno())
        # Two counters, and the times of the start, which are not known yet.
        self.path = Path("/dev/shm") / f"{self.name}-times"
        self.path.write_bytes(bytes(16) + struct.pack("=qq", 0, -1) * 8)
        self.words = f"/{self.name} /{self.path.name}"

    def close(self):
        self.library.sem_unlink(f"/{self.name}".encode())
        self.path.unlink()


def environment(offset: Path, shared: SharedClock) -> dict:
    """For a server whose clock is ahead by the seconds that stand in a file."""
    library = next((path for path in LIBRARIES if Path(path).exists()), None)
    assert library, "libfaketime is not installed"
    return {**os.environ, "LD_PRELOAD": library, "FAKETIME_TIMESTAMP_FILE": str(offset), "FAKETIME_NO_CACHE": "1",
            "DONT_FAKE_MONOTONIC": "1", "FAKETIME_SHARED": shared.words}
