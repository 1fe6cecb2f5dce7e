"""Processes on a core of their own: starting, stopping, and what they used."""

import ctypes
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

PDEATHSIG = 1


def say(text):
    print(text, file=sys.stderr, flush=True)


def spawn(command, core, **options):
    """Starts a command on one core; it ends when this script does."""
    libc = ctypes.CDLL(None)

    def prepare():
        os.sched_setaffinity(0, {core})
        libc.prctl(PDEATHSIG, signal.SIGTERM)
    return subprocess.Popen([str(word) for word in command], stdin=subprocess.DEVNULL, preexec_fn=prepare, **options)


def stop(process):
    if process is None or process.poll() is not None:
        return
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def family(pid):
    """A process and its children: nginx serves in one."""
    members = [pid]
    for parent in members:
        for children in Path(f"/proc/{parent}/task").glob("*/children"):
            try:
                members += map(int, children.read_text().split())
            except OSError:
                pass
    return members


class Usage:
    """CPU time of a process and its children until now, in seconds."""

    def __init__(self, pid):
        self.exact = self.ticks = 0.0
        for member in family(pid):
            try:
                for task in Path(f"/proc/{member}/task").iterdir():
                    self.exact += int((task / "schedstat").read_text().split()[0]) / 1e9
                fields = Path(f"/proc/{member}/stat").read_text().rsplit(")", 1)[1].split()
                self.ticks += (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
            except OSError:
                pass

    def since(self, before):
        """Threads that ended took their schedstat with them; then only the coarse figure is whole."""
        exact, ticks = self.exact - before.exact, self.ticks - before.ticks
        return ticks if ticks > exact * 1.05 + 0.03 else exact


def resident_mib(pid):
    pages = 0
    for member in family(pid):
        try:
            pages += int(Path(f"/proc/{member}/statm").read_text().split()[1])
        except OSError:
            pass
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def private_kib(pid):
    """What the process and its children hold alone: not the code that they share with others."""
    total = 0
    for member in family(pid):
        for line in Path(f"/proc/{member}/smaps_rollup").read_text().splitlines():
            if line.startswith(("Private_Clean:", "Private_Dirty:")):
                total += int(line.split()[1])
    return total


class Machine:
    """What the rest of the machine does: figures taken beside other work are worth less, and the report says so."""

    def __init__(self):
        fields = list(map(int, Path("/proc/stat").read_text().splitlines()[0].split()[1:9]))
        self.total, self.idle, self.steal = sum(fields), fields[3] + fields[4], fields[7]
        self.load = os.getloadavg()[0]
        self.moment = time.time()

    def since(self, before):
        total = max(self.total - before.total, 1)
        return {"load_before": before.load, "load_after": self.load, "seconds": self.moment - before.moment,
                "idle": (self.idle - before.idle) / total, "steal": (self.steal - before.steal) / total}
