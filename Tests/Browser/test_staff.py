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


def choose(seat, content, mapping=MAPPING, week=WEEK):
    """Fills the form of an import and sends it."""
    page = seat.page
    page.locator("#file").set_input_files({"name": "week.csv", "mimeType": "text/csv", "buffer": content})
    if mapping:
        page.locator("#mapping-file").set_input_files(mapping)
    page.locator("#week").fill(week)
    page.get_by_role("button", name="Check the file").click()
    page.wait_for_load_state()


def figure(seat, word) -> int:
    """A number of the report, by the word that stands above it."""
    return int(seat.page.locator("dl.facts div").filter(has_text=re.compile(f"^{word}")).locator("dd").inner_text())


def test_hours_come_in_with_a_dry_run_and_twice_changes_nothing(fresh, browsing):
    content = next_week() + b'99999,"Nobody, Known",SEA,11/17/2026,REG,8.00\r\n'
    seat = browsing.signed_in(fresh, fresh.person("coordinator", "staff"), device="desk")
    seat.open(f"/tenants/{TENANT}/imports")
    seat.shot("flow-import-1-form")
    choose(seat, content)
    assert "Nothing has been written yet" in seat.main()
    seat.shot("flow-import-2-dry-run")
    new, refused = figure(seat, "New sheets"), figure(seat, "Refused")
    assert new > 50 and refused >= 1
    assert "Nobody has the employee number 99999" in seat.main()
    with downloading(seat, seat.page.get_by_role("link", name="Refused rows as CSV")) as path:
        text = path.read_text(encoding="utf-8-sig")
        assert "99999" in text and "Nobody has the employee number 99999" in text
    approver = fresh.signed_in(fresh.person("approver", TENANT, "SEA"))
    before = approver.get("/timesheets").text
    seat.page.get_by_role("button", name=re.compile(r"^Import \d+ timesheets")).click()
    seat.page.wait_for_url("**/imports/**new=*")
    assert f"{new} timesheets are new" in seat.main()
    seat.shot("flow-import-3-done")
    after = approver.get("/timesheets").text
    assert after.count('name="sheet"') > before.count('name="sheet"')
    seat.open(f"/tenants/{TENANT}/imports")
    choose(seat, content)
    assert (figure(seat, "New sheets"), figure(seat, "Changed"), figure(seat, "Same as before")) == (0, 0, new)
    assert "nothing in this file that would change" in seat.main()
    assert seat.page.get_by_role("button", name=re.compile("^Import ")).count() == 0
    assert approver.get("/timesheets").text.count('name="sheet"') == after.count('name="sheet"')
    assert seat.complaints == []


def damaged(text: bytes) -> dict:
    lines = text.split(b"\n")
    return {
        "no file of ours": (b"%PDF-1.7 \x00\x01\x02 not a table at all", MAPPING),
        "not UTF-8": (text.replace(b"Tatiana", b"Tati\xe1na"), MAPPING),
        "a missing column": (b"\n".join([lines[0].replace(b"Pay Code", b"Code"), *lines[1:]]), MAPPING),
        "an open quote": (text + b'10400,"Ahmed, Tatiana,SEA,11/17/2026,REG,8.00\r\n', MAPPING),
        "empty": (b"", MAPPING),
        "a mapping that is none": (text, DEMO / "workers.none"),
    }


@pytest.mark.parametrize("fault", sorted(damaged(b"\n")))
def test_a_wrong_file_is_explained_and_nothing_is_sent_again(portal, browsing, tmp_path, fault):
    content, mapping = damaged(next_week())[fault]
    if not mapping.exists():
        mapping = tmp_path / "wrong.mapping"
        mapping.write_text("layout = days\ncolour = green\n")
    seat = browsing.signed_in(portal, portal.person("coordinator", "staff"), device="desk")
    seat.open(f"/tenants/{TENANT}/imports")
    choose(seat, content, mapping)
    assert seat.page.title().startswith("Error:"), seat.main()[:300]
    said = seat.page.locator(".error-summary").inner_text()
    assert len(said) > 30, said
    print(fault, "→", said.replace("\n", " | "))
    assert seat.page.locator("#week").input_value() == WEEK
    assert "layout = days" in seat.page.locator("#mapping").input_value(), "the mapping can be corrected on the page"
    if fault == "a mapping that is none":
        assert "2" in said, "the line is named"


def test_a_coordinator_sees_what_is_stuck(portal, browsing):
    seat = browsing.signed_in(portal, portal.person("coordinator", "staff"), device="desk")
    assert seat.page.url.endswith("/tenants")
    text = seat.main()
    for tenant in rows("tenants.csv"):
        assert tenant["name"] in text
    seat.page.get_by_role("link", name="Cedar Valley Foods").click()
    assert "without an approver" in seat.main() and "Rochester" in seat.main()


@pytest.mark.parametrize("role, may", [("coordinator", False), ("billing", True), ("ops-admin", True)])
def test_coordinators_do_not_make_invoices(portal, role, may):
    client = portal.signed_in(portal.person(role, "staff"))
    home = client.follow(client.get("/"))
    page = client.get(f"/tenants/{TENANT}/invoices")
    if page.status == 200:
        assert ("Record payment" in page.words) <= may
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
