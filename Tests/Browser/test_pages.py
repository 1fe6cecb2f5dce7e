"""Every page for every role, on a phone and at a desk, in light and dark: legible, reachable, and within the screen."""

import html
import re

import pytest
from axe_playwright_python.sync_playwright import Axe

from support.browse import DEVICES
from support.server import Portal, copy
from support.wire import words
from test_invoices import approve_clean, issue

CLIENTS = {
    "client-admin": ["/timesheets", "/timesheets?state=done", "/people", "/people/invitation", "PERSON", "SHEET",
                     "/people/sign-in-rules", "/account/email", "/assignments", "/account", "/help", "/nothing", "/people?q=zzzz"],
    "approver": ["/timesheets", "/timesheets?state=done", "/timesheets?state=expected", "/timesheets?q=zzzz", "SHEET", "DONE", "/account"],
    "billing-contact": ["/invoices", "/invoices?status=paid", "INVOICE", "/invoices?q=zzzz", "/account"],
    "requester": ["/", "/assignments", "/account"],
    "viewer": ["/timesheets", "SHEET", "/assignments", "/account", "/account/sign-in", "/account/authenticator"],
}
STAFF = {
    "coordinator": ["/tenants", "/tenants/cedar", "/tenants/northwind", "/tenants/northwind/people",
                    "/tenants/northwind/worksites", "/tenants/northwind/assignments", "/tenants/northwind/timesheets",
                    "/late-hours", "/tenants/northwind/expected", "HOURS", "LINK",
                    "STAFF SHEET", "/tenants/northwind/imports", "/exceptions", "/account", "/account/sign-in", "/help"],
    "billing": ["/tenants", "/tenants/northwind/invoices", "/tenants/cedar/invoices"],
    "ops-admin": ["/tenants", "/new-tenant", "/access-log", "/mail", "/tenants/northwind/cutoffs", "/tenants/northwind/worksites", "/access-log?q=zzzz"],
}
LOOKS = [(device, dark) for device in DEVICES for dark in (False, True)]


@pytest.fixture(scope="module")
def lived_in(seed, folder):
    """A portal in which some hours are approved and invoiced, and one sheet was sent back."""
    portal = Portal(copy(seed, folder / "lived-in")).start()
    approver = approve_clean(portal, "northwind", "SEA")
    approve_clean(portal, "northwind", "DFW")
    issue(portal)
    approver.close()
    yield portal
    portal.stop()


@pytest.fixture(scope="module")
def sessions(lived_in):
    """One session for each role, opened once: passwords are slow on purpose."""
    return {role: lived_in.signed_in(lived_in.person(role, "northwind" if role in CLIENTS else "staff"))
            for role in [*CLIENTS, *STAFF]}


LINKS = {
    "SHEET": ("/timesheets", r'href="(/timesheets/[^"#/?]+)"'),
    "DONE": ("/timesheets?state=done", r'href="(/timesheets/[^"#/?]+)"'),
    "PERSON": ("/people", r'href="(/people/[^"/?]+)">[^<]*Ana'),
    "INVOICE": ("/invoices", r'href="(/invoices/[0-9A-Z]{13})">'),
    "HOURS": ("/tenants/northwind/expected", r'href="(/tenants/northwind/hours\?[^"]+)"'),
    "LINK": ("/tenants/northwind/expected", r'href="(/tenants/northwind/personal-link\?[^"]+)"'),
    "STAFF SHEET": ("/tenants/northwind/timesheets", r'href="(/tenants/northwind/timesheets\?sheet=[^"]+)"'),
}


def address(client, path):
    """A path as it stands, or the first link of its kind."""
    if path not in LINKS:
        return path
    page, pattern = LINKS[path]
    return html.unescape(re.search(pattern, client.get(page).text).group(1))


def name_of(role, path):
    return f"{role}-{re.sub(r'[^a-z0-9]+', '-', path.lower()).strip('-') or 'home'}"


CASES = [(role, path) for table in (CLIENTS, STAFF) for role, paths in table.items() for path in paths]


def look(seat, name, device, dark):
    """What is wrong with the page that is open: for axe, for the console, and at the edge of the screen."""
    label = f"{device}-{'dark' if dark else 'light'}"
    seat.shot(f"pages/{name}-{label}")
    faults = [f"{label}: {complaint}" for complaint in seat.complaints]
    wide = seat.page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    if wide > 0:
        faults.append(f"{label}: {wide} px wider than the screen")
    for violation in Axe().run(seat.page).response["violations"]:
        for node in violation["nodes"][:3]:
            faults.append(f"{label}: {violation['id']} at {node['target']}: {node.get('failureSummary', '')[:300]}")
    seat.complaints.clear()
    return faults


