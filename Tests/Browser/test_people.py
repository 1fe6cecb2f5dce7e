"""A client's own admin brings people in, changes what they may do, and puts them out."""

import re

import pytest

from support.server import run

TENANT = "northwind"
PASSWORD = "lantern orchid gravel seventeen"


def matrix_row(seat, name):
    return seat.page.get_by_role("row").filter(has_text=name)


def invite(seat, name, email, boxes):
    seat.open("/people/invitation")
    seat.page.get_by_label("Name", exact=True).fill(name)
    seat.page.get_by_label("Email").fill(email)
    for box in boxes:
        seat.page.locator("fieldset.group-box").filter(has=seat.page.locator("legend", has_text=box[0])) \
            .get_by_label(box[1]).check()


def test_a_faulty_invitation_comes_back_with_everything_that_was_typed(portal, browsing):
    seat = browsing.signed_in(portal, portal.person("client-admin", TENANT), device="desk")
    invite(seat, "Zofia Źdźbło", "zofia@", [("Seattle Dock 4", "Approver")])
    sentence = seat.page.locator(".sentence").inner_text()
    assert "Zofia Źdźbło" in sentence and "approve time at Seattle Dock 4" in sentence, "the sentence follows"
    seat.page.locator("form").filter(has=seat.page.locator("#name")).evaluate("form => form.noValidate = true")
    seat.page.get_by_role("button", name="Send invitation").click()
    seat.page.wait_for_load_state()
    assert seat.page.title().startswith("Error:")
    summary = seat.page.locator(".error-summary")
    assert "Enter an email address" in summary.inner_text()
    assert summary.evaluate("node => node === document.activeElement"), "the summary has the focus"
    assert seat.page.get_by_label("Name", exact=True).input_value() == "Zofia Źdźbło"
    assert seat.page.get_by_label("Email").input_value() == "zofia@"
    assert seat.page.locator('input[name="grant"]:checked').count() == 1
    assert "approve time at Seattle Dock 4" in seat.page.locator(".sentence").inner_text()
    seat.shot("flow-invite-error")
    assert seat.complaints == []


def test_an_invited_person_comes_in_is_changed_and_is_put_out(fresh, browsing):
    admin = browsing.signed_in(fresh, fresh.person("client-admin", TENANT), device="desk")
    invite(admin, "Zofia Źdźbło", "zofia@northwind.example", [("Seattle Dock 4", "Approver")])
    admin.page.get_by_role("button", name="Send invitation").click()
    link = admin.page.locator("#link").input_value()
    admin.shot("flow-invite-link")
    mails = [path.read_text(errors="replace") for path in fresh.data.rglob("*") if "outbox" in path.parts and path.is_file()]
    unfolded = [mail.replace("=\r\n", "").replace("=\n", "").replace("=3D", "=") for mail in mails]
    assert any(link in mail for mail in unfolded), "the same link lies in the outbox"

    phone = browsing.seat(fresh, TENANT)
    phone.page.goto(link)
    phone.shot("flow-invitation")
    for field in phone.page.locator('input[type="password"]').all():
        field.fill("seattle")
    phone.page.locator("main form button").first.click()
    phone.page.wait_for_load_state()
    assert phone.page.title().startswith("Error:"), "a weak password is turned down"
    for field in phone.page.locator('input[type="password"]').all():
        field.fill(PASSWORD)
    phone.page.locator("main form button").first.click()
    phone.page.wait_for_url("**/timesheets*")
    assert "Seattle Dock 4" in phone.main()

    again = browsing.seat(fresh, TENANT)
    again.page.goto(link)
    assert "does not work any more" in again.main(), "a link works once"

    admin.open("/people")
    admin.page.get_by_role("link", name="Zofia Źdźbło").click()
    admin.page.locator("fieldset.group-box").filter(has=admin.page.locator("legend", has_text="Dallas Crossdock")) \
        .get_by_label("Viewer").check()
    admin.page.get_by_role("button", name="Save").click()
    admin.page.wait_for_url("**/people?*")
    row = matrix_row(admin, "Zofia Źdźbło").inner_text()
    assert "Approver" in row and "Viewer" in row
    phone.open("/timesheets")
    assert "Dallas Crossdock" in phone.page.content(), "what was changed holds at once"

    admin.page.get_by_role("link", name="Zofia Źdźbło").click()
    admin.page.get_by_role("button", name="Remove access").click()
    admin.page.wait_for_load_state()
    assert "Access removed" in admin.main(), admin.main()[:300]
    assert "Zofia" not in admin.page.locator("table").inner_text()
    admin.shot("flow-removed")
    phone.open("/timesheets")
    assert "/sign-in" in phone.page.url, "the open session has ended"
    client = fresh.client(TENANT)
    assert client.sign_in("zofia@northwind.example", PASSWORD).status == 422, "and the password opens nothing"
    assert admin.complaints == [] and phone.complaints == []


