"""Hours that have not come in: a worker sends them by a personal link, staff type them in or say that none come."""

import csv
import re

import pytest

from support.server import CHECKOUT
from test_pages import assert_sound, look

TENANT = "northwind"


def own_row(staff, worker=None):
    """The first week on the client's list that is over, of this worker or of anybody."""
    staff.open(f"/tenants/{TENANT}/expected" + (f"?q={worker}" if worker else ""))
    return staff.page.locator("tbody tr").filter(has=staff.page.locator(".shape")).first


def personal_link(staff, row):
    row.get_by_role("link", name=re.compile("^Personal link")).click()
    staff.page.get_by_role("button", name="Make a new link").click()
    return staff.page.locator("#link").input_value()


def until(seat, words):
    """A tap leads to a page that says this."""
    seat.page.get_by_text(words).first.wait_for()


def hidden(seat, name):
    return seat.page.locator(f"main form input[name={name}]").first.input_value()


def fill_day(page, day, start="08:00", end="16:30", pause=("12:00", "12:30")):
    page.locator(f"#start-{day}").fill(start)
    page.locator(f"#from-{day}").fill(pause[0])
    page.locator(f"#until-{day}").fill(pause[1])
    page.locator(f"#end-{day}").fill(end)


@pytest.mark.parametrize("device", ["phone", "desk"])
def test_a_worker_sends_hours_by_a_personal_link_until_they_are_approved(fresh, browsing, device):
    staff = browsing.signed_in(fresh, fresh.person("coordinator", "staff"), device=device)
    row = own_row(staff)
    name = row.locator("th").inner_text().split("\n")[0]
    assert look(staff, "expected-staff", device, False) == []
    link = personal_link(staff, row)
    assert look(staff, "expected-link", device, False) == []

    worker = browsing.seat(fresh, TENANT, device=device)
    worker.page.goto(link)
    assert name in worker.main()
    faults = look(worker, "worker-weeks", device, False)
    worker.tap(worker.page.get_by_role("link", name=re.compile("^Fill in")).last)
    worker.tap(worker.page.get_by_role("button", name="Send the hours"))
    worker.page.locator("#attested-error").wait_for()
    faults += look(worker, "worker-refused", device, False)
    week = f"{link}?assignment={hidden(worker, 'assignment')}&week={hidden(worker, 'week')}"
    for day in range(2):
        fill_day(worker.page, day)
    worker.tap(worker.page.get_by_role("button", name="Save for later"))
    until(worker, "Nothing was sent yet")
    assert worker.page.locator("#end-1").input_value() == "16:30"
    worker.page.get_by_label("These are the hours that I worked").check()
    faults += look(worker, "worker-week", device, False)
    worker.tap(worker.page.get_by_role("button", name="Send the hours"))
    until(worker, "Sent. You see here")
    assert_sound(worker.page.content())

    approver = browsing.signed_in(fresh, approver_of(fresh, staff, name), device=device)
    approver.open(f"/timesheets?q={name.split()[0]}")
    approver.page.locator("tbody th a", has_text=name).last.click()
    assert "by personal link" in approver.main() and "attested these hours" in approver.main()
    faults += look(approver, "worker-sheet", device, False)
    approver.page.locator("details.reject summary").click()
    approver.page.locator('#reject input[name="reason"]').first.check()
    approver.page.locator("#reject textarea").fill("You left at four on Monday.")
    approver.page.locator("#reject button.danger").click()
    approver.page.wait_for_url("**/timesheets?*")

    worker.page.goto(week)
    assert "You left at four on Monday." in worker.main()
    faults += look(worker, "worker-sent-back", device, False)
    worker.page.locator("#end-0").fill("16:00")
    worker.page.get_by_label("These are the hours that I worked").check()
    worker.tap(worker.page.get_by_role("button", name="Send again"))
    until(worker, "Sent. You see here")

    approver.open(f"/timesheets?q={name.split()[0]}")
    approver.page.locator("tbody th a", has_text=name).last.click()
    approver.page.get_by_role("button", name=re.compile("^Approve")).first.click()
    approver.page.wait_for_load_state()
    worker.page.goto(week)
    assert "cannot be changed" in worker.main() and worker.page.locator("main form").count() == 0
    faults += look(worker, "worker-approved", device, False)
    assert faults == []


