"""The twenty-four export files: base weeks, the plan of their troubles, and the lines as they are written."""

from dataclasses import dataclass
from datetime import date, timedelta

from . import agency, troubles, weeks
from .people import pick

ROTATED = ("overtime", "outside-assignment", "missing-sheet", "ambiguous-time")
BLANK_WEEKS, TOTALS_WEEKS = (1, 5), {"northwind": (2, 6), "cedar": (3, 7), "harbor": (4,)}


@dataclass
class Export:
    """One file: its lines in order, and the workers whose sheets were expected in that week."""

    tenant: str
    first: date
    lines: list
    expected: list

    @property
    def name(self):
        return f"hours/{self.tenant}-{self.first.isoformat()}.csv"


def export(rng, roster, tenant, week):
    first = weeks.first_days(tenant)[week]
    people = [worker for worker in roster if worker.tenant == tenant]
    expected = [worker for worker in people if worker.expected_in(first)]
    lines = {worker.number: weeks.FORMATS[tenant][0](rng, worker, first) for worker in people}
    taken = set()
    for kind in plan(tenant, week):
        worker = victim(rng, kind, people, first, taken)
        taken.add(worker.number)
        troubles.KINDS[tenant][kind](lines[worker.number], worker, first)
    for worker in people:
        if worker.through and first - timedelta(days=7) <= worker.through < first:
            troubles.outside_assignment(lines[worker.number], worker, first)
    flat = [line for worker in people for line in lines[worker.number]]
    return Export(tenant, first, with_clutter(flat, tenant, week), expected)


def plan(tenant, week):
    """Each week has its overtime and its missing sheets; the rarer troubles take turns."""
    rare = [kind for kind in troubles.KINDS[tenant] if kind not in ROTATED]
    kinds = ["overtime"] * 3 + ["missing-sheet"] * (1 + week % 2)
    kinds += [rare[(2 * week + n) % len(rare)] for n in range(2)]
    return kinds + (["ambiguous-time"] if tenant == "harbor" and week == 5 else [])


def victim(rng, kind, people, first, taken):
    days = [first + timedelta(days=n) for n in range(7)]
    return pick(rng, [worker for worker in people if worker.number not in taken and fits(worker, kind)
                      and all(map(worker.works, days))
                      and sum(map(worker.hours_on, days)) >= 37.5])


def fits(worker, kind):
    if kind == "overtime" and max(worker.hours) > 8:
        return False  # Three hours more on a day of ten would be a long day as well.
    if worker.tenant != "harbor" or kind == "missing-sheet":
        return True
    if kind in ("overtime", "long-day"):
        return worker.site == "VAN"
    return (worker.shift == "night") == (kind == "ambiguous-time")


def with_clutter(lines, tenant, week):
    columns = len(weeks.FORMATS[tenant][4])
    if week in BLANK_WEEKS:
        middle = len(lines) // 2
        blank = weeks.Line([""]).note("ignored", "blank-line", "an empty line")
        empty = weeks.Line([""] * columns).note("ignored", "blank-line", "a line of delimiters alone")
        lines = lines[:middle] + [blank] + lines[middle:] + [empty]
    if week in TOTALS_WEEKS[tenant]:
        minutes = sum(line.minutes for line in lines)
        total = f"{minutes / 60:,.2f}" if tenant != "harbor" else weeks.comma(minutes)
        place = 11 if tenant == "cedar" else columns - 1
        cells = ["Total" if n == 0 else total if n == place else "" for n in range(columns)]
        lines = lines + [weeks.Line(cells).note("ignored", "totals-row", "a row of totals")]
    return lines


def ambiguous(roster):
    """A week in which each date reads as well day first as month first: 5 to 9 October, or May to September the tenth."""
    first = date(2026, 10, 5)
    people = [worker for worker in roster if worker.tenant == "northwind" and worker.hours == (8, 8, 8, 8, 8, 0, 0)
              and worker.works(first)][:12]
    lines = [weeks.northwind_line(worker, first + timedelta(days=n), "REG", 8) for worker in people for n in range(5)]
    for line in lines:
        line.minutes = 0
    lines[0].notes.append(("refused-file", "ambiguous-dates", "every date reads as day first and as month first: "
                           "say which in the mapping", "importer"))
    made = Export("northwind", first, lines, [])
    return made


def table(rows, delimiter=",", ending="\n", mark="", quoted=()):
    """CSV as RFC 4180 has it; a blank line stays blank, and the columns in `quoted` always carry quotes."""
    def cell(index, value):
        text = str(value)
        special = any(each in text for each in (delimiter, '"', "\n"))
        return '"' + text.replace('"', '""') + '"' if special or (index in quoted and text) else text
    return mark + "".join(delimiter.join(cell(n, value) for n, value in enumerate(row)) + ending for row in rows)


def text(made):
    _, delimiter, ending, mark, header = weeks.FORMATS[made.tenant]
    quoted = (1,) if made.tenant == "northwind" else ()
    return table([header] + [line.cells for line in made.lines], delimiter, ending, mark, quoted)
