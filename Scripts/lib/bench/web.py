"""Requests of our own over TLS, for preparing and for checking what is measured."""

import gzip
import http.client
import re
import ssl
import urllib.parse

PATIENCE_SECONDS = 150
FORM = "application/x-www-form-urlencoded"
BOUNDARY = "a-boundary-of-the-bench"


class Reply:
    def __init__(self, response):
        self.status, self.headers = response.status, response.getheaders()
        self.body = response.read()
        head = sum(len(name) + len(value) + 4 for name, value in self.headers)
        self.wire_bytes = len(f"HTTP/1.1 {response.status} {response.reason}\r\n\r\n") + head + len(self.body)

    def header(self, name):
        return next((value for key, value in self.headers if key.lower() == name.lower()), None)

    @property
    def text(self):
        packed = self.header("Content-Encoding") == "gzip"
        return (gzip.decompress(self.body) if packed else self.body).decode()


class Browser:
    """One person at one host of a server on this machine."""

    def __init__(self, port, host):
        self.port, self.host, self.cookie = port, f"{host}:{port}", None
        self.context = ssl._create_unverified_context()

    def headers(self):
        headers = {"Host": self.host, "User-Agent": "Mozilla/5.0 (X11; Linux x86_64)", "Accept": "text/html",
                   "Accept-Encoding": "gzip"}
        if self.cookie:
            headers["Cookie"] = self.cookie
        return headers

    def ask(self, method, path, form=None):
        if form is None:
            return self.send(method, path)
        return self.send(method, path, urllib.parse.urlencode(form).encode(), FORM)

    def send(self, method, path, body=None, media=None):
        connection = http.client.HTTPSConnection("127.0.0.1", self.port, context=self.context, timeout=PATIENCE_SECONDS)
        headers = self.headers() | (self.posting(media) if media else {})
        try:
            connection.request(method, path, body, headers)
            return Reply(connection.getresponse())
        finally:
            connection.close()

    def get(self, path):
        return self.ask("GET", path)

    def upload(self, path, parts, files):
        """A form with files: those of the parts that are named so."""
        lines = []
        for name, value in parts.items():
            file = f'; filename="{name}.csv"' if name in files else ""
            lines += [f"--{BOUNDARY}", f'Content-Disposition: form-data; name="{name}"{file}', "", value]
        body = "\r\n".join(lines + [f"--{BOUNDARY}--", ""]).encode()
        return self.send("POST", path, body, f"multipart/form-data; boundary={BOUNDARY}")

    def posting(self, media=None):
        return {"Origin": f"https://{self.host}", "Content-Type": media or FORM}

    def post_on(self, connection, path, form):
        """Over a connection that stays: status, and where the answer leads."""
        connection.request("POST", path, urllib.parse.urlencode(form), self.headers() | self.posting())
        response = connection.getresponse()
        response.read()
        return response.status, response.getheader("Location") or ""

    def token(self):
        """The token of this session's forms."""
        found = re.search(r'name="csrf" value="([^"]+)"', self.get("/timesheets").text)
        if not found:
            raise SystemExit("no page shows a form token")
        return found.group(1)

    def sign_in(self, email, password):
        reply = self.ask("POST", "/sign-in", {"email": email, "password": password, "next": ""})
        cookie = reply.header("Set-Cookie")
        if reply.status != 303 or not cookie:
            raise SystemExit(f"signing in as {email} was answered with {reply.status}")
        self.cookie = cookie.split(";")[0]

    def raw(self, method, path, form=None, close=False):
        """The bytes of a request, as the load sends them."""
        headers, body = self.headers(), ""
        if close:
            headers["Connection"] = "close"
        if form is not None:
            body = urllib.parse.urlencode(form)
            headers |= self.posting() | {"Content-Length": str(len(body))}
        lines = [f"{method} {path} HTTP/1.1"] + [f"{name}: {value}" for name, value in headers.items()]
        return "\r\n".join(lines) + "\r\n\r\n" + body


def handshake(port):
    """What TLS was agreed on, and whether a second connection was let in on the first one's keys."""
    import socket
    context = ssl._create_unverified_context()
    session, told = None, None
    for _ in range(2):
        with socket.create_connection(("127.0.0.1", port), PATIENCE_SECONDS) as plain:
            with context.wrap_socket(plain, server_hostname="localhost", session=session) as secure:
                secure.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
                secure.recv(1)
                session, told = secure.session, (secure.version(), secure.cipher()[0], secure.session_reused)
    return told
