"""The built server as a process, on data folders that are seeded once and copied cheaply."""

import json
import os
import select
import shutil
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from support.wire import Client

CHECKOUT = Path(__file__).resolve().parents[3]
DEMO = CHECKOUT / "Resources" / "demo"
START_SECONDS = 120
STOP_SECONDS = 40


def binary() -> str:
    path = os.environ.get("COUNTERSIGN_BINARY") or str(CHECKOUT / ".build" / "release" / "countersign")
    if not os.access(path, os.X_OK):
        raise RuntimeError(f"There is no server to test at {path}; set COUNTERSIGN_BINARY, or run Scripts/test.")
    return path


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def run(*words, timeout=60, **options) -> subprocess.CompletedProcess:
    """One command of the program, to its end."""
    return subprocess.run([binary(), *map(str, words)], capture_output=True, text=True, timeout=timeout, **options)


@dataclass
class Person:
    name: str
    email: str
    password: str
    role: str
    url: str
    worksites: list = field(default_factory=list)

    @property
    def host(self) -> str:
        return urlsplit(self.url).hostname

    @property
    def tenant(self) -> str:
        return self.host.split(".")[0]


class Portal:
    """A `countersign demo` on one data folder; with more words on its command line or another environment, where asked for."""

    def __init__(self, data: Path, port: int | None = None, words: tuple = (), environment: dict | None = None):
        self.data = Path(data)
        self.words, self.environment = words, environment
        self.port = port or free_port()
        self.process = None
        self.said = {}
        self.log = self.data.parent / (self.data.name + ".log")

    def start(self) -> "Portal":
        words = [binary(), "demo", "--data", str(self.data), "--port", str(self.port), "--operations", "127.0.0.1:0", "--json",
                 *self.words]
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=log, cwd=CHECKOUT, env=self.environment)
        line = self._first_line()
        self.said = json.loads(line)
        self.port = urlsplit(self.said["landing"]).port
        return self

    def _first_line(self) -> bytes:
        """What is printed once it serves."""
        line, end = b"", time.monotonic() + START_SECONDS
        while not line.endswith(b"\n"):
            ready = select.select([self.process.stdout], [], [], max(0, end - time.monotonic()))[0]
            part = os.read(self.process.stdout.fileno(), 1 << 20) if ready else b""
            if not part:
                raise RuntimeError(f"The server did not come up; it said:\n{self.log.read_text()[-4000:]}")
            line += part
        return line

    def operations(self, path: str) -> tuple:
        """What the address of operations answers: the status and the text."""
        try:
            with urllib.request.urlopen(self.said["operations"] + path, timeout=20) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as refusal:
            return refusal.code, refusal.read().decode()

    def readiness(self) -> dict:
        return json.loads(self.operations("/readyz")[1])

    def stop(self) -> int:
        """Asks it to stop, as systemd does, and returns how it ended."""
        if self.process is None:
            return 0
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        try:
            return self.process.wait(STOP_SECONDS)
        finally:
            self.kill()

    def kill(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        self.process.stdout.close()

    def host(self, place: str) -> str:
        """`landing`, `staff` or the short name of a client."""
        return "localhost" if place == "landing" else f"{place}.localhost"

    def url(self, place: str, path: str = "/") -> str:
        return f"https://{self.host(place)}:{self.port}{path}"

    def client(self, place: str, source: str = "127.0.0.1") -> Client:
        return Client(self.port, self.host(place), source)

    @property
    def people(self) -> list:
        return [Person(**{k: each.get(k) for k in Person.__dataclass_fields__}) for each in self.said["people"]]

    def person(self, role: str, tenant: str, worksite: str | None = None, apart_from=()) -> Person:
        """The first who holds this role there and nothing else; for a worksite, there only."""
        found = [one for one in self.people if one.tenant == tenant and one.name not in apart_from]
        roles = {one.email: {each.role for each in found if each.email == one.email} for one in found}
        for one in found:
            sites = [site_code(tenant, site) for site in one.worksites or []]
            if one.role == role and roles[one.email] == {role} and sites == ([worksite] if worksite else sites):
                return one
        raise LookupError(f"The demo has no {role} of {tenant} at {worksite}: {[(p.role, p.worksites) for p in found]}")

    def signed_in(self, person: Person, source: str = "127.0.0.1") -> Client:
        client = self.client(person.tenant, source)
        answer = client.sign_in(person.email, person.password)
        assert answer.status == 303, f"{person.email} could not sign in: {answer.status} {answer.words[:400]}"
        return client


def rows(name: str) -> list:
    """A file of the demo data as dictionaries."""
    import csv

    with open(DEMO / name, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def site_name(tenant: str, code: str) -> str:
    return next(r["name"] for r in rows("worksites.csv") if r["tenant"] == tenant and r["code"] == code)


def site_code(tenant: str, word: str) -> str:
    """The code of a worksite that is given by its code or its name."""
    return next(r["code"] for r in rows("worksites.csv") if r["tenant"] == tenant and word in (r["code"], r["name"]))


def copy(folder: Path, to: Path) -> Path:
    """A data folder of its own; the original must be at rest."""
    subprocess.run(["cp", "-a", "--reflink=auto", str(folder), str(to)], check=True)
    return to


def remove(folder: Path):
    shutil.rmtree(folder, ignore_errors=True)
