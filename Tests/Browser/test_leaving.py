"""Somebody leaves, and comes back when that was a mistake; somebody is away, and another one decides meanwhile."""

import re
from datetime import date, timedelta

import pytest

HENRIK = "Henrik Sjöström"


def person_page(seat, name):
    seat.open("/people")
    seat.page.get_by_role("link", name=name).click()
    seat.page.wait_for_load_state()


@pytest.mark.parametrize("device, script", [("phone", True), ("desk", True), ("phone", False)])
def test_a_last_approver_goes_with_a_handover_and_comes_back(fresh, browsing, device, script):
    boss = fresh.person("client-admin", "cedar")
    client = fresh.signed_in(boss)
    links = dict(re.findall(r'href="(/people/[^"/]+)">([^<]+)<', client.get("/people").text))
    for path, name in links.items():
        if name in ("Rosa Delgado-Ruiz", "Manuel Ibáñez"):
            assert client.post(path + "/removal", {"csrf": client.token(client.get(path))}).status == 303
    admin = browsing.signed_in(fresh, boss, device=device, script=script)
    henrik = next(one for one in fresh.people if one.name == HENRIK)
    other = browsing.signed_in(fresh, henrik, device="phone")
    person_page(admin, HENRIK)
    panel = admin.page.locator("#leaving")
    assert "Nobody else can approve at" in panel.inner_text(), panel.inner_text()
    assert "1 open session ends." in panel.inner_text()
    admin.page.wait_for_timeout(800)
    admin.shot(f"flow-leaving-{device}")

    panel.get_by_role("button", name="Hand over and remove access").click()
    admin.page.wait_for_load_state()
    assert admin.page.title().startswith("Error:")
    assert "Choose who approves there from today" in admin.page.locator(".error-summary").inner_text()
    assert "Remove anyway: nobody can approve at" in admin.main(), "the way to let somebody go at once"
    admin.page.wait_for_timeout(800)
    admin.shot(f"flow-leaving-asked-{device}")
    assert admin.page.locator("#leaving select").count() == 3, "one for each worksite, and one for all"
    admin.page.get_by_label("Everywhere").select_option(
        label="Inés Marroquín (invited, has not signed in yet)")
    admin.page.get_by_role("button", name="Hand over and remove access").click()
    admin.page.wait_for_url("**/people?done=removed")
    assert "Access removed" in admin.main()
    admin.page.wait_for_timeout(800)
    admin.shot(f"flow-left-{device}")
    other.open("/timesheets")
    assert "/sign-in" in other.page.url, "the open session has ended"

    admin.page.get_by_role("button", name=f"Undo: let {HENRIK} back in").click()
    admin.page.wait_for_load_state()
    assert f"{HENRIK} is back" in admin.main()
    assert admin.page.locator("#link").count() == 0, "the link goes out by mail alone"
    admin.page.wait_for_timeout(800)
    admin.shot(f"flow-back-{device}")
    person_page(admin, HENRIK)
    assert admin.page.locator('input[name="grant"]:checked').count() >= 1, "with what they held"
    client = fresh.client("cedar")
    assert client.sign_in(henrik.email, henrik.password).status == 422, "the old password stays ended"
    assert admin.complaints == [] and other.complaints == []


@pytest.mark.parametrize("device, script", [("phone", True), ("desk", True), ("phone", False)])
def test_somebody_stands_in_while_another_is_away(fresh, browsing, device, script):
    giver = fresh.person("approver", "northwind", "SEA")
    delegate = fresh.person("approver", "northwind", "DFW")
    seat = browsing.signed_in(fresh, giver, device=device, script=script)
    other = browsing.signed_in(fresh, delegate, device="phone")
    other.open("/timesheets")
    assert "Seattle Dock 4" not in other.main()

    seat.open("/account")
    seat.page.get_by_role("link", name="Who stands in").click()
    seat.page.wait_for_load_state()
    seat.page.get_by_label("Their email").fill("nobody@northwind.example")
    seat.page.get_by_label("Through").fill((date.today() + timedelta(days=5)).isoformat())
    seat.page.get_by_role("button", name="Let them stand in").click()
    seat.page.wait_for_load_state()
    assert seat.page.title().startswith("Error:")
    assert "Nobody who has signed in at your company" in seat.main()
    seat.page.wait_for_timeout(800)
    seat.shot(f"flow-stand-in-error-{device}")
    seat.page.get_by_label("Their email").fill(delegate.email)
    seat.page.get_by_role("button", name="Let them stand in").click()
    seat.page.wait_for_url("**/account/delegations?done=given")
    assert f"{delegate.name} stands in for {giver.name} everywhere" in seat.main()
    seat.page.wait_for_timeout(800)
    seat.shot(f"flow-stand-in-{device}")

    other.open("/timesheets")
    assert f"{delegate.name} stands in for {giver.name} everywhere" in other.main()
    assert "Seattle Dock 4" in other.main()
    other.page.wait_for_timeout(800)
    other.shot(f"flow-standing-in-{device}")
    row = other.page.locator("section", has_text="Seattle Dock 4").locator('a[href^="/timesheets/"]').last
    sheet = row.get_attribute("href")
    other.open(sheet)
    other.page.get_by_role("button", name="Approve").first.click()
    other.page.wait_for_load_state()
    other.open(sheet)
    assert f"{delegate.name} for {giver.name}" in other.main(), "the history has both names"

    seat.open("/account/delegations")
    seat.page.get_by_role("button", name="End it now").click()
    seat.page.wait_for_load_state()
    assert "It has ended" in seat.main()
    other.open("/timesheets")
    assert "Seattle Dock 4" not in other.main(), "it ends at once"
    assert seat.complaints == [] and other.complaints == []


def test_an_admin_finds_who_stands_in_on_the_pages_about_people(fresh, browsing):
    giver = next(one for one in fresh.people if one.name == "Łukasz Wójcik")
    admin = browsing.signed_in(fresh, fresh.person("client-admin", "northwind"), device="desk", dark=True)
    person_page(admin, giver.name)
    admin.page.get_by_role("link", name=f"When {giver.name} is away").click()
    admin.page.wait_for_load_state()
    offered = admin.page.locator("#colleagues option").count()
    assert offered > 3, "an admin, who sees everybody, chooses from them"
    admin.page.get_by_label("Their email").fill(fresh.person("viewer", "northwind").email)
    admin.page.get_by_label("Through").fill((date.today() + timedelta(days=5)).isoformat())
    admin.page.get_by_label("Only at these worksites:").check()
    admin.page.get_by_label("Seattle Dock 4").check()
    admin.page.get_by_role("button", name="Let them stand in").click()
    admin.page.wait_for_url("**/delegations?done=given")
    admin.page.wait_for_timeout(800)
    admin.shot("flow-stand-in-admin-dark")
    admin.open("/people")
    line = f"stands in for {giver.name} at Seattle Dock 4"
    assert line in admin.main()
    admin.page.wait_for_timeout(800)
    admin.shot("flow-people-standing-in")
    person_page(admin, giver.name)
    assert line in admin.main()
    assert admin.complaints == []
