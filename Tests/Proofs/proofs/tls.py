"""TLS: Mozilla's intermediate check, testssl, old protocols, stalled handshakes, new certificates under load."""

import signal
import socket
import ssl
import threading
import time
from concurrent.futures import ThreadPoolExecutor

from proofs import tls_scan
from proving import Tally
from proving.authority import Authority
from support.refusals import Serving, settings
from support.server import free_port, run

# The server's limit for a handshake, and what a busy machine may add.
HANDSHAKE_SECONDS = 10
SLACK_SECONDS = 5
# A strict client takes no wildcard right below a top-level name, so the portal lives at one that has two parts.
DOMAIN = "portal.example"
NAMES = [DOMAIN, f"*.{DOMAIN}", "localhost"]
HOSTS = (DOMAIN, f"staff.{DOMAIN}", f"northwind.{DOMAIN}", f"NORTHWIND.{DOMAIN.upper()}", "localhost")
ASKERS = 8


def prove(scale):
    folder = scale.folder("tls")
    authority = Authority(folder)
    leaf = authority.leaf("first", NAMES)
    data = folder / "data"
    made = run("init", "--data", data, "--name", "Sam Adeyemi", "--email", "sam@agency.example")
    assert made.returncode == 0, made.stderr
    served = settings(folder, data, certificate_file=served_chain(folder, leaf), key_file=folder / "served.key",
                      base_domain=DOMAIN, max_connections_per_address=1000)
    with Serving(served) as server:
        server.wait_until(lambda: socket.create_connection(("127.0.0.1", server.port), 5).close() or True)
        with ThreadPoolExecutor(1) as beside:
            stalls = beside.submit(stalled_handshakes, server)
            yield tls_scan.mozilla(scale, server, authority.root, folder)
            yield tls_scan.weak_server(scale, leaf, free_port(), authority.root, folder)
            yield tls_scan.list_is_held()
            yield old_protocols(server)
            yield hosts(server, authority.root)
            yield stalls.result()
        if scale.full:
            yield tls_scan.testssl(server, DOMAIN, authority.root, folder)
        yield renewals(scale, server, authority, folder)


def served_chain(folder, leaf):
    """Puts a certificate where the server looks for it, and says where that is."""
    (folder / "served.key").write_bytes(leaf.key.read_bytes())
    (folder / "served.chain").write_bytes(leaf.chain.read_bytes())
    return folder / "served.chain"


def shake(port, host="localhost", context=None, timeout=20) -> ssl.SSLSocket:
    plain = socket.create_connection(("127.0.0.1", port), timeout=timeout)
    try:
        return context.wrap_socket(plain, server_hostname=host)
    except (OSError, ssl.SSLError):
        plain.close()
        raise


def trusting(root) -> ssl.SSLContext:
    """A client that trusts the proof's authority and checks names."""
    return ssl.create_default_context(cafile=root)


def weak(minimum, maximum, ciphers="ALL:@SECLEVEL=0") -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    context.set_ciphers(ciphers)
    context.minimum_version, context.maximum_version = minimum, maximum
    return context


def old_protocols(server) -> Tally:
    """Versions and suites that a client of yesterday would offer: each handshake must fail."""
    old, new = ssl.TLSVersion, ssl.TLSVersion.TLSv1_2
    offers = [("TLS 1.0", weak(old.TLSv1, old.TLSv1)), ("TLS 1.1", weak(old.TLSv1_1, old.TLSv1_1))]
    for suite in ("AES128-SHA", "AES256-GCM-SHA384", "ECDHE-ECDSA-AES128-SHA", "ECDHE-ECDSA-AES256-SHA384",
                  "ECDHE-ECDSA-AES128-CCM", "DHE-RSA-AES256-GCM-SHA384", "AECDH-AES128-SHA", "NULL-SHA256"):
        offers.append((suite, weak(new, new, f"{suite}:@SECLEVEL=0")))
    failures = []
    for name, context in offers:
        try:
            with shake(server.port, context=context) as line:
                failures.append(f"{name} was agreed on: {line.version()} {line.cipher()}")
        except (OSError, ssl.SSLError):
            pass
    return Tally("old versions and weak suites, refused", len(offers), len(failures), failures=failures)


def hosts(server, root) -> Tally:
    """Each host name gets a certificate that covers it; a client that names none gets one too."""
    failures = []
    for host in HOSTS:
        try:
            with shake(server.port, host, trusting(root)) as line:
                assert line.version() == "TLSv1.3", line.version()
        except (OSError, ssl.SSLError, AssertionError) as refused:
            failures.append(f"{host}: {refused}")
    context = trusting(root)
    context.check_hostname = False
    try:
        shake(server.port, None, context).close()
    except (OSError, ssl.SSLError) as refused:
        failures.append(f"no name: {refused}")
    return Tally("hosts by name, verified by a strict client", len(HOSTS) + 1, len(failures), failures=failures)


