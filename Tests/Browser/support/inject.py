"""Faults of single system calls, put into a running server by strace."""

import re
import select
import subprocess
import time
from pathlib import Path

ATTACH_SECONDS = 20


class Injection:
    """While it is open, the calls that are meant fail as they are told to.

    strace counts the calls of each thread by itself, so a server with one thread for the disk is easiest to aim at. An injected
    call does not happen: what is told of it is a lie unless it says that nothing was done."""

    def __init__(self, pid: int, rule: str, paths, log: Path):
        self.pid, self.rule, self.paths, self.log = pid, rule, paths, log
        self.process = None

    def __enter__(self):
        call = self.rule.split(":")[0]
        aims = [word for path in self.paths for word in ("-P", str(path))]
        self.process = subprocess.Popen(
            ["strace", "-f", "-p", str(self.pid), "-e", f"trace={call}", "-e", f"inject={self.rule}", *aims, "-o", str(self.log)],
            stderr=subprocess.PIPE)
        end, said = time.monotonic() + ATTACH_SECONDS, b""
        while b"attached" not in said:
            ready = select.select([self.process.stderr], [], [], max(0, end - time.monotonic()))[0]
            part = self.process.stderr.read1(4096) if ready else b""
            if not part:
                raise RuntimeError(f"strace could not be attached: {said.decode(errors='replace')}")
            said += part
        return self

    def __exit__(self, *error):
        if self.process.poll() is None:
            self.process.terminate()
        self.process.communicate(timeout=ATTACH_SECONDS)

    @property
    def hits(self) -> int:
        """How many calls were made to fail."""
        return len(re.findall(r"\(INJECTED\)", self.log.read_text(errors="replace"))) if self.log.exists() else 0
