"""A browser as somebody holds it: on a phone or at a desk, in light or dark, with or without scripts."""

import re
from contextlib import contextmanager
from pathlib import Path

from support.server import CHECKOUT, Person, Portal

SHOTS = CHECKOUT / ".cache" / "screenshots"
PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
DESK = {"viewport": {"width": 1280, "height": 900}}
DEVICES = {"phone": PHONE, "desk": DESK}


class Seat:
    """One person's browser window, which remembers what the console complained about."""

    def __init__(self, context, portal: Portal, place: str):
        self.context, self.portal, self.place = context, portal, place
        self.page = context.new_page()
        self.taps = 0
        self.complaints = []
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.complaints.append(f"error: {error}"))

    def _hear(self, message):
        # An answer that says no is no fault of the page.
        if message.type in ("error", "warning") and "Failed to load resource" not in message.text:
            self.complaints.append(f"{message.type}: {message.text}")

    def open(self, path: str = "/"):
        return self.page.goto(self.portal.url(self.place, path))

    def sign_in(self, person: Person):
        """As a person does, at the form."""
        if not self.page.url.startswith("https:"):
            self.open("/")
        self.page.get_by_label("Email").fill(person.email)
        self.page.get_by_label("Password").fill(person.password)
        self.page.get_by_role("button", name="Sign in", exact=True).click()
        self.page.wait_for_url(re.compile(r"^(?!.*/sign-in)"))
        self.taps = 0

    def tap(self, what):
        """One tap or click of the person, counted."""
        self.taps += 1
        if self.context_is_phone:
            what.tap()
        else:
            what.click()
        self.page.wait_for_load_state()

    @property
    def context_is_phone(self) -> bool:
        return self.page.viewport_size["width"] < 600

    def main(self) -> str:
        return self.page.locator("main").inner_text()

    def shot(self, name: str) -> Path:
        path = SHOTS / f"{name}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=path, full_page=True)
        return path


class Browsing:
    """Opens seats in one browser, and closes them all."""

    def __init__(self, browser):
        self.browser = browser
        self.contexts = []
        self.seats = []

    def seat(self, portal, place, device="phone", dark=False, script=True, cookie=None) -> Seat:
        context = self.browser.new_context(
            **DEVICES[device], ignore_https_errors=True, java_script_enabled=script, locale="en-US",
            color_scheme="dark" if dark else "light", accept_downloads=True)
        context.set_default_timeout(10_000)
        self.contexts.append(context)
        if cookie:
            context.add_cookies([{
                "name": "__Host-session", "value": cookie, "url": portal.url(place), "secure": True, "httpOnly": True}])
        seat = Seat(context, portal, place)
        self.seats.append(seat)
        return seat

    def signed_in(self, portal: Portal, person: Person, **how) -> Seat:
        seat = self.seat(portal, person.tenant, **how)
        seat.sign_in(person)
        return seat

    def close(self):
        for context in self.contexts:
            context.close()


@contextmanager
def downloading(seat: Seat, what):
    """The file that a tap on a link leads to."""
    with seat.page.expect_download() as download:
        seat.taps += 1
        what.click()
    yield Path(download.value.path())
