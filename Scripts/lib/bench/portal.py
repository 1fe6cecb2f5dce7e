"""The portal under test: a data folder served by one loop on one core."""

import json
import os
import socket
import subprocess
import time
from pathlib import Path

from .processes import spawn, stop
from .web import Browser

START_SECONDS = 120
# One loop, and no bound on what one address may open; everything else as the product has it.
SETTINGS = "loops = 1\nmax-connections-per-address = 65535\nlog-level = warning\nbase-domain = localhost\n"


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


def run_command(binary, environment, *words, given=None):
    done = subprocess.run([str(word) for word in (binary, *words)], env=environment, input=given,
                          capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"countersign {' '.join(map(str, words))} failed:\n{done.stderr or done.stdout}")
    return done.stdout


class Portal:
    """`more` stands in the environment as well, such as a library that slows the disk."""

    name = "countersign"
    serves_demonstration = False

    def __init__(self, binary, checkout, data, core, more=None, settings=SETTINGS):
        self.binary, self.data, self.core = binary, data, core
        self.environment = dict(os.environ, COUNTERSIGN_RESOURCES=str(checkout / "Resources")) | (more or {})
        self.settings, self.text, self.process = data.parent / f"{data.name}.conf", settings, None

    def start(self):
        self.launch()
        self.wait()
        return self

    def launch(self):
        """Starts it and returns at once; `wait` returns when it answers."""
        self.port = free_port()
        listen = "" if self.serves_demonstration else f"listen = 127.0.0.1:{self.port}\n"
        self.settings.write_text(self.text + listen)
        with Path(f"{self.data}.log").open("w") as self.log:
            self.process = spawn(self.command(), self.core, env=self.environment, stdout=self.output(),
                                 stderr=self.log, text=True)
        self.pid = self.process.pid

    def command(self):
        return [self.binary, "serve", "--settings", self.settings, "--data", self.data]

    def output(self):
        return subprocess.DEVNULL

    def wait(self):
        end = time.monotonic() + START_SECONDS
        while time.monotonic() < end and self.process.poll() is None:
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return self.find_certificate(self.data / "tls")
            except OSError:
                time.sleep(0.002)
        raise SystemExit(f"the portal did not start; see {self.log.name}")

    def find_certificate(self, folder):
        self.certificate, self.key = str(folder / "certificate.pem"), str(folder / "key.pem")

    def stop(self):
        stop(self.process)


class Demonstration(Portal):
    """The demonstration that the product seeds by itself; it has invoices."""

    serves_demonstration = True

    def command(self):
        return [self.binary, "demo", "--json", "--settings", self.settings, "--data", self.data, "--port", self.port]

    def output(self):
        return subprocess.PIPE

    def wait(self):
        line = self.process.stdout.readline()
        if not line.startswith("{"):
            raise SystemExit(f"the portal did not start; see {self.log.name}")
        self.report = json.loads(line)
        self.port = int(self.report["landing"].rsplit(":", 1)[1].rstrip("/"))
        self.find_certificate(Path(self.report["certificate"]).parent)

    def person(self, tenant, role):
        """Somebody of that role who is signed in, for the whole company."""
        for person in self.report["people"]:
            if f"//{tenant}." in person["url"] and person["role"] == role and not person["worksites"]:
                browser = Browser(self.port, f"{tenant}.localhost")
                browser.sign_in(person["email"], person["password"])
                return browser
        raise SystemExit(f"the demonstration has no {role} at {tenant}")
