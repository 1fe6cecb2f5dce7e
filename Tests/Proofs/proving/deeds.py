"""What people do while the server is killed, and how each of it must look afterwards: there once if it was acknowledged, once
or not at all if it was under way, and not at all if it was never sent."""

import re
from dataclasses import dataclass, field

from proving.crowd import Seat
from support.wire import form

# In both languages: each approver's page speaks their own.
COUNTED = {"approval": r"</b> (?:approved|a approuvé)\b", "withdrawal": r"</b> (?:took the approval back|a annulé l’approbation)",
           "rejection": r"</b> (?:sent it back|a renvoyé la feuille)", "comment": r"</b> (?:commented|a commenté)\b"}


class Wrong(AssertionError):
    """A promise that does not hold. `is_loss` when something acknowledged is not there."""

    def __init__(self, what: str, is_loss: bool = False):
        super().__init__(what)
        self.is_loss = is_loss


@dataclass
class Deed:
    """One change that somebody asks for."""

    seat: Seat
    sent: bool = False
    acknowledged: bool = False

    @property
    def host(self) -> str:
        return self.seat.host

    def send(self, line):
        self.sent = True
        self.acknowledged = self.ask(self.seat.take(line))

    def judge(self, happened: int):
        """How often it is there, against what was said of it."""
        if self.acknowledged and happened != 1:
            raise Wrong(f"{self} was acknowledged and is there {happened} times", is_loss=happened == 0)
        if not self.acknowledged and happened not in ((0, 1) if self.sent else (0,)):
            raise Wrong(f"{self} was not acknowledged and is there {happened} times")


@dataclass
class Sheet:
    """What is known of one timesheet: how often everything happened to it, and what it is now."""

    seat: Seat
    id: str
    # What the form of a waiting sheet says was seen of it; empty for one that does not wait.
    seen: str = ""
    counts: dict = field(default_factory=dict)
    may_be_taken_back: bool = False
    text: str = ""

    @property
    def host(self) -> str:
        return self.seat.host

    def look(self, line):
        page = self.seat.take(line).get(f"/timesheets/{self.id}")
        if page.status != 200:
            raise Wrong(f"timesheet {self.id} answers {page.status}: {page.words[:200]}")
        self.text = page.text
        self.counts = {what: len(re.findall(pattern, page.text)) for what, pattern in COUNTED.items()}
        self.may_be_taken_back = "/approval/withdrawal" in page.text
        waits = f'/timesheets/{self.id}/approval"' in page.text
        self.seen = dict(form(page, f"{self.id}/approval"))["seen"] if waits else ""


@dataclass
class SheetDeed(Deed):
    """An approval, its withdrawal, a rejection or a comment."""

    sheet: Sheet = None
    what: str = "comment"
    words: str = ""

    def __str__(self):
        return f"{self.what} {self.words} of timesheet {self.sheet.id}"

    PLACES = {"approval": "approval", "withdrawal": "approval/withdrawal", "rejection": "rejection", "comment": "comments"}

    def ask(self, line) -> bool:
        fields = {"csrf": self.seat.token, "seen": self.sheet.seen, "reason": "wrong-hours", "words": self.words}
        answer = line.post(f"/timesheets/{self.sheet.id}/{self.PLACES[self.what]}", fields)
        if answer.status == 409 and self.what == "withdrawal":
            return False  # Ten minutes have passed.
        if answer.status != 303:
            raise Wrong(f"{self} was answered with {answer.status}: {answer.words[:200]}")
        return True

    def check(self, line):
        before = self.sheet.counts
        self.sheet.look(line)
        grown = {what: self.sheet.counts[what] - before[what] for what in COUNTED}
        self.judge(grown.pop(self.what))
        if any(grown.values()):
            raise Wrong(f"{self} has done more than that: {grown}")
        if self.words and self.sheet.text.count(self.words) != self.sheet.counts[self.what] - before[self.what]:
            raise Wrong(f"the words of {self} are not there as often as it is")


