"""A data folder of several clients in which every text carries a mark of whose it is, and people of all roles."""

import csv
import html
import re
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from proving.marks import AGENCY, BILL, PAY, PEOPLE, SLUGS, Seat, mark, what_may_be_seen
from support.refusals import Serving, settings
from support.server import copy, run
from support.wire import Client, form, forms

STAFF = ("ops-admin", "coordinator", "billing")
WEEKS = ("2026-10-26", "2026-11-02")
UPLOADED_WEEK = "2026-11-09"
PASSWORD = "Plum orchard under 7 lanterns"


def write_setup(folder: Path):
    """The agency's files, as `countersign import setup` takes them over."""
    tables = {name: [] for name in ("staff", "tenants", "worksites", "contacts", "assignments")}
    tables["staff"] = [["agency", "name", "email", "role"]]
    tables["tenants"] = [["id", "name", "currency", "language", "time_zone", "workweek_starts", "invoice_prefix",
                          "payment_terms_days"]]
    tables["worksites"] = [["tenant", "code", "name", "address", "time_zone", "jurisdiction", "language"]]
    tables["contacts"] = [["tenant", "name", "email", "role", "worksites", "from", "through", "language"]]
    tables["assignments"] = [["tenant", "employee_number", "worker", "worksite", "job_title", "from", "through", "mon", "tue",
                              "wed", "thu", "fri", "sat", "sun", "bill_rate", "pay_rate", "purchase_order"]]
    for slug in SLUGS:
        write_client(slug, tables)
    folder.mkdir()
    for name, rows in tables.items():
        with open(folder / f"{name}.csv", "w", newline="") as file:
            csv.writer(file).writerows(rows)


def write_client(slug, tables):
    own = mark(slug)
    tables["tenants"].append([slug, f"Company {own}", "USD", "en-US", "America/Chicago", "monday", slug[:2].upper(), 30])
    for site in "AB":
        both = f"{own} {mark(slug, site)}"
        tables["worksites"].append([slug, site, f"Dock {both}", f"1 Dock Road {both}", "America/Chicago", "US-IL", "en-US"])
        for number in range(1, 5):
            tables["assignments"].append(
                [slug, worker(site, number, slug), f"Worker {number} {both}", site, f"Picker {both}", "2026-01-05", "",
                 *[8] * 5, 0, 0, BILL, PAY, f"PO {both}"])
    for name, role, site in PEOPLE:
        email = f"{name}-{own}@{slug}.example"
        tables["contacts"].append([slug, f"{name} {own}", email, role, site, "2026-01-05", "", "en-US"])


def worker(site, number, slug) -> str:
    return f"{site}{number}{mark(slug, site)}"


def hours(slug, week, extra="") -> str:
    """A week of hours for each worker; the last of each worksite has overtime, so that its sheet is not clean."""
    lines = ["Employee ID,Employee,Site,Work Date,Pay Code,Hours"]
    year, month, first = (int(part) for part in week.split("-"))
    for site in "AB":
        for number in range(1, 5):
            for offset in range(5):
                day = time.strftime("%m/%d/%Y", time.gmtime(time.mktime((year, month, first + offset, 12, 0, 0, 0, 0, 0))))
                name = worker(site, number, slug)
                lines.append(f"{name},,{site},{day},REG,8.00")
                if number == 4 and offset == 4:
                    lines.append(f"{name},,{site},{day},OT,2.00")
    return "\n".join(lines) + "\n" + extra


@dataclass
class Marked:
    """The folder at rest, with the sessions that were open when it was put to rest."""

    data: Path
    mapping: Path
    seats: list

    def served(self, folder: Path, **more) -> "Served":
        """A server on a copy of its own."""
        folder.mkdir(exist_ok=True)
        seats = [Seat(seat.place, seat.role, seat.cookie, seat.may_see) for seat in self.seats]
        return Served(copy(self.data, folder / "data"), folder, seats, **more)


