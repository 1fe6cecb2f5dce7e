"""What stays in memory: of an idle connection, of a client that nobody uses, and of ten thousand of them; and how long
the start takes with so many."""

import statistics
import ssl
import socket
import time

from .fact import fact
from .portal import Portal
from .processes import private_kib, resident_mib
from .seeds import approver
from .scenarios import page_path
from .stage import SEEDS

FEW, MORE = 200, 1_000
STARTS = 5
MANY = "clients-10000"
SETTLED_SECONDS = 1.5
ABOUT = (f"memory: private bytes of the process. A connection: {MORE:,} more beside {FEW}, each idle after one page. A "
         "client at rest: 10,000 known ones against one. First page: from the start of the process to the last byte "
         "of a page of fifty sheets of a client that had to be woken")


def measure(stage):
    portal = stage.portal("client")
    yield fact("memory", "idle_connection_kib", "an idle TLS connection", idle_connection(stage, portal), "KiB")
    nginx = stage.nginx(portal, "idle", ask(stage, portal))
    yield fact("memory", "idle_connection_kib_of_nginx", "the same in nginx", held(nginx, nginx_request(stage)), "KiB")
    yield from many_clients(stage)


def idle_connection(stage, portal):
    one = portal.seed.working_slugs[0]
    return held(portal, stage.approver(portal, one).raw("GET", page_path(portal, one)))


def ask(stage, portal):
    one = portal.seed.working_slugs[0]
    return stage.approver(portal, one).get(page_path(portal, one))


def nginx_request(stage):
    return "GET /idle HTTP/1.1\r\nHost: localhost\r\n\r\n"


def held(server, request):
    """Private KiB that each further connection holds. The first ones pay for what all of them share."""
    connections = []
    try:
        open_more(server, request, FEW, connections)
        before = settled(server)
        open_more(server, request, MORE, connections)
        return (settled(server) - before) / MORE
    finally:
        for connection in connections:
            connection.close()


def open_more(server, request, count, connections):
    context = ssl._create_unverified_context()
    for _ in range(count):
        connection = context.wrap_socket(socket.create_connection(("127.0.0.1", server.port), 30))
        connections.append(connection)
        connection.sendall(request.encode())
        read_answer(connection)


def read_answer(connection):
    """One whole answer, by its Content-Length."""
    data = b""
    while b"\r\n\r\n" not in data:
        data += received(connection)
    head, _, body = data.partition(b"\r\n\r\n")
    lines = dict(line.split(b": ", 1) for line in head.lower().split(b"\r\n")[1:])
    length = int(lines[b"content-length"])
    while len(body) < length:
        body += received(connection)
    return head.split(b" ")[1]


def received(connection):
    part = connection.recv(65_536)
    if not part:
        raise SystemExit("a connection was closed before its answer was whole")
    return part


def settled(server):
    time.sleep(SETTLED_SECONDS)
    return private_kib(server.pid)


def many_clients(stage):
    data, sheets = stage.seeded(SEEDS[MANY], "many")
    portal = Portal(stage.binary, stage.checkout, data, stage.core)
    portal.sheets, one = sheets, SEEDS[MANY].working_slugs[0]
    stage.begin(portal)
    request = approver(portal, one).raw("GET", page_path(portal, one))
    portal.stop()
    times = [first_page(portal, request) for _ in range(STARTS)]
    portal.launch()
    portal.wait()
    cold, resident = settled(portal), resident_mib(portal.pid)
    portal.stop()
    alone = Portal(stage.binary, stage.checkout, stage.seeded(SEEDS["client"], "alone")[0], stage.core)
    stage.begin(alone)
    each = (cold - settled(alone)) / (SEEDS[MANY].clients - 1)
    alone.stop()
    yield fact("memory", "cold_client_kib", "a client at rest", each, "KiB")
    yield fact("memory", "resident_mib_of_10000", "the process with 10,000 at rest, resident", resident, "MiB")
    yield fact("memory", "first_page_ms", "start to first page with 10,000", statistics.median(times), "ms")


def first_page(portal, request):
    """Milliseconds from the start of the process to a whole page."""
    context = ssl._create_unverified_context()
    begun = time.monotonic()
    portal.launch()
    portal.wait()
    with context.wrap_socket(socket.create_connection(("127.0.0.1", portal.port), 30)) as connection:
        connection.sendall(request.encode())
        status = read_answer(connection)
    taken = (time.monotonic() - begun) * 1_000
    portal.stop()
    if status != b"200":
        raise SystemExit(f"the first page was answered with {status.decode()}")
    return taken
