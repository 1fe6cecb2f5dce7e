"""Sign-offs at a steady pace, first alone, then beside all that is slow: sign-ins, an import, a batch of invoices."""

import re
import threading
import time
import urllib.parse

from .fact import fact
from .load import Load
from .processes import say
from .seeds import BULK_SITE, PASSWORD, SUNDAYS, Seed, email, member
from .stage import SEEDS
from .web import Browser

NAME = "beside"
SIGN_OFFS, BETWEEN_SIGN_OFFS_MS = 2, 10
SIGN_INS_A_SECOND = 20
DAYS, SITES = 5, 63
ROWS = 100_000 - DAYS  # a file of hours has at most 100,000 lines, its header included
ALONE_SECONDS, LONGEST_SECONDS = 5, 240
ABOUT = (f"beside: sign-offs of {SIGN_OFFS} connections with {BETWEEN_SIGN_OFFS_MS} ms between, at one client; "
         f"meanwhile {SIGN_INS_A_SECOND} sign-ins a second are asked for, another client's hours come in by the "
         f"staff's form ({ROWS:,} rows) and then {SITES * len(SUNDAYS)} of its invoices are made; one loop and one core for all")
SEEDS[NAME] = Seed(NAME, "two clients, one with 20,000 workers whose hours are to come in", clients=2, working=2,
                   bulk=20_000, sites=SITES, idle=ROWS // DAYS, people=SIGN_INS_A_SECOND)
MAPPING = "\n".join(["layout = days", "delimiter = comma", "decimal = point", "dates = yyyy-MM-dd", "[columns]",
                     "employee = E", "worker = N", "worksite = S", "date = D", "pay_code = C", "hours = H",
                     "[pay codes]", "R = regular", ""])


def measure(stage):
    portal = stage.portal(NAME)
    first, second = portal.seed.working_slugs
    jobs = Jobs(portal, stage.approver(portal, second), second)
    alone = sign_offs(stage, portal, first, 0, None)
    ended = threading.Event()
    worker = threading.Thread(target=jobs.work, args=(ended,))
    sign_in = threading.Thread(target=lambda: jobs.sign_ins(stage, ended))
    worker.start()
    sign_in.start()
    result = sign_offs(stage, portal, first, alone["requests"] + SIGN_OFFS, ended)
    worker.join()
    sign_in.join()
    if jobs.fault or result["errors"] or alone["errors"]:
        raise SystemExit(f"beside: {jobs.fault or 'some sign-offs were not answered as done'}")
    yield fact(NAME, "alone_p99_us", "sign-off, nothing beside, p99", alone["p99"], "us")
    yield fact(NAME, "p50_us", "sign-off beside all of it, p50", result["p50"], "us")
    yield fact(NAME, "p99_us", "sign-off beside all of it, p99", result["p99"], "us")
    yield fact(NAME, "sign_offs", "sign-offs meanwhile", result["requests"], "")
    yield from jobs.figures()


def sign_offs(stage, portal, one, already, ended):
    """Approvals of sheets that nobody approved before; alone, or until the event."""
    browser = stage.approver(portal, one)
    token = browser.token()
    sheets = portal.sheets[one][BULK_SITE]["sheets"][already:]
    requests = [browser.raw("POST", f"/timesheets/{sheet}/approval", {"csrf": token, "seen": seen})
                for sheet, seen in sheets]
    load = Load(stage.file(f"{NAME}-{already}"), requests, SIGN_OFFS, "approved=1", once=True, is_new=True,
                pause=BETWEEN_SIGN_OFFS_MS)
    return load.run(portal, LONGEST_SECONDS if ended else ALONE_SECONDS, stage.load_core, until=ended)


class Jobs:
    """What the other client asks for meanwhile."""

    def __init__(self, portal, approver, one):
        self.portal, self.approver, self.one, self.fault = portal, approver, one, None
        self.coordinator, self.billing = member(portal, "coordinator"), member(portal, "billing")
        self.took, self.invoices, self.sign_in = {}, 0, None
        self.approve_for_invoices()

    def approve_for_invoices(self):
        """A bulk decision about every sheet of the small worksites."""
        sites = self.portal.sheets[self.one]
        sheets = [f"{sheet}@{seen}" for code, site in sites.items() if code.startswith("S") for sheet, seen in
                  site["sheets"]]
        form = [("csrf", self.approver.token())] + [("sheet", sheet) for sheet in sheets]
        reply = self.approver.ask("POST", "/timesheets/approvals", form)
        if f"approved={len(sheets)}" not in (reply.header("Location") or ""):
            raise SystemExit(f"approving {len(sheets)} sheets at once was answered with {reply.status}")

    def work(self, ended):
        try:
            for job in (self.take_in, self.make_invoices):
                begun = time.monotonic()
                job()
                self.took[job.__name__] = time.monotonic() - begun
        except (OSError, SystemExit) as fault:
            self.fault = fault
            say(f"  {fault}")
        ended.set()

    def take_in(self):
        """The three steps of the staff's form: send the files, look at what would happen, confirm."""
        token = self.token(self.coordinator, "imports")
        days = [f"{SUNDAYS[0][0][:-2]}{int(SUNDAYS[0][0][-2:]) + day:02}" for day in range(1, DAYS + 1)]
        rows = [f"9{at:05},Idle {at},{BULK_SITE},{day},R,8.00" for at in range(ROWS // DAYS) for day in days]
        parts = {"csrf": token, "week": SUNDAYS[0][0], "mapping": MAPPING, "file": "\n".join(["E,N,S,D,C,H"] + rows)}
        reply = self.coordinator.upload(f"/tenants/{self.one}/imports/dry-run", parts, files={"file"})
        place = reply.header("Location")
        if reply.status != 303 or not place:
            said = re.search(r'role="alert".*?</', reply.text, re.S)
            raise SystemExit(f"the hours were answered with {reply.status} {said and said.group()}")
        order = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(place).query))
        reply = self.coordinator.ask("POST", f"/tenants/{self.one}/imports", order | {"csrf": token})
        if f"={ROWS // DAYS}" not in (reply.header("Location") or ""):
            raise SystemExit(f"the import was answered with {reply.status}, {reply.header('Location')}")

    def make_invoices(self):
        """Run after run until nothing is left, as the page offers it."""
        token = self.token(self.billing, "invoices")
        while True:
            form = {"csrf": token, "through": SUNDAYS[-1][0]}
            reply = self.billing.ask("POST", f"/tenants/{self.one}/invoices", form)
            told = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(reply.header("Location") or "").query))
            if reply.status != 303 or "issued" not in told:
                raise SystemExit(f"making invoices was answered with {reply.status}")
            self.invoices += int(told["issued"])
            if "remaining" not in told:
                return

    def token(self, browser, place):
        return re.search(r'name="csrf" value="([^"]+)"', browser.get(f"/tenants/{self.one}/{place}").text).group(1)

    def sign_ins(self, stage, ended):
        """One connection for each sign-in a second, each a second after its last answer at the earliest."""
        browser = Browser(self.portal.port, f"{self.one}.localhost")
        requests = [browser.raw("POST", "/sign-in", {"email": email(self.one, at), "password": PASSWORD, "next": ""})
                    for at in range(1, SIGN_INS_A_SECOND + 1)]
        load = Load(stage.file(f"{NAME}-sign-in"), requests, SIGN_INS_A_SECOND, "/", pause=1_000)
        self.sign_in = load.run(self.portal, LONGEST_SECONDS, stage.load_core, until=ended)

    def figures(self):
        yield fact(NAME, "sign_ins_a_second", "sign-ins answered", self.sign_in["rate"], "a second")
        yield fact(NAME, "sign_ins_refused", "sign-ins that did not get in", self.sign_in["errors"], "")
        yield fact(NAME, "import_s", f"the import of {ROWS:,} rows, upload and look included",
                   self.took["take_in"], "s")
        yield fact(NAME, "invoices", "invoices made", self.invoices, "")
        yield fact(NAME, "invoices_s", "for which it took", self.took["make_invoices"], "s")
