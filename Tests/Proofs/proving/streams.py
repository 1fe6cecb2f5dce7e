"""Streams of bytes that clients might send: the project's own cases and, where it is at hand, Http11Probe."""

import base64
import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

PROBE = Path("corpora/http11probe/requests.jsonl")
# What a request without end is filled up to; the corpus holds its first 8 KiB.
ENDLESS = 100_000


@dataclass(frozen=True)
class Stream:
    name: str
    raw: bytes


@dataclass(frozen=True)
class Verdict:
    """What our reader of requests makes of a stream."""

    requests: tuple
    refusal: str | None
    stays: bool

    @property
    def methods(self) -> list:
        return [request.split("+")[0] for request in self.requests]


def own(scale) -> list:
    """The cases of Tests/Streams, as the program `prove` knows them."""
    return [Stream(f"own: {name}", _decoded(raw)) for name, raw, *_ in _lines(scale, "http-cases")]


def damaged(scale, first: int, count: int) -> list:
    """Own cases with damage that each seed decides."""
    return [Stream(f"seed {name}", _decoded(raw))
            for name, raw, *_ in _lines(scale, "http-damaged", "--seeds", f"{first}..{first + count - 1}")]


def probe(scale) -> list:
    """The requests of Http11Probe, restored where its log had cut them; none where the corpus is missing."""
    path = scale.shared / PROBE
    if not path.exists():
        print(f"   Http11Probe is not at {path}; its requests are left out", file=sys.stderr)
        return []
    return [Stream(case["id"], _restored(case)) for case in map(json.loads, path.read_text().splitlines())]


def _restored(case) -> bytes:
    raw = base64.b64decode(case["request_base64"])
    if case["id"] == "MAL-MANY-HEADERS":
        raw = b"GET / HTTP/1.1\r\nHost: localhost:8080\r\n" + b"X-H: value\r\n" * 10_000 + b"\r\n"
    elif case["truncated_at_8192"]:
        raw += raw[-1:] * ENDLESS
    return raw.replace(b"?", b"\xc3") if case["non_ascii_replaced_by_question_mark"] else raw


def write(streams, path: Path) -> Path:
    """As the program `prove` reads them."""
    lines = [f"{stream.name}\t{base64.urlsafe_b64encode(stream.raw).decode().rstrip('=')}\n" for stream in streams]
    path.write_text("".join(lines))
    return path


def verdicts(scale, streams) -> dict:
    path = write(streams, scale.folder(f"verdicts-{id(streams)}") / "streams")
    found = {}
    for name, requests, ended, stays in _lines(scale, "http-verdicts", "--input", path):
        found[name] = Verdict(tuple(requests.split()), None if ended == "-" else ended, stays == "stays")
    return found


def _lines(scale, name, *words) -> list:
    ended = subprocess.run([str(scale.programs / "prove"), name, *map(str, words)],
                           capture_output=True, text=True, timeout=600, check=True)
    return [line.split("\t") for line in ended.stdout.splitlines()]


def _decoded(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
