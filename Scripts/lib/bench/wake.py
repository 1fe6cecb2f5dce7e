"""Waking and keeping a client inside one process: what the package's own program `measure` finds."""

import json
import subprocess

from .fact import fact
from .processes import say

PROGRAM = "measure"
# Its figures that goals are about: how their words begin, their unit, and the name that the goals have for them.
NAMED = (("a resident client with 1,000 sheets", "KiB", "client_of_1000_sheets_kib"),
         ("wake with 1000 sheets from a snapshot and 500 entries", "ms", "snapshot_and_500_ms"),
         ("wake from", "ms", "events_10000_ms"),
         ("a client with 1,000,000 entries", "MiB", "million_entries_mib"))
ABOUT = "wake: inside one process, on the real disk, by the program `measure` of this package"


def measure(stage):
    program = stage.binary.with_name(PROGRAM)
    if not program.exists():
        return say(f"{PROGRAM} is not built beside the server, so nothing is said about waking")
    told = subprocess.run([str(program)], stdout=subprocess.PIPE, text=True, check=True).stdout
    for line in told.splitlines():
        figure = json.loads(line)
        words, unit = figure["what"], figure["unit"]
        yield fact("wake", named(words, unit), words, figure["median"], unit)


def named(words, unit):
    return next((name for start, its, name in NAMED if words.startswith(start) and unit == its), f"{words}, {unit}")
