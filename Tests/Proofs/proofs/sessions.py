"""Sessions: none is taken over from outside, an ended one stays ended through kill -9, and no foreign page acts in one."""

import csv
import re
import secrets
import urllib.parse
from concurrent.futures import ThreadPoolExecutor

from proving import Tally
from proving.lines import Line
from proving.marked import PASSWORD, marked, person_path
from proving.marks import SLUGS, mark
from proving.walk import nobodys, walk

OTHER_PASSWORD = "Nine copper kettles whistle"


def prove(scale):
    yield fixation(scale)
    yield from revocation(scale)
    yield forgery(scale)


def is_signed_in(line) -> bool:
    return line.get("/account")[0] == 200


def fixation(scale) -> Tally:
    """Whatever token a browser brings to the form: the session gets a fresh one, and what was brought opens nothing."""
    tally = Tally("sign-ins that bring a token along: invented, somebody else's, one's own; a fresh one each time", 0)
    with marked(scale).served(scale.folder("fixation")) as served:
        brought = [("nothing", None), ("an invented token", secrets.token_urlsafe(32)), ("no token at all", "x" * 43)]
        brought += [(f"the session of {seat.name}", seat.cookie) for seat in served.seats if seat.role == "viewer"]
        brought *= scale.pick(1, 8)
        with ThreadPoolExecutor(2) as pool:
            found = list(pool.map(lambda case: sign_in_with(served, *case), brought))
        tokens = [token for token, _ in found]
        tally.tried = len(brought)
        tally.failures = [fault for _, fault in found if fault]
        tally.failures += ["two sign-ins had the same token"] if len(set(tokens)) < len(tokens) else []
        tally.found = len(tally.failures)
    return tally


def sign_in_with(served, what, token):
    """The new token, and what is wrong about it."""
    slug = SLUGS[0]
    client = served.client(slug)
    client.cookie = token
    answer = client.sign_in(f"approver-{mark(slug)}@{slug}.example", PASSWORD)
    if answer.status != 303 or not client.cookie:
        return client.cookie, f"signing in with {what} was answered with {answer.status}"
    if client.cookie == token or token and is_signed_in(Line(served.port, slug, token)):
        return client.cookie, f"{what} opens something after the sign-in"
    return client.cookie, None


class Round:
    """One life of a server: four people's sessions end in four ways, the server is killed after the last answer."""

    def __init__(self, scale, number):
        self.served = marked(scale).served(scale.folder(f"revocation-{number}"))
        # Which is the last before the kill changes from round to round.
        ways = [self.signs_out, self.signs_out_everywhere, self.changes_password, self.is_removed]
        self.ways = ways[number % 4:] + ways[:number % 4]
        self.faults, self.ended, self.kept = [], [], []

    def run(self):
        with self.served:
            for place, way in enumerate(self.ways):
                slug = SLUGS[place]
                way(slug)
                if place < len(self.ways) - 1:
                    self.check("at once")
            self.served.kill()
        reborn = type(self.served)(self.served.data, self.served.folder, self.served.seats)
        with reborn:
            self.served = reborn
            self.check("after kill -9")
        return self

    def check(self, when):
        for slug, cookie, why in self.ended:
            if is_signed_in(Line(self.served.port, slug, cookie)):
                self.faults.append(f"{when}: a session of {slug} that {why} is open")
        for slug, cookie in self.kept:
            if not is_signed_in(Line(self.served.port, slug, cookie)):
                self.faults.append(f"{when}: a session of {slug} that nobody ended is closed")

    def viewer(self, slug):
        return self.served.sitting(slug, "viewer")

    def end(self, slug, client, why, answer):
        assert answer.status == 303, (why, answer.status, answer.words[:300])
        self.ended.append((slug, self.served.seat(slug, "viewer").cookie, why))
        self.kept.append((slug, self.served.seat(slug, "admin").cookie))

    def signs_out(self, slug):
        client = self.viewer(slug)
        self.end(slug, client, "was signed out", client.post("/sign-out", {"csrf": client.token(client.get("/account"))}))

    def signs_out_everywhere(self, slug):
        client = self.viewer(slug)
        token = client.token(client.get("/account"))
        self.end(slug, client, "was ended everywhere", client.post("/account/sign-out-everywhere", {"csrf": token}))

    def changes_password(self, slug):
        """The browser goes on under a new token; a copy of the old one opens nothing."""
        client = self.viewer(slug)
        fields = {"old": PASSWORD, "new": OTHER_PASSWORD, "again": OTHER_PASSWORD}
        fields["csrf"] = client.token(client.get("/account"))
        self.end(slug, client, "had another password", client.post("/account/password", fields))
        self.kept.append((slug, client.cookie))

    def is_removed(self, slug):
        admin = self.served.sitting(slug, "admin")
        people = admin.get("/people")
        path = person_path(people.text, "viewer")
        self.end(slug, admin, "was removed", admin.post(path + "/removal", {"csrf": admin.token(people)}))


