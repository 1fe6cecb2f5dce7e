"""The agency looks at a client's portal as one of its people, and the client reads it in its own access log."""

import re

import pytest

TENANT = "northwind"
REASON = "They cannot find last week's hours."
DEVICES = ["phone", "desk"]


def begin(portal, staff, person):
    """From the client's people to the first page seen as that person, in the same window."""
    staff.open(f"/tenants/{TENANT}/people")
    staff.page.get_by_role("link", name=person.name).first.click()
    staff.page.wait_for_load_state()
    staff.page.get_by_role("link", name="View as this person").click()
    staff.page.wait_for_load_state()
    staff.page.get_by_label("Reason").fill(REASON)
    staff.page.get_by_role("button", name="Go on").click()
    staff.page.wait_for_load_state()
    staff.page.get_by_role("link", name=f"Open the portal as {person.name}").click()
    staff.page.wait_for_load_state()
    assert staff.page.url.startswith(portal.url(TENANT)), "on the client's own host"
    staff.page.get_by_role("button", name="Begin").click()
    staff.page.wait_for_load_state()


@pytest.mark.parametrize("device", DEVICES)
def test_staff_look_as_a_person_and_change_nothing(fresh, browsing, device):
    approver = fresh.person("approver", TENANT, "SEA")
    own = browsing.signed_in(fresh, approver, device=device)
    own.open("/timesheets")
    ops = browsing.signed_in(fresh, fresh.person("coordinator", "staff"), device=device)
    begin(fresh, ops, approver)
    band = ops.page.locator(".viewing")
    assert f"is looking as {approver.name}" in band.inner_text()
    assert ops.main() == own.main(), "the same page, word for word"
    ops.page.wait_for_timeout(800)
    ops.shot(f"flow-view-1-timesheets-{device}")
    box = band.bounding_box()
    assert box["y"] >= 0 and box["x"] >= 0 and box["width"] <= ops.page.viewport_size["width"]
    assert ops.page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "nothing runs off the side"

    ops.page.get_by_role("button", name=re.compile(r"^Approve")).first.click()
    ops.page.wait_for_load_state()
    assert "nothing was changed" in ops.main()
    ops.page.wait_for_timeout(800)
    ops.shot(f"flow-view-2-refused-{device}")
    ops.page.goto(fresh.url(TENANT, "/account/sign-in"))
    assert "shown to nobody else" in ops.main()
    ops.page.goto(fresh.url(TENANT, "/timesheets"))
    ops.page.get_by_role("button", name="Stop looking").click()
    ops.page.wait_for_load_state()
    assert "The look has ended" in ops.main()
    ops.page.goto(fresh.url(TENANT, "/timesheets"))
    assert "/sign-in" in ops.page.url
    own.open("/timesheets")
    assert ops.complaints == [] and own.complaints == []


@pytest.mark.parametrize("device", DEVICES)
def test_the_clients_admin_reads_who_looked(fresh, browsing, device):
    approver = fresh.person("approver", TENANT, "SEA")
    staff = fresh.person("ops-admin", "staff")
    ops = browsing.signed_in(fresh, staff, device="desk")
    begin(fresh, ops, approver)
    admin = browsing.signed_in(fresh, fresh.person("client-admin", TENANT), device=device)
    admin.open("/people")
    admin.page.get_by_role("link", name="Access log").click()
    admin.page.wait_for_load_state()
    main = admin.main()
    assert f"Began to look as {approver.name}" in main and REASON in main and staff.name in main
    assert "Signed in" in main
    admin.page.wait_for_timeout(800)
    admin.shot(f"flow-access-log-{device}")
    assert admin.page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "nothing runs off the side"
    admin.page.get_by_label("Kind").select_option("views")
    admin.page.get_by_role("button", name="Filter").click()
    admin.page.wait_for_load_state()
    rows = admin.page.locator("tbody tr")
    assert rows.count() >= 1 and "Signed in" not in admin.page.locator("tbody").inner_text()
    with admin.page.expect_download() as download:
        admin.page.get_by_role("link", name="Export CSV").click()
    text = download.value.path().read_text(encoding="utf-8-sig")
    assert REASON in text and "Sign-ins" not in text
    assert admin.complaints == []


def test_the_look_ends_with_the_staff_members_session(fresh, browsing):
    approver = fresh.person("approver", TENANT, "SEA")
    ops = browsing.signed_in(fresh, fresh.person("ops-admin", "staff"), device="desk", dark=True)
    begin(fresh, ops, approver)
    ops.page.wait_for_timeout(800)
    ops.shot("flow-view-3-dark")
    second = ops.context.new_page()
    second.goto(fresh.url("staff", "/account"))
    second.locator("details.person summary").click()
    second.get_by_role("button", name="Sign out", exact=True).click()
    second.wait_for_load_state()
    ops.page.goto(fresh.url(TENANT, "/timesheets"))
    assert "The look has ended" in ops.main()
    assert ops.page.get_by_role("link", name="Back to the staff side").get_attribute("href").startswith("https://staff.")
