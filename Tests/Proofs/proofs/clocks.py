"""Clocks that jump: an hour back, a day on, daylight saving; sessions, the order of records and checkpoints stay right."""

import calendar
import re
import time

from proving import Tally
from proving.lines import Line
from proving.marked import PASSWORD, Served, marked
from proving.marks import SLUGS, mark
from support.clock import SharedClock, environment
from support.server import run

MINUTE, HOUR, DAY = 60, 3_600, 86_400
IDLE, ABSOLUTE = 30 * MINUTE, 12 * HOUR
# The last quarter of an hour of summer time in Chicago in 2026, and the last of winter time.
AUTUMN = calendar.timegm((2026, 11, 1, 6, 45, 0))
SPRING = calendar.timegm((2027, 3, 14, 7, 45, 0))


class Jumping:
    """A server whose wall clock stands where this says; its steady clock is left alone, as by somebody who sets a clock."""

    def __init__(self, scale, name):
        folder = scale.folder(name)
        self.offset = folder / "offset"
        self.set(0)
        self.shared = SharedClock()
        self.env = {**environment(self.offset, self.shared), "TZ": "America/Chicago"}
        self.served = marked(scale).served(folder, env=self.env)

    def set(self, seconds):
        """Whole, in the place of what stood there: the server may read at any moment."""
        fresh = self.offset.with_suffix(".new")
        fresh.write_text(f"{seconds:+d}\n")
        fresh.replace(self.offset)

    def set_to(self, moment):
        self.set(int(moment - time.time()))

    def again(self):
        """The same folder after kill -9. (An orderly end waits for timers of the dispatch library, and libfaketime moves
        those too, which no clock that is set ever did.)"""
        self.served.kill()
        self.served = Served(self.served.data, self.served.folder, self.served.seats, env=self.env)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.set(0)
        self.served.__exit__(*error)
        self.shared.close()


class Checks:
    def __init__(self, what):
        self.tally = Tally(what, 0)

    def __call__(self, holds, words):
        self.tally.tried += 1
        if not holds:
            self.tally.found += 1
            self.tally.failures.append(words)


def prove(scale):
    yield an_hour_back(scale)
    yield a_day_on(scale)
    for name, moment in (("back in autumn", AUTUMN), ("on in spring", SPRING)):
        yield daylight_saving(scale, name, moment)


def signs_in(served, name="approver", slug=SLUGS[0]):
    client = served.client(slug)
    answer = client.sign_in(f"{name}-{mark(slug)}@{slug}.example", PASSWORD)
    assert answer.status == 303, (answer.status, answer.words[:200])
    return client


def is_in(client) -> bool:
    line = Line(client.port, client.host.removesuffix(".localhost"), client.cookie)
    try:
        return line.get("/account")[0] == 200
    finally:
        line.close()


def a_sheet(client) -> str:
    return re.search(r'name="sheet" value="(\w+)@', client.get("/timesheets").text).group(1)


def says(client, sheet, words) -> bool:
    token = client.token(client.get("/account"))
    return client.post(f"/timesheets/{sheet}/comments", {"csrf": token, "words": words}).status == 303


def in_order(client, sheet, words) -> bool:
    """The newest stands first, whatever the clock said."""
    page = client.get(f"/timesheets/{sheet}").text
    places = [page.find(word) for word in words]
    return -1 not in places and places == sorted(places, reverse=True)


def is_sound(served) -> bool:
    ended = run("verify", "--data", served.data)
    return ended.returncode == 0 and "NOT" not in ended.stdout


