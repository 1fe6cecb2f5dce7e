"""What goes wrong in real weeks. Each function spoils one worker's lines and says what the importer must answer."""

from datetime import timedelta

from .weeks import (Line, cedar_line, clock, comma, dotted_date, northwind_line, point, punch_line, us_date)


def overtime(lines, worker, first):
    if worker.tenant == "northwind":
        regular = [line for line in lines if line.worker is worker][-1]
        extra = Line(list(regular.cells), worker, 150)
        extra.cells[4:] = ["OT", "2.50"]
        lines.append(extra.note("flagged", "overtime", "2.50 hours of overtime this day"))
    elif worker.tenant == "cedar":
        hours = [worker.hours_on(first + timedelta(days=n)) for n in range(7)]
        last = max(n for n in range(7) if hours[n])
        hours[last] += 3
        over = max(0, sum(hours) - 40)
        lines[:] = [cedar_line(worker, first + timedelta(days=6), hours, over).note(
            "flagged", "overtime", f"{point(over)} of {point(sum(hours))} hours are overtime")]
    else:
        free = next(n for n in (5, 0, 1, 6) if not worker.hours_on(first + timedelta(days=n)))
        day = first + timedelta(days=free)
        lines += [punch_line(worker, day, 420, 660), punch_line(worker, day, 690, 900)]
        total = sum(line.minutes for line in lines)
        lines[-1].note("flagged", "overtime", f"a sixth day, {comma(total)} hours in all: the rule pack finds overtime "
                       "over 40 hours a week in CA-BC", "rules")
        lines.sort(key=lambda line: (line.cells[3][6:], line.cells[3][3:5], line.cells[3][:2], line.cells[4]))


def double_time(lines, worker, first):
    if worker.tenant == "northwind":
        day = next(first + timedelta(days=n) for n in (6, 5) if not worker.hours_on(first + timedelta(days=n)))
        lines.append(northwind_line(worker, day, "DT", 4).note(
            "flagged", "double-time", "4.00 hours of double time this day"))
    else:
        hours = [worker.hours_on(first + timedelta(days=n)) for n in range(7)]
        free = next(n for n in (0, 6, 5) if not hours[n])
        hours[free] = 6
        lines[:] = [cedar_line(worker, first + timedelta(days=6), hours, 0, 6).note(
            "flagged", "double-time", f"6.00 of {point(sum(hours))} hours are double time")]


def long_day(lines, worker, first):
    if worker.tenant == "northwind":
        extra = Line(list(lines[0].cells), worker, 300)
        extra.cells[4:] = ["OT", "5.00"]
        lines[0].cells[5], lines[0].minutes = "8.00", 480
        lines.insert(1, extra.note("flagged", "overtime", "5.00 hours of overtime this day").note(
            "flagged", "long-day", "13.00 hours in one day, more than 12"))
    elif worker.tenant == "cedar":
        hours = [worker.hours_on(first + timedelta(days=n)) for n in range(7)]
        busy = next(n for n in range(7) if hours[n])
        hours[busy] = 13
        over = max(0, sum(hours) - 40)
        line = cedar_line(worker, first + timedelta(days=6), hours, over)
        lines[:] = [line.note("flagged", "long-day", "13.00 hours in one day, more than 12")]
        if over:
            line.note("flagged", "overtime", f"{point(over)} of {point(sum(hours))} hours are overtime")
    else:
        day = next(first + timedelta(days=n) for n in range(7) if worker.hours_on(first + timedelta(days=n)))
        lines[:2] = [punch_line(worker, day, 420, 780), punch_line(worker, day, 810, 1230)]
        lines[1].note("flagged", "long-day", "13,00 hours in one shift, more than 12")
        if worker.site == "VAN":
            lines[1].note("flagged", "overtime", "the rule pack finds 4 hours of overtime and 1 of double time", "rules")


def outside_assignment(lines, worker, first):
    """The worker's assignment ended last week; two more days (or one more sheet) arrive all the same."""
    says = f"the assignment ended on {worker.through.isoformat()}"
    days = (first + timedelta(days=1), first + timedelta(days=2))
    if worker.tenant == "northwind":
        lines += [northwind_line(worker, day, "REG", 8) for day in days]
    elif worker.tenant == "cedar":
        lines.append(cedar_line(worker, first + timedelta(days=6), [0, 8, 8, 0, 0, 0, 0]))
    else:
        lines += [punch_line(worker, day, 420, 660) for day in days]
    for line in lines:
        line.note("flagged", "outside-assignment", says)


