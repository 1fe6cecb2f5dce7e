"""Overtime by rules: the sheet says which rule made each minute, and staff choose which rules hold at a worksite."""

import re

import pytest

TENANT, SITE = "harbor", "VAN"


def with_double_time(client) -> str:
    """The address of a waiting sheet that the rules of British Columbia split."""
    page = client.get("/timesheets")
    for address in dict.fromkeys(re.findall(r'href="(/timesheets/[0-9A-Z]+)"', page.text)):
        if "double time?" in client.get(address).words:
            return address
    raise AssertionError("the demo has a sheet with double time at this worksite")


@pytest.mark.parametrize("device", ["phone", "desk"])
def test_a_sheet_explains_its_overtime_when_asked(portal, browsing, device):
    approver = portal.person("approver", TENANT, SITE)
    client = portal.signed_in(approver)
    address = with_double_time(client)
    for dark in (False, True):
        seat = browsing.seat(portal, TENANT, device=device, dark=dark, cookie=client.cookie)
        seat.open(address)
        why = seat.page.locator("details.explanation")
        line = why.locator("li").first
        assert not line.is_visible(), "closed until somebody asks"
        seat.tap(why.locator("summary"))
        assert line.is_visible()
        text = why.inner_text()
        assert "Why 4.0 h overtime and 1.0 h double time?" in text, text
        assert "beyond 12 hours of the day" in text and "beyond 8 hours of the day" in text
        assert "Employment Standards Act" in text and "British Columbia, version 2026.1" in text
        assert seat.page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "nothing sticks out"
        table = seat.page.locator(".table.days")
        assert table.evaluate("box => box.scrollWidth <= box.clientWidth"), "the days stay in their box"
        seat.page.wait_for_timeout(800)
        seat.shot(f"overtime-why-{device}-{'dark' if dark else 'light'}")
        assert seat.complaints == []


def test_the_explanation_needs_no_script(portal, browsing):
    client = portal.signed_in(portal.person("approver", TENANT, SITE))
    seat = browsing.seat(portal, TENANT, script=False, cookie=client.cookie)
    seat.open(with_double_time(client))
    seat.tap(seat.page.locator("details.explanation summary"))
    assert seat.page.locator("details.explanation li").first.is_visible()


@pytest.mark.parametrize("device", ["phone", "desk"])
def test_staff_choose_the_rules_of_a_worksite(fresh, browsing, device):
    seat = browsing.signed_in(fresh, fresh.person("ops-admin", "staff"), device=device)
    seat.open(f"/tenants/{TENANT}/worksites")
    choice = seat.page.get_by_label("Overtime rules of Harbor & Pine Halifax")
    assert choice.input_value() == ""
    choice.select_option("CA-ON")
    seat.tap(seat.page.get_by_role("button", name="Choose: Harbor & Pine Halifax"))
    seat.page.wait_for_url("**/worksites?done=rules")
    assert "hours that come in from now on" in seat.main()
    chosen = seat.page.get_by_label("Overtime rules of Harbor & Pine Halifax")
    assert chosen.input_value() == "CA-ON"
    inside = "field => field.getBoundingClientRect().right <= field.closest('.table').getBoundingClientRect().right"
    assert chosen.evaluate(inside), "the field stays in its box"
    seat.page.wait_for_timeout(800)
    seat.shot(f"overtime-rules-{device}")
    assert seat.complaints == []