@dataclass
class Invitation(Deed):
    """Somebody new on a client's list of people."""

    email: str = ""
    fields: list = field(default_factory=list)
    contact: str = ""

    def __str__(self):
        return f"the invitation of {self.email}"

    def ask(self, line) -> bool:
        names = {"name": self.email.split("@")[0], "email": self.email}
        pairs = [(name, names.get(name, value)) for name, value in self.fields]
        answer = line.post("/people", pairs)
        if answer.status != 200:
            raise Wrong(f"{self} was answered with {answer.status}: {answer.words[:200]}")
        return True

    def check(self, line):
        name = self.email.split("@")[0]
        found = re.findall(rf'href="/people/([^"/]+)">{name}<', self.seat.take(line).get("/people").text)
        self.judge(len(found))
        self.contact = found[0] if found else ""


@dataclass
class Removal(Deed):
    """Somebody whom a client puts out."""

    invitation: Invitation = None
    is_over: bool = False

    def __str__(self):
        return f"the removal of {self.invitation.email}"

    def ask(self, line) -> bool:
        answer = line.post(f"/people/{self.invitation.contact}/removal", {"csrf": self.seat.token})
        if answer.status != 303 or "removed" not in answer.location:
            raise Wrong(f"{self} was answered with {answer.status}: {answer.words[:200]}")
        return True

    def check(self, line):
        name = self.invitation.email.split("@")[0]
        self.is_over = f">{name}<" not in self.seat.take(line).get("/people").text
        self.judge(int(self.is_over))


@dataclass
class Account:
    """Somebody who signs in and out: the sessions that must live, and how many there may be at most."""

    host: str
    email: str
    password: str
    live: list = field(default_factory=list)
    possible: int = 0

    MOST = 8


@dataclass
class SignIn(Deed):
    """A session that begins. Whoever was given a cookie is in, also after a restart."""

    account: Account = None
    cookie: str = ""

    def __str__(self):
        return f"a sign-in of {self.account.email}"

    @property
    def host(self) -> str:
        return self.account.host

    def send(self, line):
        line.cookie = None
        self.sent, self.account.possible = True, self.account.possible + 1
        answer = line.sign_in(self.account.email, self.account.password)
        if answer.status != 303:
            raise Wrong(f"{self} was answered with {answer.status}: {answer.words[:200]}")
        self.cookie, self.acknowledged = line.cookie, True

    def check(self, line):
        if self.acknowledged:
            self.judge(1 if is_in(self.cookie, line) else 0)
            self.account.live.append(self.cookie)


@dataclass
class SignOut(Deed):
    """A session that ends, or all of an account; whoever was told so stays out, also after a restart."""

    account: Account = None
    cookies: list = field(default_factory=list)

    def __str__(self):
        return f"a sign-out of {self.account.email}"

    @property
    def host(self) -> str:
        return self.account.host

    def send(self, line):
        line.cookie = self.cookies[0]
        page = line.get("/account")
        if page.status != 200:
            raise Wrong(f"a session of {self.account.email} has ended by itself", is_loss=True)
        token, is_one = line.token(page), len(self.cookies) == 1
        self.sent = True
        answer = line.post("/sign-out" if is_one else "/account/sign-out-everywhere", {"csrf": token})
        if answer.status != 303:
            raise Wrong(f"{self} was answered with {answer.status}: {answer.words[:200]}")
        self.acknowledged = True

    def check(self, line):
        still = [cookie for cookie in self.cookies if is_in(cookie, line)]
        gone = len(self.cookies) - len(still)
        if self.acknowledged and still:
            raise Wrong(f"{self} was acknowledged, and {len(still)} sessions live again", is_loss=True)
        if not self.sent and gone:
            raise Wrong(f"{gone} sessions of {self.account.email} ended by themselves", is_loss=True)
        if gone not in (0, len(self.cookies)):
            raise Wrong(f"{self} is neither whole nor absent")
        self.account.live = [cookie for cookie in self.account.live if cookie not in self.cookies or cookie in still]
        if gone:
            self.account.possible = 0 if gone > 1 else self.account.possible - 1


def is_in(cookie: str, line) -> bool:
    line.cookie = cookie
    return line.get("/account").status == 200