def missing_sheet(lines, worker, first):
    """Nothing arrives at all; the report adds the note, since there is no line to carry it."""
    lines.clear()


def unknown_worker(lines, worker, first):
    """A row too many, under a number that was never given out; nobody's sheet suffers."""
    stray = Line(list(lines[0].cells))
    stray.cells[0] = {"northwind": "99107", "cedar": "099107", "harbor": "H9107"}[worker.tenant]
    lines.append(stray.note("refused", "unknown-worker", f"nobody has the employee number {stray.cells[0]}"))


def unknown_worksite(lines, worker, first):
    lines[-1].cells[2] = {"northwind": "SEATAC", "cedar": "YKM", "harbor": "YVR"}[worker.tenant]
    lines[-1].note("refused", "unknown-worksite", f"no worksite has the code {lines[-1].cells[2]}")


def not_assigned_there(lines, worker, first):
    other = {"SEA": "DFW", "YAK": "ELP", "VAN": "OTT"}.get(worker.site) or {"n": "SEA", "c": "YAK", "h": "VAN"}[worker.tenant[0]]
    lines[0].cells[2] = other
    lines[0].note("refused", "not-assigned-there", f"{worker.name} has no assignment at {other}")


def duplicate(lines, worker, first):
    copy = Line(list(lines[0].cells), worker)
    lines.insert(1, copy.note("refused", "duplicate", "the same row came before, one line above"))


def same_day(lines, worker, first):
    if worker.tenant == "northwind":
        extra = Line(list(lines[0].cells), worker, 60)
        extra.cells[5] = "1.00"
        lines[0].cells[5], lines[0].minutes = "7.00", 420
        lines.insert(1, extra.note("flagged", "same-day", "a second row for this day, 1.00 hours added to 7.00"))
    else:
        hours = [worker.hours_on(first + timedelta(days=n)) for n in range(7)]
        busy = next(n for n in range(7) if hours[n])
        hours[busy] -= 2
        last = first + timedelta(days=6)
        rest = [2 if n == busy else 0 for n in range(7)]
        lines[:] = [cedar_line(worker, last, hours), cedar_line(worker, last, rest).note(
            "flagged", "same-day", "a second row for this week, 2.00 hours added")]


def spoil(index, cell, text, code, says):
    """A trouble that overwrites one cell of one line and has that line refused."""
    def apply(lines, worker, first):
        lines[index].cells[cell] = text(first) if callable(text) else text
        lines[index].note("refused", code, says(first) if callable(says) else says)
    return apply


def name_differs(lines, worker, first):
    for line in lines:
        line.cells[1] = f"Van Houten, {worker.given}" if worker.tenant == "northwind" else f"{worker.given} Van Houten"
        line.note("flagged", "name-differs", f"employee {worker.number} is {worker.name} here")


def total_differs(lines, worker, first):
    lines[0].cells[11] = "44.00"
    lines[0].note("flagged", "total-differs", "the row says 44.00 hours, its days add up to "
                  f"{point(lines[0].minutes / 60)}")


def missing_out(lines, worker, first):
    lines[1].cells[5:] = ["", ""]
    lines[1].note("refused", "missing-out", f"clocked in at {lines[1].cells[4]} and never out")


def missing_in(lines, worker, first):
    lines[0].cells[4], lines[0].cells[6] = "", ""
    lines[0].note("refused", "missing-in", f"clocked out at {lines[0].cells[5]} and never in")


def overlap(lines, worker, first):
    hour, minute = map(int, lines[0].cells[5].split(":"))
    begin = hour * 60 + minute - 45
    hour, minute = map(int, lines[1].cells[5].split(":"))
    lines[1].cells[4] = clock(begin)
    lines[1].cells[6] = comma(hour * 60 + minute - begin)
    lines[1].note("refused", "overlap", f"begins at {clock(begin)}, before the punch-out at {lines[0].cells[5]}")


def impossible_punches(lines, worker, first):
    hour, minute = map(int, lines[0].cells[4].split(":"))
    lines[0].cells[5:] = [clock(hour * 60 + minute - 60), "23,00"]
    lines[0].note("refused", "impossible-hours", "23,00 hours between two punches, more than 16")


