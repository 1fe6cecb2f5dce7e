"""How other readers of HTTP understand a stream: h11, httptools (llhttp) and nginx.

Each outcome is a line such as `GET+0 POST+5 refused`: the requests that were taken, with the length of their
decoded bodies, and `refused` if the stream did not end cleanly behind them."""

import shutil
import subprocess
import time
from pathlib import Path

import h11
import httptools

from proving import replies
from support.server import free_port

# Ours has the same, so that limits do not hide what the parsers think.
H11_LIMIT = 64 * 1024
NGINX = """
daemon off; user root; pid {folder}/pid; error_log {folder}/error.log crit; worker_processes 1;
events {{ worker_connections 256; }}
http {{
    access_log off; client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
    client_header_timeout 2s; client_body_timeout 2s; client_max_body_size 1m; lingering_close off;
    # What nginx passes on shows how long it takes a body to be, after it has undone the chunks.
    server {{
        listen unix:{folder}/behind.sock;
        location / {{ add_header X-Seen "$http_x_method+$http_content_length"; return 200 ""; }}
    }}
    server {{
        listen 127.0.0.1:{port};
        location / {{
            proxy_pass http://unix:{folder}/behind.sock:/; proxy_method POST; proxy_ignore_client_abort on;
            proxy_set_header X-Method $request_method;
        }}
    }}
}}
"""


def outcome(requests, is_refused) -> str:
    return " ".join([*requests, *(["refused"] if is_refused else [])]) or "nothing"


def ours(verdict) -> str:
    return outcome(verdict.requests, verdict.refusal is not None)


def by_h11(raw: bytes) -> str:
    reader = h11.Connection(h11.SERVER, max_incomplete_event_size=H11_LIMIT)
    requests, method, length = [], None, 0
    try:
        reader.receive_data(raw)
        reader.receive_data(b"")
        while True:
            event = reader.next_event()
            if isinstance(event, h11.Request):
                method, length = event.method.decode(), 0
            elif isinstance(event, h11.Data):
                length += len(event.data)
            elif isinstance(event, h11.EndOfMessage):
                requests.append(f"{method}+{length}")
                if not answered(reader):
                    return outcome(requests, False)
            elif event is h11.PAUSED:
                return outcome(requests, False)
            elif event is h11.NEED_DATA:
                return outcome(requests, True)
            else:
                return outcome(requests, False)
    except h11.RemoteProtocolError:
        return outcome(requests, True)


def answered(reader) -> bool:
    """Answers one request, so that a tunnel or an upgrade is declined; whether another may follow."""
    reader.send(h11.Response(status_code=404, headers=[("Content-Length", "0")]))
    reader.send(h11.EndOfMessage())
    if reader.our_state is not h11.DONE or reader.their_state is not h11.DONE:
        return False
    reader.start_next_cycle()
    return True


class _Taker:
    """What httptools calls while it reads."""

    def __init__(self):
        self.parser = httptools.HttpRequestParser(self)
        self.requests, self.length, self.is_within, self.is_over = [], 0, False, False

    def on_message_begin(self):
        self.is_within, self.length = True, 0

    def on_body(self, body):
        self.length += len(body)

    def on_message_complete(self):
        self.requests.append(f"{self.parser.get_method().decode()}+{self.length}")
        self.is_within = False
        self.is_over = self.is_over or not self.parser.should_keep_alive()


def by_httptools(raw: bytes) -> str:
    taker = _Taker()
    is_refused = False
    try:
        taker.parser.feed_data(raw)
    except httptools.HttpParserUpgrade:
        pass
    except httptools.HttpParserError:
        # Bytes behind the last request of a connection are nobody's.
        is_refused = not taker.is_over
    return outcome(taker.requests, is_refused or taker.is_within)


class Nginx:
    """nginx as it is installed, on a port of its own."""

    def __init__(self, folder: Path):
        self.folder, self.port = folder, free_port()

    def __enter__(self):
        (self.folder / "conf").write_text(NGINX.format(folder=self.folder, port=self.port))
        program = shutil.which("nginx", path="/usr/sbin:/usr/bin:/sbin")
        self.process = subprocess.Popen(
            [program, "-e", str(self.folder / "error.log"), "-p", str(self.folder), "-c", str(self.folder / "conf")])
        for _ in range(100):
            try:
                replies.connect(self.port, False).close()
                return self
            except OSError:
                time.sleep(0.05)
        raise RuntimeError("nginx did not come up")

    def __exit__(self, *error):
        self.process.terminate()
        self.process.wait()

    def reads(self, raw: bytes) -> str:
        """All its answers: 200 for what it took, something else for what it did not."""
        with replies.connect(self.port, False) as line:
            heard = replies.speak(line, [raw], ends=True)
        requests, is_refused = [], False
        for reply in heard.replies:
            if reply.status == 200:
                method, _, length = reply.header("X-Seen").partition("+")
                requests.append(f"{method}+{length or 0}")
            else:
                is_refused = True
        return outcome(requests, is_refused or bool(heard.rest) or bool(raw) and not heard.replies)
