"""What is measured with requests: for each scenario the load on the portal and, where they can do the same, on nginx
and the peer."""

import contextlib
import re

from .changer import Changer
from .load import Load
from .seeds import BULK_SITE, PAGE_ROWS, PAGE_SITE

ONE, SOME, MANY = 1, 16, 64
TENANTS = "clients-100"
CHANGED_SHEETS = 50
# More pages than the portal keeps to send again: each of these addresses has its page made anew.
ADDRESSES = 2_000
LONGEST_UNDO_SECONDS = 30


class Side:
    """A server with its load. `beside`: what else happens there during a round; `after`: puts things back, unmeasured,
    and is told how the round went."""

    def __init__(self, server, load, beside=None, after=None):
        self.server, self.load = server, load
        self.beside, self.after = beside or contextlib.nullcontext(), after


class Scenario:
    def __init__(self, name, about, sides, syncs=False, at_least_p50=0):
        """`syncs`: bare syncs are timed beside it. `at_least_p50`: below it something was not measured as meant."""
        self.name, self.about, self.sides, self.syncs, self.at_least_p50 = name, about, sides, syncs, at_least_p50


def page_path(portal, one):
    return f"/timesheets?worksite={portal.sheets[one][PAGE_SITE]['id']}"


def always_new(path):
    """The same page at many addresses: what stands in them besides means nothing."""
    return [f"{path}{'&' if '?' in path else '?'}n={number}" for number in range(ADDRESSES)]


class Reading:
    """The same answer again and again, from the portal and from nginx."""

    def __init__(self, stage, name, about, connections, portal, asked, closes=False, changes=False):
        """`asked`: pairs of a signed-in browser and a path, in turn; all answers are equally long, more or less."""
        self.stage, self.name, self.connections, self.closes = stage, name, connections, closes
        self.portal, self.asked, self.about, self.changes = portal, asked, about, changes

    def scenario(self):
        browser, path = self.asked[0]
        reply = browser.get(path)
        if reply.status != 200:
            raise SystemExit(f"{path} was answered with {reply.status}")
        nginx = self.stage.nginx(self.portal, self.name, reply)
        ours = [browser.raw("GET", path, close=self.closes) for browser, path in self.asked]
        theirs = [browser.raw("GET", f"/{self.name}", close=self.closes)]
        beside = changer(self.stage, self.portal) if self.changes else None
        sides = [Side(self.portal, self.load("portal", ours, reply), beside),
                 Side(nginx, self.load("nginx", theirs, reply))]
        sides += [Side(rival, self.load(rival.name, requests)) for rival, requests in self.stage.rivals(self.name)]
        about = f"{self.about}, {reply.wire_bytes:,} bytes, {len(reply.body):,} of them the body; " \
                f"{self.connections} connections"
        return Scenario(self.name, about, sides)

    def load(self, side, requests, reply=None):
        return Load(self.stage.file(f"{self.name}-{side}"), requests, self.connections, closes=self.closes,
                    wire_bytes=reply and reply.wire_bytes)


def changer(stage, portal):
    one = portal.seed.working_slugs[0]
    browser = stage.approver(portal, one)
    return Changer(portal, browser, portal.sheets[one][BULK_SITE]["sheets"][:CHANGED_SHEETS], browser.token())


def pages(stage, name, connections, seed="client", changes=False, made=False):
    portal = stage.portal(seed)
    asked = [(stage.approver(portal, one), path) for one in portal.seed.working_slugs
             for path in (always_new(page_path(portal, one)) if made else [page_path(portal, one)])]
    about = f"a worksite's page of {PAGE_ROWS} waiting sheets, {portal.seed.about}"
    about += ", ten changes a second there" if changes else ", which nobody changes"
    about += ", each page made anew" if made else ""
    return Reading(stage, name, about, connections, portal, asked, changes=changes).scenario()


