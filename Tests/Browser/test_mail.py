"""Mails go out to a real mail server: over TLS, signed in, once; through an outage, a refusal and a kill."""

import os
import re
import signal
import time

import pytest

from support.mailserver import SENDER, MailServer
from support.refusals import refused
from support.server import Portal, copy, free_port, remove, run

TENANT = "northwind"
NEW_PASSWORD = "seven lazy foxes under 1 bridge"


@pytest.fixture
def mail(tmp_path):
    server = MailServer(tmp_path / "mail")
    yield server
    server.stop()


@pytest.fixture
def posting(seed, folder, mail, request):
    """A portal that sends its mails to `mail`, which is not started yet."""
    name = re.sub(r"\W+", "-", request.node.name)[:50]
    data = copy(seed, folder / f"mail-{name}")
    portal = Portal(data, words=("--settings", str(mail.settings(folder / f"{name}.conf")))).start()
    yield portal
    portal.stop()
    remove(data)


def invite(portal, email, name="Zofia Źdźbło"):
    """A client admin invites somebody; returns what the page says."""
    admin = portal.signed_in(portal.person("client-admin", TENANT))
    page = admin.get("/people/invitation")
    grant = re.search(r'name="grant" value="(approver:[^"]+)"', page.text).group(1)
    day = re.search(r'name="from"[^>]*value="([^"]+)"', page.text).group(1)
    answer = admin.post("/people", {
        "csrf": admin.token(page), "name": name, "email": email, "language": "en", "from": day, "through": "", "grant": grant})
    assert answer.status == 200 and "handed on for delivery" in answer.words, answer.words
    return answer


def ops(portal, browsing, device="desk"):
    return browsing.signed_in(portal, portal.person("ops-admin", "staff"), device=device)


def row(seat, email):
    return seat.page.locator("tbody tr").filter(has_text=email)