def client_hello() -> bytes:
    """The first flight of a client, without a connection."""
    context = ssl.create_default_context()
    incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
    try:
        context.wrap_bio(incoming, outgoing, server_hostname="localhost").do_handshake()
    except ssl.SSLWantReadError:
        pass
    return outgoing.read()


def stalled_handshakes(server) -> Tally:
    """Clients that stop in the middle of a handshake are cut; one that drips bytes wins no time by it."""
    hello = client_hello()
    starts = [b"", hello[:1], hello[:100], hello]
    lines = [socket.create_connection(("127.0.0.1", server.port), timeout=5) for _ in range(len(starts) + 1)]
    begun = time.monotonic()
    for line, start in zip(lines, starts):
        line.sendall(start)
    drip = threading.Thread(target=drip_into, args=(lines[-1], hello), daemon=True)
    drip.start()
    failures = []
    for place, line in enumerate(lines):
        line.settimeout(max(0.1, HANDSHAKE_SECONDS + SLACK_SECONDS - (time.monotonic() - begun)))
        try:
            while line.recv(65536):
                pass
        except TimeoutError:
            failures.append(f"stalled client {place} was not cut within {HANDSHAKE_SECONDS + SLACK_SECONDS} s")
        except OSError:
            pass
        line.close()
    return Tally(f"stalled handshakes, cut after {HANDSHAKE_SECONDS} s", len(lines), len(failures), failures=failures)


def drip_into(line, hello):
    """A byte a second, for ever."""
    try:
        for byte in hello:
            line.sendall(bytes([byte]))
            time.sleep(1)
    except OSError:
        pass


class Asker(threading.Thread):
    """Asks for a page again and again, half of the askers on one connection, half on a new one each time."""

    def __init__(self, port, root, keeps: bool):
        super().__init__(daemon=True)
        self.port, self.keeps, self.context = port, keeps, trusting(root)
        self.answered, self.failures, self.is_done = 0, [], threading.Event()

    def run(self):
        line = None
        while not self.is_done.is_set():
            try:
                line = line or shake(self.port, DOMAIN, self.context)
                line.sendall(f"GET / HTTP/1.1\r\nHost: {DOMAIN}:{self.port}\r\n\r\n".encode())
                self._take_answer(line)
                self.answered += 1
                if not self.keeps:
                    line.close()
                    line = None
            except (OSError, ssl.SSLError, AssertionError) as failure:
                self.failures.append(repr(failure))
                line = None

    def _take_answer(self, line):
        answer = b""
        while b"\r\n\r\n" not in answer:
            part = line.recv(65536)
            assert part, "the connection ended before the answer"
            answer += part
        head, _, body = answer.partition(b"\r\n\r\n")
        assert head.startswith(b"HTTP/1.1 200 "), head[:60]
        length = next(int(row.split(b":")[1]) for row in head.lower().split(b"\r\n") if row.startswith(b"content-length"))
        while len(body) < length:
            body += line.recv(65536)


def renewals(scale, server, authority, folder) -> Tally:
    """New certificates while everybody asks: no request is lost, new connections get the new one, bad files change
    nothing."""
    askers = [Asker(server.port, authority.root, keeps=place % 2 == 0) for place in range(ASKERS)]
    for asker in askers:
        asker.start()
    failures, serial = [], 0
    leaves = [authority.leaf(name, NAMES) for name in ("second", "third")]
    for turn in range(scale.pick(6, 200)):
        leaf, name = leaves[turn % 2], ("second", "third")[turn % 2]
        if turn % 3 == 2:
            (folder / "served.chain").write_text("-----BEGIN CERTIFICATE-----\nnonsense\n")
        else:
            served_chain(folder, leaf)
            serial = name
        failures += reload(server, authority.root, serial)
    for asker in askers:
        asker.is_done.set()
    for asker in askers:
        asker.join(20)
        failures += asker.failures
    answered = sum(asker.answered for asker in askers)
    return Tally("requests while certificates were renewed, and bad ones offered", answered, len(failures),
                 failures=failures, note=f"{scale.pick(6, 200)} reloads by SIGHUP, {ASKERS} clients")


def reload(server, root, expected: str) -> list:
    """Sends SIGHUP, waits until the server has said what came of it, and looks at what a new client is shown."""
    before = server.said.count("certificates.")
    server.process.send_signal(signal.SIGHUP)
    server.wait_until(lambda: server.said.count("certificates.") > before)
    with shake(server.port, DOMAIN, trusting(root)) as line:
        name = dict(part[0] for part in line.getpeercert()["subject"])["commonName"]
    return [] if name == expected else [f"{name} was shown where {expected} was meant"]
