"""`Scripts/bench` after the build: prepares the servers, runs the rounds, reports."""

import argparse
import datetime
import json
import os
import signal
import sys
from pathlib import Path

from . import beside, growth, memory, report, wake
from .disk import raw_syncs
from .processes import Machine, say
from .scenarios import PLAN
from .stage import SEEDS, Stage

WARM_SECONDS = 1
SYNC_SECONDS = 0.3
# What is not one load on one server: each finds single figures.
OTHERS = {"memory": memory, "growth": growth, "beside": beside, "wake": wake}
NAMES = (*PLAN, *OTHERS)


def options():
    parser = argparse.ArgumentParser(prog="Scripts/bench", description=__doc__)
    parser.add_argument("--binary", type=Path, required=True, help=argparse.SUPPRESS)
    parser.add_argument("--checkout", type=Path, required=True, help=argparse.SUPPRESS)
    parser.add_argument("--rounds", type=int, default=5, help="how often each server is measured (5)")
    parser.add_argument("--seconds", type=int, default=2, help="how long a round of one server takes (2)")
    parser.add_argument("--only", help=f"some of {', '.join(NAMES)}, with commas between")
    parser.add_argument("--peer", action="store_true", help="beside what ../shared/peer has built")
    parser.add_argument("--fresh", action="store_true", help="make the data anew that runs keep for each other")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON instead of a table")
    chosen = parser.parse_args()
    chosen.names = chosen.only.split(",") if chosen.only else list(NAMES)
    unknown = set(chosen.names) - set(NAMES)
    if unknown:
        parser.error(f"there is no scenario {', '.join(sorted(unknown))}; there are {', '.join(NAMES)}")
    if chosen.rounds < 1 or chosen.seconds < 1:
        parser.error("--rounds and --seconds take numbers from 1")
    chosen.cores = sorted(os.sched_getaffinity(0))[:2]
    if len(chosen.cores) < 2:
        parser.error("two cores are needed, one for the server and one for the load")
    chosen.fresh = set(SEEDS) if chosen.fresh else set()
    return chosen


def measure(scenario, chosen, work):
    """A round to warm up, then the rounds that count: A B, B A, and so on."""
    say(f"{scenario.name}: {', '.join(side.server.name for side in scenario.sides)}")
    results = []
    for number in range(chosen.rounds + 1):
        for side in scenario.sides if number % 2 else reversed(scenario.sides):
            with side.beside:
                result = side.load.run(side.server, chosen.seconds if number else WARM_SECONDS, chosen.cores[1])
            if scenario.syncs:
                result["syncs"] = raw_syncs(work, SYNC_SECONDS)
            if side.after:
                side.after(result)
            result["errors"] += result["p50"] < scenario.at_least_p50
            if number:
                results.append(result | {"scenario": scenario.name, "server": side.server.name, "round": number})
    return results


class Run:
    """What a run has found so far; kept after each scenario, so that nothing is lost when it is stopped."""

    def __init__(self, chosen, kept):
        self.chosen, self.before = chosen, Machine()
        self.results, self.entries, self.facts, self.abouts = [], [], [], {}
        self.path = kept / f"{datetime.datetime.now():%Y-%m-%d-%H%M%S}.json"

    def perform(self, name, stage):
        if name in OTHERS:
            say(name)
            self.facts += OTHERS[name].measure(stage)
            self.abouts[name] = OTHERS[name].ABOUT.partition(": ")[2]
            return self.keep()
        scenario = PLAN[name](stage, name)
        found = measure(scenario, self.chosen, stage.work)
        self.results += found
        self.entries += report.summary(found, scenario)
        self.abouts[name] = scenario.about
        self.keep()

    def keep(self):
        self.machine = Machine().since(self.before)
        self.figures = report.figures(self.entries, self.facts)
        whole = {"rounds": self.chosen.rounds, "seconds": self.chosen.seconds, "machine": self.machine,
                 "figures": self.figures, "summary": self.entries, "facts": self.facts, "about": self.abouts,
                 "results": self.results}
        self.text = json.dumps(whole, indent=1) + "\n"
        self.path.write_text(self.text)

    def told(self):
        if self.chosen.json:
            return self.text
        return report.table(self.entries, self.facts, self.abouts, self.machine, self.figures)


def main():
    chosen = options()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    kept = chosen.checkout / ".cache" / "bench"
    kept.mkdir(parents=True, exist_ok=True)
    run = Run(chosen, kept)
    stage = Stage(chosen, kept)
    try:
        for name in chosen.names:
            run.perform(name, stage)
    finally:
        stage.close()
    print(run.told())
    say(f"kept in {run.path}")
    return 1 if any(entry["errors"] for entry in run.entries) else 0


sys.exit(main())
