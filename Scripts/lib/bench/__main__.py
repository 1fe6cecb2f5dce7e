"""`Scripts/bench` after the build: prepares the servers, runs the rounds, reports."""

import argparse
import datetime
import json
import os
import signal
import sys
from pathlib import Path

from . import report
from .disk import raw_syncs
from .processes import Machine, say
from .scenarios import NAMES, Stage

WARM_SECONDS = 1
SYNC_SECONDS = 0.3


def options():
    parser = argparse.ArgumentParser(prog="Scripts/bench", description=__doc__)
    parser.add_argument("--binary", type=Path, required=True, help=argparse.SUPPRESS)
    parser.add_argument("--checkout", type=Path, required=True, help=argparse.SUPPRESS)
    parser.add_argument("--rounds", type=int, default=5, help="how often each server is measured (5)")
    parser.add_argument("--seconds", type=int, default=2, help="how long a round of one server takes (2)")
    parser.add_argument("--only", help=f"some of {', '.join(NAMES)}, with commas between")
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
    return chosen


def measure(scenario, chosen, work):
    """A round to warm up, then the rounds that count: A B, B A, and so on."""
    say(f"{scenario.name}: {', '.join(server.name for server, _ in scenario.sides)}")
    results = []
    for number in range(chosen.rounds + 1):
        for server, load in scenario.sides if number % 2 else reversed(scenario.sides):
            seconds = chosen.seconds if number else WARM_SECONDS
            result = load.run(server.port, server.pid, seconds, chosen.cores[1])
            result |= {"scenario": scenario.name, "server": server.name, "round": number}
            if load.location:
                result["syncs"] = raw_syncs(work, SYNC_SECONDS)
            if number:
                results.append(result)
        if scenario.after:
            scenario.after()
    return results


def main():
    chosen = options()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    kept = chosen.checkout / ".cache" / "bench"
    work = kept / "work"
    stage, before, results = Stage(chosen.binary, chosen.checkout, work, chosen.cores), Machine(), []
    try:
        scenarios = stage.prepare(chosen.names)
        for scenario in scenarios:
            results += measure(scenario, chosen, work)
    finally:
        stage.close()
    machine = Machine().since(before)
    entries = [entry for scenario in scenarios for entry in report.summary(results, scenario)]
    figures = {"rounds": chosen.rounds, "seconds": chosen.seconds, "machine": machine, "summary": entries,
               "about": {scenario.name: scenario.about for scenario in scenarios}, "results": results}
    path = kept / f"{datetime.datetime.now():%Y-%m-%d-%H%M%S}.json"
    path.write_text(json.dumps(figures, indent=1) + "\n")
    print(json.dumps(figures) if chosen.json else report.table(entries, scenarios, machine))
    say(f"kept in {path}")
    return 1 if any(entry["errors"] for entry in entries) else 0


sys.exit(main())
