"""Guessing: who exists cannot be told from the door, by words or by the clock, and passwords cannot be tried at speed."""

import re
import secrets
import threading
import time
import urllib.parse
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

from proving import Tally
from proving.lines import Line
from proving.marked import PASSWORD, marked, person_path
from proving.marks import SLUGS, mark
from proving.welch import clocked, one_class

WRONG = "not the right password at all"
REQUEST_NUMBER = re.compile(rb"Request [0-9A-HJKMNP-TV-Z]{13}\b")
SAMPLES = 2_000
# What Sources/Access/Limits promises: wrong passwords for one account from one network and from all together,
# and how long a stranger to the account waits at most.
PER_PAIR, PER_ACCOUNT, LONGEST_WAIT = 5, 20, 600
# After so many seconds one more of a pair is heard.
REFILL = 60
# Of wrong passwords for one account, below PER_ACCOUNT.
MOST_ROUNDS = 18


def prove(scale):
    with marked(scale).served(scale.folder("guessing")) as served:
        sources = Sources()
        people = cast(served)
        yield same_words(served, people, sources)
        yield from same_time(served, people, sources, scale)
        yield from links(served, people, scale)
        yield from at_speed(served, sources)
    yield from scale.prove("sign-in-clock", "--count", SAMPLES)


class Sources:
    """Addresses of this machine, each used by nobody before."""

    def __init__(self):
        self.number = 0

    def fresh(self) -> str:
        self.number += 1
        return f"127.{1 + self.number // 60_000}.{self.number // 250 % 240}.{1 + self.number % 250}"


def address(name, slug) -> str:
    return f"{name}-{mark(slug)}@{slug}.example"


def cast(served) -> dict:
    """Addresses of each kind of person, one at each client."""
    kinds = {"known": [address("approver", slug) for slug in SLUGS], "of another client": [], "removed": [],
             "without password": [], "unknown": [address("stranger", slug) for slug in SLUGS]}
    for place, slug in enumerate(SLUGS):
        admin = served.sitting(slug, "admin")
        people = admin.get("/people")
        token = admin.token(people)
        grant = re.search(r'name="grant" value="(viewer:[^"]*)"', admin.get("/people/invitation").text).group(1)
        gone = admin.post(person_path(people.text, "requester") + "/removal", {"csrf": token})
        fields = {"csrf": token, "name": "Guest", "email": address("guest", slug), "language": "en",
                  "from": time.strftime("%Y-%m-%d"), "through": "", "grant": grant}
        asked = admin.post("/people", fields)
        assert gone.status == 303 and asked.status == 200, (gone.status, asked.status, asked.words[:300])
        kinds["removed"].append(address("requester", slug))
        kinds["without password"].append(address("guest", slug))
        kinds["of another client"].append(address("approver", SLUGS[place - 1]))
    return kinds


def tried(line, email, password=WRONG):
    """The answer to a try, without what was typed and what differs between any two requests."""
    body = urllib.parse.urlencode({"email": email, "password": password, "next": ""}).encode()
    status, head, body = line.post("/sign-in", body)
    head = re.sub(rb"\r\n(?:date|content-length): [^\r]*", b"", head, flags=re.IGNORECASE)
    return status, head + REQUEST_NUMBER.sub(b"Request", body).replace(email.encode(), b"*")


def once(served, slug, email, source):
    line = Line(served.port, slug, source=source)
    try:
        return tried(line, email)
    finally:
        line.close()