def wait_for_row(seat, email, word, seconds=15):
    """Loads the page of mails until a mail stands as it should."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        seat.open("/mail")
        if word in row(seat, email).first.inner_text():
            return row(seat, email).first
        time.sleep(0.3)
    raise AssertionError(f"“{word}” is not in: {row(seat, email).first.inner_text()}")


def metric(portal, name) -> int:
    return int(re.search(rf"^{re.escape('countersign_' + name)} (\d+)$", portal.operations("/metrics")[1], re.M).group(1))


def test_an_invitation_arrives_and_its_link_works(posting, mail, browsing):
    mail.start()
    page = invite(posting, "zofia@northwind.example")
    [message] = mail.wait_for(1)
    [envelope] = mail.taken
    assert (envelope.mail_from, envelope.rcpt_tos) == (SENDER, ["zofia@northwind.example"])
    assert message["From"].addresses[0].addr_spec == SENDER
    assert message["To"].addresses[0].display_name == "Zofia Źdźbło"
    text = message.get_content()
    assert "Northwind" in message["Subject"] and "Northwind" in text, "the mail names the client"
    [link] = re.findall(r"https://\S+", text)
    assert link.startswith(f"https://{TENANT}.localhost:{posting.port}/invitations/") and link in page.text
    guest = browsing.seat(posting, TENANT)
    guest.page.goto(link)
    for field in guest.page.locator('input[type="password"]').all():
        field.fill(NEW_PASSWORD)
    guest.page.locator("main form button").first.click()
    guest.page.wait_for_url("**/timesheets*")
    seat = ops(posting, browsing)
    wait_for_row(seat, "zofia@northwind.example", "Sent")
    files = list((posting.data / "mail").glob("*.mail"))
    assert files and not any("/invitations/" in file.read_text() for file in files), "no link is kept of what was delivered"
    assert metric(posting, 'mail_attempts_total{outcome="sent"}') == 1 and metric(posting, "mail_waiting") == 0
    assert seat.complaints == []


def test_through_an_outage_a_mail_waits_and_arrives_by_itself(posting, mail, browsing):
    invite(posting, "zofia@northwind.example")
    seat = ops(posting, browsing)
    shown = wait_for_row(seat, "zofia@northwind.example", "cannot be reached").inner_text()
    assert "Waiting" in shown and "1 attempt" in shown and "Next at" in shown
    seat.page.wait_for_timeout(800)
    seat.shot("mail-waiting-desk")
    admin = browsing.signed_in(posting, posting.person("client-admin", TENANT))
    admin.open("/people")
    line = row(admin, "zofia@northwind.example").inner_text()
    assert "Mail not delivered" in line and "tried again by itself" in line
    assert "refused" not in line and "localhost" not in line, "how the agency's server fares is nothing for a client"
    # And the one that tells the admin of the second browser.
    assert metric(posting, "mail_waiting") == 2
    mail.start()
    mail.wait_for(1, seconds=75)
    wait_for_row(seat, "zofia@northwind.example", "Sent")
    assert len(mail.taken) == 1
    admin.open("/people")
    assert "Mail not delivered" not in admin.main()
    said = posting.log.read_text()
    assert "mail.delayed" in said and "zofia" not in said and "invitations" not in said


def test_a_refusal_is_told_at_once_where_it_can_be_mended(posting, mail, browsing):
    mail.refusals["nobody@northwind.example"] = "550 5.1.1 <nobody@northwind.example>: no such user"
    mail.start()
    invite(posting, "nobody@northwind.example")
    seat = ops(posting, browsing, device="phone")
    shown = wait_for_row(seat, "nobody@northwind.example", "Failed")
    assert "no such user" in shown.inner_text() and shown.locator("button").count() == 0
    seat.page.wait_for_timeout(800)
    seat.shot("mail-failed-phone")
    admin = browsing.signed_in(posting, posting.person("client-admin", TENANT))
    admin.open("/people")
    assert "no such user" in row(admin, "nobody@northwind.example").inner_text()
    admin.page.wait_for_timeout(800)
    admin.shot("mail-undelivered-people-phone")
    admin.page.get_by_role("link", name="Zofia Źdźbło").click()
    admin.page.wait_for_load_state()
    notice = admin.page.locator(".notice").filter(has_text="Mail not delivered")
    assert "Check the address" in notice.inner_text()
    admin.page.wait_for_timeout(800)
    admin.shot("mail-undelivered-person-phone")
    mail.refusals.clear()
    notice.get_by_role("button").click()
    mail.wait_for(1)
    wait_for_row(seat, "nobody@northwind.example", "Sent")
    assert "nobody" not in posting.log.read_text()
    assert seat.complaints == [] and admin.complaints == []


def test_staff_can_try_at_once_or_give_up(posting, mail, browsing):
    for number in (1, 2):
        invite(posting, f"guest{number}@northwind.example", f"Guest {number}")
    seat = ops(posting, browsing)
    wait_for_row(seat, "guest1@", "attempt")
    wait_for_row(seat, "guest2@", "attempt")
    row(seat, "guest1@").get_by_role("button", name="Give up").click()
    seat.page.wait_for_url("**/mail?done=changed")
    assert "Stopped by the agency" in row(seat, "guest1@").inner_text()
    mail.start()
    row(seat, "guest2@").get_by_role("button", name="Try now").click()
    mail.wait_for(1)
    wait_for_row(seat, "guest2@", "Sent")
    assert [envelope.rcpt_tos for envelope in mail.taken] == [["guest2@northwind.example"]]
    phone = ops(posting, browsing, device="phone")
    phone.open("/mail")
    phone.page.wait_for_timeout(800)
    phone.shot("mail-list-phone")
    seat.page.wait_for_timeout(800)
    seat.shot("mail-list-desk")
    assert phone.page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "nothing is wider than a phone"


def test_a_newer_link_takes_the_place_of_a_mail_that_waits(posting, mail, browsing):
    first = invite(posting, "zofia@northwind.example")
    admin = posting.signed_in(posting.person("client-admin", TENANT))
    form = re.search(r'action="(/people/[^/"]+/invitation)"', first.text).group(1)
    again = admin.post(form, {"csrf": admin.token(admin.get("/people/invitation"))})
    [link] = re.findall(r'value="(https://[^"]+/invitations/[^"]+)"', again.text)
    seat = ops(posting, browsing)
    wait_for_row(seat, "zofia@", "attempt")
    mail.start()
    row(seat, "zofia@").get_by_role("button", name="Try now").first.click()
    [message] = mail.wait_for(1)
    assert link in message.get_content()
    wait_for_row(seat, "zofia@", "Sent")
    assert "took its place" in row(seat, "zofia@").last.inner_text()
    assert len(mail.taken) == 1


def kill(portal):
    os.kill(portal.process.pid, signal.SIGKILL)
    portal.process.wait()


def test_a_kill_loses_no_mail_and_sends_it_once(posting, mail, browsing):
    invite(posting, "zofia@northwind.example")
    kill(posting)
    mail.start()
    posting.start()
    seat = ops(posting, browsing)
    shown = wait_for_row(seat, "zofia@northwind.example", "")
    if "Waiting" in shown.inner_text() and shown.get_by_role("button", name="Try now").count():
        shown.get_by_role("button", name="Try now").click()
    mail.wait_for(1)
    wait_for_row(seat, "zofia@northwind.example", "Sent")
    kill(posting)
    posting.start()
    time.sleep(3)
    assert len(mail.taken) == 1


def test_a_kill_before_the_answer_to_a_text_sends_it_again_under_the_same_name(posting, mail):
    """The one case of two copies: the mail server has the text, and nobody was told that it was taken."""
    mail.held = 5
    mail.start()
    invite(posting, "zofia@northwind.example")
    assert mail.begun.wait(15)
    kill(posting)
    mail.held = 0
    posting.start()
    first, second = mail.wait_for(2)
    assert first["Message-ID"] == second["Message-ID"]
    time.sleep(3)
    assert len(mail.taken) == 2


def test_without_a_server_the_page_says_so(portal, browsing):
    for device in ("phone", "desk"):
        seat = ops(portal, browsing, device=device)
        seat.open("/mail")
        assert "No mail server is configured" in seat.main() and "outbox" in seat.main()
        seat.page.wait_for_timeout(800)
        seat.shot(f"mail-no-server-{device}")
        assert seat.complaints == []


def sending(path, address="ana@northwind.example"):
    return run("mail", "test", address, "--settings", path, timeout=90)


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_the_command_sends_one_mail_and_says_what_the_server_said(tmp_path, security):
    with MailServer(tmp_path, security) as mail:
        done = sending(mail.settings(tmp_path / "mail.conf"))
        assert done.returncode == 0, done.stderr
        assert "took the mail to ana@northwind.example: 250 2.0.0 queued as 1" in done.stdout
        [message] = mail.wait_for(1)
        assert message["To"].addresses[0].addr_spec == "ana@northwind.example" and "If you can read it" in message.get_content()


def test_addresses_beyond_ascii_are_taken_by_a_server_that_knows_them(tmp_path):
    with MailServer(tmp_path) as mail:
        assert sending(mail.settings(tmp_path / "mail.conf"), "żaneta@północ.example").returncode == 0
        assert mail.taken[0].rcpt_tos == ["żaneta@północ.example"]
        odd = "o'neil+x{y}=z/!#$%&*?^_`|~@northwind.example"
        assert sending(mail.settings(tmp_path / "mail.conf"), odd).returncode == 0
        assert mail.taken[1].rcpt_tos == [odd]


def said_no(path, *needs, address="ana@northwind.example"):
    return refused(["mail", "test", address, "--settings", path], *needs, timeout=90)


def test_the_command_says_why_nothing_went_out(tmp_path):
    with MailServer(tmp_path) as mail:
        path = tmp_path / "mail.conf"
        said_no(mail.settings(path, mail_port=free_port()), "cannot be reached", "mail-port")
        mail.refusals["ana@northwind.example"] = "450 4.2.0 come back later"
        said_no(mail.settings(path), "450 4.2.0 come back later")
        (tmp_path / "wrong").write_text("wrong\n")
        said_no(mail.settings(path, mail_password_file=tmp_path / "wrong"), "535", "mail-password-file")
        refused(["mail", "test", "a b@c.example", "--settings", mail.settings(path)], "not an address", code=2)
        refused(["mail", "test", "a@c.example\r\nRCPT TO:<x@y.example>", "--settings", path], "not an address", code=2)
        assert mail.taken == []


def test_a_server_that_does_not_prove_its_name_gets_no_mail_and_no_password(tmp_path):
    for name in ("mail.example", "localhost"):
        with MailServer(tmp_path / name, name=name) as mail:
            path = mail.settings(tmp_path / "mail.conf")
            if name == "localhost":
                lines = [line for line in path.read_text().splitlines() if not line.startswith("mail-ca-file")]
                path.write_text("\n".join(lines))
            said_no(path, "did not prove who it is", "mail-ca-file")
            assert mail.taken == []


def test_where_starttls_was_taken_out_nothing_is_sent(tmp_path):
    with MailServer(tmp_path, offers_tls=False) as mail:
        said_no(mail.settings(tmp_path / "mail.conf"), "nothing was sent in the clear", "mail-security")
        assert mail.taken == []


@pytest.mark.parametrize("lines, line, needs", [
    ("mail-server = mail.example:587\n", 1, "its port goes to mail-port"),
    ("mail-server = mail.example\n", 1, "needs mail-from"),
    ("mail-from = a@b.example\n\nmail-server = mail.example\nmail-port = 0\n", 4, "from 1 to 65535"),
    ("mail-server = mail.example\nmail-from = not an address\n", 2, "such as portal@agency.example"),
    ("mail-server = mail.example\nmail-from = a@b.example\nmail-security = ssl\n", 3, "starttls, tls, none"),
    ("mail-server = mail.example\nmail-from = a@b.example\nmail-security = none\n", 3, "only for a mail-server on this machine"),
    ("mail-server = mail.example\nmail-from = a@b.example\nmail-user = portal\n", 3, "needs mail-password-file"),
    ("mail-server = mail.example\nmail-from = a@b.example\nmail-password-file = /nowhere\n", 3, "needs mail-user"),
    ("mail-server = mail.example\nmail-from = a@b.example\nmail-user = p\nmail-password-file = /nowhere/x\n", 4, "cannot be read"),
    ("mail-server = mail.example\nmail-from = a@b.example\nmail-ca-file = /dev/null\n", 3, "empty"),
    ("mail-server = mail.example\nmail-from = a@b.example\nmail-ca-file = {conf}\n", 3, "holds none"),
    ("mail-from = a@b.example\n", 1, "of no use without mail-server"),
    ("mail-sever = mail.example\n", 1, "no key"),
])
def test_a_wrong_setting_refuses_the_start_with_its_line(seed, tmp_path, lines, line, needs):
    path = tmp_path / "mail.conf"
    path.write_text(lines.replace("{conf}", str(path)))
    refused(["tenant", "list", "--data", copy(seed, tmp_path / "data"), "--settings", path], f"Line {line} of", needs)
