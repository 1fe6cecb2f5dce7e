"""Data folders to measure with: agencies of so many clients and sheets, made by the product's own commands.

Each is made once, kept in .cache/bench/seeds, and all but the largest are copied for a run. `--fresh` makes them anew.
"""

import json
import os
import re
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

from .portal import Portal, run_command
from .processes import say
from .web import Browser

PASSWORD = "the quick brown clock of the bench"
PAGE_SITE, PAGE_ROWS = "PG", 50
BULK_SITE = "BULK"
SUNDAYS = [(f"2026-{first}", f"2026-{last}") for first, last in (
    ("08-02", "08-08"), ("08-09", "08-15"), ("08-16", "08-22"), ("08-23", "08-29"),
    ("08-30", "09-05"), ("09-06", "09-12"), ("09-13", "09-19"), ("09-20", "09-26"))]
IDLE = "9"  # with what the numbers of idle workers begin
ENTRIES_PER_SHEET = 5
STAFF = ("billing", "coordinator")
HOURS_HEADER = "Emp No\tName\tPlant\tWeek Ending\tSun\tMon\tTue\tWed\tThu\tFri\tSat\tTotal\tOT Hours\tDT Hours"
MAPPING = "demo/mappings/cedar.mapping"


def slug(number):
    return f"client-{number:05}"


