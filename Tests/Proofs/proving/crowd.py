"""Many clients at once: lines to the server, and the deeds that they do on them until the line breaks."""

import threading
from collections import deque
from dataclasses import dataclass

from support.wire import Client

# One address may hold 64 connections open; the crowd comes from several.
SOURCES = ("127.0.0.1", "127.0.0.2", "127.0.0.3", "127.0.0.4")


@dataclass
class Seat:
    """Somebody who is signed in: where, by which cookie, and with which token in the forms."""

    host: str
    cookie: str
    token: str

    def take(self, line: Client) -> Client:
        line.cookie = self.cookie
        return line


def seat(portal, person) -> Seat:
    client = portal.signed_in(person)
    token = client.token(client.get("/account"))
    client.close()
    return Seat(client.host, client.cookie, token)


def lines(portal, tenants, count: int) -> list:
    """So many connections, spread over the clients' hosts and a few addresses. They connect when they are used."""
    hosts = [portal.host(tenant) for tenant in tenants]
    return [Client(portal.port, hosts[n % len(hosts)], SOURCES[n % len(SOURCES)]) for n in range(count)]


class Worker(threading.Thread):
    """Does one deed after the other on one line. A broken line ends it; any other fault is kept."""

    def __init__(self, line, deeds, act):
        super().__init__(daemon=True)
        self.line, self.deeds, self.act, self.fault = line, deeds, act, None

    def run(self):
        try:
            while True:
                self.act(self.deeds.popleft(), self.line)
        except (IndexError, ConnectionError):
            return
        except Exception as fault:
            self.fault = fault


class Crowd:
    """All lines at work on deeds, each deed at its own host and done once."""

    def __init__(self, lines, deeds, act):
        waiting = {host: deque(deed for deed in deeds if deed.host == host) for host in {line.host for line in lines}}
        self.workers = [Worker(line, waiting[line.host], act) for line in lines]
        for worker in self.workers:
            worker.start()

    def join(self):
        for worker in self.workers:
            worker.join()
        for worker in self.workers:
            if worker.fault:
                raise worker.fault
