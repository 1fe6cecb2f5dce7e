"""System calls of the running server fail, one by one: nothing is acknowledged falsely, one client stops and says so, the others go on."""

import os
import random
import subprocess
import time
from dataclasses import dataclass

from proving import Tally
from proving.crowd import seat
from proving.demo import a_copy
from support.inject import Injection
from support.server import CHECKOUT, Portal, run

TENANT, OTHER = "northwind", "harbor"


@dataclass(frozen=True)
class Fault:
    """A call that fails, and what must follow."""

    what: str
    rule: str
    # Where: a function of the data folder.
    aim: object
    # halts: the client stops; refuses: the request is refused, and the next one succeeds; harms nobody: it is refused or done;
    # not ready: a store stops on which all depend, and the server says that it needs a restart.
    follows: str
    # The work in which it happens: comments on a timesheet, an upload by the agency, a sign-in, a look at a page that leaves its
    # record in the trail, or the first request after a start.
    work: str
    # The numbers of calls that are tried at most, where fewer than fifty are made.
    most: int = 50
    # Whether all later calls fail too, until the fault is taken away.
    stays: bool = False


def journal(data):
    return [max((data / "tenants" / TENANT / "journal").glob("*.segment"))]


def keys(data):
    return [max((data / "access" / "keys" / "journal").glob("*.segment"))]


def trail(data):
    return [max((data / "access" / "trail" / "journal").glob("*.segment"))]


def names(data):
    """Calls that name a file below the data folder."""
    return [data]


def upload(data):
    """The first document that a server writes."""
    return [data / "tenants" / TENANT / "documents" / "incoming" / "1.new"]


def documents(data):
    return [data / "tenants" / TENANT / "documents"]


FAULTS = (
    Fault("fdatasync of a journal fails (EIO)", "fdatasync:error=EIO", journal, "halts", "comments"),
    Fault("a write to a journal fails (ENOSPC)", "pwrite64:error=ENOSPC", journal, "halts", "comments"),
    Fault("a write to a journal takes no bytes", "pwrite64:retval=0", journal, "halts", "comments"),
    Fault("no room is left for a journal (fallocate, ENOSPC)", "fallocate:error=ENOSPC", journal, "refuses", "comments", most=1, stays=True),
    Fault("no descriptor is left when a client is woken (EMFILE)", "openat:error=EMFILE", names, "harms nobody", "waking", most=14),
    Fault("a document cannot get its name (rename, EIO)", "renameat:error=EIO", names, "refuses", "uploads", most=1),
    Fault("a document cannot be synced (EIO)", "fdatasync:error=EIO", upload, "refuses", "uploads", most=1),
    Fault("a document’s folder cannot be synced (EIO)", "fsync:error=EIO", documents, "refuses", "uploads", most=1),
    Fault("no descriptor is left for a document (EMFILE)", "openat:error=EMFILE", names, "harms nobody", "uploads", most=6),
    Fault("fdatasync of the keys fails (EIO)", "fdatasync:error=EIO", keys, "not ready", "sign_ins", most=1),
    Fault("fdatasync of the access trail fails (EIO)", "fdatasync:error=EIO", trail, "not ready", "looks", most=3),
)


def prove(scale):
    stage = Stage(scale, a_copy(scale, "faults"))
    try:
        for fault in FAULTS:
            yield stage.tally(fault, scale.pick(quick(fault), range(1, fault.most + 1)))
        yield stage.control()
        yield short_writes(scale)
    finally:
        stage.portal.kill()


def quick(fault) -> tuple:
    return tuple(number for number in (1, 2, 3, 5) if number <= fault.most)


class Stage:
    """A server with one thread for the disk, so that its calls can be counted."""

    def __init__(self, scale, data, environment=None):
        self.scale, self.chance = scale, random.Random(scale.seed)
        settings = scale.scratch / "faults.conf"
        settings.write_text("io-threads = 1\n")
        self.portal = Portal(data, words=("--settings", str(settings)), environment=environment).start()
        self.lines = []
        self.people = {name: Person(self, name) for name in (TENANT, OTHER)}
        self.staff = seat(self.portal, next(one for one in self.portal.people if one.role == "ops-admin"))

    def line(self, seat, place):
        """A connection that is closed before the server stops, which would wait for it."""
        self.lines.append(self.portal.client(place))
        return seat.take(self.lines[-1])

    def restart(self):
        for line in self.lines:
            line.close()
        self.lines.clear()
        code = self.portal.stop()
        self.portal.start()
        return code

    def tally(self, fault, numbers) -> Tally:
        tried, lost, failures = 0, 0, []
        for number in numbers:
            trial = Trial(self, fault, number)
            try:
                tried += trial.run()
            except AssertionError as wrong:
                tried += 1
                lost += "is there" in str(wrong)
                failures.append(f"call {number}: {wrong}")
                self.restart()
        if not tried:
            failures.append("no call was hit: the proof has shown nothing")
        return Tally(fault.what, tried, found=len(failures), lost=lost, failures=failures)

    def control(self) -> Tally:
        """A sync that is left out but told to have succeeded is a lie that only a power cut shows; here it must change nothing, and
        the trial must notice that nothing failed."""
        fault = Fault("", "fdatasync:retval=0", journal, "halts", "comments")
        try:
            Trial(self, fault, 1).run()
        except AssertionError as noticed:
            self.restart()
            return Tally("control: a client that does not stop is noticed", 1, note=str(noticed))
        return Tally("control: a client that does not stop is noticed", 1, found=1, failures=["it was not noticed"])


