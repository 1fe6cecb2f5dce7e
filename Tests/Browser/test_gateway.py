"""The door itself, spoken to byte by byte over TLS."""

import base64
import json
import os
import re
import signal
import socket
import ssl
import threading
import time
from pathlib import Path

import pytest

from support.refusals import Serving, settings
from support.server import CHECKOUT, copy, free_port
from support.wire import Client, connect, trusting_context

TENANT = "northwind"


def probe_file():
    places = [os.environ.get("COUNTERSIGN_CORPORA"), CHECKOUT.parent / "shared" / "corpora"]
    for place in filter(None, places):
        path = Path(place) / "http11probe" / "requests.jsonl"
        if path.exists():
            return path
    return None


def speak(port: int, raw: bytes, host="northwind.localhost", patience=1.0) -> bytes:
    """Sends these bytes and returns all that comes back until the server closes or falls silent."""
    with connect(port, host) as line:
        try:
            line.sendall(raw)
        except OSError:
            pass
        line.settimeout(patience)
        answer = b""
        try:
            while part := line.recv(65536):
                answer += part
        except (OSError, ssl.SSLError):
            pass
        return answer


def statuses(answer: bytes) -> list:
    """The status of each final response, found by walking them one by one."""
    found, rest = [], answer
    while rest:
        head, _, rest = rest.partition(b"\r\n\r\n")
        status = int(head.split(b" ", 2)[1])
        length = re.search(rb"(?im)^content-length: *(\d+)", head)
        if status >= 200:
            found.append(status)
            rest = rest[int(length.group(1)) if length else 0:]
    return found


def test_the_corpus_of_malformed_requests_gets_no_foothold(portal):
    path = probe_file()
    if path is None:
        pytest.skip("the corpus http11probe is not here: set COUNTERSIGN_CORPORA to the folder of the corpora")
    authority = f"northwind.localhost:{portal.port}".encode()
    wrong, strict = [], 0
    for line in path.read_text().splitlines():
        case = json.loads(line)
        if case["truncated_at_8192"] or case["non_ascii_replaced_by_question_mark"]:
            continue
        raw = base64.b64decode(case["request_base64"]).replace(b"localhost:8080", authority)
        got = statuses(speak(portal.port, raw, patience=0.25))
        sent = max(1, len(re.findall(rb"(?m)^[A-Z]{3,7} \S+ HTTP/1\.[01]\r?$", raw)))
        expected = case["expected"] or ""
        must_reject = bool(re.match(r"^(400|4xx|414|431|505|501|417|411)", expected)) and "2xx" not in expected
        strict += must_reject
        if len(got) > sent:
            wrong.append((case["id"], "more answers than requests", got))
        if must_reject and any(200 <= status < 300 for status in got[:1]):
            wrong.append((case["id"], expected, got))
        if any(status >= 500 and status not in (501, 505) for status in got):
            wrong.append((case["id"], "a fault of ours", got))
    assert wrong == [] and strict > 40, (strict, wrong)


SECURITY_HEADERS = {
    "Strict-Transport-Security": r"max-age=\d{8,}",
    "X-Content-Type-Options": r"nosniff",
    "Referrer-Policy": r"no-referrer|same-origin|strict-origin-when-cross-origin",
    "Permissions-Policy": r".+",
    "Content-Security-Policy": r"default-src 'none'.*frame-ancestors 'none'|frame-ancestors 'none'.*default-src 'none'",
}


def answers(portal):
    """One answer of each kind."""
    viewer = portal.signed_in(portal.person("viewer", TENANT))
    styles = re.search(r'href="(/assets/[^"]+\.css)"', viewer.get("/help").text).group(1)
    stranger = portal.client(TENANT)
    yield "page", viewer.get("/timesheets")
    yield "sign-in", stranger.get("/sign-in")
    yield "redirect", stranger.get("/timesheets")
    yield "missing", viewer.get("/nothing")
    yield "asset", stranger.get(styles)
    yield "missing asset", stranger.get("/assets/none.css")
    yield "wrong method", viewer.request("DELETE", "/timesheets")
    yield "forbidden form", viewer.post("/sign-out", {"csrf": "x"})
    yield "too large", stranger.post("/sign-in", {"email": "x" * 2_000_000})
    yield "landing", portal.client("landing").get("/")
    yield "unknown host", Client(portal.port, "localhost").get("/", {"Host": f"other.example:{portal.port}"})
    yield "unknown client", Client(portal.port, "nobody.localhost").get("/")
    yield "HEAD", viewer.request("HEAD", "/timesheets")


def test_every_kind_of_answer_carries_the_security_headers(portal):
    missing = []
    for kind, answer in answers(portal):
        for name, pattern in SECURITY_HEADERS.items():
            value = answer.header(name)
            if value is None or not re.search(pattern, value):
                missing.append((kind, answer.status, name, value))
        policy = answer.header("Content-Security-Policy") or ""
        if "unsafe" in policy or "*" in policy:
            missing.append((kind, "CSP", policy))
        if answer.header("Server"):
            missing.append((kind, "says what it runs", answer.header("Server")))
    assert missing == []


