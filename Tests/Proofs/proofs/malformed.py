"""Malformed, damaged and split requests: one refusal and a closed connection, however the bytes arrive.

First in the process that reads them, then over sockets, with TLS and without, against the running server."""

import random
import socket
import threading
from concurrent.futures import ThreadPoolExecutor

from proving import Tally, replies, streams
from support.refusals import Serving, settings
from support.server import free_port, run

CLOSING = b"GET /closing HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
# Statuses that say a thing about us and not about the request.
OUR_FAULT = {500, 502, 503, 504}
# How long a server may say nothing before it counts as having no more to say.
SILENCE = 5.0
SHORT_SILENCE = 0.3
LONGEST_BYTE_BY_BYTE = 300


def prove(scale):
    collected = streams.own(scale) + streams.probe(scale)
    path = streams.write(collected, scale.folder("malformed") / "streams")
    yield from scale.prove(
        "http", "--count", scale.pick(10_000, 200_000), "--seeds", f"{scale.seed}..{scale.seed}", "--input", path)
    collected += streams.damaged(scale, scale.seed, scale.pick(300, 3_000))
    verdicts = streams.verdicts(scale, collected)
    with serving(scale.folder("malformed-server")) as (tls, plain):
        yield over_sockets(scale, collected, verdicts, tls, True, "requests over TLS to the running server")
        yield over_sockets(scale, collected, verdicts, plain, False, "requests to the redirect without TLS")
    yield control(scale, collected, verdicts)


class serving:
    """A server with nobody in it, and its two ports."""

    def __init__(self, folder):
        self.folder = folder

    def __enter__(self):
        data = self.folder / "data"
        made = run("init", "--name", "Sam Adeyemi", "--email", "sam@agency.example", "--data", str(data))
        assert made.returncode == 0, made.stderr
        plain = free_port()
        path = settings(self.folder, data, redirect_listen=f"127.0.0.1:{plain}", log_level="error",
                        max_connections_per_address=1_000)
        self.server = Serving(path).__enter__()
        self.server.wait_until(lambda: replies.connect(self.server.port, True).close() or True)
        return self.server.port, plain

    def __exit__(self, *error):
        self.server.__exit__(*error)


def over_sockets(scale, collected, verdicts, port, tls, what) -> Tally:
    trials = [(stream, cut) for stream in collected
              for cut in cuts(stream.raw, scale.full, random.Random(f"{scale.seed} {stream.name}"))]
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda trial: judge(*trial, verdicts[trial[0].name], port, tls), trials))
    failures = [failure for failure in found if failure]
    return Tally(what, len(trials), found=len(failures), failures=failures)


def cuts(raw: bytes, full: bool, lot):
    """Whole and at random places; in full also byte by byte, and where heads end and bodies begin."""
    yield ()
    yield sorted(lot.sample(range(1, len(raw)), min(4, len(raw) - 1))) if len(raw) > 1 else ()
    if full:
        yield [place + 4 for place in range(len(raw) - 4) if raw[place:place + 4] == b"\r\n\r\n"][:50]
        if len(raw) <= LONGEST_BYTE_BY_BYTE:
            yield range(1, len(raw))


def judge(stream, cut, verdict, port, tls):
    """Nothing, or how the server broke the promise."""
    ends = [0, *cut, len(stream.raw)]
    pieces = [stream.raw[start:end] for start, end in zip(ends, ends[1:])]
    is_clean = verdict.refusal is None
    if is_clean and verdict.stays:
        pieces.append(CLOSING)
    # TLS cannot say that nothing more comes and still listen, as Python has it.
    is_open = tls and verdict.refusal == "cutShort"
    with replies.connect(port, tls) as line:
        heard = replies.speak(
            line, pieces, verdict.methods, ends=not tls and verdict.refusal == "cutShort",
            silence=SHORT_SILENCE if is_open else SILENCE)
    broken = complaint(heard, verdict, is_clean, is_open)
    return f"{stream.name}, cut at {list(cut)[:8]}: {broken}: {heard.statuses}" if broken else None


def complaint(heard, verdict, is_clean, is_open):
    most = len(verdict.requests) + (1 if verdict.refusal or verdict.stays else 0)
    if len(heard.replies) > most:
        return f"more than {most} answers"
    if heard.rest:
        return f"bytes that are no answer: {heard.rest[:40]}"
    if OUR_FAULT & set(heard.statuses):
        return "an answer that puts the fault on us"
    if is_open:
        return None
    if not heard.closed:
        return "the connection stayed open"
    if not heard.replies:
        return "no answer"
    if not is_clean and heard.statuses[-1] < 400:
        return "no refusal"
    return None


def control(scale, collected, verdicts) -> Tally:
    """A server that answers every line end and never closes must be caught."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        threading.Thread(target=answer_everything, args=(listener,), daemon=True).start()
        port = listener.getsockname()[1]
        sample = [stream for stream in collected if verdicts[stream.name].refusal and len(stream.raw) < 500][:4]
        caught = sum(1 for stream in sample if judge(stream, (), verdicts[stream.name], port, False))
    return Tally("a lenient server, to be caught", len(sample), found=len(sample) - caught)


def answer_everything(listener):
    while True:
        try:
            line, _ = listener.accept()
            for _ in range(line.recv(65536).count(b"\n")):
                line.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
            line.shutdown(socket.SHUT_WR)
        except OSError:
            return
