"""From rounds to medians and ratios, and from those to a table."""

import os
import statistics
from pathlib import Path

from . import goals

MEASURES = ("rate", "p50", "p99", "cpu", "busy", "resident_mib")
OURS, OTHERS = "countersign", ("nginx", "peer", "prototype")


def summary(results, scenario):
    """One entry for each server of a scenario; ratios are medians of the ratios within each round."""
    rounds = {}
    for result in results:
        if result["scenario"] == scenario.name:
            rounds.setdefault(result["server"], []).append(result)
    return [entry_of(scenario.name, server, own, rounds) for server, own in rounds.items()]


def entry_of(name, server, own, rounds):
    entry = {"scenario": name, "server": server, "errors": sum(one["errors"] for one in own),
             "requests": sum(one["requests"] for one in own)}
    entry |= {key: statistics.median(one[key] for one in own) for key in MEASURES}
    for other in OTHERS if server == OURS else ():
        if other in rounds:
            pairs = list(zip(own, rounds[other]))
            entry[f"rate_to_{other}"] = statistics.median(a["rate"] / b["rate"] for a, b in pairs)
            entry[f"cpu_to_{other}"] = statistics.median(b["cpu"] / a["cpu"] for a, b in pairs)
            entry[f"p99_to_{other}_p50"] = statistics.median(a["p99"] / b["p50"] for a, b in pairs)
    if "syncs" in own[0]:
        entry["raw_syncs"] = statistics.median(one["syncs"]["rate"] for one in own)
        entry["raw_sync_p50"] = statistics.median(one["syncs"]["p50"] for one in own)
        entry["p50_over_sync"] = statistics.median(one["p50"] - one["syncs"]["p50"] for one in own)
    return entry


def figures(entries, facts):
    """Every number that a goal may name, as `scenario.measure`; of scenarios with errors none."""
    found = {f"{entry['scenario']}.{key}": value for entry in entries if entry["server"] == OURS and not entry["errors"]
             for key, value in entry.items() if isinstance(value, (int, float))}
    return found | {f"{fact['scenario']}.{fact['what']}": fact["value"] for fact in facts}


HEADS = ("scenario", "server", "req/s", "p50 us", "p99 us", "CPU us/req", "core busy", "RSS MiB", "errors")


def row(entry, others, known):
    cells = [entry["scenario"], entry["server"], f"{entry['rate']:,.0f}", f"{entry['p50']:,.0f}",
             f"{entry['p99']:,.0f}", f"{entry['cpu']:.1f}", f"{entry['busy']:.0%}", f"{entry['resident_mib']:.1f}",
             str(entry["errors"])]
    for other in others:
        for key in ("rate", "cpu"):
            value = entry.get(f"{key}_to_{other}")
            cells.append("" if value is None else "invalid" if entry["errors"] else f"{value:.2f}x")
    return cells + [goals.judged(entry["scenario"], known) if entry["server"] == OURS else ""]


def aligned(rows, left=2):
    widths = [max(len(one[column]) for one in rows) for column in range(len(rows[0]))]
    last = len(widths) - 1
    lines = ["  ".join(cell.ljust(width) if column < left or column == last else cell.rjust(width)
                       for column, (cell, width) in enumerate(zip(one, widths))).rstrip() for one in rows]
    return [lines[0], "-" * max(map(len, lines))] + lines[1:]


def table(entries, facts, abouts, machine, known):
    others = [other for other in OTHERS if any(f"rate_to_{other}" in entry for entry in entries)]
    lines = []
    if entries:
        heads = HEADS + tuple(f"{what} v {other}" for other in others for what in ("req/s", "CPU")) + ("goal",)
        lines += aligned([heads] + [row(entry, others, known) for entry in entries]) + [""]
    if facts:
        rows = [(fact["scenario"], fact["words"], number(fact["value"]), fact["unit"],
                 goals.judged(f"{fact['scenario']}.{fact['what']}".rpartition(".")[0], {
                     f"{fact['scenario']}.{fact['what']}": fact["value"]})) for fact in facts]
        lines += aligned([("scenario", "what", "value", "unit", "goal")] + rows) + [""]
    lines += [f"{name}: {about}." for name, about in abouts.items()]
    lines += syncs(entries) + ["", *foot(machine)]
    return "\n".join(lines)


def number(value):
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


def syncs(entries):
    return [f"{entry['scenario']}: one fdatasync after the other reached {entry['raw_syncs']:,.0f} a second here, p50 "
            f"{entry['raw_sync_p50']:.0f} us; the approval's p50 is {entry['p50_over_sync']:.0f} us more."
            for entry in entries if "raw_syncs" in entry]


def foot(machine):
    lines = ["v nginx: the same answers and TLS, as static files. A ratio above 1 is better than the other, in req/s "
             "and in CPU.", "Servers on one core, the load on another, in turn; medians. Only ratios count: machines "
             "drift.", f"Load average {machine['load_before']:.1f} before and {machine['load_after']:.1f} after; steal "
             f"{machine['steal']:.1%}; {os.cpu_count()} cores, {processor()}; {machine['seconds']:.0f} s."]
    if machine["load_before"] > 1.5:
        lines.append("The machine was busy with other work: do not trust differences below a third.")
    return lines


def processor():
    lines = Path("/proc/cpuinfo").read_text().splitlines()
    return next((line.split(":")[1].strip() for line in lines if line.startswith("model name")), "processor unknown")
