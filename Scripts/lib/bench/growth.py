"""Whether a page costs the same with more in the records: CPU for each page over the entries of a client, and over the
number of clients. Writes two plots beside the figures."""

import statistics

from .fact import fact
from .load import Load
from .plot import plot
from .processes import say
from .scenarios import SOME, always_new, page_path
from .seeds import ENTRIES_PER_SHEET, PAGE_ROWS, Seed
from .stage import SEEDS

ENTRIES = (1_000, 10_000, 100_000, 1_000_000)
CLIENTS = ("client", "clients-100", "clients-10000")
ABOUT = ("growth: CPU of a page of fifty sheets at one worksite, made anew each time, the largest records against the "
         "smallest; rounds in turn")

for entries in ENTRIES:
    sheets = entries // ENTRIES_PER_SHEET
    SEEDS[f"entries-{entries}"] = Seed(f"entries-{entries}", f"one client, {sheets:,} sheets", bulk=sheets - PAGE_ROWS)


def measure(stage):
    entries = {number: f"entries-{number}" for number in ENTRIES}
    clients = {SEEDS[name].clients: name for name in CLIENTS}
    yield from curve(stage, "entries", "time entries of the client", entries)
    yield from curve(stage, "clients", "clients", clients)


def curve(stage, what, across, seeds):
    page, home = costs(stage, seeds)
    for number in seeds:
        yield fact("growth", f"page_us_{number}_{what}", f"the page with {number:,} {across}", page[number], "us CPU")
        yield fact("growth", f"home_us_{number}_{what}", f"the approver's home with {number:,}", home[number], "us CPU")
    yield fact("growth", what, f"page, most {across} against fewest", page[max(page)] / page[min(page)], "x")
    picture = plot(f"CPU of a page over {what}", across, "CPU us for each page",
                   {"a worksite's page of fifty": sorted(page.items()), "the approver's home": sorted(home.items())})
    path = stage.work.parent / f"growth-{what}.svg"
    path.write_text(picture)
    say(f"  drawn in {path}")


def costs(stage, seeds):
    """Microseconds of CPU for each page of fifty, and for each home, by number."""
    loads = {number: (stage.portal(name), *page_loads(stage, name)) for number, name in seeds.items()}
    found = {number: ([], []) for number in seeds}
    for _ in range(stage.rounds):
        for number, (portal, page, home) in loads.items():
            for load, kept in zip((page, home), found[number]):
                result = load.run(portal, stage.seconds, stage.load_core)
                if result["errors"]:
                    raise SystemExit(f"{result['errors']} answers of {portal.seed.about} were not as expected")
                kept.append(result["cpu"])
    return [{number: statistics.median(both[at]) for number, both in found.items()} for at in (0, 1)]


def page_loads(stage, name):
    """A worksite's page of fifty, and the home of its approver: what waits at all worksites."""
    portal = stage.portal(name)
    one = portal.seed.working_slugs[0]
    browser = stage.approver(portal, one)
    return [Load(stage.file(f"{name}-{kind}"), [browser.raw("GET", one) for one in always_new(path)], SOME)
            for kind, path in (("page", page_path(portal, one)), ("home", "/timesheets"))]