def test_removing_the_last_approver_of_a_worksite_asks_first(fresh):
    client = fresh.signed_in(fresh.person("client-admin", "cedar"))
    page = client.get("/people")
    links = re.findall(r'href="(/people/[^"/]+)">([^<]+)<', page.text)
    asked = 0
    for path, name in links:
        if name in ("Rosa Delgado-Ruiz", "Henrik Sjöström", "Manuel Ibáñez"):
            token = client.token(client.get(path))
            answer = client.post(path + "/removal", {"csrf": token})
            assert answer.status in (303, 409)
            asked += answer.status == 409
            if answer.status == 409:
                assert "Nobody could approve time at" in answer.words
                assert client.get(path).status == 200, "nothing was done yet"
    assert asked >= 1


@pytest.mark.parametrize("role", ["approver", "billing-contact", "requester", "viewer"])
def test_nobody_else_sees_or_changes_people(portal, role):
    client = portal.signed_in(portal.person(role, TENANT))
    admin = portal.signed_in(portal.person("client-admin", TENANT))
    someone = re.search(r'href="(/people/[0-9A-Z]{13})"', admin.get("/people").text).group(1)
    home = client.follow(client.get("/"))
    for path in ("/people", "/people/invitation", someone):
        assert client.get(path).status == 404, path
    for path in ("/people", someone, someone + "/removal", someone + "/invitation"):
        assert client.post(path, {"csrf": client.token(home)}).status == 404, path


def test_sign_out_everywhere_ends_every_session_at_once(fresh):
    person = fresh.person("client-admin", TENANT)
    one, other = fresh.signed_in(person), fresh.signed_in(person)
    page = one.get("/account")
    assert page.status == 200 and other.get("/people").status == 200
    assert one.post("/account/sign-out-everywhere", {"csrf": one.token(page)}).status == 303
    for client in (one.at_same_place(), other):
        answer = client.get("/people")
        assert answer.status == 303 and answer.location.startswith("/sign-in")
    fresh.kill()
    fresh.start()
    again = fresh.client(TENANT)
    again.cookie = other.cookie
    assert again.get("/people").status == 303, "and it stays so after a crash"


def test_a_changed_password_ends_other_sessions_and_opens_the_door(fresh):
    person = fresh.person("viewer", TENANT)
    one, other = fresh.signed_in(person), fresh.signed_in(person)
    page = one.get("/account/password")
    page = page if page.status == 200 else one.get("/account")
    names = [n for n in re.findall(r'name="([^"]+)"[^>]*type="password"|type="password"[^>]*name="([^"]+)"', page.text)]
    names = [a or b for a, b in names]
    assert len(names) >= 2, page.words[:300]
    values = [person.password] + [PASSWORD] * (len(names) - 1)
    answer = one.post("/account/password", [("csrf", one.token(page)), *zip(names, values)])
    assert answer.status == 303, answer.words[:400]
    assert other.get("/account").status == 303
    assert fresh.client(TENANT).sign_in(person.email, PASSWORD).status == 303
    assert fresh.client(TENANT).sign_in(person.email, person.password).status == 422


def test_a_password_set_on_the_command_line_is_taken_as_it_is(fresh):
    person = fresh.person("viewer", TENANT)
    fresh.stop()
    password = "  spaces stand at both ends  "
    words = ("person", "password", person.email, "--tenant", TENANT, "--data", fresh.data)
    done = run(*words, input=password + "\n")
    assert done.returncode == 0, done.stderr
    fresh.start()
    assert fresh.client(TENANT).sign_in(person.email, password).status == 303
    assert fresh.client(TENANT).sign_in(person.email, password.strip()).status == 422
