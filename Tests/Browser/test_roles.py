"""Roles: ops reads whom a change affects, then applies it; and anybody in charge reads who can see what, and why."""

import re

import pytest

TENANT = "northwind"
DEVICES = ["phone", "desk"]


@pytest.mark.parametrize("device", DEVICES)
def test_a_role_changes_after_a_look_at_whom_it_affects(fresh, browsing, device):
    approver = fresh.signed_in(fresh.person("approver", TENANT, "SEA"))
    assert approver.get("/timesheets").status == 200
    seat = browsing.signed_in(fresh, fresh.person("ops-admin", "staff"), device=device)
    seat.open("/roles")
    assert "Roles for people of clients" in seat.main()
    seat.shot(f"flow-roles-1-list-{device}")
    seat.page.get_by_role("link", name="Approver", exact=True).click()
    seat.page.wait_for_load_state()
    seat.shot(f"flow-roles-2-form-{device}")
    seat.page.get_by_label("Approve time").uncheck()
    seat.page.get_by_label("See hours").uncheck()
    seat.page.get_by_role("button", name="See whom it affects").click()
    seat.page.wait_for_load_state()
    main = seat.main()
    assert "Nothing has changed yet" in main
    assert re.search(r"\d+ (person|people)[^.]* could no longer approve time", main), main
    assert "Nobody could approve time at" in main
    seat.shot(f"flow-roles-3-impact-{device}")
    assert approver.get("/timesheets").status == 200
    seat.page.get_by_role("button", name="Apply now").click()
    seat.page.wait_for_load_state()
    assert "It holds from now on" in seat.main()
    assert approver.get("/timesheets").status == 404


@pytest.mark.parametrize("device", DEVICES)
def test_a_new_role_is_made_and_offered(fresh, browsing, device):
    seat = browsing.signed_in(fresh, fresh.person("ops-admin", "staff"), device=device)
    seat.open("/new-role?side=client")
    seat.page.get_by_label("Name", exact=True).fill("Yard lead")
    seat.page.get_by_label("Approve time").check()
    seat.page.get_by_role("button", name="Make the role").click()
    seat.page.wait_for_load_state()
    assert "needs these, too: see hours" in seat.main()
    seat.shot(f"flow-roles-4-refused-{device}")
    seat.page.get_by_label("See hours").check()
    seat.page.get_by_role("button", name="Make the role").click()
    seat.page.wait_for_load_state()
    assert "Yard lead" in seat.main()
    admin = fresh.signed_in(fresh.person("client-admin", TENANT))
    assert "Yard lead" in admin.get("/people/invitation").text


@pytest.mark.parametrize("device", DEVICES)
def test_who_can_see_a_sheet_and_what_somebody_can_see(fresh, browsing, device):
    seat = browsing.signed_in(fresh, fresh.person("client-admin", TENANT), device=device)
    seat.open("/timesheets")
    seat.page.locator("main a[href^='/timesheets/']").first.click()
    seat.page.wait_for_load_state()
    seat.page.get_by_role("link", name="Who can see this").click()
    seat.page.wait_for_load_state()
    assert "Because" in seat.page.content() and "Approver" in seat.main()
    seat.shot(f"flow-sight-1-sheet-{device}")
    seat.open("/people")
    seat.page.locator("main th a").first.click()
    seat.page.wait_for_load_state()
    seat.page.get_by_role("link", name=re.compile("can see and do$")).click()
    seat.page.wait_for_load_state()
    assert "Whole company" in seat.main() or "Where" in seat.page.content()
    seat.shot(f"flow-sight-2-person-{device}")


@pytest.mark.parametrize("device", DEVICES)
def test_staff_read_who_can_see_a_sheet(fresh, browsing, device):
    seat = browsing.signed_in(fresh, fresh.person("coordinator", "staff"), device=device)
    seat.open(f"/tenants/{TENANT}/timesheets")
    seat.page.locator("main a[href*='sheet=']").first.click()
    seat.page.wait_for_load_state()
    seat.page.get_by_role("link", name="Who can see this").click()
    seat.page.wait_for_load_state()
    assert "Coordinator" in seat.main()
    seat.shot(f"flow-sight-3-staff-{device}")
