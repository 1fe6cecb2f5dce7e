"""The disk fills up and is freed again under the running server: reading goes on, nothing is lost, and work resumes by itself."""

import subprocess
from contextlib import contextmanager
from pathlib import Path

from proving import Tally
from proving.crowd import seat
from proving.demo import seeded
from support.server import Portal, copy, run

TENANT = "northwind"
ROOM = 24 << 20
LONG = "w" * 1_900
# The room that journals have claimed ahead is used up by then.
MOST_COMMENTS = 20_000


def prove(scale):
    disk = scale.folder("small-disk")
    seed = seeded(scale)
    size = sum(path.stat().st_blocks * 512 for path in seed.rglob("*") if path.is_file())
    mount = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size + ROOM}", "tmpfs", disk], capture_output=True, text=True)
    if mount.returncode:
        yield Tally("full disks: skipped, a small disk can be mounted by root only", 0, note=mount.stderr.strip())
        return
    try:
        yield from Stage(scale, disk, copy(seed, disk / "data")).tallies(scale.pick(2, 20))
    finally:
        subprocess.run(["umount", disk], check=True)


class Stage:
    """A server on a small disk, and an approver who comments on one sheet."""

    def __init__(self, scale, disk, data):
        self.scale, self.disk = scale, disk
        self.portal = Portal(data)
        self.portal.log = scale.scratch / "full-disk.log"
        self.portal.start()
        self.person = next(one for one in self.portal.people if one.tenant == TENANT and one.role == "approver")
        self.seat = seat(self.portal, self.person)
        self.line = self.seat.take(self.portal.client(TENANT))
        self.sheets = [text.split("@")[0] for text in self.line.get("/timesheets").text.split('name="sheet" value="')[1:]]
        self.acknowledged, self.refused, self.failures = [], [], []

    def tallies(self, rounds):
        try:
            for number in range(rounds):
                self.round(number)
            self.is_whole()
        except AssertionError as wrong:
            self.failures.append(str(wrong))
        finally:
            self.portal.kill()
        verdict = run("verify", "--data", self.portal.data)
        if verdict.returncode:
            self.failures.append(verdict.stdout)
        yield Tally("full disks: reading goes on, changes are refused, and resume when there is room", rounds,
                    found=len(self.failures), lost=sum("is there" in failure for failure in self.failures), failures=self.failures,
                    note=f"{len(self.acknowledged):,} acknowledged comments are there once, {len(self.refused)} refused ones are not")

    def round(self, number):
        sheet = self.sheets[number % len(self.sheets)]
        with self.full():
            refusal = self.comment_until_refused(sheet, number)
            assert refusal.status == 503, f"a full disk is answered with {refusal.status}: {refusal.words[:300]}"
            assert "not recorded" in refusal.words and "Nothing is lost" in refusal.words, refusal.words[:300]
            for path in ("/timesheets", f"/timesheets/{sheet}"):
                assert self.line.get(path).status == 200, f"{path} cannot be read on a full disk"
            status, ready = self.portal.operations("/readyz")[0], self.portal.readiness()
            assert status == 503 and [fault["what"] for fault in ready["faults"]] == ["disk"], ready
            assert ready["clients"] == [], f"a full disk has stopped a client: {ready}"
        answer = self.comment(sheet, f"round-{number}-after")
        assert answer.status == 303, f"work does not resume: {answer.status} {answer.words[:300]}"
        other = self.portal.client(TENANT)
        assert other.sign_in(self.person.email, self.person.password).status == 303, "nobody can sign in after a full disk"
        # An account has so many sessions and no more: one left open each round would end the approver's own.
        assert other.post("/sign-out", {"csrf": other.token(other.get("/account"))}).status == 303, "nobody can sign out"
        other.close()
        assert self.portal.readiness()["status"] == "ready", self.portal.readiness()

    @contextmanager
    def full(self):
        filler = Path(self.disk) / "filler"
        with open(filler, "wb", buffering=0) as file:
            for size in (65_536, 4_096):
                try:
                    while True:
                        file.write(b"\0" * size)
                except OSError:
                    continue
        try:
            yield
        finally:
            filler.unlink()

    def comment(self, sheet, words):
        answer = self.line.post(f"/timesheets/{sheet}/comments", {"csrf": self.seat.token, "words": words})
        is_recorded = answer.status == 303
        assert not is_recorded or "done=commented" in answer.location, f"a comment leads to {answer.location}"
        (self.acknowledged if is_recorded else self.refused).append((sheet, words))
        return answer

    def comment_until_refused(self, sheet, number):
        for count in range(MOST_COMMENTS):
            answer = self.comment(sheet, f"round-{number}-{count}-{LONG}")
            if answer.status != 303:
                return answer
        raise AssertionError(f"{MOST_COMMENTS:,} comments fit on a full disk")

    def is_whole(self):
        """After a crash and a start: each acknowledged comment once, no refused one at all."""
        self.portal.kill()
        self.portal.start()
        for sheet in {sheet for sheet, _ in self.acknowledged}:
            page = self.line.get(f"/timesheets/{sheet}").text
            for words in (words for at, words in self.acknowledged if at == sheet):
                assert page.count(f">{words}<") == 1, f"an acknowledged comment is there {page.count(f'>{words}<')} times"
            for words in (words for at, words in self.refused if at == sheet):
                assert f">{words}<" not in page, "a refused comment is there"
