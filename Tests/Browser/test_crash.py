"""The process is killed in the middle of approvals, again and again: what was acknowledged is there, once."""

import os
import random
import re
import subprocess
import threading
import time
from dataclasses import dataclass

from support.server import run
from support.wire import form

TENANT, SITE = "northwind", "SEA"
KILLS = int(os.environ.get("COUNTERSIGN_KILLS", "200"))
SEED = int(os.environ.get("COUNTERSIGN_CRASH_SEED", "20261121"))
CLIENTS = 8
DID_APPROVE = re.compile(r"<li><b>[^<]*</b> approved\b")


@dataclass
class Sheet:
    """What this test knows about one sheet."""

    id: str
    approvals: int = 0
    seen: str = ""
    minutes: str = ""
    sent: bool = False
    acknowledged: bool = False


class Approver(threading.Thread):
    """Approves its own share of sheets, one request after the other, until the connection breaks."""

    def __init__(self, client, token, sheets):
        super().__init__(daemon=True)
        self.client, self.token, self.sheets = client, token, sheets
        self.fault = None

    def run(self):
        for sheet in self.sheets:
            fields = {"csrf": self.token, "seen": sheet.seen, "minutes": sheet.minutes}
            sheet.sent = True
            try:
                answer = self.client.post(f"/timesheets/{sheet.id}/approval", fields)
            except ConnectionError:
                return
            if answer.status != 303 or "approved=1" not in answer.location:
                self.fault = f"{sheet.id}: {answer.status} {answer.location} {answer.words[:300]}"
                return
            sheet.acknowledged = True


class Each(threading.Thread):
    """Does something with each of a share of sheets, and keeps what went wrong."""

    def __init__(self, client, sheets, action):
        super().__init__(daemon=True)
        self.client, self.sheets, self.action, self.fault = client, sheets, action, None

    def run(self):
        try:
            for sheet in self.sheets:
                self.action(self.client, sheet)
        except Exception as fault:
            self.fault = fault


def in_parallel(clients, sheets, action):
    threads = [Each(c.at_same_place(), sheets[n::len(clients)], action) for n, c in enumerate(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
        thread.client.close()
    for thread in threads:
        if thread.fault:
            raise thread.fault


def look(client, sheet):
    """Reads a sheet's page before a round."""
    page = client.get(f"/timesheets/{sheet.id}")
    assert page.status == 200
    fields = dict(form(page, "/approval"))
    sheet.seen, sheet.minutes = fields["seen"], fields["minutes"]
    sheet.approvals = len(DID_APPROVE.findall(page.text))
    sheet.sent = sheet.acknowledged = False


def check_and_take_back(client, sheet):
    """After the restart: once if it was acknowledged, once or never if it was under way, else never."""
    if not sheet.sent:
        return
    page = client.get(f"/timesheets/{sheet.id}")
    assert page.status == 200, page.words[:200]
    now = len(DID_APPROVE.findall(page.text)) - sheet.approvals
    is_approved = "/approval/withdrawal" in page.text
    if sheet.acknowledged:
        assert now == 1 and is_approved, f"{sheet.id} was acknowledged and is there {now} times ({is_approved=})"
    else:
        assert now in (0, 1) and is_approved == (now == 1), f"{sheet.id} is neither whole nor absent: {now} {is_approved}"
    if is_approved:
        fields = form(page, "/approval/withdrawal")
        assert client.post(f"/timesheets/{sheet.id}/approval/withdrawal", fields).status == 303
    look(client, sheet)


def restart(portal):
    begun = time.monotonic()
    portal.start()
    return time.monotonic() - begun


def test_every_acknowledged_approval_survives_a_killed_server(fresh):
    chance = random.Random(SEED)
    client = fresh.signed_in(fresh.person("approver", TENANT, SITE))
    page = client.get("/timesheets")
    token = client.token(page)
    sheets = [Sheet(text.split("@")[0]) for text in re.findall(r'name="sheet" value="([^"]+)"', page.text)]
    assert len(sheets) >= CLIENTS, "the demo has waiting sheets at this worksite"
    clients = [client.at_same_place() for _ in range(CLIENTS)]
    in_parallel(clients, sheets, look)
    acknowledged = unanswered = arrived = 0
    restarts = []
    for number in range(KILLS):
        chance.shuffle(sheets)
        threads = [Approver(c, token, sheets[n::CLIENTS]) for n, c in enumerate(clients)]
        for thread in threads:
            thread.start()
        time.sleep(chance.uniform(0.020, 0.200))
        fresh.kill()
        for thread in threads:
            thread.join()
            assert thread.fault is None, f"round {number}: {thread.fault}"
        acknowledged += sum(sheet.acknowledged for sheet in sheets)
        unanswered += sum(sheet.sent and not sheet.acknowledged for sheet in sheets)
        restarts.append(restart(fresh))
        in_parallel(clients, sheets, check_and_take_back)
    print(f"\n{KILLS} kills: {acknowledged} acknowledged approvals, all there once; {unanswered} unanswered ones, whole or"
          f" absent; restart {sorted(restarts)[len(restarts) // 2]:.2f} s in the middle, {max(restarts):.2f} s at most")
    assert acknowledged > KILLS, "the kills came while approvals ran"
    assert fresh.stop() == 0
    verdict = run("verify", "--data", fresh.data)
    assert verdict.returncode == 0 and "NOT" not in verdict.stdout, verdict.stdout + verdict.stderr
