"""The heart of the portal: a week of hours is approved on a phone, and seen by nobody whom it does not concern."""

import re
import urllib.parse

import pytest

from support.server import site_name
from support.wire import form, forms

TENANT, SITE, OTHER_SITE, OTHER_TENANT = "northwind", "SEA", "DFW", "cedar"


def waiting(client, query="") -> list:
    """The sheets that wait for somebody, as (identifier, seen)."""
    page = client.get("/timesheets" + query)
    assert page.status == 200, page.words[:300]
    return [tuple(text.split("@")) for text in re.findall(r'name="sheet" value="([^"]+)"', page.text)]


def clean(client) -> list:
    return re.findall(r'name="clean" value="([^"@]+)@', client.get("/timesheets").text)


def batch_fields(page) -> list:
    return form(page, "/timesheets/approvals")


@pytest.mark.parametrize("script", [True, False], ids=["with scripts", "without scripts"])
def test_a_clean_week_is_approved_on_a_phone_in_three_taps(fresh, browsing, script):
    approver = fresh.person("approver", TENANT, SITE)
    looking = fresh.signed_in(approver)
    wanted = set(clean(looking))
    assert wanted, "the demo has clean sheets at this worksite"
    seat = browsing.signed_in(fresh, approver, script=script)
    assert seat.page.url.endswith("/timesheets"), "home is what waits"
    seat.shot(f"flow-approve-{'script' if script else 'plain'}-1-waiting")
    seat.tap(seat.page.get_by_role("button", name=re.compile(r"^Approve all \d+ clean")))
    seat.page.wait_for_url("**/timesheets?*approved=*")
    assert seat.taps <= 3
    assert f"{len(wanted)} timesheets approved" in seat.main()
    seat.shot(f"flow-approve-{'script' if script else 'plain'}-2-approved")
    left = {sheet for sheet, _ in waiting(looking)}
    assert not wanted & left, "nothing that was approved waits any more"
    for sheet in list(wanted)[:3]:
        assert f"Approved by {approver.name}" in looking.get("/timesheets?state=done").words
        assert "approved" in looking.get(f"/timesheets/{sheet}").words
    assert seat.complaints == []


def test_selected_sheets_are_approved_and_the_button_says_how_much(fresh, browsing):
    approver = fresh.person("approver", TENANT, SITE)
    seat = browsing.signed_in(fresh, approver)
    button = seat.page.locator("button[data-running]")
    before = button.inner_text()
    assert re.fullmatch(r"Approve \d+ · [\d,.]+ h", before), before
    seat.page.locator('input[name="sheet"]:checked').first.uncheck()
    assert button.inner_text() != before
    many = int(re.search(r"\d+", button.inner_text()).group())
    seat.tap(button)
    seat.page.wait_for_url("**/timesheets?*approved=*")
    assert f"{many} timesheets approved" in seat.main()


def test_a_sheet_with_exceptions_is_never_preselected(portal):
    client = portal.signed_in(portal.person("approver", TENANT, SITE))
    page = client.get("/timesheets").text
    for row in re.findall(r"<tr>.*?</tr>", page, re.S):
        box = re.search(r'name="sheet"[^>]*>', row)
        if box and 'class="chip' in row:
            assert " checked" not in box.group(), row


@pytest.mark.parametrize("stranger", [("approver", TENANT, OTHER_SITE), ("approver", OTHER_TENANT, "YAK")],
                         ids=["another worksite", "another client"])
def test_who_has_nothing_to_do_with_a_sheet_finds_no_trace_of_it(portal, stranger):
    own = portal.signed_in(portal.person("approver", TENANT, SITE))
    client = portal.signed_in(portal.person(*stranger))
    sheet, seen = waiting(own)[0]
    worker = re.search(rf'href="/timesheets/{sheet}">([^<]+)<', own.get("/timesheets").text).group(1)
    for state in ("waiting", "done"):
        page = client.get(f"/timesheets?state={state}")
        assert sheet not in page.text and site_name(TENANT, SITE) not in page.words
        found = client.get(f"/timesheets?state={state}&q={urllib.parse.quote(worker)}")
        assert sheet not in found.text
    listed = waiting(client)
    count = re.search(r'class="count">(\d+)', client.get("/timesheets").text)
    assert (int(count.group(1)) if count else 0) == len(listed), "the number in the navigation is their own"
    site = re.search(rf'<option value="([^"]+)">{site_name(TENANT, SITE)}', own.get("/timesheets").text)
    if site:
        assert sheet not in client.get(f"/timesheets?worksite={site.group(1)}").text


