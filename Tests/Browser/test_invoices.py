"""Approved hours become an invoice, and its file says the same as the page, the lines and the statement."""

import csv
import io
import re
import subprocess
import time
from decimal import Decimal

import pytest

from support.browse import downloading
from support.server import site_name
from support.wire import form

TENANT = "northwind"


def table(answer) -> list:
    assert answer.status == 200 and answer.header("Content-Type").startswith("text/csv")
    return list(csv.DictReader(io.StringIO(answer.body.decode("utf-8-sig"), newline="")))


def money(text: str) -> Decimal:
    return Decimal(re.search(r"[\d,]+\.\d\d", text).group().replace(",", ""))


def issue(portal, tenant=TENANT):
    """The agency's billing makes invoices from what is approved; returns what the page then says."""
    staff = portal.signed_in(portal.person("billing", "staff"))
    path = f"/tenants/{tenant}/invoices"
    fields = form(staff.get(path), path)
    if not any(name == "through" and value for name, value in fields):
        return staff.get(path)
    begun = time.monotonic()
    answer = staff.post(path, [(n, v) for n, v in fields if n in ("csrf", "through")])
    assert answer.status == 303, answer.words[:400]
    print(f"issuing took {time.monotonic() - begun:.2f} s")
    return staff.follow(answer)


def approve_clean(portal, tenant, site):
    approver = portal.signed_in(portal.person("approver", tenant, site))
    page = approver.get("/timesheets")
    answer = approver.post("/timesheets/approvals", [*form(page, "/timesheets/approvals"), ("scope", "clean")])
    assert answer.status == 303 and "approved=0" not in answer.location
    return approver


@pytest.fixture
def invoiced(fresh):
    approve_clean(fresh, TENANT, "SEA")
    page = issue(fresh)
    assert re.search(r"\d+ invoices? issued, \$", page.words), page.words[:400]
    return fresh


def test_a_billing_contact_reaches_the_file_in_two_clicks(invoiced, browsing):
    seat = browsing.signed_in(invoiced, invoiced.person("billing-contact", TENANT), device="desk")
    assert "/invoices" in seat.page.url, "home is what is owed"
    seat.shot("flow-invoices")
    with downloading(seat, seat.page.get_by_role("link", name=re.compile("^PDF of invoice")).first) as path:
        assert seat.taps <= 2
        assert path.read_bytes().startswith(b"%PDF-")
        checked = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True)
        assert checked.returncode == 0, checked.stdout + checked.stderr
    assert seat.complaints == []


def test_the_file_has_every_line_and_its_totals_are_those_of_the_tables(invoiced, tmp_path):
    client = invoiced.signed_in(invoiced.person("billing-contact", TENANT))
    statement = {row["number"]: row for row in table(client.get("/invoices/statement.csv"))}
    listing = client.get("/invoices")
    numbers = re.findall(r'href="(/invoices/[0-9A-Z]{13})">([^<]+)<', listing.text)
    assert len(numbers) >= 1 and {number for _, number in numbers} <= set(statement)
    foreign_letters = 0
    for path, number in numbers[:6]:
        lines = table(client.get(path + "/csv"))
        page = client.get(path)
        assert client.get(path + "/csv").header("Content-Disposition").startswith("attachment")
        total = sum(Decimal(line["amount"]) for line in lines)
        assert total == Decimal(statement[number]["total"])
        assert total == money(re.search(r'<dd class="sum">([^<]+)<', page.text).group(1))
        file = tmp_path / f"{number}.pdf"
        answer = client.get(path + "/pdf")
        assert answer.header("Content-Type") == "application/pdf"
        file.write_bytes(answer.body)
        assert subprocess.run(["qpdf", "--check", file], capture_output=True).returncode == 0
        text = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, text=True, check=True).stdout
        said = re.sub(r"\s+", " ", text)
        assert number in said and f"{total:,}" in said
        for line in lines:
            # A long name may go on in the next line of its cell, so it is looked for word by word.
            missing = [word for word in line["worker"].split() if word not in said]
            assert not missing, f"{line['worker']} is not in {number}: {said[:2000]}"
            assert f"{Decimal(line['amount']):,}" in said
        foreign_letters += sum(not line["worker"].isascii() for line in lines)
    assert foreign_letters > 0, "names with diacritics are among them"
    shown = [money(cell) for cell in re.findall(r'class="number" data-label="Amount">([^<]+)<', listing.text)]
    assert sum(shown) == sum(Decimal(statement[number]["total"]) for _, number in numbers)
    owed = sum(Decimal(row["total"]) for row in statement.values() if row["status"] != "paid")
    assert f"{owed:,}" in re.search(r'class="owed">.*?</p>', listing.text, re.S).group()


def test_the_same_file_is_given_again_and_in_parts(invoiced):
    client = invoiced.signed_in(invoiced.person("billing-contact", TENANT))
    path = re.search(r'href="(/invoices/[^"/]+/pdf)"', client.get("/invoices").text).group(1)
    whole = client.get(path)
    assert client.get(path, {"If-None-Match": whole.header("ETag")}).status == 304
    part = client.get(path, {"Range": "bytes=0-99"})
    assert part.status == 206 and part.body == whole.body[:100]


def test_an_invoice_of_another_client_or_worksite_is_not_there(invoiced):
    client = invoiced.signed_in(invoiced.person("billing-contact", TENANT))
    path = re.search(r'href="(/invoices/[0-9A-Z]{13})"', client.get("/invoices").text).group(1)
    strangers = [invoiced.person("billing-contact", "harbor"), invoiced.person("approver", TENANT, "SEA"),
                 invoiced.person("viewer", TENANT)]
    for person in strangers:
        stranger = invoiced.signed_in(person)
        for end in ("", "/pdf", "/csv"):
            answer = stranger.get(path + end)
            invented = stranger.get(path[:-1] + ("0" if path[-1] != "0" else "1") + end)
            assert answer.status == 404, (person.name, end)
            assert answer.without_request_number() == invented.without_request_number()


def test_approved_hours_that_are_invoiced_cannot_be_taken_back(invoiced):
    approver = invoiced.signed_in(invoiced.person("approver", TENANT, "SEA"))
    done = approver.get("/timesheets?state=done")
    row = next(r for r in re.findall(r"<tr>.*?</tr>", done.text, re.S) if "Invoiced" in r)
    path = re.search(r'href="(/timesheets/[^"#]+)"', row).group(1)
    page = approver.get(path)
    assert "/approval/withdrawal" not in page.text
    answer = approver.post(path + "/approval/withdrawal", {"csrf": approver.token(page)})
    assert answer.status == 409 and "invoice" in answer.words.lower(), answer.words[:300]


def test_making_invoices_twice_makes_nothing_new(invoiced):
    client = invoiced.signed_in(invoiced.person("billing-contact", TENANT))
    before = client.get("/invoices/statement.csv").text
    issue(invoiced)
    assert client.get("/invoices/statement.csv").text == before
    assert site_name(TENANT, "SEA") in before
