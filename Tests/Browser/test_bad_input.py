"""What goes wrong at the door: each answer says what, why and what to do, and nothing is lost."""

import http.client
import re
import secrets
import time

import pytest

from support.wire import connect, forms

TENANT = "northwind"


def test_a_wrong_password_gets_the_same_answer_as_an_unknown_address(portal):
    person = portal.person("approver", TENANT, "DFW")
    other = "x" * person.email.index("@") + person.email[person.email.index("@"):]
    known = portal.client(TENANT, "127.0.0.21").sign_in(person.email, "not the password at all")
    unknown = portal.client(TENANT, "127.0.0.22").sign_in(other, "not the password at all")
    assert known.status == unknown.status == 422
    assert "<title>Error: Sign in" in known.text and person.email in known.text
    assert "not the password at all" not in known.text
    one = known.without_request_number().replace(person.email, "")
    assert one == unknown.without_request_number().replace(other, "")


def test_guessing_is_slowed_and_the_honest_are_not_locked_out(fresh):
    person = fresh.person("approver", TENANT, "DFW")
    guesser = fresh.client(TENANT, "127.0.0.66")
    for count in range(1, 60):
        answer = guesser.sign_in(person.email, f"guess number {count} of many")
        if answer.status == 429:
            break
    assert answer.status == 429, "guessing is stopped at some time"
    assert int(answer.header("Retry-After")) > 0
    assert re.search(r"wait|again", answer.words, re.I), answer.words
    honest = fresh.client(TENANT, "127.0.0.77").sign_in(person.email, person.password)
    assert honest.status == 303, f"another network is not locked out after {count} guesses: {honest.words[:300]}"


@pytest.mark.parametrize("cookie", ["", "x", secrets.token_urlsafe(32), "A" * 3000], ids=["empty", "short", "unknown", "long"])
def test_an_unknown_session_leads_to_sign_in_and_back(portal, cookie):
    client = portal.client(TENANT)
    client.cookie = cookie
    answer = client.get("/invoices?status=open")
    assert answer.status == 303
    assert answer.location.startswith("/sign-in?next=%2Finvoices")
    page = client.get(answer.location)
    fields = next(fields for to, fields in forms(page) if to == "/sign-in")
    assert dict(fields)["next"].split("?")[0] == "/invoices"
    person = portal.person("billing-contact", TENANT)
    fields = [(n, v) for n, v in fields if n not in ("email", "password")]
    done = client.post("/sign-in", [*fields, ("email", person.email), ("password", person.password)])
    assert done.status == 303 and done.location.startswith("/invoices")


def test_a_form_of_a_session_that_has_ended_says_so(fresh):
    client = fresh.signed_in(fresh.person("approver", TENANT, "SEA"))
    page = client.get("/timesheets")
    token, other = client.token(page), client.at_same_place()
    assert client.post("/sign-out", {"csrf": token}).status == 303
    answer = other.post("/timesheets/approvals", {"csrf": token, "scope": "clean"})
    assert answer.status == 303 and answer.location == "/sign-in?ended=1"
    assert re.search("ended|again", other.get(answer.location).words)


@pytest.mark.parametrize("next_page", ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)"])
def test_sign_in_leads_nowhere_else(portal, next_page):
    person = portal.person("viewer", TENANT)
    client = portal.client(TENANT)
    answer = client.post("/sign-in", {"email": person.email, "password": person.password, "next": next_page})
    assert (answer.status, answer.location) == (303, "/")


def test_a_session_of_one_client_opens_nothing_at_another(portal):
    client = portal.signed_in(portal.person("client-admin", TENANT))
    for place in ("cedar", "harbor", "staff"):
        other = portal.client(place)
        other.cookie = client.cookie
        assert other.get("/people").status in (303, 404)
        assert other.get("/").location.startswith("/sign-in")


@pytest.mark.parametrize("sent", [
    {"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}, {"Origin": "null"}, "no token", "wrong token"])
def test_a_form_from_elsewhere_changes_nothing(portal, sent):
    client = portal.signed_in(portal.person("approver", TENANT, "SEA"))
    page = client.get("/timesheets")
    sheet = re.search(r'name="sheet" value="([^"]+)"', page.text).group(1)
    token = {"no token": "", "wrong token": secrets.token_urlsafe(32)}.get(str(sent), client.token(page))
    headers = sent if isinstance(sent, dict) else {}
    fields = {"csrf": token, "scope": "selected", "sheet": sheet}
    answer = client.post("/timesheets/approvals", fields, headers)
    assert answer.status == 403, answer.location
    assert "nothing was changed" in answer.words
    assert sheet in client.get("/timesheets").text


def test_a_body_that_is_too_large_is_refused_before_it_is_read(portal):
    client = portal.client(TENANT)
    connection = http.client.HTTPConnection("unused")
    connection.sock = connect(portal.port, client.host)
    connection.putrequest("POST", "/sign-in", skip_host=True)
    for name, value in {"Host": f"{client.host}:{portal.port}", "Content-Length": str(1 << 30), "Origin": client.origin,
                        "Content-Type": "application/x-www-form-urlencoded"}.items():
        connection.putheader(name, value)
    connection.endheaders()
    begun = time.monotonic()
    answer = connection.getresponse()
    assert answer.status == 413 and time.monotonic() - begun < 5
    connection.close()


def test_a_form_with_too_much_in_it_is_refused_in_words(portal):
    client = portal.client(TENANT)
    answer = client.post("/sign-in", {"email": "a@b.example", "password": "x" * 2_000_000})
    assert answer.status == 413
    assert "larger" in answer.words and "smaller" in answer.words, answer.words


@pytest.mark.parametrize("path", [
    "/timesheets/0", "/timesheets/..%2f..%2fetc", "/timesheets/%00", "/invoices/zzzzzzzzzzzzz/pdf", "/people/-1",
    "/timesheets/" + "a" * 500, "/nothing", "/assets/../keys/installation.key", "/timesheets?page=999999999999999999999",
    "/timesheets?worksite=%F0%9F%92%A9&q=%27%22%3Cscript%3E"])
def test_nonsense_in_an_address_is_answered_calmly(portal, path):
    client = portal.signed_in(portal.person("client-admin", TENANT))
    answer = client.get(path)
    assert answer.status in (200, 400, 404), answer.status
    assert "<script>" not in answer.text.replace("<script src", "")
    if answer.status == 404:
        assert "Go to your start page" in answer.words or answer.header("Content-Type").startswith("text/plain")
