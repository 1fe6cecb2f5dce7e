"""What others would use: the servers that ../shared/peer builds, under the same load.

The peer is Hummingbird with SQLite, a database per tenant; the prototype a throwaway without the product's rules. They
are built by the script of that folder, which takes up to eighteen minutes the first time, and never by this one.
"""

import os
import socket
import subprocess
import time
from pathlib import Path

from .portal import free_port
from .processes import say, spawn, stop

BUILT = Path(os.environ.get("PEER_WORK") or Path.home() / ".cache/portal-peer") / "build"
PROGRAMS = {"peer": BUILT / "peer/.build/release/Peer", "prototype": BUILT / "prototype/.build/release/Portal"}
TENANTS, SHEETS_EACH = 100, 10
PDF_BYTES = 89_111  # as large as the invoice of the demonstration
PATHS = {"page": "/timesheets", "pdf": "/invoices/7.pdf", "connection": "/ping", "approval": "/timesheets/{}/approve"}


class Peers:
    """Those that are built; started when a scenario first needs them."""

    def __init__(self, checkout):
        self.running = {}
        self.names = [name for name, program in PROGRAMS.items() if program.exists()]
        if "peer" not in self.names:
            script = checkout.parent / "shared/peer/load/side-by-side.py"
            say(f"the peer is not built, so there are no ratios to it; build it with {script} --servers peer"
                if script.exists() else f"the peer is not built and {script} is missing: no ratios to it")

    def sides(self, name, slow, stage):
        """Pairs of a server and its requests, for a scenario that they can do."""
        path = PATHS.get(name.split("-")[0])
        if path is None or "changing" in name or "made" in name:
            return []
        found = []
        for one in self.names:
            if (one, slow) not in self.running:
                self.running[one, slow] = stage.begin(Peer(one, stage, slow))
            server = self.running[one, slow]
            found.append((server, server.requests(path, TENANTS if "-100" in name else 1, name == "connection")))
        return found


class Peer:
    def __init__(self, name, stage, slow):
        self.name, self.core, self.process = name, stage.core, None
        self.data = stage.work / f"{name}{'-slow' if slow else ''}"
        self.environment = dict(os.environ, THREADS="1", **(stage.slow_disk() if slow else {}))

    def start(self):
        self.port = free_port()
        self.data.mkdir(parents=True)
        self.make_files()
        command = [PROGRAMS[self.name], self.data, self.port, TENANTS]
        if self.name == "peer":
            seeding = [str(word) for word in command + ["seed"]]
            subprocess.run(seeding, env=dict(self.environment, LD_PRELOAD=""), check=True)
        else:
            command += ["1", "assume"]
        with Path(f"{self.data}.log").open("w") as log:
            self.process = spawn(command, self.core, env=self.environment, stdout=log, stderr=log)
        self.pid = self.process.pid
        for _ in range(600):
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return self
            except OSError:
                time.sleep(0.05)
        raise SystemExit(f"{self.name} does not answer; see {log.name}")

    def make_files(self):
        """A certificate of the kind that the portal makes, and bytes in place of an invoice."""
        certificate, key, pdf = (self.data / name for name in ("certificate.pem", "key.pem", "invoice.pdf"))
        subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
                        "-keyout", key, "-out", certificate, "-days", "30", "-subj", "/CN=localhost"],
                       check=True, stderr=subprocess.DEVNULL)
        pdf.write_bytes(os.urandom(PDF_BYTES))
        self.environment |= {"PEER_CERT": str(certificate), "PEER_KEY": str(key), "PEER_PDF": str(pdf)}

    def requests(self, path, tenants, closes):
        if "{}" not in path:
            return [self.request("GET", path, tenant, closes) for tenant in range(tenants)]
        return [self.request("POST", path.format(at * 20 + 2 * (at % 9)), tenant)
                for at in range(SHEETS_EACH) for tenant in range(tenants)]

    @staticmethod
    def request(method, path, tenant, closes=False):
        body = f"csrf={token(tenant, 99)}" if method == "POST" else ""
        lines = [f"{method} {path} HTTP/1.1", "Host: localhost", "User-Agent: Mozilla/5.0 (X11; Linux x86_64)",
                 "Accept: text/html", f"Cookie: theme=light; sid={token(tenant, 1)}"]
        lines += ["Connection: close"] if closes else []
        if body:
            lines += ["Content-Type: application/x-www-form-urlencoded", f"Content-Length: {len(body)}"]
        return "\r\n".join(lines) + "\r\n\r\n" + body

    def stop(self):
        stop(self.process)


def token(tenant, user):
    """A session, as both of them read it."""
    return f"{tenant:08x}{user:08x}{0xabcdef:016x}"
