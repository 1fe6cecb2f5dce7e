"""The server is killed in the middle of the work of 64 clients, again and again: what was acknowledged is there, once."""

import random
import re
import shutil
import time

from proving import Tally
from proving.crowd import Crowd, lines, seat
from proving.demo import a_copy
from proving.deeds import Account, Invitation, Removal, Sheet, SheetDeed, SignIn, SignOut, Wrong
from support.server import Portal, run
from support.wire import form

TENANTS = ("northwind", "harbor", "cedar")
CLIENTS = 64
DEEDS = 240
KILL_SECONDS = (0.02, 0.2)
# Histories grow with every round; after so many a new folder is begun.
KILLS_OF_A_FOLDER = 200
REJECTIONS_IN_A_HUNDRED = 1


def prove(scale):
    count, stages = scale.pick(60, 1_000), []
    try:
        for begin in range(0, count, KILLS_OF_A_FOLDER):
            stages.append(Stage(scale, a_copy(scale, f"kills-{begin}"), scale.seed + begin))
            stages[-1].kills(min(KILLS_OF_A_FOLDER, count - begin))
        yield of_kills(stages, count)
        yield of_changes(stages, count)
        yield of_chains(stages)
        yield stages[-1].control()
    finally:
        for stage in stages:
            stage.portal.kill()


def of_kills(stages, count) -> Tally:
    restarts = sorted(seconds for stage in stages for seconds in stage.restarts)
    unanswered, seconds = sum(stage.unanswered for stage in stages), sum(stage.seconds for stage in stages)
    failures = [failure for stage in stages for failure in stage.failures]
    note = (f"{unanswered:,} unanswered changes were whole or absent; {seconds / count:.2f} s a kill, "
            f"a restart {restarts[len(restarts) // 2]:.2f} s in the middle, {restarts[-1]:.2f} s at most")
    return Tally(f"kill -9 in the work of {CLIENTS} clients", count, found=len(failures), lost=sum(stage.lost for stage in stages),
                 seeds=", ".join(str(stage.seed) for stage in stages), failures=failures[:5], note=note)


def of_changes(stages, count) -> Tally:
    acknowledged = sum(stage.acknowledged for stage in stages)
    failures = [] if acknowledged > 10 * count else ["the kills came while little was going on"]
    return Tally("acknowledged changes, sign-ins and sign-outs there once after the kills", acknowledged,
                 found=len(failures), failures=failures)


def of_chains(stages) -> Tally:
    failures = [stage.unsound for stage in stages if stage.unsound]
    return Tally("chains of records verified after the kills", sum(stage.chains for stage in stages), found=len(failures),
                 failures=failures)


