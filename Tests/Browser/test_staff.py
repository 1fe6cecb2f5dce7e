"""The agency's side: hours come in, invoices go out, and who looked at what is on record."""

import re

import pytest

from support.browse import downloading
from support.server import DEMO, rows
from support.wire import form

TENANT = "northwind"
HOURS = DEMO / "hours" / "northwind-2026-11-09.csv"
MAPPING = DEMO / "mappings" / "northwind.mapping"
WEEK = "2026-11-16"


def next_week() -> bytes:
    """The last demo week as it would come in a week later."""
    text = HOURS.read_text(encoding="utf-8-sig")

    def later(match):
        month, day, year = map(int, match.groups())
        return f"{month:02}/{day + 7:02}/{year}"

    return ("\ufeff" + re.sub(r"(\d\d)/(\d\d)/(\d{4})", later, text)).encode()


def upload(client, content, name="northwind-2026-11-16.csv", week=WEEK, mapping=MAPPING.read_bytes()):
    """Sends the import form as the page has it; returns the page of the dry run."""
    path = f"/tenants/{TENANT}/imports"
    page = client.get(path)
    assert page.status == 200, page.words[:300]
    fields = [(n, week if n == "week" else v) for n, v in form(page, path) if n not in ("mapping-file", "file")]
    files = [("file", name, "text/csv", content), ("mapping-file", "northwind.mapping", "text/plain", mapping)]
    return client.post_files(path, fields, files)


def test_a_coordinator_sees_what_is_stuck(portal, browsing):
    seat = browsing.signed_in(portal, portal.person("coordinator", "staff"), device="desk")
    assert seat.page.url.endswith("/tenants")
    text = seat.main()
    for tenant in rows("tenants.csv"):
        assert tenant["name"] in text
    seat.page.get_by_role("link", name="Cedar Valley Foods").click()
    assert "without an approver" in seat.main() and "Rochester" in seat.main()


@pytest.mark.parametrize("role, may", [("coordinator", False), ("billing", True), ("ops-admin", False)])
def test_only_billing_makes_invoices(portal, role, may):
    client = portal.signed_in(portal.person(role, "staff"))
    home = client.follow(client.get("/"))
    page = client.get(f"/tenants/{TENANT}/invoices")
    if page.status == 200:
        assert ("Issue" in page.words and 'class="button primary"' in page.text) <= may
    if not may:
        answer = client.post(f"/tenants/{TENANT}/invoices", {"csrf": client.token(home), "through": "2026-11-09"})
        assert answer.status == 404, answer.status


def test_the_access_log_shows_who_opened_what(portal):
    viewer = portal.person("viewer", TENANT)
    client = portal.signed_in(viewer)
    assert client.get("/timesheets?state=done").status == 200
    assert client.get("/invoices").status == 404
    ops = portal.signed_in(portal.person("ops-admin", "staff"))
    log = ops.get("/access-log?client=" + TENANT + "&q=" + viewer.name.split()[0])
    assert log.status == 200
    assert "GET /timesheets" in log.words and viewer.name in log.words
    assert re.search(r"GET /invoices 404", log.words), "what was refused is there too"
    assert "GET /access-log" in ops.get("/access-log?client=agency").words
    for role in ("coordinator", "billing"):
        other = portal.signed_in(portal.person(role, "staff"))
        assert other.get("/access-log").status == 404
        assert "/access-log" not in other.follow(other.get("/")).text


@pytest.mark.parametrize("path", ["/tenants/nobody", "/tenants/nobody/people", "/tenants/northwind/nothing", "/tenants/../x"])
def test_what_is_not_there_is_not_there(portal, path):
    assert portal.signed_in(portal.person("ops-admin", "staff")).get(path).status in (400, 404)
