"""From rounds to medians and ratios, and from those to a table."""

import os
import statistics
from pathlib import Path

MEASURES = ("rate", "p50", "p99", "cpu", "busy", "resident_mib")


def summary(results, scenario):
    """One entry for each server of a scenario; ratios are medians of the ratios within each round."""
    rounds = {}
    for result in results:
        if result["scenario"] == scenario.name:
            rounds.setdefault(result["server"], []).append(result)
    entries = []
    for server, own in rounds.items():
        entry = {"scenario": scenario.name, "server": server, "errors": sum(one["errors"] for one in own),
                 "requests": sum(one["requests"] for one in own)}
        entry |= {key: statistics.median(one[key] for one in own) for key in MEASURES}
        if other := rounds.get("nginx") if server != "nginx" else None:
            entry["rate_to_nginx"] = statistics.median(a["rate"] / b["rate"] for a, b in zip(own, other))
            entry["cpu_to_nginx"] = statistics.median(b["cpu"] / a["cpu"] for a, b in zip(own, other))
        if "syncs" in own[0]:
            entry["raw_syncs"] = statistics.median(one["syncs"]["rate"] for one in own)
            entry["raw_sync_p50"] = statistics.median(one["syncs"]["p50"] for one in own)
            entry["rate_to_raw_syncs"] = statistics.median(one["rate"] / one["syncs"]["rate"] for one in own)
        entries.append(entry)
    return entries


HEADS = ("scenario", "server", "req/s", "p50 us", "p99 us", "CPU us/req", "core busy", "RSS MiB", "errors",
         "req/s v limit", "CPU v limit")


def row(entry):
    if "rate_to_nginx" in entry:
        ratios = [f"{entry['rate_to_nginx']:.2f}x", f"{entry['cpu_to_nginx']:.2f}x"]
    elif "raw_syncs" in entry:
        ratios = [f"{entry['rate_to_raw_syncs']:.2f}x syncs", ""]
    else:
        ratios = ["(limit)", ""]
    if entry["errors"]:
        ratios[0] = "invalid"
    return [entry["scenario"], entry["server"], f"{entry['rate']:,.0f}",
            f"{entry['p50']:,.0f}", f"{entry['p99']:,.0f}",
            f"{entry['cpu']:.1f}", f"{entry['busy']:.0%}", f"{entry['resident_mib']:.1f}",
            str(entry["errors"])] + ratios


def table(entries, scenarios, machine):
    rows = [HEADS] + [row(entry) for entry in entries]
    widths = [max(len(one[column]) for one in rows) for column in range(len(HEADS))]
    lines = ["  ".join(cell.ljust(width) if column < 2 else cell.rjust(width)
                       for column, (cell, width) in enumerate(zip(one, widths))).rstrip() for one in rows]
    lines.insert(1, "-" * len(lines[0]))
    lines.append("")
    lines += [f"{scenario.name}: {scenario.about}." for scenario in scenarios]
    for entry in entries:
        if "raw_syncs" in entry:
            lines.append(f"{entry['scenario']}: one fdatasync after the other reached {entry['raw_syncs']:,.0f} a "
                         f"second here, p50 {entry['raw_sync_p50']:.0f} us; waiting replies share a sync.")
    lines += ["", "The limit is nginx with the same answers and TLS; for approvals the bare disk. Above 1 is better.",
              "Servers on one core, the load on another, in turn; medians. Only ratios count: machines drift.",
              f"Load average {machine['load_before']:.1f} before and {machine['load_after']:.1f} after; steal "
              f"{machine['steal']:.1%}; {os.cpu_count()} cores, {processor()}; {machine['seconds']:.0f} s."]
    if machine["load_before"] > 1.5:
        lines.append("The machine was busy with other work: do not trust differences below a third.")
    return "\n".join(lines)


def processor():
    lines = Path("/proc/cpuinfo").read_text().splitlines()
    return next((line.split(":")[1].strip() for line in lines if line.startswith("model name")), "processor unknown")
