"""One week of one client as its payroll clock exports it, before anything goes wrong."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from . import agency
from .people import pick

CLOCK_CHANGE = date(2026, 11, 1)  # Ottawa and Halifax turn 02:00 back to 01:00.
SHIFTS = {
    "day": ((420, 660), (690, 900)), "weekend": ((480, 720), (750, 960)),
    "evening": ((900, 1140), (1170, 1380)), "night": ((1380, 1620), (1650, 1860)),
}


@dataclass
class Line:
    """One line of an export: its cells, whose sheet it belongs to, the minutes that it gives, and what must be said."""

    cells: list
    worker: object = None
    minutes: int = 0
    notes: list = field(default_factory=list)

    def note(self, verdict, code, says, by="importer"):
        self.notes.append((verdict, code, says, by))
        if verdict in ("refused", "ignored"):
            self.minutes = 0
        return self


def first_days(tenant):
    """The first day of each of the client's work weeks: Mondays, or the Sundays before them."""
    starts = {row[0]: row[5] for row in agency.TENANTS}[tenant]
    monday = date.fromisoformat(agency.FIRST_MONDAY) - timedelta(days=1 if starts == "sunday" else 0)
    return [monday + timedelta(days=7 * n) for n in range(agency.WEEKS)]


def point(hours):
    return f"{hours:.2f}"


def comma(minutes):
    """Minutes as hours with a decimal comma and two places, rounded half up."""
    hundredths = (minutes * 100 + 30) // 60
    return f"{hundredths // 100},{hundredths % 100:02}"


def us_date(day):
    return day.strftime("%m/%d/%Y")


def dotted_date(day):
    return day.strftime("%d.%m.%Y")


def clock(minute):
    return f"{minute // 60 % 24:02}:{minute % 60:02}"


def worked(rng, worker, first):
    """Hours for each day of the week; now and then somebody leaves a quarter or half an hour early."""
    hours = [worker.hours_on(first + timedelta(days=n)) for n in range(7)]
    if rng.random() < 0.12:
        day = int(rng.random() * 7)
        hours[day] = max(0, hours[day] - pick(rng, (0.25, 0.5)))
    return hours


def northwind_line(worker, day, code, hours):
    return Line([worker.number, worker.last_first, worker.site, us_date(day), code, point(hours)],
                worker, round(hours * 60))


def northwind(rng, worker, first):
    """A row for each day and pay code."""
    return [northwind_line(worker, first + timedelta(days=n), "REG", hours)
            for n, hours in enumerate(worked(rng, worker, first)) if hours]


def cedar_line(worker, last, hours, overtime=0, doubletime=0):
    cells = [worker.number, worker.name, worker.site, last.isoformat()]
    cells += [point(value) if value else "" for value in hours]
    cells += [point(sum(hours)), point(overtime), point(doubletime)]
    return Line(cells, worker, round(sum(hours) * 60))


def cedar(rng, worker, first):
    """A row for each week; day columns hold all hours, overtime says how many of them were overtime."""
    hours = worked(rng, worker, first)
    return [cedar_line(worker, first + timedelta(days=6), hours)] if any(hours) else []


def elapsed(day, begin, end, site):
    """Minutes that really pass; local minutes count from the midnight of the day on which the shift began."""
    instants = []
    for minute in (begin, end):
        moment = datetime.combine(day, datetime.min.time()) + timedelta(minutes=minute)
        changed = site != "VAN" and moment >= datetime(2026, 11, 1, 2)
        instants.append(minute + (60 if changed else 0))
    return instants[1] - instants[0]


def punch_line(worker, day, begin, end):
    minutes = elapsed(day, begin, end, worker.site)
    written = day + timedelta(days=begin // 1440)
    cells = [worker.number, worker.name, worker.site, dotted_date(written), clock(begin), clock(end), comma(minutes)]
    return Line(cells, worker, minutes)


def harbor(rng, worker, first):
    """A row for each pair of punches; the meal break is the gap between two pairs."""
    lines = []
    for n in range(7):
        day = first + timedelta(days=n)
        if not worker.hours_on(day):
            continue
        (begin, pause), (back, end) = SHIFTS[worker.shift]
        begin, end = begin - int(rng.random() * 4), end + int(rng.random() * 4)
        pause, back = pause + int(rng.random() * 3), back + int(rng.random() * 4)
        back = max(back, pause + 30)  # Less than half an hour would be a missed meal by the rule packs.
        lines += [punch_line(worker, day, begin, pause), punch_line(worker, day, back, end)]
    if lines and worker.shift == "night" and first <= CLOCK_CHANGE < first + timedelta(days=7):
        explain_clock_change(lines)
    return lines


def explain_clock_change(lines):
    for line in lines:
        begun = line.cells[3:5]
        if begun[0] == "31.10.2026" and begun[1] >= "22:00":
            hours = line.cells[6]
            line.note("accepted", "clock-change", f"{hours} hours: the clock went back at 02:00 during this shift")


FORMATS = {
    "northwind": (northwind, ",", "\r\n", "\ufeff",
                  ["Employee ID", "Employee", "Site", "Work Date", "Pay Code", "Hours"]),
    "cedar": (cedar, "\t", "\n", "",
              ["Emp No", "Name", "Plant", "Week Ending", "Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat",
               "Total", "OT Hours", "DT Hours"]),
    "harbor": (harbor, ";", "\n", "",
               ["Matricule", "Nom", "Site", "Date", "Entrée", "Sortie", "Heures"]),
}
