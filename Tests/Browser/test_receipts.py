"""Receipts of decisions: what an approver keeps, and what a stranger checks with OpenSSL alone."""

import json
import re
import shutil
import subprocess

import pytest

from support.browse import downloading
from support.refusals import refused
from support.server import run

TENANT, SITE = "northwind", "SEA"


@pytest.fixture(params=["phone", "desk"])
def decided(fresh, browsing, request):
    """The page of a receipt, reached as an approver reaches it."""
    seat = browsing.signed_in(fresh, fresh.person("approver", TENANT, SITE), device=request.param)
    seat.page.locator("tbody th a, tbody td a").first.click()
    seat.page.get_by_role("button", name=re.compile("^Approve ")).click()
    seat.page.wait_for_url("**/timesheets?*approved=*")
    seat.open("/timesheets?state=done")
    seat.page.locator("tbody th a, tbody td a").first.click()
    seat.page.get_by_role("link", name="Receipt").click()
    seat.page.wait_for_url("**/receipt")
    return seat


def commands(seat) -> list:
    return [block.strip() for block in seat.page.locator("pre").all_inner_texts()]


def test_a_receipt_is_read_saved_and_checked_with_the_commands_on_its_page(decided, tmp_path, request):
    seat = decided
    assert "approved" in seat.main() and "How to check it" in seat.main()
    seat.shot(f"receipt-{request.node.callspec.id}")
    for name, link in [("receipt.json", "Signed file (JSON)"), ("receipt-key.pem", "The key"), ("receipt.pdf", "PDF")]:
        with downloading(seat, seat.page.get_by_role("link", name=link, exact=True)) as file:
            shutil.copy(file, tmp_path / name)
    program, openssl = commands(seat)
    checked = subprocess.run(["bash", "-euc", openssl], cwd=tmp_path, capture_output=True, text=True)
    assert checked.returncode == 0 and "Signature Verified Successfully" in checked.stdout, checked.stderr
    ended = run(*program.split()[1:], cwd=tmp_path)
    assert ended.returncode == 0 and ended.stdout.startswith("as signed"), ended.stderr
    assert "approved by" in ended.stdout
    subprocess.run(["pdfdetach", "-saveall", "receipt.pdf"], cwd=tmp_path, check=True, capture_output=True)
    inside = next(path for path in tmp_path.glob("receipt-*.json"))
    assert inside.read_bytes() == (tmp_path / "receipt.json").read_bytes()
    assert seat.complaints == []


def test_what_was_changed_or_is_no_receipt_is_refused_with_words(fresh, tmp_path):
    client = fresh.signed_in(fresh.person("approver", TENANT, SITE))
    sheet = re.search(r'href="/timesheets/([0-9A-Z]{13})"', client.get("/timesheets?state=done").text).group(1)
    receipt = json.loads(client.get(f"/timesheets/{sheet}/receipt/json").body)
    key = tmp_path / "key.pem"
    key.write_bytes(client.get("/receipt-key.pem").body)
    for name, content in [
        ("changed", receipt | {"payload": receipt["payload"][:-4] + "AAAA"}),
        ("other", receipt | {"signature": receipt["signature"][4:] + "AAAA"}),
    ]:
        (tmp_path / name).write_text(json.dumps(content))
        refused(["receipt", "verify", tmp_path / name, "--key", key], "NOT AS SIGNED", "Do not rely on it")
    good = tmp_path / "good.json"
    good.write_text(json.dumps(receipt))
    refused(["receipt", "verify", good, "--key", good], "no public key", "countersign receipt key")
    (tmp_path / "list.csv").write_text("a,b\n")
    refused(["receipt", "verify", tmp_path / "list.csv", "--key", key], "is no signed receipt")
    refused(["receipt", "verify", tmp_path / "absent", "--key", key], "cannot be read")
    refused(["receipt", "verify", good, "--data", tmp_path / "nowhere"], "no installation", "--key")
    refused(["receipt", "print"], "receipt verify FILE", code=2)
    own = run("receipt", "key", "--data", fresh.data)
    assert own.returncode == 0 and own.stdout == key.read_text()
    assert run("receipt", "verify", good, "--data", fresh.data).returncode == 0