def hours_differ(lines, worker, first):
    said = comma(lines[0].minutes + 30)
    given = lines[0].cells[6]
    lines[0].cells[6] = said
    lines[0].note("flagged", "hours-differ", f"the row says {said} hours, its punches give {given}")


def ambiguous_time(lines, worker, first):
    """A break from 01:15 to 01:45 in the night in which 01:00 to 02:00 happens twice."""
    night = next(n for n, line in enumerate(lines) if line.cells[3] == "31.10.2026" and line.cells[4] >= "22:00")
    lines[night].cells[5:] = ["01:15", "2,25"]
    lines[night + 1].cells[4:5] = ["01:45"]
    lines[night + 1].cells[6] = "6,25"
    for line, time in ((lines[night], "01:15"), (lines[night + 1], "01:45")):
        line.notes.clear()
        line.note("refused", "ambiguous-time", f"{time} happened twice on 2026-11-01 at {worker.site}: say which one")


ABSURD = "25.00 hours in one day, more than 24"
NORTHWIND = {
    "double-time": double_time, "long-day": long_day, "unknown-worker": unknown_worker,
    "unknown-worksite": unknown_worksite, "not-assigned-there": not_assigned_there, "duplicate": duplicate,
    "same-day": same_day, "name-differs": name_differs,
    "negative-hours": spoil(0, 5, "-8.00", "negative-hours", "-8.00 hours: correct by reversal, not by a negative row"),
    "impossible-hours": spoil(1, 5, "25.00", "impossible-hours", ABSURD),
    "bad-number": spoil(1, 5, "7,50", "bad-number", "7,50 is not a number with a decimal point"),
    "bad-date": spoil(0, 3, lambda first: f"13/{first.day:02}/{first.year}", "bad-date",
                      lambda first: f"13/{first.day:02}/{first.year} is no date as MM/dd/yyyy"),
    "wrong-week": spoil(0, 3, lambda first: us_date(first.replace(year=2025)), "wrong-week",
                        lambda first: f"{first.replace(year=2025)} is not in the week of {first}"),
    "unknown-pay-code": spoil(0, 4, "HOL", "unknown-pay-code", "the mapping has no pay code HOL"),
}
CEDAR = {
    "double-time": double_time, "long-day": long_day, "unknown-worker": unknown_worker,
    "unknown-worksite": unknown_worksite, "not-assigned-there": not_assigned_there, "duplicate": duplicate,
    "same-day": same_day, "name-differs": name_differs, "total-differs": total_differs,
    "negative-hours": spoil(0, 6, "-4.00", "negative-hours", "-4.00 hours on Tuesday"),
    "impossible-hours": spoil(0, 6, "25.00", "impossible-hours", "25.00 hours on Tuesday, more than 24"),
    "bad-number": spoil(0, 7, "7,50", "bad-number", "7,50 is not a number with a decimal point"),
    "wrong-week": spoil(0, 3, lambda first: (first - timedelta(days=1)).isoformat(), "wrong-week",
                        lambda first: f"the week that ended on {first - timedelta(days=1)} is not the week of {first}"),
    "bad-date": spoil(0, 3, "2026-09-31", "bad-date", "2026-09-31 is no date as yyyy-MM-dd"),
}
HARBOR = {
    "long-day": long_day, "unknown-worker": unknown_worker, "unknown-worksite": unknown_worksite,
    "not-assigned-there": not_assigned_there, "duplicate": duplicate, "name-differs": name_differs,
    "missing-out": missing_out, "missing-in": missing_in, "overlap": overlap, "hours-differ": hours_differ,
    "impossible-hours": impossible_punches, "ambiguous-time": ambiguous_time,
    "bad-number": spoil(1, 6, "4.00", "bad-number", "4.00 is not a number with a decimal comma"),
    "bad-date": spoil(0, 3, "31.09.2026", "bad-date", "31.09.2026 is no date as dd.MM.yyyy"),
    "bad-time": spoil(1, 5, "24:75", "bad-time", "24:75 is no time as HH:mm"),
    "wrong-week": spoil(0, 3, lambda first: dotted_date(first.replace(year=2025)), "wrong-week",
                        lambda first: f"{first.replace(year=2025)} is not in the week of {first}"),
}
COMMON = {"overtime": overtime, "outside-assignment": outside_assignment, "missing-sheet": missing_sheet}
KINDS = {name: table | COMMON for name, table in
         (("northwind", NORTHWIND), ("cedar", CEDAR), ("harbor", HARBOR))}
