"""The servers of a run: each is started when a scenario first needs it, and all are stopped at the end."""

import json
import shutil
import subprocess
from pathlib import Path

from .nginx import Nginx
from .peer import Peers
from .portal import Demonstration, Portal
from .processes import say
from .seeds import Seed, approver, copy
from .web import handshake

SLOWER_MICROSECONDS = 2_000
MOST_COPIED = 1_000
BULK, BULK_OF_MANY = 20_000, 200

SEEDS = {seed.name: seed for seed in (
    Seed("client", "one client, 2,000 sheets", bulk=2_000 - 50),
    Seed("approvals", "one client, 20,000 sheets to approve", bulk=BULK),
    Seed("clients-100", "100 clients with 250 sheets each", clients=100, working=100, bulk=BULK_OF_MANY),
    Seed("clients-10000", "10,000 clients, one of them with 2,000 sheets", clients=10_000, bulk=2_000 - 50))}


class Stage:
    def __init__(self, chosen, kept):
        self.binary, self.checkout, self.fresh = chosen.binary, chosen.checkout, chosen.fresh
        self.core, self.load_core = chosen.cores
        self.rounds, self.seconds = chosen.rounds, chosen.seconds
        self.peers = Peers(self.checkout) if chosen.peer else None
        self.seeds, self.work = kept / "seeds", kept / "work"
        self.servers, self.running, self.signed_in = [], {}, {}
        shutil.rmtree(self.work, ignore_errors=True)
        self.work.mkdir(parents=True)

    def close(self):
        for server in self.servers:
            server.stop()

    def begin(self, server):
        self.servers.append(server)
        return server.start()

    def file(self, name):
        return self.work / f"{name}.requests.lua"

    def seeded(self, seed, place):
        """A fresh copy of that seed's data, and which sheets wait in it. Ten thousand clients are too many to copy and
        remove for each run; they are read where they are kept."""
        kept = self.seeds / seed.name
        if seed.name in self.fresh:
            shutil.rmtree(kept, ignore_errors=True)
            self.fresh.discard(seed.name)
        folder = seed.make(self.binary, self.checkout, self.seeds)
        data = self.work / place
        if seed.clients > MOST_COPIED:
            data = folder / "data"
        else:
            copy(folder, data)
        return data, json.loads((folder / "sheets.json").read_text())

    def portal(self, name, slow=False):
        """The portal with that seed; `slow`: every sync takes two milliseconds longer."""
        place = name + ("-slow" if slow else "")
        if place not in self.running:
            seed = SEEDS[name]
            data, sheets = self.seeded(seed, place)
            portal = Portal(self.binary, self.checkout, data, self.core, more=self.slow_disk() if slow else None)
            portal.sheets, portal.seed = sheets, seed
            self.running[place] = self.begin(portal)
        return self.running[place]

    def demonstration(self):
        if "demo" not in self.running:
            say("seeding the demonstration")
            demo = Demonstration(self.binary, self.checkout, self.work / "demo", self.core)
            self.running["demo"] = self.begin(demo)
        return self.running["demo"]

    def approver(self, portal, one):
        key = portal, one
        if key not in self.signed_in:
            self.signed_in[key] = approver(portal, one)
        return self.signed_in[key]

    def rivals(self, name, slow=False):
        """Other servers that can do the same, each with the requests it needs for it."""
        return self.peers.sides(name, slow, self) if self.peers else []

    def slow_disk(self):
        library = self.work / "slow_sync.so"
        if not library.exists():
            source = Path(__file__).with_name("slow_sync.c")
            subprocess.run(["gcc", "-O2", "-shared", "-fPIC", "-o", library, source, "-ldl"], check=True)
        return {"LD_PRELOAD": str(library), "SLOW_SYNC_MICROSECONDS": str(SLOWER_MICROSECONDS)}

    def nginx(self, portal, name, reply):
        """nginx with that answer of the portal, with the portal's certificate, version and suite."""
        nginx = Nginx(self.work / f"nginx-{name}", self.core, portal, handshake(portal.port)[1])
        nginx.serve(name, reply)
        self.begin(nginx)
        ours, theirs = handshake(portal.port), handshake(nginx.port)
        if ours != theirs or ours[2]:
            raise SystemExit(f"TLS differs or sessions are resumed: the portal {ours}, nginx {theirs}")
        return nginx