def prefix(number):
    """Letters for the numbers of invoices."""
    letters = ""
    for _ in range(4):
        number, rest = divmod(number, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


class Seed:
    """So many clients; those that are `working` have a page of fifty waiting sheets at one worksite, `bulk` more
    waiting at another, and somebody who may approve all of them. The others only exist. The last that works may have
    `sites` more with a sheet for each week, `idle` workers whose hours have not come in, and so many more `people`."""

    def __init__(self, name, about, clients=1, working=1, bulk=0, sites=0, idle=0, people=0):
        self.name, self.about, self.clients, self.working, self.bulk = name, about, clients, working, bulk
        self.sites, self.idle, self.people = sites, idle, people
        self.weeks = SUNDAYS if bulk > 1_000 else SUNDAYS[:1]
        self.workers = -(-bulk // len(self.weeks))

    @property
    def working_slugs(self):
        return [slug(number) for number in range(self.working)]

    def make(self, binary, checkout, kept):
        """The folder of this seed; made now if it is not there."""
        folder = kept / self.name
        if (folder / "sheets.json").exists():
            return folder
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        begun = time.monotonic()
        say(f"seeding {self.name}: {self.about}")
        run = Runner(binary, checkout, folder / "data")
        run("init", "--name", "Bench Admin", "--email", "admin@agency.example")
        with tempfile.TemporaryDirectory(dir=folder) as files:
            self.write_agency(Path(files))
            run("import", "setup", files)
            for one in self.working_slugs:
                self.take_in_hours(run, Path(files), one, checkout / "Resources" / MAPPING)
        for number, one in enumerate(self.working_slugs):
            for address in self.addresses(number):
                run("person", "password", address, "--tenant", one, given=PASSWORD)
        for member in STAFF:
            run("person", "password", f"{member}@agency.example", given=PASSWORD)
        self.note_sheets(binary, checkout, folder)
        say(f"  made in {time.monotonic() - begun:.0f} s")
        return folder

    def write_agency(self, files):
        tables = {
            "staff": ["agency,name,email,role"] + [f"Bench Agency,Member {one},{one}@agency.example,{one}"
                                                   for one in STAFF],
            "tenants": ["id,name,currency,language,time_zone,workweek_starts,invoice_prefix,payment_terms_days"],
            "worksites": ["tenant,code,name,address,time_zone,jurisdiction,language"],
            "contacts": ["tenant,name,email,role,worksites,from,through,language"],
            "assignments": ["tenant,employee_number,worker,worksite,job_title,from,through,mon,tue,wed,thu,fri,sat,"
                            "sun,bill_rate,pay_rate,purchase_order"]}
        for number in range(self.clients):
            one = slug(number)
            tables["tenants"].append(f"{one},Client {number},USD,en-US,America/Denver,sunday,{prefix(number)},30")
            for code in [PAGE_SITE, BULK_SITE] + self.more_sites(number):
                tables["worksites"].append(f"{one},{code},Site {code},1 Bench Road,America/Denver,US-CO,en-US")
            tables["contacts"] += [f"{one},Ann Approver,{address},approver,,2025-01-06,,en-US"
                                   for address in self.addresses(number)]
            for worker, name, site in self.staffing(number):
                tables["assignments"].append(f"{one},{worker},{name},{site},Packer,2025-06-01,,8.0,8.0,8.0,8.0,8.0,"
                                             "0.0,0.0,30.00,20.00,")
        for name, lines in tables.items():
            (files / f"{name}.csv").write_text("\n".join(lines) + "\n")

    def staffing(self, number):
        """Number, name and worksite of each worker of that client."""
        if number >= self.working:
            return [("100000", "Worker Only", PAGE_SITE)]
        page = [(f"1{at:05}", f"{FIRST[at % 10]} {LAST[at // 10 % 10]}", PAGE_SITE) for at in range(PAGE_ROWS)]
        bulk = [(f"2{at:05}", f"{FIRST[at % 10]} {LAST[at // 10 % 10]} {at}", BULK_SITE)
                for at in range(self.workers)]
        if number < self.working - 1:
            return page + bulk
        sites = [(f"3{at:05}", f"Site Worker {at}", site) for at, site in enumerate(self.more_sites(number))]
        return page + bulk + sites + [(f"{IDLE}{at:05}", f"Idle {at}", BULK_SITE) for at in range(self.idle)]

    def addresses(self, number):
        """Of everybody who may approve there."""
        more = self.people if number == self.working - 1 else 0
        return [email(slug(number), at) for at in range(1 + more)]

    def more_sites(self, number):
        """The codes of the worksites that have one worker each."""
        return [f"S{at:03}" for at in range(self.sites)] if number == self.working - 1 else []

    def take_in_hours(self, run, files, one, mapping):
        for week, (sunday, saturday) in enumerate(self.weeks):
            workers = [(worker, name, site) for worker, name, site in self.staffing(self.working_slugs.index(one))
                       if not worker.startswith(IDLE) and (site != PAGE_SITE or week == 0)]
            rows = [f"{worker}\t{name}\t{site}\t{saturday}\t\t8.00\t8.00\t8.00\t8.00\t8.00\t\t40.00\t0.00\t0.00"
                    for worker, name, site in workers]
            if not rows:
                continue
            (files / "hours.csv").write_text("\n".join([HOURS_HEADER] + rows) + "\n")
            told = run("import", "timesheets", files / "hours.csv", "--tenant", one, "--week", sunday,
                       "--mapping", mapping)
            if f"took {len(rows)} of" not in told:
                raise SystemExit(f"the importer did not take the week of {sunday}:\n{told[-500:]}")

    def note_sheets(self, binary, checkout, folder):
        """Keeps beside the data which sheets wait where: their pages are long to read and never change."""
        core = max(os.sched_getaffinity(0))
        portal = Portal(binary, checkout, folder / "data", core).start()
        try:
            noted = {one: waiting(approver(portal, one)) for one in self.working_slugs}
        finally:
            portal.stop()
        for one, sites in noted.items():
            if len(sites[PAGE_SITE]["sheets"]) != PAGE_ROWS:
                raise SystemExit(f"{one} has a page of {len(sites[PAGE_SITE]['sheets'])} sheets, not of {PAGE_ROWS}")
        (folder / "sheets.json").write_text(json.dumps(noted))


FIRST = "Ada Boris Chiara Deniz Elif Farid Grace Hiro Inés Jonas".split()
LAST = "Adams Brandt Costa Dupont Eriksen Fischer Gupta Hassan Ivanov Jensen".split()


def email(one, at=0):
    return f"ann{at or ''}@{one}.example"


class Runner:
    """Runs commands of the product on one data folder, without waiting for the disk: seeds can be made again."""

    def __init__(self, binary, checkout, data):
        self.binary, self.data = binary, data
        library = data.parent / "no_sync.so"
        source = checkout / "Tests/Proofs/no_sync.c"
        subprocess.run(["gcc", "-O2", "-shared", "-fPIC", "-o", library, source], check=True)
        self.environment = dict(os.environ, COUNTERSIGN_RESOURCES=str(checkout / "Resources"), LD_PRELOAD=str(library))

    def __call__(self, *words, given=None):
        return run_command(self.binary, self.environment, *words, "--data", self.data, given=given)


def approver(portal, one):
    """Somebody who may approve everything at that client, signed in."""
    browser = Browser(portal.port, f"{one}.localhost")
    browser.sign_in(email(one), PASSWORD)
    return browser


def member(portal, role):
    """Somebody of the agency with that role, signed in."""
    browser = Browser(portal.port, "staff.localhost")
    browser.sign_in(f"{role}@agency.example", PASSWORD)
    return browser


def waiting(browser):
    """By code of the worksite: its identifier, and each waiting sheet with the fingerprint that approving needs."""
    options = re.findall(r'<option value="([^"]+)"[^>]*>Site ([A-Z0-9]+)<', browser.get("/timesheets").text)
    return {code: {"id": site, "sheets": list(sheets_at(browser, site).items())} for site, code in options}


def sheets_at(browser, site):
    sheets, page = {}, 0
    while True:
        text = browser.get(f"/timesheets?worksite={site}&page={page}").text
        found = dict(one.split("@") for one in re.findall(r'name="sheet" value="([^"]+)"', text))
        if not found or set(found) <= set(sheets):
            return sheets
        sheets |= found
        page += 1


def copy(folder, target):
    """A seed's data where a run may change it; shares the blocks where the file system can."""
    target.parent.mkdir(parents=True, exist_ok=True)
    subprocess.run(["cp", "-a", "--reflink=auto", folder / "data", target], check=True)
