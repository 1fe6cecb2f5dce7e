"""A second factor that is demanded, codes and links by mail, another address of one's own, a lost phone."""

import re
import subprocess
import time

import pytest

from support.browse import DEVICES
from support.mailserver import MailServer
from support.server import Portal, copy, remove
from test_own_sign_in import Authenticator, code, give_password, press, set_up_app

TENANT = "northwind"
NEW_PASSWORD = "seven lazy foxes under 1 bridge"


@pytest.fixture
def mail(tmp_path):
    with MailServer(tmp_path / "mail") as server:
        yield server


@pytest.fixture
def posting(seed, folder, mail, request):
    """A portal that sends its mails to `mail`."""
    name = re.sub(r"\W+", "-", request.node.name)[:50]
    data = copy(seed, folder / f"factor-{name}")
    portal = Portal(data, words=("--settings", str(mail.settings(folder / f"{name}.conf")))).start()
    yield portal
    portal.stop()
    remove(data)


def to(mail, person, word, count=1, seconds=15):
    """The texts of the mails to somebody with a word in them."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = [message.get_content() for message, envelope in zip(mail.wait_for(0), mail.taken)
                 if person.email in envelope.rcpt_tos and word in message.get_content()]
        if len(found) >= count:
            return found
        time.sleep(0.2)
    raise AssertionError(f"no mail to {person.email} says “{word}”")


def digits(text):
    return re.search(r"^\d{6}\s*$", text, re.M).group(0).strip()


def demand(portal, browsing, label, device="desk"):
    """The agency asks more of the people of a client."""
    seat = browsing.signed_in(portal, portal.person("ops-admin", "staff"), device=device)
    seat.open(f"/tenants/{TENANT}/sign-in-rules")
    seat.page.get_by_label(label).check()
    time.sleep(0.8)
    seat.shot(f"sign-in-rules-{device}")
    press(seat, "Save the rule")
    assert "Saved" in seat.main()
    return seat


@pytest.mark.parametrize("device", DEVICES)
def test_who_has_none_sets_one_up_before_anything_else(posting, mail, browsing, device):
    ops = demand(posting, browsing, "An authenticator app or a passkey, always", device)
    person = posting.person("approver", TENANT)
    seat = browsing.seat(posting, TENANT, device=device)
    give_password(seat, person)
    assert "Enter the code from your mail" in seat.main()
    time.sleep(0.8)
    seat.shot(f"mailed-code-{device}")
    seat.page.get_by_label("Code").fill(digits(to(mail, person, "signing in")[0]))
    press(seat, "Sign in")
    assert "Set up a second way" in seat.main()
    assert seat.page.locator("nav a[href='/timesheets']").count() == 0
    seat.open("/timesheets")
    assert "Set up a second way" in seat.main()
    time.sleep(0.8)
    seat.shot(f"second-factor-owed-{device}")
    assert seat.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    Authenticator(seat)
    seat.open("/account/second-factor")
    press(seat, "Add a passkey")
    seat.page.wait_for_url("**/account/sign-in?done=passkey-added")
    seat.open("/timesheets")
    assert "Timesheets" in seat.page.title()
    assert "added" in to(mail, person, "passkey")[0]
    assert [word for word in seat.complaints + ops.complaints if "pubKeyCredParams" not in word] == []


def test_a_camera_reads_the_secret_of_the_app(posting, browsing, tmp_path):
    seat = browsing.signed_in(posting, posting.person("approver", TENANT), device="desk")
    seat.open("/account/authenticator")
    time.sleep(0.8)
    seat.shot("authenticator-desk")
    seat.page.emulate_media(color_scheme="dark")
    seat.shot("authenticator-desk-dark")
    picture = tmp_path / "qr.png"
    seat.page.locator("#qr").screenshot(path=picture)
    read = subprocess.run(["zbarimg", "-q", "--raw", picture], capture_output=True, text=True, check=True).stdout.strip()
    secret = seat.page.locator("#secret").inner_text().replace(" ", "")
    assert read.startswith("otpauth://totp/") and f"?secret={secret}&issuer=" in read
    assert read == seat.page.get_by_role("link", name="Open the app").get_attribute("href")
    assert seat.complaints == []


@pytest.mark.parametrize("device", DEVICES)
def test_a_forgotten_password_is_set_anew_by_a_link_that_looking_at_does_not_spend(posting, mail, browsing, device):
    person = posting.person("approver", TENANT)
    seat = browsing.seat(posting, TENANT, device=device)
    seat.open("/sign-in")
    seat.page.get_by_role("link", name="Forgotten your password?").click()
    seat.page.get_by_label("Email").fill(person.email)
    time.sleep(0.8)
    seat.shot(f"forgotten-password-{device}")
    press(seat, "Send me a link")
    assert "Look into your mail" in seat.main()
    [link] = re.findall(r"https://\S+/invitations/\S+", to(mail, person, "once, for 30 minutes")[0])
    for _ in range(2):
        seat.page.goto(link)
    for field in seat.page.locator('input[type="password"]').all():
        field.fill(NEW_PASSWORD)
    press(seat, "Set password and sign in")
    assert "/sign-in" not in seat.page.url
    assert "password" in to(mail, person, "was changed")[0]
    assert seat.complaints == []


@pytest.mark.parametrize("device", DEVICES)
def test_another_address_holds_when_its_code_has_come_back(posting, mail, browsing, device):
    person = posting.person("approver", TENANT)
    seat = browsing.signed_in(posting, person, device=device)
    seat.open("/account")
    seat.page.get_by_role("link", name="Change my address").click()
    seat.page.get_by_label("New email address").fill("ana.moved@northwind.example")
    press(seat, "Send the code")
    assert "Six digits are on their way to ana.moved@northwind.example" in seat.main()
    time.sleep(0.8)
    seat.shot(f"own-address-{device}")
    moved = type(person)(person.name, "ana.moved@northwind.example", person.password, person.role, person.url)
    seat.page.get_by_label("Code").fill(digits(to(mail, moved, "wants to sign in")[0]))
    press(seat, "Change my address")
    assert "This is your address now" in seat.main()
    for address in (person, moved):
        assert to(mail, address, "has another email address now")
    again = browsing.seat(posting, TENANT, device=device)
    give_password(again, moved)
    assert "/sign-in" not in again.page.url
    assert seat.complaints == []


@pytest.mark.parametrize("device", DEVICES)
def test_an_admin_helps_somebody_who_lost_the_phone(posting, mail, browsing, device):
    person = posting.person("approver", TENANT)
    lost = browsing.signed_in(posting, person, device=device)
    set_up_app(lost)
    admin = browsing.signed_in(posting, posting.person("client-admin", TENANT), device=device)
    admin.open("/people")
    admin.page.get_by_role("link", name=person.name).click()
    admin.page.get_by_role("link", name="Lost phone of").click()
    time.sleep(0.8)
    admin.shot(f"lost-phone-{device}")
    press(admin, "End these and sign them out")
    assert "signed out everywhere" in admin.main()
    lost.open("/account")
    assert "/sign-in" in lost.page.url
    again = browsing.seat(posting, TENANT, device=device)
    give_password(again, person)
    assert "/sign-in" not in again.page.url
    assert to(mail, person, "passkeys of your account")
    assert admin.complaints == []