def same_words(served, people, sources) -> Tally:
    """One wrong password for each kind of person, and then so many that the account is locked from there."""
    tally = Tally("wrong passwords for people known, unknown, removed, invited, of another client: one answer for all", 0)
    answers = {}
    with ThreadPoolExecutor(2) as pool:
        jobs = {kind: pool.submit(once, served, SLUGS[0], emails[0], sources.fresh()) for kind, emails in people.items()}
        locked = {kind: pool.submit(lock, served, emails[1], sources.fresh()) for kind, emails in people.items()}
    answers["wrong"] = {kind: job.result() for kind, job in jobs.items()}
    # How long to wait is said in minutes and seconds, which go on meanwhile.
    answers["locked"] = {kind: (status, re.sub(rb"\d+|\bminutes?\b|\bseconds?\b", b"", text))
                         for kind, (status, text) in ((kind, job.result()) for kind, job in locked.items())}
    for what, kinds in answers.items():
        tally.tried += len(kinds)
        for kind, answer in kinds.items():
            if answer != kinds["unknown"] or answer[0] != (422 if what == "wrong" else 429):
                tally.found += 1
                tally.failures.append(f"{what}: {kind} is answered with {answer[0]}, unknown with {kinds['unknown'][0]}")
    return tally


def lock(served, email, source):
    line = Line(served.port, SLUGS[1], source=source)
    for _ in range(PER_PAIR + 1):
        answer = tried(line, email)
    line.close()
    return answer


def same_time(served, people, sources, scale):
    """The real way in, with the whole cost of a password. These are dear, so there are few at first; where few
    seem to differ, more of them decide, as many as an account hears."""
    taken = {kind: [] for kind in ("known", "unknown", "removed", "without password")}
    while True:
        for _ in range(scale.pick(3, MOST_ROUNDS)):
            one_round(served, people, sources, taken)
        tallies = [clocked(f"sign-ins of somebody {kind} and of nobody, with the real cost of a password",
                           taken[kind], taken["unknown"]) for kind in taken if kind != "unknown"]
        if all(tally.is_sound for tally in tallies) or len(taken["unknown"]) >= MOST_ROUNDS * len(SLUGS[2:]):
            break
    yield from tallies
    yield locked_time(served, people, sources, scale)


def one_round(served, people, sources, taken):
    """A wrong password for each kind of person at each client, each from an address of its own."""
    for place, slug in enumerate(SLUGS[2:], 2):
        for kind in sorted(taken, key=lambda _: secrets.randbits(32)):
            line = Line(served.port, slug, source=sources.fresh())
            line.get("/sign-in")
            begun = time.perf_counter()
            status, _ = tried(line, people[kind][place])
            taken[kind].append(time.perf_counter() - begun)
            line.close()
            assert status == 422, (kind, slug, status)


def locked_time(served, people, sources, scale) -> Tally:
    """Once no more tries are heard, for somebody who is there and for nobody."""
    line = Line(served.port, SLUGS[1], source=sources.fresh())
    emails = [people[kind][1] for kind in ("known", "unknown")]
    for email in emails * (PER_PAIR + 1):
        tried(line, email)
    # Both are locked anew whenever a try is heard again in between, which takes as long as a hash.
    asks = [lambda email=email: tried(line, email) for email in emails]
    return one_class("locked sign-ins of somebody known and of nobody", asks, SAMPLES, scale.seed, longest=0.1)


def links(served, people, scale):
    """Links that were never made, were used, ended, or belong to another client: one page, one time."""
    slug, other = SLUGS[:2]
    used, ended, foreign = (made_link(served, slug), made_link(served, slug), made_link(served, other))
    # Making a link ends the one before it, and removing the person the last.
    line = Line(served.port, slug)
    never = "/invitations/" + "A" * 43
    paths = {"ended": used, "ended, too": ended, "another client's": foreign, "never made": never}
    admin = served.sitting(slug, "admin")
    page = admin.get("/people")
    admin.post(person_path(page.text, "viewer") + "/removal", {"csrf": admin.token(page)})
    answers = {what: linked(line, path) for what, path in paths.items()}
    tally = Tally("links never made, ended, or of another client: one page for all", len(answers))
    for what, answer in answers.items():
        if answer != answers["never made"] or answer[0] != 404:
            tally.found += 1
            tally.failures.append(f"a link that is {what} is answered otherwise ({answer[0]})")
    yield tally
    for what in ("ended", "another client's"):
        asks = [lambda path=path: linked(line, path) for path in (paths[what], never)]
        yield one_class(f"links that are {what} and links never made", asks, SAMPLES, scale.seed)