def revocation(scale):
    rounds = [Round(scale, number).run() for number in range(scale.pick(4, 60))]
    faults = [fault for each in rounds for fault in each.faults]
    yield Tally("sessions ended by sign-out, everywhere, new password or removal: closed at once and after kill -9",
                sum(len(each.ended) for each in rounds), len(faults), len(faults), failures=faults[:5],
                note=f"{len(rounds)} kills; {sum(len(each.kept) for each in rounds)} other sessions went on")


def forgery(scale) -> Tally:
    """Every unsafe route, as a page elsewhere could make a browser ask for it."""
    tally = Tally("forged forms for every unsafe route: another site's, another client's, without a token, as plain text", 0)
    with marked(scale).served(scale.folder("forgery")) as served:
        before = served.heads()
        sides = ((SLUGS[0], ("admin", "approver-all"), "client"), ("staff", ("ops-admin", "billing"), "staff"))
        for place, roles, host in sides:
            forms = {}
            for role in roles:
                own = walk(served, served.seat(place, role))
                forms |= {action: (own.seat, fields) for action, fields in own.forms}
            for pattern in unsafe_routes(scale.checkout, host):
                forge(served, place, pattern, forms, tally)
        changed = [name for name, state in served.heads().items() if before.get(name) != state]
        closed = [seat.name for seat in served.seats if not is_signed_in(Line(served.port, seat.place, seat.cookie))]
        tally.failures += [f"{name} changed" for name in changed] + [f"{name} was signed out" for name in closed]
        tally.lost = len(changed) + len(closed)
        tally.found += tally.lost
    return tally


def unsafe_routes(checkout, host) -> list:
    """The routes of the table of permissions that a person keeps, which has them all."""
    lines = (checkout / "Tests" / "PortalTests" / "permissions.csv").read_text().splitlines()
    rows = csv.reader(line for line in lines if line and not line.startswith("#"))
    return sorted({re.split(r"[?#]", row[2])[0] for row in rows if row[0] == host and row[1] == "POST"})


# There is no session yet, so no token either: where a request comes from has to do.
WAYS_IN = (
    "/sign-in", "/sign-in/code", "/sign-in/passkey", "/invitations/*", "/forgotten-password", "/viewing/*",
    "/my-hours/*", "/my-hours/*/draft", "/my-hours/*/none")


def forge(served, place, pattern, forms, tally):
    matcher = re.compile(re.escape(pattern).replace(r"\*", r"[\w-]+"))
    action = next((action for action in forms if matcher.fullmatch(action.split("?")[0])), None)
    seat, fields = forms.get(action) or next(iter(forms.values()))
    if action is None:
        action = pattern.replace("*", SLUGS[0] if place == "staff" else nobodys("x"))
    line = Line(served.port, place, seat.cookie)
    token = next(iter(dict(fields)["csrf"] for s, fields in forms.values() if s is seat))
    others = next((dict(fields)["csrf"] for s, fields in forms.values() if s is not seat), "x" * 43)
    fields = [(name, value) for name, value in fields if name != "csrf"]
    is_open = pattern in WAYS_IN
    for what, csrf, headers in forgeries(served, place, token, others):
        if is_open and "token" in what:
            continue
        tally.tried += 1
        kind = "text/plain" if "plain" in what else "application/x-www-form-urlencoded"
        body = urllib.parse.urlencode(fields + ([("csrf", csrf)] if csrf else [])).encode()
        more = "".join(f"{name}: {value}\r\n" for name, value in {"Content-Type": kind, **headers}.items())
        status, _, answer = line.ask(
            line.head("POST", action, f"{more}Content-Length: {len(body)}\r\n").encode() + body)
        wanted = (403, 415) if what == "plain text from our own page" else (403,)
        if status not in wanted:
            tally.found += 1
            tally.failures.append(f"{action} from {what}: {status}")
    line.close()


def forgeries(served, place, token, others):
    own = f"https://{place}.localhost:{served.port}"
    neighbour = f"https://{SLUGS[1]}.localhost:{served.port}"
    yield "our own page without a token", None, {"Origin": own}
    yield "our own page with an empty token", "", {"Origin": own}
    yield "our own page with another session's token", others, {"Origin": own}
    close = token[:-2] + ("A" if token[-2] != "A" else "B") + token[-1]
    yield "our own page with a token that is one letter off", close, {"Origin": own}
    yield "another site", token, {"Origin": "https://evil.example"}
    yield "another site that says what it is", token, {"Origin": "https://evil.example", "Sec-Fetch-Site": "cross-site"}
    yield "cross-site with our origin", token, {"Origin": own, "Sec-Fetch-Site": "cross-site"}
    yield "another client's page", token, {"Origin": neighbour, "Sec-Fetch-Site": "same-site"}
    yield "our host over plain HTTP", token, {"Origin": own.replace("https", "http")}
    yield "our host at another port", token, {"Origin": own.rsplit(":", 1)[0]}
    yield "a frame without an origin", token, {"Origin": "null"}
    yield "a typed address with an origin", token, {"Origin": "null", "Sec-Fetch-Site": "none"}
    yield "nowhere", token, {}
    yield "plain text from another site", token, {"Origin": "https://evil.example"}
    yield "plain text from our own page", token, {"Origin": own}