@pytest.mark.parametrize("role, path", CASES, ids=[name_of(*case) for case in CASES])
def test_a_page_is_accessible_and_fits(lived_in, sessions, browsing, role, path):
    client = sessions[role]
    place = "northwind" if role in CLIENTS else "staff"
    to = address(client, path)
    faults = []
    for device, dark in LOOKS:
        seat = browsing.seat(lived_in, place, device=device, dark=dark, cookie=client.cookie)
        answer = seat.open(to)
        assert answer.status == (404 if path == "/nothing" else 200), (answer.status, to)
        if device == "phone" and "SHEET" in path and seat.page.locator("details.reject").count():
            seat.page.locator("details.reject summary").click()
        faults += look(seat, name_of(role, path), device, dark)
        if not dark:
            assert_sound(answer.text())
        seat.context.close()
    assert faults == []


def assert_sound(page):
    said = words(page)
    for leak in ("</", "<span", "Optional(", "nil", "Swift.", "$(", "undefined"):
        assert not re.search(rf"(?<!\w){re.escape(leak)}", said), f"“{leak}” stands on the page"
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids)), "an identifier stands twice"
    assert not re.search(r' style="|<style|\son[a-z]+="', page), "styles and scripts are files"


@pytest.mark.parametrize("place, path", [
    ("northwind", "/sign-in"), ("northwind", "/sign-in?out=1"), ("northwind", "/sign-in?ended=1"), ("northwind", "/forgotten-password"), ("staff", "/sign-in"),
    ("landing", "/"), ("landing", "/help"), ("northwind", "/invitations/none"), ("northwind", "/digests/none"),
    ("northwind", "/my-hours/none")])
def test_a_page_for_strangers_is_accessible_and_fits(lived_in, browsing, place, path):
    faults = []
    for device, dark in LOOKS:
        seat = browsing.seat(lived_in, place, device=device, dark=dark)
        seat.open(path)
        faults += look(seat, name_of(f"stranger-{place}", path), device, dark)
        seat.context.close()
    assert faults == []


@pytest.mark.parametrize("role, path", [("approver", "SHEET"), ("billing-contact", "INVOICE")])
def test_a_page_on_paper_has_no_controls(lived_in, sessions, browsing, role, path):
    client = sessions[role]
    seat = browsing.seat(lived_in, "northwind", device="desk", dark=True, cookie=client.cookie)
    seat.open(address(client, path))
    seat.page.emulate_media(media="print", color_scheme="light")
    seat.shot(f"print/{name_of(role, path)}")
    for control in seat.page.locator("main button, nav, .header .nav, footer a").all():
        assert not control.is_visible(), control.evaluate("node => node.outerHTML")
    seat.page.pdf(path=seat.shot(f"print/{name_of(role, path)}").with_suffix(".pdf"), format="Letter")
    assert seat.page.locator("h1").is_visible() and seat.page.locator("main table").first.is_visible()


@pytest.mark.parametrize("role", [*CLIENTS, *STAFF])
def test_the_navigation_leads_to_pages_that_exist(lived_in, sessions, role):
    client = sessions[role]
    home = client.follow(client.get("/"))
    assert home.status == 200
    links = re.findall(r'<nav class="nav".*?</nav>', home.text, re.S)
    paths = re.findall(r'href="([^"]+)"', links[0] if links else "")
    assert len(paths) <= 5
    for path in {*paths, *re.findall(r'href="(/[^"#]*)"', home.text)}:
        answer = client.follow(client.get(path.replace("&amp;", "&")))
        assert answer.status == 200, (path, answer.status)
        assert b'role="alert"' not in answer.body


def test_the_keyboard_reaches_the_decision(lived_in, sessions, browsing):
    seat = browsing.seat(lived_in, "northwind", device="desk", cookie=sessions["approver"].cookie)
    seat.open("/timesheets")
    seat.page.keyboard.press("Tab")
    assert seat.page.evaluate("document.activeElement.className") == "skip", "the first stop skips to the content"
    seat.page.keyboard.press("Enter")
    assert seat.page.evaluate("document.activeElement.id") == "main"