@pytest.mark.parametrize("stranger", [("approver", TENANT, OTHER_SITE), ("approver", OTHER_TENANT, "YAK")],
                         ids=["another worksite", "another client"])
def test_a_foreign_address_and_an_invented_one_give_the_same_answer(portal, stranger):
    own = portal.signed_in(portal.person("approver", TENANT, SITE))
    client = portal.signed_in(portal.person(*stranger))
    sheet, seen = waiting(own)[0]
    invented = sheet[:-1] + ("0" if sheet[-1] != "0" else "1")
    one, other = client.get(f"/timesheets/{sheet}"), client.get(f"/timesheets/{invented}")
    assert one.status == 404
    assert one.without_request_number() == other.without_request_number()
    token = client.token(client.get("/timesheets"))
    for action in ("approval", "rejection", "comments", "approval/withdrawal"):
        fields = {"csrf": token, "seen": seen, "minutes": "1", "reason": "hours", "words": "x"}
        one = client.post(f"/timesheets/{sheet}/{action}", fields)
        other = client.post(f"/timesheets/{invented}/{action}", fields)
        assert one.status == 404, (action, one.status)
        assert one.without_request_number() == other.without_request_number()
    assert (sheet, seen) in waiting(own), "and nothing was changed"


def test_approving_a_foreign_sheet_in_a_batch_changes_nothing(portal):
    own = portal.signed_in(portal.person("approver", TENANT, SITE))
    client = portal.signed_in(portal.person("approver", TENANT, OTHER_SITE))
    sheet = "@".join(waiting(own)[0])
    token = client.token(client.get("/timesheets"))
    answer = client.post("/timesheets/approvals", {"csrf": token, "scope": "selected", "sheet": sheet})
    assert "approved=0" in answer.location
    assert sheet in {"@".join(each) for each in waiting(own)}


def test_a_sheet_is_sent_back_with_a_reason(fresh, browsing):
    approver = fresh.person("approver", TENANT, SITE)
    seat = browsing.signed_in(fresh, approver)
    seat.tap(seat.page.get_by_role("link", name=re.compile("^Send back")).first)
    seat.page.wait_for_url("**/timesheets/*#reject")
    address = seat.page.url.split("#")[0]
    assert seat.page.locator("#reject").is_visible(), "the link opens the form"
    seat.tap(seat.page.locator('#reject input[name="reason"]').first)
    seat.page.locator("#why").fill("Tuesday was a holiday — naïve déjà vu")
    seat.tap(seat.page.locator("#reject button.danger"))
    seat.page.wait_for_url("**/timesheets?sent-back=1")
    assert "sent back" in seat.main()
    seat.page.goto(address)
    assert "Tuesday was a holiday — naïve déjà vu" in seat.main()
    assert seat.page.locator(".title-line .chip").inner_text().startswith("Sent back")
    assert seat.complaints == []


def test_a_reason_is_asked_for_and_the_words_stay(portal):
    client = portal.signed_in(portal.person("approver", TENANT, SITE))
    sheet, seen = waiting(client)[0]
    page = client.get(f"/timesheets/{sheet}")
    fields = [pair for pair in form(page, "/rejection") if pair[0] != "words"] + [("words", "These <words> stay")]
    answer = client.post(f"/timesheets/{sheet}/rejection", fields)
    assert answer.status == 422 and "These &lt;words&gt; stay" in answer.text
    assert "<title>Error: " in answer.text and '<details class="reject" open' in answer.text
    assert (sheet, seen) in waiting(client)


def test_an_approval_is_undone_in_one_tap(fresh, browsing):
    approver = fresh.person("approver", TENANT, SITE)
    looking = fresh.signed_in(approver)
    before = {sheet for sheet, _ in waiting(looking)}
    seat = browsing.signed_in(fresh, approver)
    seat.tap(seat.page.get_by_role("button", name=re.compile(r"^Approve all \d+ clean")))
    seat.page.wait_for_url("**/timesheets?*approved=*")
    assert {sheet for sheet, _ in waiting(looking)} < before
    seat.tap(seat.page.get_by_role("button", name="Undo"))
    seat.page.wait_for_url("**/timesheets?*withdrawn=*")
    assert "taken back" in seat.main()
    assert {sheet for sheet, _ in waiting(looking)} == before


