"""A client's admin gives the portal its look, and everybody sees it, also before signing in."""

import struct
import zlib

import pytest

TENANT = "northwind"


def picture(width=96, height=32):
    """A red PNG."""
    def chunk(name, data):
        body = name + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))
    pixels = zlib.compress((b"\0" + b"\xc0\x20\x20" * width) * height)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
            + chunk(b"IDAT", pixels) + chunk(b"IEND", b""))


@pytest.mark.parametrize("device, dark", [("phone", False), ("desk", True)])
def test_an_admin_gives_the_portal_its_look(fresh, browsing, device, dark):
    admin = browsing.signed_in(fresh, fresh.person("client-admin", TENANT), device=device, dark=dark)
    admin.open("/people")
    admin.page.get_by_role("link", name="How the portal looks").click()
    admin.page.wait_for_load_state()
    admin.page.get_by_label("Color").fill("red")
    admin.page.get_by_role("button", name="Save").click()
    admin.page.wait_for_load_state()
    assert "three or six digits" in admin.page.locator(".error-summary").inner_text()
    admin.page.get_by_label("Color").fill("#ffcc00")
    admin.page.get_by_label("Name on the pages").fill("Harbour Works")
    admin.page.get_by_role("button", name="Preview").click()
    admin.page.wait_for_load_state()
    assert "Nothing has been saved yet" in admin.main() and "On light pages #ffcc00 is shown as" in admin.main()
    assert admin.page.locator(".brand").inner_text() == "Harbour Works"
    accent = "getComputedStyle(document.querySelector('.mark-tile')).fill"
    tried = admin.page.evaluate(accent)
    admin.page.get_by_label("Logo", exact=True).set_input_files(
        {"name": "logo.png", "mimeType": "image/png", "buffer": picture()})
    admin.page.get_by_role("button", name="Save").click()
    admin.page.wait_for_load_state()
    assert "Everybody sees it from the next page on" in admin.main()
    admin.page.wait_for_timeout(800)
    admin.shot(f"flow-branding-{device}")
    assert admin.page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "nothing runs off the side"
    assert admin.page.locator(".brand img").evaluate("image => image.complete && image.naturalWidth") == 96

    guest = browsing.seat(fresh, TENANT, device=device, dark=dark)
    guest.open("/sign-in")
    assert "Harbour Works" in guest.page.locator(".brand").inner_text()
    button = guest.page.get_by_role("button", name="Sign in", exact=True)
    assert button.evaluate("node => getComputedStyle(node).backgroundColor") == tried
    guest.page.wait_for_timeout(800)
    guest.shot(f"flow-branding-sign-in-{device}")
    other = browsing.seat(fresh, "staff", device=device)
    other.open("/sign-in")
    assert "Harbour Works" not in other.page.locator(".brand").inner_text()
    assert admin.complaints == [] and guest.complaints == []
