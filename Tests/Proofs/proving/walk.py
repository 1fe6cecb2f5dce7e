"""Everything that one person's pages lead to: the addresses, and the forms with what they would send."""

import hashlib
import re
from dataclasses import dataclass, field
from urllib.parse import urljoin

from support.wire import forms

LINK = re.compile(r'(?:href|src)="([^"#]*)')
MOST_PAGES = 400


@dataclass
class Walk:
    seat: object
    paths: list = field(default_factory=list)
    # Each form once for each address that it goes to: (action, fields).
    forms: list = field(default_factory=list)


def walk(served, seat) -> Walk:
    """Follows every link of a person's own pages, breadth first."""
    client = served.client(seat.place)
    client.cookie = seat.cookie
    found, waiting, known, sent = Walk(seat), ["/", "/account", "/help"], set(), set()
    while waiting and len(found.paths) < MOST_PAGES:
        path = waiting.pop(0)
        answer = client.get(path)
        found.paths.append(path)
        if answer.status == 303:
            waiting += new_ones([answer.location], path, known)
        if "text/html" not in (answer.header("Content-Type") or ""):
            continue
        waiting += new_ones((link.replace("&amp;", "&") for link in LINK.findall(answer.text)), path, known)
        for action, fields in forms(answer):
            to = urljoin(path, action)
            if to not in sent and dict(fields).get("csrf"):
                sent.add(to)
                found.forms.append((to, fields))
    client.close()
    return found


def new_ones(links, base, known) -> list:
    """Local addresses that were not met before; none that would end the session, for it is to last."""
    fresh = []
    for link in links:
        to = urljoin(base, link)
        if to.startswith("/") and to not in known and not to.startswith(("/assets/", "/sign-out", "/sign-in")):
            known.add(to)
            fresh.append(to)
    return fresh


# What names a record in an address or a form, and a file by its content.
IDENTIFIER = re.compile(r"(?<![0-9A-Za-z_-])(?:[0-9A-F][0-9A-HJKMNP-TV-Z]{12}|[0-9a-f]{64})(?![0-9A-Za-z_-])")
DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def nobodys(identifier: str) -> str:
    """An identifier that nothing has; different ones for different ones."""
    digest = hashlib.sha256(b"nobody" + identifier.encode())
    if len(identifier) == 64:
        return digest.hexdigest()
    return "0" + "".join(DIGITS[byte % 32] for byte in digest.digest()[:12])


def without_records(text: str) -> str:
    return IDENTIFIER.sub(lambda found: nobodys(found.group()), text)


def names_records(text: str) -> bool:
    return IDENTIFIER.search(text) is not None
