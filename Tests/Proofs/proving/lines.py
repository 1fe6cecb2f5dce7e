"""Many requests quickly: kept TLS connections of raw bytes, spread over processes."""

import multiprocessing
import ssl

from support.wire import COOKIE, connect

RECEIVED_AT_ONCE = 1 << 17


class Line:
    """One kept connection to one host, for one session. An answer is its status, its head and its body."""

    def __init__(self, port, place, cookie=None, source="127.0.0.1"):
        self.port, self.place, self.source = port, place, source
        self.host = "localhost" if place == "landing" else f"{place}.localhost"
        self.cookie = cookie
        self.socket, self.rest = None, b""

    def get(self, path, more=""):
        return self.ask(self.head("GET", path, more).encode())

    def head(self, method, path, more=""):
        cookie = f"Cookie: {COOKIE}={self.cookie}\r\n" if self.cookie else ""
        return f"{method} {path} HTTP/1.1\r\nHost: {self.host}:{self.port}\r\n{cookie}{more}\r\n"

    def post(self, path, body: bytes, more=""):
        """A form of our own page, unless `more` says otherwise."""
        origin = f"Origin: https://{self.host}:{self.port}\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        return self.ask(self.head("POST", path, f"{origin}Content-Length: {len(body)}\r\n{more}").encode() + body)

    def ask(self, request: bytes):
        for attempt in (1, 2):
            if self.socket is None:
                self.socket, self.rest = connect(self.port, self.host, self.source), b""
            try:
                self.socket.sendall(request)
                return self.answer()
            except (OSError, ssl.SSLError, EOFError):
                # A kept connection may have been closed meanwhile; a fresh one may not.
                self.close()
                if attempt == 2:
                    raise
        raise AssertionError

    def answer(self):
        head, body = self.until_head()
        fields = head.lower()
        place = fields.find(b"\r\ncontent-length:")
        length = int(fields[place + 17:fields.find(b"\r\n", place + 17)]) if place >= 0 else 0
        parts, size = [body], len(body)
        while size < length:
            part = self.received()
            parts.append(part)
            size += len(part)
        whole = b"".join(parts)
        self.rest = whole[length:]
        if b"\r\nconnection: close" in fields:
            self.close()
        return int(head[9:12]), head, whole[:length]

    def until_head(self):
        kept = self.rest
        while (end := kept.find(b"\r\n\r\n")) < 0:
            kept += self.received()
        return kept[:end + 2], kept[end + 4:]

    def received(self) -> bytes:
        part = self.socket.recv(RECEIVED_AT_ONCE)
        if not part:
            raise EOFError
        return part

    def close(self):
        if self.socket is not None:
            self.socket.close()
        self.socket, self.rest = None, b""


def in_processes(count, work, shares) -> list:
    """`work(share)` in processes of its own, and what each returned."""
    with multiprocessing.get_context("fork").Pool(count) as pool:
        return pool.map(work, shares, chunksize=1)
