"""Marks that tell whose a text is, and who may see which."""

import hashlib
import re
from dataclasses import dataclass, field

SLUGS = ("alder", "birch", "clover", "damson")
# What an hour costs the client, what the worker gets, and what the agency keeps of it.
BILL, PAY, MARGIN = "41.57", "17.83", "23.74"
INTERNAL = re.compile(rb"(?<![\d.,])(?:17[.,]83|23[.,]74)(?!\d)")
# Each client's own people: the short name, the role and the worksite, or the whole client.
PEOPLE = (("approver", "approver", "A"), ("approver-b", "approver", "B"), ("approver-all", "approver", ""),
          ("billing", "billing-contact", ""), ("billing-a", "billing-contact", "A"), ("requester", "requester", "A"),
          ("viewer", "viewer", "A"))
MARK = re.compile(rb"zq[0-9a-f]{14}")


def mark(*place) -> str:
    """Sixteen characters that stand nowhere else; the same in every run."""
    return "zq" + hashlib.sha256("/".join(place).encode()).hexdigest()[:14]


AGENCY = mark("agency")


@dataclass
class Seat:
    """Somebody who is signed in at one host, and whose marks they may see."""

    place: str
    role: str
    cookie: str = ""
    may_see: set = field(default_factory=set)

    @property
    def name(self) -> str:
        return f"{self.role} at {self.place}"

    def allowed(self, path: str) -> set:
        """The marks that an answer to this path may carry: on the staff side, those of the client in the path."""
        if self.place != "staff":
            return self.may_see
        inside = re.match(r"/tenants/([a-z0-9-]+)", path)
        return marks_of(inside.group(1)) | {AGENCY} if inside else self.may_see


def marks_of(slug, sites="AB") -> set:
    return {mark(slug)} | {mark(slug, site) for site in sites}


def what_may_be_seen(place, role) -> set:
    if place == "staff":
        return set().union({AGENCY}, *(marks_of(slug) for slug in SLUGS))
    site = {name: site for name, _, site in PEOPLE}.get(role, "")
    return marks_of(place, site or "AB") | {AGENCY}