class Served(Serving):
    """A running server, and everybody who is signed in there."""

    def __init__(self, data: Path, folder: Path, seats: list, **more):
        self.data, self.folder, self.seats = data, folder, seats
        options = {key: more.pop(key) for key in ("env",) if key in more}
        super().__init__(settings(folder, data, **more), **options)
        self.wait_until(self.answers)

    def answers(self) -> bool:
        return self.client("landing").get("/").status == 200

    def client(self, place, source="127.0.0.1") -> Client:
        return Client(self.port, "localhost" if place == "landing" else f"{place}.localhost", source)

    def seat(self, place, role) -> Seat:
        return next(seat for seat in self.seats if (seat.place, seat.role) == (place, role))

    def sitting(self, place, role, source="127.0.0.1") -> Client:
        client = self.client(place, source)
        client.cookie = self.seat(place, role).cookie
        return client

    def heads(self) -> dict:
        """What `countersign verify` says of each chain of records but those of sessions and of the trail, which grow
        with each request, as the checkpoints do with each minute."""
        said = run("verify", "--data", self.data)
        lines = (line.split(": ", 1) for line in said.stdout.splitlines() if ": " in line)
        return {name: state for name, state in lines if not name.startswith(("access/", "checkpoints"))}

    def kill(self):
        self.process.kill()
        self.process.wait()


_made = {}


def marked(scale) -> Marked:
    """The folder of this run, seeded when it is asked for first."""
    if scale.scratch not in _made:
        _made[scale.scratch] = Seeding(scale.folder("marked")).done()
    return _made[scale.scratch]


class Seeding:
    """Fills an empty folder: from files, from the command line, and as its people would."""

    def __init__(self, folder: Path):
        self.folder, self.data = folder, folder / "data"
        self.mapping = folder / "hours.mapping"
        self.links = {}

    def done(self) -> Marked:
        self.from_the_command_line()
        with Served(self.data, self.folder, []) as served:
            self.mapping_of(served)
            self.let_in(served)
            for slug in SLUGS:
                self.work(served, slug)
            seats = served.seats
        return Marked(self.data, self.mapping, seats)

    def command(self, *words) -> str:
        ended = run(*words, "--data", self.data)
        assert ended.returncode == 0, (words, ended.stdout, ended.stderr)
        return ended.stdout.strip()

    def from_the_command_line(self):
        write_setup(self.folder / "setup")
        self.links["staff", "ops-admin"] = self.command("init", "--name", f"Olga {AGENCY}", "--email", "ops@agency.example")
        self.command("import", "setup", self.folder / "setup")
        for role in STAFF[1:]:
            self.links["staff", role] = self.command(
                "person", "invite", f"{role}@agency.example", "--name", f"{role} {AGENCY}", "--role", role)
        for slug in SLUGS:
            self.links[slug, "admin"] = self.command(
                "person", "invite", f"admin-{mark(slug)}@{slug}.example", "--name", f"admin {mark(slug)}", "--role",
                "client-admin", "--tenant", slug)

    def mapping_of(self, served):
        """The mapping that the product itself offers; nobody needs a session of the folder's for it yet."""
        served.seats.append(accepted(served, "staff", "ops-admin", self.links.pop(("staff", "ops-admin"))))
        answer = served.sitting("staff", "ops-admin").get(f"/tenants/{SLUGS[0]}/imports/template?layout=days")
        assert answer.status == 200, answer.words[:300]
        self.mapping.write_bytes(answer.body)

    def let_in(self, served):
        """Everybody chooses a password by their link; the clients' admins come first, and make the others' links."""
        with ThreadPoolExecutor(4) as pool:
            served.seats += pool.map(lambda item: accepted(served, *item[0], item[1]), self.links.items())
            links = {key: link for slug in SLUGS for key, link in invited(served, slug).items()}
            served.seats += pool.map(lambda item: accepted(served, *item[0], item[1]), links.items())

    def work(self, served, slug):
        """Hours come in, are approved, questioned and sent back, and are invoiced."""
        for week in WEEKS:
            upload(served, slug, hours(slug, week), week, self.mapping)
        refused = f"A9{mark(slug)},,A,11/09/2026,REG,8.00\nA1{mark(slug, 'A')},,A,not a day {mark(slug, 'A')},REG,8\n"
        approver = served.sitting(slug, "approver-all")
        approve_clean(approver)
        run_invoices(served, slug)
        upload(served, slug, hours(slug, UPLOADED_WEEK, refused), UPLOADED_WEEK, self.mapping)
        for site, who in (("A", "approver"), ("B", "approver-b")):
            discuss(served.sitting(slug, who), f"{mark(slug)} {mark(slug, site)}")


