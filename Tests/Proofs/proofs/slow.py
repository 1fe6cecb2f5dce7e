"""Slow and countless clients: honest ones keep being served while slowhttptest and thousands of connections are at it."""

import contextlib
import re
import resource
import socket
import statistics
import subprocess
import threading
import time

from proving import Tally, replies
from support.refusals import Serving, settings
from support.server import run

DESCRIPTORS = 256
CROWD = 2_000
# How many of them arrive in a second, at first and whenever they were sent away.
ARRIVALS = 1_000
CROWD_SOURCES = [f"127.0.1.{number}" for number in range(1, 64)]
HONEST_SOURCE = "127.0.0.9"
HONEST_CLIENTS = 3
PAUSE = 0.05
# An honest client that waits longer than this for a page has not been served.
PATIENCE = 5.0
# What slowhttptest is told for each kind.
KINDS = {"headers": ["-H"], "bodies": ["-B"], "readers": ["-X", "-w", "1", "-y", "5", "-n", "5", "-z", "1"]}
REQUEST = b"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"


def prove(scale):
    raise_descriptors()
    connections, seconds = scale.pick((300, 12), (1_000, 60))
    with server(scale.folder("slow"), max_connections_per_address=60_000) as port:
        calm = honest_clients(port, lambda: time.sleep(2))
        reports = {}
        busy = honest_clients(port, lambda: reports.update(slow_clients(port, connections, seconds)))
    for kind, said in reports.items():
        yield judged(kind, said, connections, seconds)
    yield busy.tally("honest requests meanwhile", calm)
    with server(scale.folder("crowd"), ["prlimit", f"--nofile={DESCRIPTORS}"]) as port:
        calm = honest_clients(port, lambda: time.sleep(2))
        crowd = Crowd(port)
        busy = honest_clients(port, lambda: crowd.press(scale.pick(12, 60)))
    yield busy.tally(f"honest requests beside {CROWD} connections at {DESCRIPTORS} descriptors", calm,
                     f"{crowd.opened} connections were opened, at most {ARRIVALS} a second")


def raise_descriptors():
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


@contextlib.contextmanager
def server(folder, before=(), **more):
    """A server with nobody in it, started through another command if need be."""
    data = folder / "data"
    made = run("init", "--name", "Sam Adeyemi", "--email", "sam@agency.example", "--data", str(data))
    assert made.returncode == 0, made.stderr
    path = settings(folder, data, log_level="error", **more)
    with Serving(path, before=list(before)) as serving:
        serving.wait_until(lambda: replies.connect(serving.port, True).close() or True)
        yield serving.port


def slow_clients(port, connections, seconds) -> dict:
    """All kinds at the same time; what each said at its end."""
    begun = {kind: subprocess.Popen(
        ["slowhttptest", *words, "-c", str(connections), "-r", str(connections // 2), "-i", "2", "-x", "32", "-p", "5",
         "-l", str(seconds), "-u", f"https://localhost:{port}/"],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) for kind, words in KINDS.items()}
    return {kind: process.communicate(timeout=seconds + 60)[0] for kind, process in begun.items()}


def judged(kind, said, connections, seconds) -> Tally:
    """slowhttptest's own verdict, and whether it got as far as to hold most of its connections at a time."""
    said = re.sub(r"\x1b\[[0-9;]*m", "", said)
    held = max(map(int, re.findall(r"(?m)^connected: *(\d+)", said)), default=0)
    is_down = re.search(r"service available: *NO", said)
    broken = "the service was not available" if is_down else "it was no attack" if held * 2 < connections else None
    return Tally(f"slow {kind} of slowhttptest for {seconds} s; the service must stay available", connections,
                 found=1 if broken else 0, failures=[f"{broken}: {said[-600:]}"] if broken else [],
                 note=f"{held} held at a time")


class Crowd:
    """Thousands of connections that say nothing, or begin a handshake and never end it; each that is closed comes
    back."""

    def __init__(self, port):
        self.port, self.opened, self.lines = port, 0, []

    def press(self, seconds):
        begun = time.monotonic()
        while (passed := time.monotonic() - begun) < seconds:
            self.lines = [line for line in self.lines if not is_closed(line)]
            while len(self.lines) < CROWD and self.opened < passed * ARRIVALS:
                self.open()
            time.sleep(0.02)
        for line in self.lines:
            line.close()

    def open(self):
        line = socket.socket()
        line.setblocking(False)
        line.bind((CROWD_SOURCES[self.opened % len(CROWD_SOURCES)], 0))
        with contextlib.suppress(BlockingIOError):
            line.connect(("127.0.0.1", self.port))
        # The first bytes of a TLS greeting, and nothing after them.
        if self.opened % 2:
            with contextlib.suppress(OSError):
                line.send(b"\x16\x03\x01")
        self.opened += 1
        self.lines.append(line)


def is_closed(line) -> bool:
    try:
        closed = line.recv(1) == b""
    except BlockingIOError:
        return False
    except OSError:
        closed = True
    if closed:
        line.close()
    return closed


class Honest:
    """What the honest clients saw: how long each page took, and what went wrong."""

    def __init__(self):
        self.seconds, self.failures = [], []

    def come_and_go(self, port, until: threading.Event):
        while not until.is_set():
            begun = time.monotonic()
            try:
                with replies.connect(port, True, source=HONEST_SOURCE, host="localhost", timeout=PATIENCE) as line:
                    heard = replies.speak(line, [REQUEST], silence=PATIENCE)
                taken = time.monotonic() - begun
                self.seconds.append(taken)
                if heard.statuses != [200] or taken > PATIENCE:
                    self.failures.append(f"{heard.statuses} after {taken:.2f} s")
            except OSError as error:
                self.failures.append(f"{error!r} after {time.monotonic() - begun:.2f} s")
            until.wait(PAUSE)

    def tally(self, what, calm, more="") -> Tally:
        note = f"new connection and page: {self.times()}; without them {calm.times()}" + (f"; {more}" if more else "")
        return Tally(what, len(self.seconds) + len(self.failures), found=len(self.failures), failures=self.failures,
                     note=note)

    def times(self) -> str:
        if len(self.seconds) < 2:
            return "none"
        cuts = statistics.quantiles(self.seconds, n=100, method="inclusive")
        return f"p50 {cuts[49] * 1000:.1f} ms, p99 {cuts[98] * 1000:.1f} ms"


def honest_clients(port, meanwhile) -> Honest:
    seen, over = Honest(), threading.Event()
    threads = [threading.Thread(target=seen.come_and_go, args=(port, over)) for _ in range(HONEST_CLIENTS)]
    for thread in threads:
        thread.start()
    try:
        meanwhile()
    finally:
        over.set()
        for thread in threads:
            thread.join()
    return seen
