"""What those who run the server are told, and that nobody else is."""

import json
import re
import shutil

import pytest

from support.browse import DEVICES
from support.inject import Injection
from support.refusals import refused
from test_pages import look

TENANT = "northwind"
LOOKS = [(device, dark) for device in DEVICES for dark in (False, True)]


def test_a_sound_server_lives_is_ready_and_counts(portal):
    assert portal.operations("/livez")[0] == 200
    status, text = portal.operations("/readyz")
    assert status == 200 and json.loads(text) == {"status": "ready", "faults": [], "clients": []}
    status, text = portal.operations("/metrics")
    assert status == 200
    for line in ['countersign_tenants{state="known"} 3', 'countersign_tenants{state="unusable"} 0',
                 "countersign_stores_halted 0", "countersign_access_records_lost 0", "countersign_tenant_failures_total 0"]:
        assert f"\n{line}\n" in text, f"{line} is not in {text}"
    assert portal.operations("/")[0] == 404


@pytest.mark.parametrize("place", [TENANT, "staff", "landing"])
@pytest.mark.parametrize("path", ["/readyz", "/livez", "/metrics"])
def test_no_host_of_the_portal_leads_there(portal, place, path):
    assert portal.client(place).get(path).status == 404


def test_a_wrong_address_is_refused(tmp_path):
    refused(["serve", "--operations", "9464", "--data", tmp_path], "--operations", "127.0.0.1:9464", code=2)


@pytest.fixture
def halted(fresh, tmp_path):
    """A portal in which a write of one client has just failed, and what its writer read."""
    if not shutil.which("strace"):
        pytest.skip("strace is not installed, so no system call can be made to fail")
    client = fresh.signed_in(fresh.person("approver", TENANT, "SEA"))
    page = client.get("/timesheets")
    sheet = re.search(r'name="sheet" value="([^"@]+)@', page.text).group(1)
    journal = max((fresh.data.resolve() / "tenants" / TENANT / "journal").glob("*.segment"))
    with Injection(fresh.process.pid, "fdatasync:error=EIO", [journal], tmp_path / "strace.log"):
        answer = client.post(f"/timesheets/{sheet}/comments", {"csrf": client.token(page), "words": "in doubt"})
    assert answer.status == 503 and "could not confirm your change" in answer.words
    return fresh, client


def test_a_client_that_has_stopped_is_named_to_everybody_and_opened_again_in_one_click(halted, browsing):
    portal, client = halted
    ready = portal.readiness()
    assert ready["status"] == "degraded" and [one["client"] for one in ready["clients"]] == [TENANT]
    assert '\ncountersign_tenants{state="unusable"} 1\n' in portal.operations("/metrics")[1]
    cookie = portal.signed_in(portal.person("ops-admin", "staff")).cookie
    faults = []
    for device, dark in LOOKS:
        seat = browsing.seat(portal, "staff", device=device, dark=dark, cookie=cookie)
        for path in ("/tenants", f"/tenants/{TENANT}"):
            seat.open(path)
            assert "Records have stopped" in seat.main()
            faults += look(seat, "halted" + path.replace("/", "-"), device, dark)
        seat = browsing.seat(portal, TENANT, device=device, dark=dark, cookie=client.cookie)
        assert seat.open("/timesheets").status == 503
        assert "Everything that was confirmed to you is kept" in seat.main()
        faults += look(seat, "halted-client-side", device, dark)
    assert faults == []
    seat = browsing.seat(portal, "staff", device="desk", cookie=cookie)
    seat.open(f"/tenants/{TENANT}")
    seat.tap(seat.page.get_by_role("button", name="Open the records again"))
    assert "The records are open again." in seat.main()
    assert client.get("/timesheets").status == 200 and portal.readiness()["status"] == "ready"