def accepted(served, place, role, link) -> Seat:
    """Chooses a password behind a link, which signs in."""
    client = served.client(place)
    answer = client.post("/invitations/" + link.rsplit("/", 1)[1], {"new": PASSWORD, "again": PASSWORD})
    assert answer.status == 303 and client.cookie, (place, role, answer.status, answer.words[:300])
    client.close()
    return Seat(place, role, client.cookie, what_may_be_seen(place, role))


def invited(served, slug) -> dict:
    """The links of a client's people, from the pages that show them to the admin."""
    admin = served.sitting(slug, "admin")
    people = admin.get("/people")
    links = {}
    for path, name in re.findall(r'href="(/people/[0-9A-Z]{13})"[^>]*>([\w-]+) zq', people.text):
        if name != "admin":
            page = admin.post(path + "/invitation", {"csrf": admin.token(people)})
            links[slug, name] = html.unescape(re.search(r"https://[^\s\"<]+/invitations/[\w-]{43}", page.text).group(0))
    assert len(links) == len(PEOPLE), (slug, links, people.words[:400])
    return links


def upload(served, slug, content, week, mapping):
    """A file of hours, looked at first and then taken in, as a coordinator does it."""
    client = served.sitting("staff", "coordinator")
    token = client.token(client.get(f"/tenants/{slug}/imports"))
    page = client.post_files(
        f"/tenants/{slug}/imports/dry-run", [("csrf", token), ("week", week)],
        [("file", f"hours-{mark(slug)}.csv", "text/csv", content.encode()),
         ("mapping-file", "hours.mapping", "text/plain", mapping.read_bytes())])
    page = client.follow(page)
    assert page.status == 200, (page.status, page.words[:600])
    fields = form(page, f"/tenants/{slug}/imports")
    done = client.post(f"/tenants/{slug}/imports", fields)
    assert done.status == 303, (done.status, done.words[:400])
    client.follow(done)
    client.close()


def approve_clean(client):
    """All sheets that wait and have nothing to look at."""
    page = client.get("/timesheets")
    sheets = re.findall(r'name="sheet" value="([^"]+)"', page.text)
    assert sheets, page.words[:300]
    fields = [("csrf", client.token(page)), ("scope", "selected")] + [("sheet", sheet) for sheet in sheets]
    answer = client.post("/timesheets/approvals", fields)
    assert answer.status == 303, answer.words[:300]


def run_invoices(served, slug):
    client = served.sitting("staff", "billing")
    page = client.get(f"/tenants/{slug}/invoices")
    answer = client.post(f"/tenants/{slug}/invoices", {"csrf": client.token(page), "through": WEEKS[-1]})
    page = client.follow(answer)
    number = re.search(r"pdf\?invoice=(\w{13})", page.text)
    assert number, (answer.status, page.words[:500])
    # The day that the form offers: by the client's calendar, which may be behind that of UTC.
    today = re.search(r'name="paid"[^>]* value="([\d-]+)"', page.text).group(1)
    paid = {"csrf": client.token(page), "invoice": number.group(1), "paid": today}
    assert client.post(f"/tenants/{slug}/invoices/payment", paid).status == 303


def discuss(client, words):
    """Asks about one sheet, sends one back with a reason, and approves one."""
    page = client.get("/timesheets")
    token = client.token(page)
    first, second, third = [sheet.split("@")[0] for sheet in re.findall(r'name="sheet" value="([^"]+)"', page.text)][:3]
    assert client.post(f"/timesheets/{first}/comments", {"csrf": token, "words": f"Is this right? {words}"}).status == 303
    for sheet, action, more in ((second, "rejection", {"reason": "wrong-hours", "words": f"Seven. {words}"}),
                                (third, "approval", {})):
        fields = dict(next(fields for to, fields in forms(client.get(f"/timesheets/{sheet}")) if to.endswith("/" + action)))
        answer = client.post(f"/timesheets/{sheet}/{action}", {**fields, **more})
        assert answer.status == 303, (action, answer.status, answer.words[:300])


def person_path(people: str, name: str) -> str:
    """The address of somebody on the page of a client's people."""
    return re.search(rf'href="(/people/\w{{13}})"[^>]*>{re.escape(name)} zq', people).group(1)