def test_a_rejected_request_carries_them_too_and_ends_the_connection(portal):
    answer = speak(portal.port, b"GET / HTTP/1.1\r\nHost : x\r\n\r\nGET /help HTTP/1.1\r\nHost: localhost\r\n\r\n")
    assert statuses(answer) == [400]
    head = answer.split(b"\r\n\r\n")[0].decode().lower()
    assert "connection: close" in head and "strict-transport-security" in head and "nosniff" in head


def test_a_cookie_is_bound_to_its_host_and_out_of_reach_of_scripts(portal):
    person = portal.person("viewer", TENANT)
    answer = portal.client(TENANT).sign_in(person.email, person.password)
    cookie = answer.header("Set-Cookie")
    assert cookie.startswith("__Host-session=")
    for part in ("Secure", "HttpOnly", "SameSite=Lax", "Path=/"):
        assert part in cookie
    assert "Domain" not in cookie
    assert len(cookie.split("=")[1].split(";")[0]) >= 43


def handshake(port, **settings_):
    context = trusting_context()
    for name, value in settings_.items():
        if name == "ciphers":
            context.set_ciphers(value)
        elif name == "alpn":
            context.set_alpn_protocols(value)
        else:
            setattr(context, name, value)
    return connect(port, "northwind.localhost", context=context)


def test_only_tls_1_2_and_1_3_with_sane_ciphers(portal):
    with handshake(portal.port) as line:
        assert line.version() == "TLSv1.3"
        assert "AES" in line.cipher()[0] or "CHACHA20" in line.cipher()[0]
    with handshake(portal.port, maximum_version=ssl.TLSVersion.TLSv1_2) as line:
        assert line.version() == "TLSv1.2" and line.cipher()[0].startswith("ECDHE-")
        assert line.compression() is None
    for version in (ssl.TLSVersion.TLSv1, ssl.TLSVersion.TLSv1_1):
        with pytest.raises((ssl.SSLError, OSError)):
            handshake(portal.port, ciphers="ALL:@SECLEVEL=0", minimum_version=version, maximum_version=version).close()
    with pytest.raises((ssl.SSLError, OSError)):
        handshake(portal.port, ciphers="AES128-SHA:AES256-SHA:@SECLEVEL=0",
                  maximum_version=ssl.TLSVersion.TLSv1_2).close()


@pytest.mark.parametrize("newest", [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3])
def test_no_session_tickets_are_given(portal, newest):
    with handshake(portal.port, maximum_version=newest) as line:
        line.sendall(f"GET /help HTTP/1.1\r\nHost: northwind.localhost:{portal.port}\r\n\r\n".encode())
        assert line.recv(65536).startswith(b"HTTP/1.1 200")
        assert line.session is None or not line.session.has_ticket


def test_http_1_1_is_agreed_on(portal):
    with handshake(portal.port, alpn=["h2", "http/1.1"]) as line:
        assert line.selected_alpn_protocol() == "http/1.1"


def test_pipelined_requests_are_answered_in_order(portal):
    one = f"GET /help HTTP/1.1\r\nHost: northwind.localhost:{portal.port}\r\n\r\n".encode()
    other = one.replace(b"/help", b"/nothing")
    last = one.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n")
    assert statuses(speak(portal.port, one + other + last)) == [200, 404, 200]


def test_what_arrives_byte_by_byte_is_understood(portal):
    raw = f"GET /help HTTP/1.1\r\nHost: northwind.localhost:{portal.port}\r\nConnection: close\r\n\r\n".encode()
    with connect(portal.port, "northwind.localhost") as line:
        for byte in raw:
            line.sendall(bytes([byte]))
        answer = b""
        while part := line.recv(65536):
            answer += part
    assert statuses(answer) == [200]


def test_the_plain_listener_only_redirects(seed, tmp_path):
    plain = free_port()
    path = settings(tmp_path, copy(seed, tmp_path / "data"), redirect_listen=f"127.0.0.1:{plain}")
    with Serving(path) as serving:
        line = serving.wait_until(lambda: socket.create_connection(("127.0.0.1", plain), 5))
        with line:
            line.sendall(b"GET /timesheets?state=done HTTP/1.1\r\nHost: northwind.localhost\r\n\r\n")
            answer = line.recv(65536).decode()
        assert re.match(r"HTTP/1\.1 30[18] ", answer)
        assert f"location: https://northwind.localhost:{serving.port}/timesheets?state=done" in answer, answer
        with socket.create_connection(("127.0.0.1", plain), 5) as line:
            line.sendall(b"POST /sign-in HTTP/1.1\r\nHost: evil.example\r\nContent-Length: 0\r\n\r\n")
            answer = line.recv(65536).decode()
        assert "evil.example" not in answer and "Set-Cookie" not in answer, answer


def test_a_request_in_flight_is_finished_when_the_server_stops(fresh):
    client = fresh.client(TENANT)
    person = fresh.person("viewer", TENANT)
    answers_ = []
    thread = threading.Thread(target=lambda: answers_.append(client.sign_in(person.email, person.password)))
    thread.start()
    time.sleep(0.1)
    fresh.process.send_signal(signal.SIGTERM)
    thread.join()
    assert answers_ and answers_[0].status == 303, "the password was being checked, and was answered"
    assert fresh.process.wait(30) == 0


def test_an_idle_connection_does_not_hold_up_the_end(fresh):
    with connect(fresh.port, "northwind.localhost"):
        begun = time.monotonic()
        assert fresh.stop() == 0
        assert time.monotonic() - begun < 10
