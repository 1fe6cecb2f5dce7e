"""Every page of a client in French: no English left, nothing wider than the screen, legible to axe."""

import re

import pytest

from support.browse import DEVICES
from support.server import Portal, copy
from support.wire import form, words
from test_invoices import approve_clean, issue
from test_pages import CLIENTS, address, look, name_of

# An address that leads nowhere is answered before anybody is known, in the language that the browser keeps.
CASES = [(role, path) for role, paths in CLIENTS.items() for path in paths if path != "/nothing"]
# Words that no French sentence of the catalogue has.
ENGLISH = re.compile(
    r"\b(the|your|you|this|and|with|from|timesheets?|worksites?|invoices?|approve[ds]?|sign in|password|"
    r"week of|nobody|everybody|people|hours|search|save|cancel|due|paid)\b", re.IGNORECASE)
# What people typed stands as they typed it: names of places and jobs, rules, reasons.
TYPED = re.compile(r"countersign receipt verify|openssl|Federal|Fair Labor[^.]*|English|PNW|Warehouse", re.IGNORECASE)


@pytest.fixture(scope="module")
def en_francais(seed, folder):
    portal = Portal(copy(seed, folder / "french")).start()
    approver = approve_clean(portal, "northwind", "SEA")
    issue(portal)
    approver.close()
    yield portal
    portal.stop()


@pytest.fixture(scope="module")
def sessions(en_francais):
    clients = {role: en_francais.signed_in(en_francais.person(role, "northwind")) for role in CLIENTS}
    for client in clients.values():
        token = dict(form(client.get("/account"), "/account/language"))["csrf"]
        assert client.post("/account/language", [("csrf", token), ("language", "fr")]).status == 303
    return clients


@pytest.mark.parametrize("role, path", CASES, ids=[name_of(*case) for case in CASES])
def test_a_page_is_french_and_fits(en_francais, sessions, browsing, role, path):
    client = sessions[role]
    to = address(client, path)
    faults = []
    for device in DEVICES:
        seat = browsing.seat(en_francais, "northwind", device=device, cookie=client.cookie)
        html = seat.open(to).text()
        assert '<html lang="fr-CA">' in html
        faults += look(seat, "french-" + name_of(role, path), device, False)
        if device == "desk":
            left = ENGLISH.findall(TYPED.sub("", words(html)))
            assert left == [], f"English is left at {to}"
        seat.context.close()
    assert faults == []


def test_a_stranger_chooses_the_language(en_francais, browsing):
    seat = browsing.seat(en_francais, "northwind")
    seat.open("/sign-in?next=/people")
    seat.page.get_by_role("link", name="Français").tap()
    seat.page.get_by_role("heading", name="Ouvrir une session").wait_for()
    assert seat.page.locator('input[name="next"]').first.input_value() == "/people"
    seat.open("/forgotten-password")
    assert "Mot de passe oublié?" in seat.main(), "the next page knows it, too"
    seat.open("/sign-in")
    seat.page.get_by_role("link", name="English").tap()
    seat.page.get_by_role("heading", name="Sign in").wait_for()


def test_the_account_page_changes_the_language_at_once(en_francais, browsing):
    person = en_francais.person("viewer", "northwind")
    client = en_francais.signed_in(person)
    seat = browsing.seat(en_francais, "northwind", cookie=client.cookie)
    seat.open("/account")
    for language, said in (("en", "Your language is changed."), ("fr", "Votre langue est changée.")):
        seat.page.locator("#language").select_option(language)
        seat.page.locator('form[action="/account/language"] button').tap()
        seat.page.get_by_text(said).wait_for()