def made_link(served, slug) -> str:
    """A link for the viewer, who has been in before, so that it stands in the mail alone."""
    admin = served.sitting(slug, "admin")
    page = admin.get("/people")
    before = set((served.data / "outbox").glob("*.eml"))
    answer = admin.post(person_path(page.text, "viewer") + "/invitation", {"csrf": admin.token(page)})
    assert answer.status == 200, answer.words[:300]
    mail = (set((served.data / "outbox").glob("*.eml")) - before).pop()
    return re.search(r"/invitations/[\w-]{43}", mail.read_text().replace("=\n", "")).group(0)


def linked(line, path):
    status, head, body = line.get(path)
    return status, re.sub(rb"\r\ndate: [^\r]*", b"", head, flags=re.IGNORECASE) + REQUEST_NUMBER.sub(b"Request", body)


def at_speed(served, sources):
    """A list of passwords, from one address and from many, while the person comes in from where they always do."""
    slug = SLUGS[3]
    email = address("approver-all", slug)
    home, office = "127.0.0.1", sources.fresh()
    begun = time.monotonic()
    one = storm(served, slug, email, lambda: office, 120)
    yield within("passwords tried for one account from one address at speed", one, PER_PAIR, begun)
    honest = threading.Thread(target=lambda: honest_answers.append(come_in(served, slug, email, home)))
    honest_answers = []
    honest.start()
    many = storm(served, slug, email, sources.fresh, 120)
    honest.join()
    yield within("passwords tried for one account from 120 addresses at speed", many, PER_ACCOUNT - one[422], begun)
    yield honest_person(served, slug, email, honest_answers, home, sources)
    yield form_of_password(served)


def storm(served, slug, email, source, count) -> Counter:
    def guess(_):
        return once(served, slug, email, source())[0]

    with ThreadPoolExecutor(8) as pool:
        return Counter(pool.map(guess, range(count)))


def within(what, answers, allowed, begun) -> Tally:
    heard = sum(number for status, number in answers.items() if status != 429)
    tally = Tally(what, sum(answers.values()), note=f"{heard} were looked at; {dict(answers)}")
    allowed += int((time.monotonic() - begun) / REFILL)
    if heard > allowed or answers[429] == 0:
        tally.found, tally.failures = 1, [f"{heard} of them were looked at, and {allowed} are promised at most"]
    return tally


def come_in(served, slug, email, source):
    client = served.client(slug, source)
    for _ in range(20):
        answer = client.sign_in(email, PASSWORD)
        # While all threads for passwords are busy, anybody is asked to come again in a few seconds.
        if answer.status != 429 or int(answer.header("Retry-After") or 0) > 5:
            return answer
        time.sleep(0.5)
    return answer


def honest_person(served, slug, email, during, home, sources) -> Tally:
    tally = Tally("the person that is guessed at: comes in from a known address, waits a bounded time elsewhere", 4)
    if [answer.status for answer in during] != [303]:
        tally.failures.append(f"from a known address during the guessing: {[answer.status for answer in during]}")
    if come_in(served, slug, email, home).status != 303:
        tally.failures.append("from a known address after the guessing")
    elsewhere = come_in(served, slug, email, sources.fresh())
    wait = int(elsewhere.header("Retry-After") or 0)
    if elsewhere.status != 429 or not 0 < wait <= LONGEST_WAIT:
        tally.failures.append(f"from elsewhere: {elsewhere.status}, to wait {wait} s")
    if come_in(served, slug, address("billing", slug), sources.fresh()).status != 303:
        tally.failures.append("a colleague of theirs")
    tally.found = len(tally.failures)
    return tally


def form_of_password(served) -> Tally:
    """Somebody with a borrowed session guesses at the old password."""
    slug = SLUGS[2]
    client = served.sitting(slug, "viewer")
    token = client.token(client.get("/account"))
    new, begun = "Nine copper kettles whistle", time.monotonic()
    answers = Counter(
        client.post("/account/password", {"csrf": token, "old": WRONG, "new": new, "again": new}).status for _ in range(12))
    return within("old passwords tried at the form for a new one", answers, PER_PAIR, begun)
