"""Every text of four clients carries a mark; no page, file, mail, log line or error shows one to whom it is not for."""

import hashlib
import re
import subprocess
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from proving import Tally
from proving.lines import Line, in_processes
from proving.marked import Served, marked
from proving.marks import INTERNAL, MARK, SLUGS, mark, marks_of
from proving.walk import walk

PROCESSES = 3
# Besides what a person's pages lead to: what is no address, what is another's, what is no request.
STRAY = ("/nowhere", "/timesheets/0000000000000", "/invoices/not-an-id/pdf", "/people/%ff", "/tenants/nobody/people",
         "/timesheets?worksite=x&q=%3Cb%3E", "/assets/none.css", "/sign-in?next=/people", "/invitations/" + "A" * 43)
BROKEN = (b"GET / HTTP/1.1\r\n\r\n",
          b"GET /%00 HTTP/1.1\r\nHost: {host}\r\n\r\n",
          b"BREW / HTTP/1.1\r\nHost: {host}\r\n\r\n",
          b"GET /people HTTP/1.1\r\nHost: elsewhere.example\r\n\r\n",
          b"POST /people HTTP/1.1\r\nHost: {host}\r\nContent-Length: x\r\n\r\n")


@dataclass
class Seen:
    """What one process saw."""

    answers: int = 0
    marked: int = 0
    foreign: int = 0
    internal: int = 0
    bodies: int = 0
    kinds: Counter = field(default_factory=Counter)
    failures: list = field(default_factory=list)

    def add(self, other):
        for name in ("answers", "marked", "foreign", "internal", "bodies"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.kinds += other.kinds
        self.failures += other.failures


class Scanner:
    """Looks into whole answers; files are read as a person would see them, each content once."""

    def __init__(self):
        self.seen = Seen()
        self.texts = {}

    def look(self, seat, path, status, head, body):
        seen = self.seen
        seen.answers += 1
        seen.bodies += len(body)
        kind = "pdf" if b"application/pdf" in head else "csv" if b"text/csv" in head else "page"
        seen.kinds[f"{kind} {status}"] += 1
        text = head + (self.text_of(body) if kind == "pdf" else body)
        marks = {found.decode() for found in MARK.findall(text)}
        seen.marked += bool(marks)
        if strange := marks - seat.allowed(path):
            seen.foreign += 1
            seen.failures.append(f"{seat.name} saw {sorted(strange)} at {path} ({status})")
        if INTERNAL.search(text) and (seat.place != "staff" or seat.role == "coordinator"):
            seen.internal += 1
            seen.failures.append(f"{seat.name} saw what the agency pays or keeps at {path} ({status})")

    def text_of(self, pdf) -> bytes:
        """What stands on the pages of a PDF and in what it says about itself."""
        digest = hashlib.sha256(pdf).digest()
        if digest not in self.texts:
            words = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True).stdout
            about = subprocess.run(["pdfinfo", "-"], input=pdf, capture_output=True, check=True).stdout
            self.texts[digest] = words + about
        return self.texts[digest]


