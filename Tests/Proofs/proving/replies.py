"""Speaks raw bytes to a server and takes apart what comes back."""

import contextlib
import re
import socket
import ssl
from dataclasses import dataclass

CONTEXT = ssl.create_default_context()
CONTEXT.check_hostname = False
CONTEXT.verify_mode = ssl.CERT_NONE


@dataclass
class Reply:
    status: int
    head: str
    body: bytes

    def header(self, name: str) -> str:
        found = re.search(rf"(?im)^{re.escape(name)}: *([^\r\n]*)", self.head)
        return found[1] if found else ""


@dataclass
class Heard:
    """What came back on one connection."""

    replies: list
    closed: bool
    rest: bytes

    @property
    def statuses(self) -> list:
        return [reply.status for reply in self.replies]


def connect(port: int, tls: bool, source="127.0.0.1", host=None, timeout=20):
    plain = socket.create_connection(("127.0.0.1", port), timeout=timeout, source_address=(source, 0))
    plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return CONTEXT.wrap_socket(plain, server_hostname=host) if tls else plain


def speak(line, pieces, methods=(), ends=False, silence=5.0) -> Heard:
    """Sends the pieces one by one, says that nothing more comes if `ends`, and reads until the server closes or
    has said nothing for a while."""
    with contextlib.suppress(OSError):
        for piece in pieces:
            line.sendall(piece)
        if ends:
            line.shutdown(socket.SHUT_WR)
    line.settimeout(silence)
    got, closed = b"", False
    try:
        while part := line.recv(65536):
            got += part
        closed = True
    except TimeoutError:
        pass
    except OSError:
        # A reset: the server is gone for good.
        closed = True
    replies, rest = split(got, methods)
    return Heard(replies, closed, rest)


def split(raw: bytes, methods=()):
    """The final responses in a stream, and what is left behind the last whole one."""
    replies = []
    while match := re.match(rb"HTTP/1\.[01] (\d{3})[^\r\n]*\r\n", raw):
        head, found, rest = raw.partition(b"\r\n\r\n")
        if not found:
            break
        status = int(match[1])
        if status < 200:
            raw = rest
            continue
        length = re.search(rb"(?im)^content-length: *(\d+)", head)
        has_body = length and status not in (204, 304) and (methods[len(replies):] or ["GET"])[0] != "HEAD"
        size = int(length[1]) if has_body else 0
        replies.append(Reply(status, head.decode("latin-1"), rest[:size]))
        raw = rest[size:]
    return replies, raw