class Person:
    """An approver of a client, who comments on one sheet, and what became of each comment."""

    def __init__(self, stage, tenant):
        self.stage, self.tenant = stage, tenant
        people = stage.portal.people
        self.seat = seat(stage.portal, next(one for one in people if one.tenant == tenant and one.role == "approver"))
        self.sheet = self.line().get("/timesheets").text.split('name="sheet" value="')[1].split("@")[0]
        self.acknowledged, self.doubtful = [], []

    def line(self):
        return self.stage.line(self.seat, self.tenant)

    def comment(self, line, words):
        answer = line.post(f"/timesheets/{self.sheet}/comments", {"csrf": self.seat.token, "words": words})
        (self.acknowledged if answer.status == 303 else self.doubtful).append(words)
        return answer

    def check(self):
        """Every acknowledged comment is there once, and every doubtful one at most once."""
        page = self.line().get(f"/timesheets/{self.sheet}")
        assert page.status == 200, f"the sheet answers {page.status}: {page.words[:200]}"
        for words in self.acknowledged:
            count = page.text.count(f">{words}<")
            assert count == 1, f"an acknowledged comment is there {count} times"
        for words in self.doubtful:
            assert page.text.count(f">{words}<") <= 1, "a doubtful comment is there more than once"


class Trial:
    """One fault at one call, from a fresh start to a clean one."""

    def __init__(self, stage, fault, number):
        self.stage, self.fault, self.number, self.portal = stage, fault, number, stage.portal
        self.mine, self.other = stage.people[TENANT], stage.people[OTHER]
        self.token = f"remark-{stage.chance.getrandbits(48):012x}"

    def run(self) -> bool:
        """False when the call was never made, so that nothing could be shown."""
        self.stage.restart()
        data = self.portal.data.resolve()
        lines = self.mine.line(), self.other.line()
        assert lines[1].get("/timesheets").status == 200
        if self.fault.work != "waking":
            assert lines[0].get("/timesheets").status == 200
        log = self.stage.scale.scratch / "strace.log"
        log.unlink(missing_ok=True)
        when = f"{self.number}+" if self.fault.stays else self.number
        injection = Injection(self.portal.process.pid, f"{self.fault.rule}:when={when}", self.fault.aim(data), log)
        with injection:
            refusals = getattr(self, self.fault.work)(*lines)
        if not injection.hits:
            return False
        if self.fault.follows in ("halts", "refuses"):
            assert refusals, f"{injection.hits} calls failed, and every request was answered as if nothing had happened"
        for answer in refusals:
            assert answer.status == 503, f"the refusal is {answer.status}: {answer.words[:300]}"
        follows = {"halts": self.has_halted, "not ready": self.is_not_ready}
        follows.get(self.fault.follows, self.goes_on)(*lines)
        self.is_whole()
        return True

    def comments(self, mine, other) -> list:
        """Comments by both clients in turn, one more than the number of the call."""
        for count in range(self.number + 1):
            answer = self.other.comment(other, f"{self.token}-{count}")
            assert answer.status == 303, f"another client was answered with {answer.status}: {answer.words[:200]}"
            answer = self.mine.comment(mine, f"{self.token}-{count}")
            if answer.status != 303:
                return [answer]
        return []

    def waking(self, mine, other) -> list:
        answer = mine.get("/timesheets")
        return [answer] if answer.status != 200 else []

    def sign_ins(self, mine, other) -> list:
        """Nobody is let in whose session might not be there after a crash."""
        person = next(one for one in self.portal.people if one.tenant == TENANT and one.role == "viewer")
        line = self.stage.line(self.mine.seat, TENANT)
        line.cookie = None
        answer = line.sign_in(person.email, person.password)
        assert line.cookie is None, "somebody is signed in by a session that is not on disk"
        return [answer]

    def looks(self, mine, other) -> list:
        """The trail is written about once a second; a server that is not ready says so then."""
        end = time.monotonic() + 2 * self.number + 4
        while time.monotonic() < end and self.portal.operations("/readyz")[0] == 200:
            other.get("/timesheets")
            time.sleep(0.1)
        return []

    def uploads(self, mine, other) -> list:
        answer, content = self.upload()
        if answer.status == 503:
            return [answer]
        self.is_kept(answer, content)
        return []

    def upload(self):
        """Without a mapping the form comes back, and says that the file is kept."""
        content = f"worker,hours\n{self.token},{self.number}\n".encode()
        staff = self.stage.line(self.stage.staff, "staff")
        fields = [("csrf", self.stage.staff.token), ("week", "2026-11-16")]
        return staff.post_files(f"/tenants/{TENANT}/imports/dry-run", fields, [("file", "w.csv", "text/csv", content)]), content

    def is_kept(self, answer, content):
        assert 'name="kept" value="' in answer.text, f"the file is not kept: {answer.status} {answer.words[:200]}"
        digest = answer.text.split('name="kept" value="')[1].split('"')[0]
        file = self.portal.data / "tenants" / TENANT / "documents" / digest[:2] / digest
        assert file.read_bytes() == content, "a document that was acknowledged is there in another form"

    def has_halted(self, mine, other):
        """The client has stopped and says so everywhere; nobody else notices."""
        page = mine.get("/timesheets")
        assert page.status == 503 and "records" in page.words, f"after the fault: {page.status} {page.words[:200]}"
        assert other.get("/timesheets").status == 200
        status, ready = self.portal.operations("/readyz")[0], self.portal.readiness()
        assert status == 200 and ready["status"] == "degraded", ready
        assert [one["client"] for one in ready["clients"]] == [TENANT] and ready["clients"][0]["since"], ready
        staff = self.stage.line(self.stage.staff, "staff")
        for path in ("/tenants", f"/tenants/{TENANT}"):
            assert "Records have stopped" in staff.get(path).text, f"{path} does not say so"
        if self.number % 2:
            answer = staff.post(f"/tenants/{TENANT}/reopening", {"csrf": self.stage.staff.token})
            assert answer.status == 303, f"the records could not be opened again: {answer.words[:200]}"
        else:
            self.stage.restart()

    def is_not_ready(self, mine, other):
        status, ready = self.portal.operations("/readyz")[0], self.portal.readiness()
        store = self.fault.aim(self.portal.data)[0].parent.parent
        assert status == 503 and ready["status"] == "not ready", ready
        assert [one["what"] for one in ready["faults"]] == [str(store.relative_to(self.portal.data))], ready
        self.stage.restart()

    def goes_on(self, mine, other):
        """Only the request was refused; the same again succeeds."""
        if self.fault.work == "uploads":
            self.is_kept(*self.upload())
        assert mine.get("/timesheets").status == 200 and other.get("/timesheets").status == 200

    def is_whole(self):
        assert self.portal.readiness()["status"] == "ready", self.portal.readiness()
        answer = self.mine.comment(self.mine.line(), self.token + "-after")
        assert answer.status == 303, f"work does not go on: {answer.status} {answer.words[:200]}"
        self.mine.check()
        self.other.check()
        assert self.stage.restart() == 0, "the server did not end well"
        verdict = run("verify", "--data", self.portal.data)
        assert verdict.returncode == 0, verdict.stdout + verdict.stderr


def short_writes(scale) -> Tally:
    """A system that takes a few bytes at a time: strace cannot make a call do a part of its work, so a library in front does."""
    library = scale.scratch / "short_writes.so"
    subprocess.run(["gcc", "-shared", "-fPIC", "-O1", "-o", library, CHECKOUT / "Tests/Proofs/short_writes.c", "-ldl"], check=True)
    stage = Stage(scale, a_copy(scale, "short-writes"), environment={**os.environ, "LD_PRELOAD": str(library)})
    failures, count = [], scale.pick(50, 1_000)
    try:
        person = stage.people[TENANT]
        line = person.line()
        for number in range(count):
            person.comment(line, f"remark-{number}-" + "w" * 300)
        if person.doubtful:
            failures.append(f"{len(person.doubtful)} comments were refused")
        stage.portal.kill()
        stage.portal.start()
        person.check()
        assert stage.restart() == 0, "the server did not end well"
    except AssertionError as wrong:
        failures.append(str(wrong))
    finally:
        stage.portal.kill()
    verdict = run("verify", "--data", stage.portal.data)
    if verdict.returncode:
        failures.append(verdict.stdout)
    return Tally("changes written at most 100 bytes at a time", count, found=len(failures), failures=failures)