def share_of_work(share) -> Seen:
    """Asks for the addresses of some people again and again, in turns, so that sessions and clients mix."""
    port, count, people = share
    scanner = Scanner()
    lines = [(Line(port, seat.place, seat.cookie), seat, paths) for seat, paths in people]
    turn = 0
    while scanner.seen.answers < count:
        for line, seat, paths in lines:
            path = paths[turn % len(paths)]
            scanner.look(seat, path, *line.get(path))
            if turn % 50 == 0:
                broken = BROKEN[(turn // 50) % len(BROKEN)].replace(b"{host}", f"{line.host}:{line.port}".encode())
                scanner.look(seat, "broken", *line.ask(broken))
                line.close()
        turn += 1
    for line, _, _ in lines:
        line.close()
    return scanner.seen


def asked_by(walks) -> list:
    """For each person their own addresses, some of other clients' people in the same role, and stray ones."""
    people = []
    for own in walks:
        others = [path for other in walks if other.seat.role == own.seat.role and other.seat.place != own.seat.place
                  for path in other.paths[::5] if re.search(r"[0-9A-Z]{13}", path)]
        # A search for one's own mark says it back; one for another's would too, and proves nothing.
        search = [f"/timesheets?q={mark(own.seat.place)}"] if own.seat.place in SLUGS else []
        people.append((own.seat, own.paths + others[:40] + list(STRAY) + search))
    return people


def prove(scale):
    base = scale.pick(15_000, 200_000)
    folder = scale.folder("canaries")
    with marked(scale).served(folder) as served:
        walks = [walk(served, seat) for seat in served.seats]
        people = asked_by(walks)
        shares = [(served.port, base // PROCESSES + 1, people[n::PROCESSES]) for n in range(PROCESSES)]
        begun = time.monotonic()
        seen = Seen()
        for part in in_processes(PROCESSES, share_of_work, shares):
            seen.add(part)
        yield responses(seen, walks, time.monotonic() - begun)
        yield inside(seen)
        yield planted_leak(served)
    yield logs(served)
    yield mails(served.data)
    yield at_rest(served.data)


def responses(seen, walks, seconds) -> Tally:
    tally = Tally(
        "answers to people of every role of four clients and of the agency, scanned for marks that are not theirs",
        seen.answers, seen.foreign, seen.foreign, failures=[f for f in seen.failures if "pays" not in f][:5])
    addresses = sum(len(each.paths) for each in walks)
    tally.note = (f"{addresses:,} addresses of {len(walks)} people; {seen.marked:,} answers with marks;"
                  f" {seen.bodies / 1e9:.1f} GB in {seconds:.0f} s; {dict(seen.kinds.most_common())}")
    for kind in ("page 200", "page 404", "pdf 200", "csv 200", "page 400"):
        if not seen.kinds[kind]:
            tally.found += 1
            tally.failures.append(f"no answer was a {kind}: the scan did not look at all it should")
    if seen.marked < seen.answers / 4:
        tally.found += 1
        tally.failures.append("hardly any answer carried a mark: the scan could not have seen a foreign one")
    return tally


def inside(seen) -> Tally:
    return Tally("the same answers to clients and coordinators, scanned for pay rates and margins", seen.answers,
                 seen.internal, seen.internal, failures=[f for f in seen.failures if "pays" in f][:5])


def planted_leak(served) -> Tally:
    """What the scan is worth: another's mark in a comment, and pay in another, have to be found by it."""
    tally = Tally("leaks planted on purpose, each found by the same scan", 2)
    own, other = SLUGS[:2]
    client = served.sitting(own, "approver")
    page = client.get("/timesheets")
    sheet = re.search(r'name="sheet" value="(\w+)@', page.text).group(1)
    for words in (f"As for {mark(other)}", "We pay 17.83"):
        answer = client.post(f"/timesheets/{sheet}/comments", {"csrf": client.token(page), "words": words})
        assert answer.status == 303, answer.words[:200]
        scanner = Scanner()
        seat = served.seat(own, "viewer")
        scanner.look(seat, "/", *Line(served.port, own, seat.cookie).get(f"/timesheets/{sheet}"))
        if not scanner.seen.failures:
            tally.found += 1
            tally.failures.append(f"the scan did not see “{words}”")
    return tally


def logs(served: Served) -> Tally:
    lines = [line for path in served.folder.glob("*.log") for line in path.read_bytes().splitlines()]
    bad = [line.decode(errors="replace") for line in lines if MARK.search(line) or INTERNAL.search(line)]
    return Tally("lines of the server's log, which carry nobody's texts", len(lines), len(bad), len(bad), failures=bad[:5])


def mails(data: Path) -> Tally:
    """Each mail speaks of one client only."""
    bad, all_mails = [], sorted((data / "outbox").glob("*.eml"))
    for path in all_mails:
        content = path.read_bytes().replace(b"=\r\n", b"").replace(b"=\n", b"")
        owners = {slug for slug in SLUGS if marks_of(slug) & {found.decode() for found in MARK.findall(content)}}
        if len(owners) != 1:
            bad.append(f"{path.name} carries marks of {sorted(owners)}")
    return Tally("mails in the outbox, each with the marks of one client", len(all_mails), len(bad), len(bad),
                 failures=bad[:5])


def at_rest(data: Path) -> Tally:
    """A client's files hold no other's texts."""
    tried, bad = 0, []
    for slug in SLUGS:
        seen = set()
        foreign = set().union(*(marks_of(other) for other in SLUGS if other != slug))
        # Where a leak was planted, the mark of it is in the client's own words.
        foreign -= {mark(SLUGS[1])} if slug == SLUGS[0] else set()
        for path in sorted((data / "tenants" / slug).rglob("*")):
            if path.is_file():
                tried += 1
                marks = {found.decode() for found in MARK.findall(path.read_bytes())}
                bad += [f"{path} holds {sorted(marks & foreign)}"] if marks & foreign else []
                seen |= marks
        if not marks_of(slug) <= seen:
            bad.append(f"{slug}'s own marks are not in its files: the scan could not have seen others")
    return Tally("files of a client, scanned for marks of others", tried, len(bad), len(bad), failures=bad[:5])
