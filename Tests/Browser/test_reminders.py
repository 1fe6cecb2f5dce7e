"""Deadlines: by when, who is reminded, what a digest's link shows, and that nothing that opens it approves anything."""

import calendar
import re
import time
from contextlib import contextmanager

import pytest

from support.clock import SharedClock, environment
from support.server import Portal, copy, remove

TENANT = "northwind"
# Monday, ten in the morning in Seattle: two hours before the deadline there.
MORNING = calendar.timegm((2026, 11, 23, 18, 0, 0))


@contextmanager
def on_the_morning(seed, folder, name):
    """A portal on the morning of a deadline."""
    data = copy(seed, folder / name)
    shared, offset = SharedClock(), folder / f"{name}.offset"
    offset.write_text(f"{int(MORNING - time.time()):+d}\n")
    portal = Portal(data, environment=environment(offset, shared))
    try:
        yield portal.start()
    finally:
        # An orderly end waits for timers of the dispatch library, which libfaketime moves too.
        portal.kill()
        shared.close()
        remove(data)


@pytest.fixture(scope="module")
def morning(seed, folder):
    with on_the_morning(seed, folder, "morning") as portal:
        yield portal


def digest(portal, person, seconds=30) -> str:
    """The text of the mail to somebody about hours that wait."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        for path in sorted((portal.data / "outbox").glob("*.eml")):
            text = path.read_text()
            if f"<{person.email}>" in text and "/digests/" in text:
                return text
        time.sleep(0.3)
    raise AssertionError(f"no digest for {person.email}")


def link_in(mail) -> str:
    return re.search(r"/digests/[0-9A-Z]{26}", mail).group(0)


def waiting(portal, person) -> list:
    """What the list of somebody says, sheet by sheet."""
    page = portal.signed_in(person).get("/timesheets")
    return re.findall(r'href="(/timesheets/[^"#/?]+)"', page.text)


def photograph(seat, name):
    seat.page.wait_for_timeout(800)
    assert seat.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), f"{name} scrolls sideways"
    seat.shot(name)
    assert seat.complaints == []


def test_a_digest_says_what_waits_and_its_link_shows_the_same(morning, browsing):
    person = morning.person("approver", TENANT, "SEA")
    mail = digest(morning, person)
    assert "Seattle Dock 4:" in mail and "12:00" in mail and "$" not in mail
    assert "Dallas" not in mail, "not theirs to decide"
    for device, dark in (("phone", False), ("desk", False), ("phone", True)):
        seat = browsing.seat(morning, TENANT, device=device, dark=dark)
        assert seat.open(link_in(mail)).status == 200
        assert "Seattle Dock 4:" in seat.main() and "Due by" in seat.main()
        photograph(seat, f"digest-{device}{'-dark' if dark else ''}")
    seat.page.get_by_role("link", name="See the timesheets and decide").click()
    seat.page.wait_for_load_state()
    assert "/sign-in" in seat.page.url
    other = browsing.seat(morning, "cedar")
    assert other.open(link_in(mail)).status == 404
    photograph(other, "digest-gone-phone")


def test_what_follows_links_runs_scripts_and_presses_buttons_approves_nothing(morning, browsing):
    person = morning.person("approver", TENANT, "SEA")
    path = link_in(digest(morning, person))
    before = waiting(morning, person)
    assert before
    plain = morning.client(TENANT)
    for _ in range(3):
        answer = plain.get(path)
        assert answer.status == 200 and "<form" not in answer.text
        for to in set(re.findall(r'href="(/[^"]*)"', answer.text)):
            plain.get(to)
    for script in (True, False):
        seat = browsing.seat(morning, TENANT, device="desk", script=script)
        seat.open(path)
        targets = seat.page.locator("main a, main button, main input[type=submit]").count()
        assert targets >= 1
        for number in range(targets):
            seat.open(path)
            seat.page.locator("main a, main button, main input[type=submit]").nth(number).click()
            seat.page.wait_for_load_state()
            # And whatever can be pressed on the page behind it.
            for button in seat.page.locator("button").all():
                if button.is_visible():
                    button.click()
                    seat.page.wait_for_load_state()
                    break
        # What scripts could send: the same address, and every address below it that an approval might have.
        if script:
            seat.open(path)
            statuses = seat.page.evaluate(
                """async path => Promise.all([path, path + "/approval", "/timesheets/approvals"].map(async to =>
                    (await fetch(to, {method: "POST", body: new URLSearchParams({scope: "clean"}), redirect: "manual"})).status))""",
                path)
            assert all(status in (0, 403, 404, 405) for status in statuses), statuses
            seat.complaints.clear()
    assert waiting(morning, person) == before, "nothing was approved"


def test_deadlines_stand_where_people_decide_and_exceptions_with_the_coordinators(morning, browsing):
    for device in ("phone", "desk"):
        approver = browsing.signed_in(morning, morning.person("approver", TENANT, "SEA"), device=device)
        approver.open("/timesheets")
        assert "Due by Mon, Nov 23, 12:00" in approver.main().replace("\u00a0", " ")
        photograph(approver, f"deadline-list-{device}")
        approver.open("/account")
        approver.page.get_by_label("Only the last one").check()
        approver.page.get_by_role("button", name="Save", exact=True).click()
        approver.page.wait_for_url("**/account?done=digests")
        photograph(approver, f"digest-choice-{device}")
        coordinator = browsing.signed_in(morning, morning.person("coordinator", "staff"), device=device)
        coordinator.open("/exceptions")
        assert "not decided in time" in coordinator.main() and "Buffalo Gateway" in coordinator.main()
        assert "Nobody is there to approve" in coordinator.main(), "at the kitchens in Rochester"
        photograph(coordinator, f"exceptions-{device}")
        ops = browsing.signed_in(morning, morning.person("ops-admin", "staff"), device=device)
        ops.open(f"/tenants/{TENANT}/cutoffs")
        assert "Mon, Nov 23, 12:00" in ops.main().replace("\u00a0", " ")
        assert "Seattle Dock 4: Approvers" in ops.main() and "Markup" not in ops.main()
        photograph(ops, f"cutoffs-{device}")


@pytest.mark.parametrize("device", ["phone", "desk"])
def test_an_admin_reads_which_deadline_will_be_missed_and_mends_it_with_one_button(seed, folder, browsing, device):
    with on_the_morning(seed, folder, f"gap-{device}") as portal:
        admin = browsing.signed_in(portal, portal.person("client-admin", "cedar"), device=device)
        admin.open("/people")
        notice = admin.page.locator(".notice", has_text="A deadline will be missed")
        assert "Rochester Kitchens" in notice.inner_text() and "may approve only until Oct 31, 2026" in notice.inner_text()
        photograph(admin, f"coverage-{device}")
        notice.get_by_role("button", name="Let them approve").click()
        admin.page.wait_for_url("**/people?done=covered")
        assert admin.page.locator(".notice", has_text="A deadline will be missed").count() == 0
        photograph(admin, f"covered-{device}")
