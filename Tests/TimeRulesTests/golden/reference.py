"""The same laws once more, minute by minute and without the program's packs: what the splitter is compared with.

Reads lines `pack zone week start,end start,end ...` (the week's Monday as a date, instants as whole minutes since 1970)
and answers each with `date rule minutes` for every rule that takes minutes, sorted, parted by semicolons.
"""
import collections
import datetime
import sys
import zoneinfo

HOURS_IN_DAY, PAUSE = 24 * 60, 120


def days_and_weeks(zone, monday, minutes):
    local = [datetime.datetime.fromtimestamp(minute * 60, zone).date() for minute in minutes]
    return local, [(day - monday).days // 7 for day in local]


def workdays(minutes, local):
    """A workday of Nevada is 24 hours from the beginning of work."""
    found, begin, name = [], None, None
    for minute, day in zip(minutes, local):
        if begin is None or minute >= begin + HOURS_IN_DAY:
            begin, name = minute, day
        found.append(name)
    return found


def shifts(minutes):
    found, number, last = [], 0, None
    for minute in minutes:
        if last is not None and minute - last - 1 >= PAUSE:
            number += 1
        found.append(number)
        last = minute
    return found


def split(pack, minutes, local, weeks):
    by_day = workdays(minutes, local) if pack.startswith("US-NV") else local
    if pack != "US-CO":
        return counted(pack, minutes, by_day, local, weeks)
    one = counted("US-CO day", minutes, by_day, local, weeks)
    other = counted("US-CO row", minutes, by_day, local, weeks)
    best = list(one)
    for week in set(weeks):
        places = [place for place, each in enumerate(weeks) if each == week]
        if sum(other[p] is not None for p in places) > sum(one[p] is not None for p in places):
            for place in places:
                best[place] = other[place]
    return best


def counted(pack, minutes, by_day, local, weeks):
    row = shifts(minutes)
    today, in_row, in_week, on_last = (collections.Counter() for _ in range(4))
    result = []
    for place in range(len(minutes)):
        day, week = by_day[place], weeks[place]
        today[day] += 1
        in_row[row[place]] += 1
        worked = {local[p] for p in range(len(minutes)) if weeks[p] == week} if place == 0 or weeks[place - 1] != week else worked
        total = weeks.count(week) if place == 0 or weeks[place - 1] != week else total
        seventh = len(worked) == 7 and local[place] == max(worked)
        on_last[week] += seventh
        rule = None
        hours = today[day] / 60
        if pack == "US-CA":
            if seventh and on_last[week] > 480: rule = "seventh-day-8"
            elif hours > 12: rule = "daily-12"
            elif seventh: rule = "seventh-day"
            elif hours > 8: rule = "daily-8"
        elif pack == "CA-BC":
            rule = "daily-12" if hours > 12 else "daily-8" if hours > 8 else None
        elif pack in ("US-AK", "US-NV", "CA-AB"):
            rule = "daily-8" if hours > 8 else None
        elif pack == "US-PR":
            rule = "seventh-day" if seventh else "daily-8" if hours > 8 else None
        elif pack == "US-KY":
            rule = "seventh-day" if seventh and total > 2400 else None
        elif pack == "US-CO day":
            rule = "daily-12" if hours > 12 else None
        elif pack == "US-CO row":
            rule = "consecutive-12" if in_row[row[place]] > 720 else None
        limit = 44 if pack in ("CA-AB", "CA-ON") else 40
        if rule is None:
            in_week[week] += 1
            if in_week[week] > limit * 60:
                rule = f"weekly-{limit}"
        result.append(rule)
    return result


for line in sys.stdin:
    pack, zone, monday, *punches = line.split()
    minutes = sorted(m for punch in punches for m in range(*map(int, punch.split(","))))
    local, weeks = days_and_weeks(zoneinfo.ZoneInfo(zone), datetime.date.fromisoformat(monday), minutes)
    rules = split(pack, minutes, local, weeks)
    days = workdays(minutes, local) if pack.startswith("US-NV") else local
    sums = collections.Counter((day.isoformat(), rule) for day, rule in zip(days, rules) if rule)
    print(";".join(sorted(f"{day} {rule} {count}" for (day, rule), count in sums.items())))