def an_hour_back(scale) -> Tally:
    check = Checks("a clock set back an hour under a running server: sessions, order of records, restart, checkpoints")
    with Jumping(scale, "hour-back") as jumping:
        served = jumping.served
        before = signs_in(served)
        sheet = a_sheet(before)
        check(says(before, sheet, "word-before"), "no comment before")
        jumping.set(-HOUR)
        check(is_in(before), "a session ended early when the clock was set back")
        check(says(before, sheet, "word-after"), "no comment after")
        during = signs_in(served)
        check(during.cookie != before.cookie and is_in(during), "nobody can sign in after the clock was set back")
        check(in_order(during, sheet, ["word-before", "word-after"]), "what happened later stands earlier")
        out = during.post("/sign-out", {"csrf": during.token(during.get("/account"))})
        check(out.status == 303 and not is_in(during), "a sign-out does not hold")
        check(is_sound(served), "a chain is not sound")
        jumping.again()
        served = jumping.served
        before.port = served.port
        check(is_in(before), "a session ended early at a restart in the past")
        check(not is_in(at(served, during)), "an ended session came back at a restart in the past")
        check(in_order(at(served, before), sheet, ["word-before", "word-after"]), "the order changed at a restart")
        jumping.set(-HOUR + IDLE + MINUTE)
        check(not is_in(at(served, before)), "an idle session outlived a restart in the past")
        jumping.set(0)
        check(is_in(signs_in(served)), "nobody can sign in after the clock was put right")
    check(is_sound(served), "a chain or a checkpoint is not sound at the end")
    return check.tally


def at(served, client):
    """The same person at the server of now."""
    again = served.client(client.host.removesuffix(".localhost"))
    again.cookie = client.cookie
    return again


def a_day_on(scale) -> Tally:
    check = Checks("a clock set on by minutes, hours and a day: sessions end when they should, order of records")
    with Jumping(scale, "day-on") as jumping:
        served = jumping.served
        person = signs_in(served)
        begun, now = time.time(), 0
        sheet = a_sheet(person)
        check(says(person, sheet, "word-before"), "no comment before")
        # In use every twenty-nine minutes, a session lives for twelve hours and not longer.
        while now + 29 * MINUTE + time.time() - begun < ABSOLUTE - MINUTE:
            now += 29 * MINUTE
            jumping.set(now)
            check(is_in(person), f"a session in use ended after {now // MINUTE} minutes")
        jumping.set(ABSOLUTE + MINUTE)
        check(not is_in(person), "a session in use outlived twelve hours")
        idle = signs_in(served)
        jumping.set(ABSOLUTE + MINUTE + IDLE - MINUTE)
        check(is_in(idle), "an idle session ended early")
        jumping.set(ABSOLUTE + MINUTE + 2 * IDLE + MINUTE)
        check(not is_in(idle), "an idle session outlived half an hour")
        jumping.set(DAY + HOUR)
        check(all(not is_in(served.sitting(seat.place, seat.role)) for seat in served.seats), "a session lived for a day")
        person = signs_in(served)
        check(says(person, sheet, "word-after"), "no comment a day later")
        check(in_order(person, sheet, ["word-before", "word-after"]), "the order is wrong a day later")
        jumping.set(0)
        check(is_in(signs_in(served)), "nobody can sign in after the clock was put right")
    check(is_sound(served), "a chain or a checkpoint is not sound at the end")
    return check.tally


def daylight_saving(scale, name, moment) -> Tally:
    check = Checks(f"the hour {name}, when local clocks jump and nothing else does")
    with Jumping(scale, "daylight-" + name.split()[0]) as jumping:
        served = jumping.served
        jumping.set_to(moment)
        person, idle = signs_in(served), signs_in(served, "approver-all")
        sheet = a_sheet(person)
        check(says(person, sheet, "word-before"), "no comment before")
        jumping.set_to(moment + 28 * MINUTE)
        check(is_in(person), "a session ended early")
        check(says(person, sheet, "word-after"), "no comment after")
        check(in_order(person, sheet, ["word-before", "word-after"]), "what happened later stands earlier")
        jumping.set_to(moment + 32 * MINUTE)
        check(not is_in(idle), "an idle session outlived half an hour")
        check(is_in(person), "a session in use ended early")
        jumping.set_to(moment + 75 * MINUTE)
        check(not is_in(person), "an idle session outlived half an hour by the wall")
        check(is_in(signs_in(served)), "nobody can sign in afterwards")
    check(is_sound(served), "a chain or a checkpoint is not sound at the end")
    return check.tally