def invoice(stage, name):
    demo = stage.demonstration()
    billing = demo.person("northwind", "billing-contact")
    path = re.findall(r'href="(/invoices/[^"/?#.]+)"', billing.get("/invoices").text)[0]
    return Reading(stage, name, "an invoice as PDF", SOME, demo, [(billing, f"{path}/pdf")]).scenario()


def asset(stage, name, closes=False):
    """The largest of a page's files, or for new connections the smallest."""
    demo = stage.demonstration()
    billing = demo.person("northwind", "billing-contact")
    paths = re.findall(r'"(/assets/[^"]+)"', billing.get("/invoices").text)
    path = (min if closes else max)(paths, key=lambda path: billing.get(path).wire_bytes)
    about = "a new TLS connection for each request of a small file" if closes else "a static file"
    return Reading(stage, name, about, SOME, demo, [(billing, path)], closes=closes).scenario()


class Approvals:
    """Each request approves another sheet and is answered when that is on disk; after a round all are taken back."""

    def __init__(self, stage, portal):
        self.stage, self.portal = stage, portal
        browsers = {one: stage.approver(portal, one) for one in portal.seed.working_slugs}
        tokens = {one: browser.token() for one, browser in browsers.items()}
        lists = [[(one, *sheet) for sheet in portal.sheets[one][BULK_SITE]["sheets"]] for one in browsers]
        self.sheets = [sheet for turn in zip(*lists) for sheet in turn]
        self.approve = [browsers[one].raw("POST", f"/timesheets/{sheet}/approval",
                                          {"csrf": tokens[one], "seen": seen}) for one, sheet, seen in self.sheets]
        self.withdraw = [browsers[one].raw("POST", f"/timesheets/{sheet}/approval/withdrawal", {"csrf": tokens[one]})
                         for one, sheet, _ in self.sheets]

    def scenario(self, name, connections, slow=False):
        approve = Load(self.stage.file(f"{name}-portal"), self.approve, connections, "approved=1", once=True,
                       is_new=True)
        undo = Load(self.stage.file(f"{name}-undo"), self.withdraw, SOME, "taken-back", once=True)

        def put_back(result):
            most = result["requests"] + 2 * connections + 2 * SOME
            undo.run(self.portal, LONGEST_UNDO_SECONDS, self.stage.load_core, most=most)
        sides = [Side(self.portal, approve, after=put_back)]
        for rival, requests in self.stage.rivals(name, slow):
            load = Load(self.stage.file(f"{name}-{rival.name}"), requests, connections, "/timesheets")
            sides.append(Side(rival, load))
        about = f"a durable approval with its access record, each of another sheet of {self.portal.seed.about}; " \
                f"{connections} connection{'s' if connections > 1 else ''}"
        about += "; every sync takes two milliseconds longer" if slow else ""
        return Scenario(name, about, sides, syncs=True, at_least_p50=2_000 if slow else 0)


def approvals(stage, name, connections, seed="approvals", slow=False):
    return Approvals(stage, stage.portal(seed, slow)).scenario(name, connections, slow)


PLAN = {
    "page": lambda stage, name: pages(stage, name, SOME),
    "page-changing": lambda stage, name: pages(stage, name, SOME, changes=True),
    "page-made": lambda stage, name: pages(stage, name, SOME, made=True),
    "page-alone": lambda stage, name: pages(stage, name, ONE),
    "page-changing-alone": lambda stage, name: pages(stage, name, ONE, changes=True),
    "page-100": lambda stage, name: pages(stage, name, MANY, TENANTS),
    "pdf": lambda stage, name: invoice(stage, name),
    "asset": lambda stage, name: asset(stage, name),
    "connection": lambda stage, name: asset(stage, name, closes=True),
    "approval": lambda stage, name: approvals(stage, name, MANY),
    "approval-alone": lambda stage, name: approvals(stage, name, ONE),
    "approval-100": lambda stage, name: approvals(stage, name, MANY, TENANTS),
    "approval-slow": lambda stage, name: approvals(stage, name, MANY, slow=True),
    "approval-100-slow": lambda stage, name: approvals(stage, name, MANY, TENANTS, slow=True),
}