class Stage:
    """The server, the people at it, and what became of what they did."""

    def __init__(self, scale, data, seed):
        self.scale, self.seed, self.chance = scale, seed, random.Random(seed)
        self.portal = Portal(data).start()
        self.lines = lines(self.portal, TENANTS, CLIENTS)
        self.sheets = self._sheets()
        self.admins = {tenant: seat(self.portal, self.portal.person("client-admin", tenant)) for tenant in TENANTS[:1]}
        self.forms = {tenant: self._inviting(tenant) for tenant in self.admins}
        self.invited = {tenant: None for tenant in self.admins}
        self.accounts = [Account(one.host, one.email, one.password) for one in self.portal.people
                         if one.role in ("viewer", "requester") and one.tenant in TENANTS]
        self.number = 0
        self.failures, self.lost, self.restarts = [], 0, []
        self.acknowledged = self.unanswered = self.chains = 0
        self.seconds, self.unsound = 0, ""
        self._each(self.sheets, lambda sheet, line: sheet.look(line))

    def _sheets(self) -> list:
        """Everything that waits at worksites with an approver of their own."""
        found = {}
        for person in self.portal.people:
            if person.role == "approver" and person.tenant in TENANTS:
                at = seat(self.portal, person)
                page = at.take(self.portal.client(person.tenant)).get("/timesheets")
                for text in re.findall(r'name="sheet" value="([^"]+)"', page.text):
                    found.setdefault(text.split("@")[0], Sheet(at, text.split("@")[0]))
        return list(found.values())

    def _inviting(self, tenant) -> list:
        """The form for somebody new, with a look at one worksite ticked."""
        page = self.admins[tenant].take(self.portal.client(tenant)).get("/people/invitation")
        look = re.search(r'name="grant" value="(viewer:[^"]+)"', page.text).group(1)
        return [*form(page, "/people"), ("grant", look)]

    def _each(self, deeds, act):
        crowd = Crowd(self.lines, deeds, act)
        crowd.join()

    def kills(self, count):
        begun = time.monotonic()
        for _ in range(count):
            self._judge(self.round())
        self.seconds = time.monotonic() - begun
        self._verify()

    def round(self, before_start=lambda: None) -> list:
        """Work, a kill, a restart; returns what was tried."""
        self.number += 1
        deeds = self._deeds()
        crowd = Crowd(self.lines, deeds, self._keeping(lambda deed, line: deed.send(line)))
        time.sleep(self.chance.uniform(*KILL_SECONDS))
        self.portal.kill()
        crowd.join()
        before_start()
        begun = time.monotonic()
        self.portal.start()
        self.restarts.append(time.monotonic() - begun)
        return deeds

    def _deeds(self) -> list:
        deeds = [self._sheet_deed(sheet) for sheet in self.chance.sample(self.sheets, min(DEEDS, len(self.sheets)))]
        deeds += [self._people_deed(tenant) for tenant in self.admins]
        accounts = self.chance.sample(self.accounts, 6)
        deeds += [self._account_deed(account) for account in accounts]
        # Sign-ins take long, so they come first, and only so many that the others get their turn.
        deeds.sort(key=lambda deed: not isinstance(deed, (SignIn, SignOut, Invitation, Removal)))
        return deeds

    def _sheet_deed(self, sheet) -> SheetDeed:
        what = "comment"
        if self.chance.random() < 0.7:
            what = "withdrawal" if sheet.may_be_taken_back else "approval" if sheet.seen else "comment"
            if what == "approval" and self.chance.randrange(100) < REJECTIONS_IN_A_HUNDRED:
                what = "rejection"
        words = f"remark-{self.number}-{self.chance.getrandbits(40):010x}" if what in ("comment", "rejection") else ""
        return SheetDeed(sheet.seat, sheet=sheet, what=what, words=words)

    def _people_deed(self, tenant):
        known = self.invited[tenant]
        if known is not None and known.contact:
            return Removal(self.admins[tenant], invitation=known)
        email = f"new-{self.number}-{self.chance.getrandbits(32):08x}@{tenant}.example"
        self.invited[tenant] = Invitation(self.admins[tenant], email=email, fields=self.forms[tenant])
        return self.invited[tenant]

    def _account_deed(self, account):
        if account.live and account.possible >= Account.MOST:
            return SignOut(None, account=account, cookies=list(account.live))
        if account.live and self.chance.random() < 0.5:
            return SignOut(None, account=account, cookies=[self.chance.choice(account.live)])
        return SignIn(None, account=account)

    def _judge(self, deeds):
        """Looks for each deed. Whoever finds a fault goes on, so that all are found."""
        self.acknowledged += sum(deed.acknowledged for deed in deeds)
        self.unanswered += sum(deed.sent and not deed.acknowledged for deed in deeds)
        self._each(deeds, self._keeping(lambda deed, line: deed.check(line)))
        for deed in deeds:
            if isinstance(deed, Removal) and deed.is_over:
                deed.invitation.contact = ""

    def _keeping(self, act):
        """The same, but what is wrong is kept, so that the others are looked at too."""
        def keep(deed, line):
            try:
                act(deed, line)
            except Wrong as wrong:
                self.failures.append(f"round {self.number}: {wrong}")
                self.lost += wrong.is_loss
        return keep

    def _verify(self):
        """After an orderly end every chain of records is sound."""
        for line in self.lines:
            line.close()
        code = self.portal.stop()
        verdict = run("verify", "--data", self.portal.data)
        self.chains = len(verdict.stdout.splitlines())
        if code != 0 or verdict.returncode != 0 or "NOT" in verdict.stdout:
            self.unsound = f"ended with {code}: {verdict.stdout}{verdict.stderr}"

    def control(self) -> Tally:
        """A server that acknowledged before it wrote would look like this: the journal is what it was before the round."""
        journal = self.portal.data / "tenants" / TENANTS[0] / "journal"
        kept = self.scale.scratch / "kills-journal"
        shutil.copytree(journal, kept)

        def put_back():
            shutil.rmtree(journal)
            shutil.copytree(kept, journal)

        self.portal.start()
        before = len(self.failures)
        self._judge(self.round(put_back))
        noticed = len(self.failures) - before
        return Tally("control: work is thrown away behind the server’s back, and noticed", 1, found=0 if noticed else 1,
                     failures=[] if noticed else ["nothing was noticed"], note=f"{noticed} faults were seen, as they must be")
