"""A plain client: one kept TLS connection, cookies, and the forms of a page as a browser would send them."""

import http.client
import re
import socket
import ssl
import urllib.parse
from dataclasses import dataclass
from html.parser import HTMLParser

COOKIE = "__Host-session"


def trusting_context() -> ssl.SSLContext:
    """The demo's certificate is its own; that it is accepted here says nothing about TLS, which test_gateway looks at."""
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


CONTEXT = trusting_context()


def connect(port: int, host: str, source: str = "127.0.0.1", timeout: float = 20, context=CONTEXT) -> ssl.SSLSocket:
    plain = socket.create_connection(("127.0.0.1", port), timeout=timeout, source_address=(source, 0))
    plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return context.wrap_socket(plain, server_hostname=host)


class _Connection(http.client.HTTPConnection):
    def __init__(self, port, host, source, timeout):
        super().__init__(host, port, timeout=timeout)
        self.source = source

    def connect(self):
        self.sock = connect(self.port, self.host, self.source, self.timeout)


@dataclass
class Answer:
    status: int
    headers: list
    body: bytes
    path: str

    def header(self, name: str):
        return next((value for key, value in self.headers if key.lower() == name.lower()), None)

    @property
    def text(self) -> str:
        return self.body.decode("utf-8")

    @property
    def words(self) -> str:
        """What a person reads of the page."""
        return words(self.text)

    @property
    def location(self) -> str:
        return self.header("Location") or ""

    def without_request_number(self) -> str:
        """The answer as text, with the number that each request has taken out: to compare two answers."""
        head = sorted(f"{k.lower()}: {v}" for k, v in self.headers if k.lower() != "date")
        body = re.sub(r"Request [0-9A-HJKMNP-TV-Z]{13}\b", "Request", self.text)
        return f"{self.status}\n{head}\n{body}"


class Client:
    """Somebody at one host of the server, over one connection that is opened again when it was closed."""

    def __init__(self, port: int, host: str, source: str = "127.0.0.1", timeout: float = 20):
        self.port, self.host = port, host
        self.source = source
        self.cookie = None
        self.connection = _Connection(port, host, source, timeout)

    @property
    def origin(self) -> str:
        return f"https://{self.host}:{self.port}"

    def close(self):
        self.connection.close()

    def at_same_place(self) -> "Client":
        """Another connection with the same session."""
        other = Client(self.port, self.host, self.source)
        other.cookie = self.cookie
        return other

    def request(self, method, path, body=None, headers=None) -> Answer:
        """One request and its whole answer. Redirects are not followed. Raises OSError when the connection breaks."""
        sent = {"Host": f"{self.host}:{self.port}", **(headers or {})}
        if self.cookie:
            sent["Cookie"] = f"{COOKIE}={self.cookie}"
        if method not in ("GET", "HEAD"):
            sent.setdefault("Origin", self.origin)
        try:
            answer = self._exchange(method, path, body, sent)
        except http.client.RemoteDisconnected:
            # The server closed a connection on which nothing had happened for a while; asking again is safe.
            if method != "GET":
                raise
            answer = self._exchange(method, path, body, sent)
        self._take_cookie(answer)
        return answer

    def _exchange(self, method, path, body, sent) -> Answer:
        try:
            self.connection.request(method, path, body, sent)
            response = self.connection.getresponse()
            return Answer(response.status, response.getheaders(), response.read(), path)
        except http.client.RemoteDisconnected:
            self.connection.close()
            raise
        except (http.client.HTTPException, OSError) as broken:
            self.connection.close()
            raise ConnectionError(repr(broken)) from broken

    def _take_cookie(self, answer: Answer):
        for key, value in answer.headers:
            if key.lower() == "set-cookie" and value.startswith(COOKIE + "="):
                self.cookie = value.split("=", 1)[1].split(";")[0] or None

    def get(self, path, headers=None) -> Answer:
        return self.request("GET", path, headers=headers)

    def follow(self, answer: Answer) -> Answer:
        """The page that a redirect leads to."""
        while answer.status == 303:
            answer = self.get(urllib.parse.urljoin(answer.path, answer.location))
        return answer

    def post(self, path, fields=(), headers=None) -> Answer:
        pairs = list(fields.items()) if isinstance(fields, dict) else list(fields)
        body = urllib.parse.urlencode(pairs)
        sent = {"Content-Type": "application/x-www-form-urlencoded", **(headers or {})}
        return self.request("POST", path, body, sent)

    def post_files(self, path, fields, files) -> Answer:
        """A multipart form. Files: (field, name, type, bytes)."""
        mark = "----a-line-that-no-file-of-ours-has"
        parts = [f'--{mark}\r\nContent-Disposition: form-data; name="{n}"\r\n\r\n{v}\r\n'.encode() for n, v in fields]
        for name, file, kind, content in files:
            head = f'--{mark}\r\nContent-Disposition: form-data; name="{name}"; filename="{file}"\r\nContent-Type: {kind}\r\n\r\n'
            parts.append(head.encode() + content + b"\r\n")
        body = b"".join(parts) + f"--{mark}--\r\n".encode()
        return self.request("POST", path, body, {"Content-Type": f"multipart/form-data; boundary={mark}"})

    def sign_in(self, email: str, password: str) -> Answer:
        return self.post("/sign-in", {"email": email, "password": password, "next": ""})

    def token(self, page: Answer) -> str:
        return re.search(r'name="csrf" value="([^"]+)"', page.text).group(1)


INLINE = {"a", "b", "bdi", "code", "em", "i", "small", "span", "strong", "time"}


class _Words(HTMLParser):
    def __init__(self):
        super().__init__()
        self.parts, self.depth = [], 0

    def handle_starttag(self, tag, attrs):
        self.depth += tag in ("script", "style")
        if tag not in INLINE:
            self.parts.append(" ")

    def handle_endtag(self, tag):
        self.depth -= tag in ("script", "style")

    def handle_data(self, data):
        if not self.depth:
            self.parts.append(data)


def words(html: str) -> str:
    reader = _Words()
    reader.feed(html)
    return re.sub(r"\s+", " ", "".join(reader.parts)).strip()


class _Forms(HTMLParser):
    def __init__(self):
        super().__init__()
        self.forms, self.field, self.value = [], None, None

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        if tag == "form":
            self.forms.append((attributes.get("action", ""), []))
        elif self.forms and attributes.get("name"):
            name, value = attributes["name"], attributes.get("value", "")
            kind = attributes.get("type", "text")
            if tag == "textarea":
                self.field, self.value = name, ""
            elif tag == "select":
                self.field, self.value = name, None
            elif tag == "input" and (kind not in ("checkbox", "radio") or "checked" in attributes) and kind != "file":
                self.forms[-1][1].append((name, value))
        elif tag == "option" and self.field and (self.value is None or "selected" in attributes):
            self.value = attributes.get("value", "")

    def handle_data(self, data):
        if self.field and self.value is not None and self.lasttag == "textarea":
            self.value += data

    def handle_endtag(self, tag):
        if tag in ("textarea", "select") and self.field:
            self.forms[-1][1].append((self.field, self.value or ""))
            self.field = None


def forms(page: Answer) -> list:
    """Each form as (action, fields), with what it would send if nobody touched it; buttons are not in it."""
    reader = _Forms()
    reader.feed(page.text)
    return reader.forms


def form(page: Answer, action: str) -> list:
    """The fields of the form that sends something to an address which contains this text."""
    return next(list(fields) for to, fields in forms(page) if action in to and dict(fields).get("csrf"))
