"""What is measured: for each scenario the load on the portal and, where nginx can serve the same, on nginx."""

import re
import shutil

from .load import Load
from .nginx import Nginx
from .portal import Portal, Week, page_of, waiting_sheets
from .processes import say
from .web import handshake

NAMES = ("page", "page-alone", "pdf", "connection", "approval", "approval-alone")
ROWS = 50
MANY, ALONE = 16, 1
SHEETS = 6_000
SHEETS_ALONE = 1_500
LONGEST_UNDO_SECONDS = 20


class Scenario:
    """`sides` are pairs of a server and its load; `after` puts things back after a round, unmeasured."""

    def __init__(self, name, about, sides, after=None):
        self.name, self.about, self.sides, self.after = name, about, sides, after


class Stage:
    """The servers of a run and its scenarios. What it started, `close` stops."""

    def __init__(self, binary, checkout, work, cores):
        self.checkout, self.work, self.core, self.load_core = checkout, work, *cores
        self.binary, self.servers = binary, []

    def close(self):
        for server in self.servers:
            server.stop()

    def prepare(self, names):
        shutil.rmtree(self.work, ignore_errors=True)
        self.work.mkdir(parents=True)
        say("seeding a demonstration")
        demo = Portal(self.binary, self.checkout, self.work / "demo", self.core)
        demo.start()
        demo.stop()
        scenarios = []
        if set(names) & {"approval", "approval-alone"}:
            shutil.copytree(demo.data, self.work / "approvals")
            scenarios += self.approvals(Portal(self.binary, self.checkout, self.work / "approvals", self.core), names)
        if set(names) & {"page", "page-alone", "pdf", "connection"}:
            scenarios += self.readings(self.begin(demo), names)
        return sorted(scenarios, key=lambda scenario: NAMES.index(scenario.name))

    def begin(self, server):
        self.servers.append(server)
        return server.start()

    def file(self, name):
        return self.work / f"{name}.requests.lua"

    def readings(self, portal, names):
        approver, billing = portal.person("northwind", "approver"), portal.person("northwind", "billing-contact")
        page, rows = page_of(approver, ROWS)
        invoices = re.findall(r'href="(/invoices/[^"/?#.]+)"', billing.get("/invoices").text)
        assets = re.findall(r'"(/assets/[^"]+)"', approver.get(page).text)
        asset = min(assets, key=lambda path: approver.get(path).wire_bytes)
        nginx = Nginx(self.work / "nginx", self.core, portal)
        nginx.suite = handshake(portal.port)[1]
        plan = {"page": (approver, page, MANY, f"the page of {rows} sheets"),
                "page-alone": (approver, page, ALONE, f"the page of {rows} sheets, one connection"),
                "pdf": (billing, f"{invoices[0]}/pdf", MANY, "an invoice as PDF"),
                "connection": (approver, asset, MANY, "a new TLS connection for each request of a small file")}
        chosen = {name: plan[name] for name in NAMES if name in names and name in plan}
        scenarios = []
        for name, (browser, path, connections, about) in chosen.items():
            reply = browser.get(path)
            if reply.status != 200:
                raise SystemExit(f"{path} was answered with {reply.status}")
            nginx.serve(name, reply)
            closes = name == "connection"
            requests = [(browser.raw("GET", target, close=closes)) for target in (path, f"/{name}")]
            loads = [Load(self.file(f"{name}-{side}"), [request], connections, closes=closes,
                          wire_bytes=reply.wire_bytes) for side, request in enumerate(requests)]
            about += f", {reply.wire_bytes:,} bytes, {len(reply.body):,} of them the body; {connections} connections"
            scenarios.append(Scenario(name, about, [(portal, loads[0]), (nginx, loads[1])]))
        self.begin(nginx)
        self.check_security(portal, nginx)
        return scenarios

    def check_security(self, portal, nginx):
        ours, theirs = handshake(portal.port), handshake(nginx.port)
        if ours != theirs or ours[2]:
            raise SystemExit(f"TLS differs or sessions are resumed: the portal {ours}, nginx {theirs}")
        say(f"  both speak {ours[0]} with {ours[1]}, and resume no session")

    def approvals(self, portal, names):
        """A copy of the demonstration with thousands of waiting sheets, so that the original stays as it is."""
        Week(self.checkout, self.work / "agency-files").take_in(portal, SHEETS)
        self.begin(portal)
        approver = portal.person(Week.TENANT, "approver", Week.SITE)
        sheets, token = waiting_sheets(approver)
        sheets = list(sheets.items())
        plan = {"approval": (SHEETS, MANY * 2), "approval-alone": (SHEETS_ALONE, ALONE)}
        return [self.approval(portal, approver, token, name, sheets[:plan[name][0]], plan[name][1])
                for name in NAMES if name in names and name in plan]

    def approval(self, portal, approver, token, name, sheets, connections):
        approve = [approver.raw("POST", f"/timesheets/{sheet}/approval", {"csrf": token, "seen": seen})
                   for sheet, seen in sheets]
        withdraw = [approver.raw("POST", f"/timesheets/{sheet}/approval/withdrawal", {"csrf": token})
                    for sheet, _ in sheets] + [approver.raw("GET", "/sign-in")] * MANY * 2
        load = Load(self.file(name), approve, connections, location="approved=1")
        undo = Load(self.file(f"{name}-undo"), withdraw, MANY, location="taken-back")

        def put_back():
            undo.run(portal.port, portal.pid, LONGEST_UNDO_SECONDS, self.load_core)
        about = f"one durable approval, each of another sheet, {len(sheets):,} at most; {connections} connections"
        return Scenario(name, about, [(portal, load)], put_back)