def approver_of(portal, staff, name):
    """Somebody who approves at the place where this worker's hours are expected."""
    staff.open(f"/tenants/{TENANT}/timesheets?q={name.split()[0]}")
    site = staff.page.locator("tbody tr", has_text=name).first.locator("td").nth(1).inner_text()
    with open(CHECKOUT / "Resources" / "demo" / "worksites.csv", encoding="utf-8-sig", newline="") as file:
        codes = {row["name"]: row["code"] for row in csv.DictReader(file) if row["tenant"] == TENANT}
    return portal.person("approver", TENANT, codes[site])


def test_staff_type_hours_in_or_say_that_none_come(fresh, browsing):
    staff = browsing.signed_in(fresh, fresh.person("coordinator", "staff"), device="desk")
    row = own_row(staff)
    name = row.locator("th").inner_text().split("\n")[0]
    row.get_by_role("link", name=re.compile("^Type hours in")).click()
    staff.page.locator("#hours-0").fill("-3")
    staff.page.get_by_role("button", name="Take these hours").click()
    assert "cannot be less than zero" in staff.main()
    assert staff.page.locator("#hours-0").input_value() == "-3"
    assert look(staff, "expected-typing", "desk", False) == []
    staff.page.locator("#hours-0").fill("7:30")
    staff.page.get_by_role("button", name="Take these hours").click()
    assert "The hours were taken" in staff.main()

    own_row(staff).get_by_role("link", name=re.compile("^Type hours in")).click()
    staff.page.locator("summary", has_text="No hours come").click()
    staff.page.locator(".choice", has_text="Nothing was worked").click()
    staff.page.get_by_label("Why?").select_option(label="Away or ill")
    staff.page.get_by_role("button", name="No hours come").click()
    assert "Nobody waits for hours" in staff.main() and "Nothing worked: away or ill" in staff.main()
    assert name


@pytest.mark.parametrize("device, dark", [("phone", False), ("desk", True)])
def test_a_client_sees_whose_hours_are_missing(fresh, browsing, device, dark):
    person = fresh.person("approver", TENANT, "SEA")
    seat = browsing.signed_in(fresh, person, device=device, dark=dark)
    seat.open("/timesheets")
    seat.page.get_by_role("link", name=re.compile("^Expected")).click()
    assert seat.page.locator("tbody tr").count() > 0
    assert "Late, was due by" in seat.main()
    assert look(seat, "expected-client", device, dark) == []


def test_a_program_that_presses_every_button_sends_nothing(fresh, browsing):
    """What a mail scanner does: it follows the link, runs the scripts, and presses whatever can be pressed."""
    staff = browsing.signed_in(fresh, fresh.person("coordinator", "staff"), device="desk")
    row = own_row(staff)
    name = row.locator("th").inner_text().split("\n")[0]
    link = personal_link(staff, row)
    scanner = browsing.seat(fresh, TENANT, device="desk")
    scanner.page.goto(link)
    for target in [a.get_attribute("href") for a in scanner.page.locator("main a.button").all()]:
        scanner.page.goto(fresh.url(TENANT, target))
        for place in range(scanner.page.locator("main button").count()):
            scanner.page.goto(fresh.url(TENANT, target))
            scanner.page.evaluate("document.querySelectorAll('details').forEach(node => node.open = true)")
            scanner.page.locator("main button").nth(place).click()
            scanner.page.wait_for_load_state()
    staff.open(f"/tenants/{TENANT}/expected?q={name.split()[0]}")
    assert name in staff.main(), "the week is expected as before"


@pytest.mark.parametrize("device", ["phone", "desk"])
def test_the_worker_page_works_without_scripts(fresh, browsing, device):
    staff = browsing.signed_in(fresh, fresh.person("coordinator", "staff"), device="desk")
    link = personal_link(staff, own_row(staff))
    worker = browsing.seat(fresh, TENANT, device=device, script=False)
    worker.page.goto(link)
    worker.page.get_by_role("link", name=re.compile("^Fill in")).last.click()
    worker.page.locator("#hours-0").fill("8")
    worker.page.get_by_label("These are the hours that I worked").check()
    worker.page.get_by_role("button", name="Send the hours").click()
    until(worker, "Sent. You see here")
