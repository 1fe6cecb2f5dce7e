"""What one durable write costs on this disk, with nothing around it."""

import os
import statistics
import time

RECORD = b"x" * 512


def raw_syncs(folder, seconds):
    """Appends and syncs one record after the other: syncs a second, and their median in microseconds."""
    path, times = folder / "raw-syncs", []
    descriptor = os.open(path, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
    try:
        end = time.monotonic() + seconds
        while (begun := time.monotonic()) < end:
            os.write(descriptor, RECORD)
            os.fdatasync(descriptor)
            times.append(time.monotonic() - begun)
    finally:
        os.close(descriptor)
        path.unlink()
    times.sort()
    return {"rate": len(times) / sum(times), "p50": statistics.median(times) * 1e6,
            "p99": times[int(len(times) * 0.99)] * 1e6, "requests": len(times)}