def test_a_page_that_somebody_else_overtook_tells_the_truth(fresh, browsing):
    mine = fresh.person("approver", TENANT, SITE)
    colleague = next(p for p in fresh.people if p.tenant == TENANT and p.role == "approver" and p.name != mine.name
                     and SITE in [w for w in p.worksites] or p.name.startswith("Łukasz"))
    seat = browsing.signed_in(fresh, mine)
    other = fresh.signed_in(colleague)
    page = other.get("/timesheets")
    chosen = re.findall(r'name="clean" value="([^"]+)"', page.text)
    shown = set(re.findall(r'name="clean" value="([^"]+)"', seat.page.content()))
    sheet = next(text for text in chosen if text in shown)
    answer = other.post("/timesheets/approvals", {"csrf": other.token(page), "scope": "selected", "sheet": sheet})
    assert "approved=1" in answer.location
    seat.tap(seat.page.get_by_role("button", name=re.compile(r"^Approve all \d+ clean")))
    seat.page.wait_for_url("**/timesheets?*approved=*")
    said = seat.main()
    assert f"{len(shown) - 1} timesheets approved" in said and "1 had been decided already" in said
    seat.shot("flow-stale-page")
    history = other.get(f"/timesheets/{sheet.split('@')[0]}").words
    assert f"{colleague.name} approved" in history and f"{mine.name} approved" not in history


def test_the_same_approval_again_gets_the_same_answer_and_happens_once(fresh):
    client = fresh.signed_in(fresh.person("approver", TENANT, SITE))
    sheet, _ = waiting(client)[0]
    page = client.get(f"/timesheets/{sheet}")
    fields = form(page, "/approval")
    first = client.post(f"/timesheets/{sheet}/approval", fields)
    again = client.post(f"/timesheets/{sheet}/approval", fields)
    assert (first.status, again.status, again.location) == (303, 303, first.location)
    assert client.get(f"/timesheets/{sheet}").text.count("<li><b>") == 1 + page.text.count("<li><b>")


def test_deciding_one_sheet_that_was_decided_meanwhile_shows_what_it_is_now(fresh):
    client = fresh.signed_in(fresh.person("approver", TENANT, SITE))
    sheet, _ = waiting(client)[0]
    page = client.get(f"/timesheets/{sheet}")
    assert client.post(f"/timesheets/{sheet}/approval", form(page, "/approval")).status == 303
    fields = dict(form(page, "/rejection")) | {"reason": "wrong-hours", "words": "Seven, not eight."}
    late = client.post(f"/timesheets/{sheet}/rejection", fields)
    assert late.status == 409 and "approved" in late.words
    assert client.get(f"/timesheets/{sheet}").text.count("<li><b>") == 1 + page.text.count("<li><b>")


@pytest.mark.parametrize("role", ["viewer", "requester"])
def test_who_only_looks_gets_no_controls_and_no_rates(portal, role):
    person = portal.person(role, TENANT)
    client = portal.signed_in(person)
    home = client.follow(client.get("/"))
    assert home.status == 200
    token = client.token(home)
    listing = client.get("/timesheets")
    pages = [home] + ([listing] if listing.status == 200 else [])
    for sheet in re.findall(r'href="(/timesheets/[^"#/]+)"', listing.text)[:3]:
        pages.append(client.get(sheet))
    for page in pages + [client.get("/assignments")]:
        posts = [to for to, _ in forms(page) if re.search("approval|rejection|removal|invitation", to)]
        assert posts == [] and "$" not in page.words, page.path
    assert client.get("/invoices").status == 404 and client.get("/people").status == 404
    own = portal.signed_in(portal.person("approver", TENANT, SITE))
    sheet, seen = waiting(own)[0]
    refused = client.post(f"/timesheets/{sheet}/approval", {"csrf": token, "seen": seen, "minutes": "1"})
    assert refused.status == 404
    assert (sheet, seen) in waiting(own)
