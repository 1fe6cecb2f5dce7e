"""Departments and cost centers, and sheets above a limit that two people approve."""

import re

TENANT = "northwind"


def add(seat, kind, code, name):
    seat.page.get_by_label("Kind").select_option(label=kind)
    seat.page.get_by_label("Code").fill(code)
    seat.page.locator("#name").fill(name)
    seat.page.get_by_role("button", name="Add", exact=True).click()
    seat.page.wait_for_load_state()


def box(seat, place, role):
    return seat.page.locator("fieldset.group-box").filter(has=seat.page.locator("legend", has_text=place)) \
        .get_by_label(role, exact=True)


def photograph(seat, name):
    seat.page.wait_for_timeout(800)
    assert seat.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), f"{name} scrolls sideways"
    seat.shot(name)
    assert seat.complaints == []


def test_an_approver_of_a_department_sees_its_sheets_and_no_others(fresh, browsing):
    staff = browsing.signed_in(fresh, fresh.person("ops-admin", "staff"), device="desk")
    staff.open(f"/tenants/{TENANT}/units")
    assert "No departments or cost centers" in staff.main()
    add(staff, "Department", "OPS", "Operations")
    add(staff, "Cost center", "4711", "Line 1")
    assert "Operations" in staff.main() and "Line 1" in staff.main()
    photograph(staff, "units-staff-desk")
    staff.open(f"/tenants/{TENANT}/assignments")
    worker = staff.page.locator("tbody th").first.inner_text().split("\n")[0]
    staff.page.get_by_role("link", name=re.compile("^Department and cost center")).first.click()
    staff.page.get_by_label("Department").select_option(label="Operations (OPS)")
    photograph(staff, "units-placement-desk")
    staff.page.get_by_role("button", name="Save").click()
    staff.page.wait_for_url("**/assignments?done=placed")
    assert "Operations" in staff.main()
    small = browsing.signed_in(fresh, fresh.person("ops-admin", "staff"))
    small.open(f"/tenants/{TENANT}/units")
    photograph(small, "units-staff-phone")

    admin = browsing.signed_in(fresh, fresh.person("client-admin", TENANT), device="desk")
    person = fresh.person("approver", TENANT, "SEA")
    admin.open("/people")
    admin.page.get_by_role("link", name=person.name).click()
    box(admin, "Seattle Dock 4", "Approver").uncheck()
    box(admin, "Operations", "Approver").check()
    assert "approve time at Operations" in admin.page.locator(".sentence").inner_text()
    photograph(admin, "units-person-desk")
    admin.page.get_by_role("button", name=re.compile("^Save")).click()
    admin.page.wait_for_load_state()
    if "uncovered" in admin.page.content():
        admin.page.get_by_role("button", name=re.compile("^Save")).click()
        admin.page.wait_for_load_state()
    approver = browsing.signed_in(fresh, person)
    approver.open("/timesheets")
    links = approver.page.locator('main tbody th a').all_inner_texts()
    assert set(links) <= {worker}, "nothing of others"
    photograph(approver, "units-approver-phone")


def test_above_a_limit_two_people_approve(fresh, browsing):
    person = fresh.person("approver", TENANT, "SEA")
    admin = browsing.signed_in(fresh, fresh.person("client-admin", TENANT), device="desk")
    admin.open("/people")
    admin.page.get_by_role("link", name=person.name).click()
    admin.page.locator("summary", has_text="Limit on approving alone").click()
    admin.page.get_by_label(re.compile("^Hours on a timesheet")).fill("40")
    photograph(admin, "limits-person-desk")
    admin.page.get_by_role("button", name="Save").click()
    admin.page.wait_for_url("**/people?*")
    assert "alone up to 40.0 h a timesheet" in admin.main()
    photograph(admin, "limits-people-desk")

    first = browsing.signed_in(fresh, person)
    first.open("/timesheets")
    boxes = first.page.locator('input[name="sheet"]')
    for number in range(boxes.count()):
        boxes.nth(number).check()
    first.page.locator("button[data-running]").click()
    first.page.wait_for_load_state()
    text = first.main()
    assert re.search(r"\d+ approved, [\d.,]+ h; \d+ waits? for a second approval", text), text[:400]
    assert re.search(rf"Approved by {person.name}, .*over 40.0 h", text)
    photograph(first, "limits-first-phone")
    first.page.get_by_role("link", name=re.compile(r"^\w")).filter(visible=True)
    first.page.locator("main tbody th a").first.click()
    first.page.wait_for_load_state()
    assert "Take approval back" in first.main()
    photograph(first, "limits-first-sheet-phone")

    admin.open("/people")
    admin.page.get_by_role("link", name=fresh.person("client-admin", TENANT).name).click()
    box(admin, "Whole company", "Approver").check()
    admin.page.get_by_role("button", name="Save").click()
    admin.page.wait_for_url("**/people?*")
    dark = browsing.signed_in(fresh, fresh.person("client-admin", TENANT), device="desk", dark=True)
    dark.open("/timesheets")
    row = dark.page.locator("tr").filter(has_text=f"Approved by {person.name}").first
    photograph(dark, "limits-second-desk-dark")
    row.locator("th a").click()
    dark.page.wait_for_load_state()
    assert f"{person.name} approved it. It is over 40.0 h" in dark.main()
    photograph(dark, "limits-second-sheet-desk-dark")
    dark.page.get_by_role("button", name=re.compile("^Approve ")).click()
    dark.page.wait_for_load_state()
    assert "1 timesheet approved" in dark.main()
