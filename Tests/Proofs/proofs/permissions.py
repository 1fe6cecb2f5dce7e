"""What people of one client asked for, asked for again by people of another: absent, to the byte and by the clock."""

import re
import urllib.parse
from dataclasses import dataclass, field

from proving import Tally
from proving.lines import Line
from proving.marked import marked
from proving.marks import MARK, SLUGS, marks_of
from proving.walk import names_records, nobodys, walk, without_records
from proving.welch import one_class

REQUEST_NUMBER = re.compile(rb"Request [0-9A-HJKMNP-TV-Z]{13}\b")
VOLATILE = re.compile(rb"\r\ndate: [^\r]*", re.IGNORECASE)
NOBODYS_SESSION = "Q" * 42 + "A"
SAMPLES = 2_000


@dataclass
class Replay:
    """A request of one person, sent by another."""

    path: str
    fields: list = None

    @property
    def names_records(self) -> bool:
        return names_records(self.path) or any(names_records(value) for _, value in self.fields or ())

    def without_records(self) -> "Replay":
        fields = self.fields and [(name, value if name == "csrf" else without_records(value)) for name, value in self.fields]
        return Replay(without_records(self.path), fields)

    def sent(self, line, token=""):
        """What comes back, without what differs between any two requests."""
        if self.fields is None:
            status, head, body = line.get(self.path)
        else:
            body = urllib.parse.urlencode([(n, token if n == "csrf" else v) for n, v in self.fields]).encode()
            status, head, body = line.post(self.path, body)
        whole = VOLATILE.sub(b"", head) + b"\r\n" + REQUEST_NUMBER.sub(b"Request", body)
        if self.names_records:
            for text in sorted({self.path, urllib.parse.quote(self.path, safe="")}, key=len, reverse=True):
                whole = whole.replace(text.encode(), b"*")
        return status, re.sub(rb"(?<![0-9A-Za-z_-])[0-9A-F][0-9A-HJKMNP-TV-Z]{12}(?![0-9A-Za-z_-])", b"*", whole)


@dataclass
class Outcome:
    tried: int = 0
    opened: int = 0
    told: int = 0
    failures: list = field(default_factory=list)

    def open(self, words):
        self.opened += 1
        self.failures.append(words)

    def tell(self, words):
        self.told += 1
        self.failures.append(words)


def recorded(own) -> list:
    """All that somebody's pages ask for, which names a record of their client."""
    asked = [Replay(path) for path in own.paths] + [Replay(path, fields) for path, fields in own.forms]
    return [each for each in asked if each.names_records]


def prove(scale):
    with marked(scale).served(scale.folder("permissions")) as served:
        walks = {(seat.place, seat.role): walk(served, seat) for seat in served.seats}
        before = served.heads()
        outcome = Outcome()
        for step in range(1, scale.pick(2, len(SLUGS))):
            for place, own in enumerate(SLUGS):
                across(served, walks, own, SLUGS[(place + step) % len(SLUGS)], outcome)
        for slug in SLUGS:
            staffs_requests(served, walks, slug, outcome)
        yield replayed(outcome, before, served.heads())
        yield replay_is_noticed(served, walks)
        yield from timing(served, walks, scale)


def across(served, walks, own, other, outcome):
    """Each request of one client's people with the session of another client's person in the same role."""
    for (place, role), own_walk in walks.items():
        if place != own:
            continue
        seat = served.seat(other, role)
        token = form_token(served, other, role)
        there, stranger = Line(served.port, own, seat.cookie), Line(served.port, own, NOBODYS_SESSION)
        here = Line(served.port, other, seat.cookie)
        for ask in recorded(own_walk):
            away(ask, there, stranger, token, outcome, f"{seat.name} at {own}")
            at_home(ask, here, token, outcome, f"{seat.name} asked for {own}'s")
            if ask.fields is not None:
                stolen_form(ask, here, dict(ask.fields)["csrf"], outcome, seat.name)
        for line in (there, stranger, here):
            line.close()


def away(ask, line, stranger, token, outcome, who):
    """At the other client's own host a session from elsewhere is none at all."""
    outcome.tried += 1
    answer, usual = ask.sent(line, token), ask.sent(stranger, token)
    if answer != usual:
        outcome.tell(f"{who}: {ask.path} is answered otherwise than to nobody's session ({answer[0]}, {usual[0]})")
    if answer[0] not in (303, 404) or answer[0] == 303 and b"/sign-in" not in answer[1]:
        outcome.open(f"{who}: {ask.path} is answered with {answer[0]}")


def at_home(ask, line, token, outcome, who):
    """At one's own host another client's record is as absent as one that never was."""
    outcome.tried += 1
    answer, missing = ask.sent(line, token), ask.without_records().sent(line, token)
    if answer != missing:
        outcome.tell(f"{who}: {ask.path} differs from a record that is not there ({answer[0]}, {missing[0]})")
    if set(MARK.findall(answer[1])) & {mark.encode() for mark in marks_of(line.place)} == set() and answer[0] == 200:
        outcome.open(f"{who}: {ask.path} opened")


def stolen_form(ask, line, token, outcome, who):
    """A form carries the session that it was made for."""
    outcome.tried += 1
    status, _ = ask.sent(line, token)
    if status not in (403, 404):
        outcome.open(f"{who}: the form to {ask.path} of another session was answered with {status}")


def staffs_requests(served, walks, slug, outcome):
    """What the agency's people asked for, with a client's session."""
    for (place, role), own_walk in walks.items():
        if place == "staff":
            lines = [Line(served.port, "staff", cookie) for cookie in (served.seat(slug, "admin").cookie, NOBODYS_SESSION)]
            asked = [Replay(path) for path in own_walk.paths] + [Replay(path, fields) for path, fields in own_walk.forms]
            for ask in asked:
                if not ask.path.startswith("/help"):
                    away(ask, *lines, "", outcome, f"{slug}'s admin on the staff side")
            for line in lines:
                line.close()


def form_token(served, place, role) -> str:
    client = served.sitting(place, role)
    token = client.token(client.get("/account"))
    client.close()
    return token


def replayed(outcome, before, after) -> Tally:
    changed = [f"{name} changed: {state} became {after.get(name)}"
               for name, state in before.items() if after.get(name) != state]
    return Tally(
        "requests of one client's people sent by another's: refused, like a record that is not there, nothing changed",
        outcome.tried, outcome.opened + outcome.told + len(changed), outcome.opened + len(changed),
        failures=(changed + outcome.failures)[:5], note=f"{len(before)} chains of records compared before and after")


def replay_is_noticed(served, walks) -> Tally:
    """The same comparison with one's own records has to find that they are there."""
    slug = SLUGS[0]
    outcome = Outcome()
    line = Line(served.port, slug, served.seat(slug, "approver-all").cookie)
    asked = [ask for ask in recorded(walks[slug, "approver-all"])
             if ask.fields is None and ask.path.startswith("/timesheets/")]
    for ask in asked:
        at_home(ask, line, "", outcome, "control")
    return Tally("the same with one's own sheets, which has to be noticed each time", len(asked), len(asked) - outcome.told)


def timing(served, walks, scale):
    """Another client's record and none at all, by the clock."""
    own, other = SLUGS[:2]
    sheet, invoice, person = (first(walks[other, role].paths, pattern) for role, pattern in (
        ("approver-all", r"/timesheets/(\w{13})$"), ("billing", r"/invoices/(\w{13})$"), ("admin", r"/people/(\w{13})$")))
    token = form_token(served, own, "approver-all")
    cases = [
        ("a sheet", "approver-all", own, f"/timesheets/{{}}", sheet, None),
        ("an invoice's PDF", "billing", own, f"/invoices/{{}}/pdf", invoice, None),
        ("a person", "admin", own, f"/people/{{}}", person, None),
        ("an approval", "approver-all", own, f"/timesheets/{{}}/approval", sheet, [("csrf", token), ("seen", "0" * 13)]),
        ("a sheet, by the agency below one client's address,", "ops-admin", "staff",
         f"/tenants/{own}/timesheets?sheet={{}}", sheet, None),
    ]
    for name, role, place, pattern, theirs, fields in cases:
        line = Line(served.port, place, served.seat(place, role).cookie)
        asks = [Replay(pattern.format(identifier), fields) for identifier in (theirs, nobodys(theirs))]
        kinds = [lambda ask=ask: ask.sent(line, token) for ask in asks]
        yield one_class(f"answers about {name} of another client and about none", kinds, SAMPLES, scale.seed)
        line.close()


def first(paths, pattern) -> str:
    return next(found.group(1) for path in paths if (found := re.search(pattern, path)))
