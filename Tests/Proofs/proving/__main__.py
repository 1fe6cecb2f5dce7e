"""Runs the proofs one after the other and prints one table. Started by Scripts/prove."""

import argparse
import importlib
import json
import os
import shutil
import sys
import tempfile
import time
import traceback
from datetime import UTC, datetime
from pathlib import Path

from proving import Scale, Tally, table

# In this order: what is quick to fail comes first.
PROOFS = (
    "malformed",
    "differential",
    "journal",
    "audit",
    "tls",
    "permissions",
    "canaries",
    "sessions",
    "guessing",
    "clocks",
    "simulation",
    "slow",
    "faults",
    "full_disk",
    "power_cuts",
    "kills",
    "sanitizers",
    "fuzz",
)


def arguments():
    parser = argparse.ArgumentParser(prog="Scripts/prove")
    size = parser.add_mutually_exclusive_group()
    size.add_argument("--quick", action="store_true", help="the short form of each, as CI runs it (the default)")
    size.add_argument("--full", action="store_true", help="everything, in the numbers that the README shows")
    parser.add_argument("--seed", type=int, default=1, help="where everything that is drawn by lot begins")
    parser.add_argument("--list", action="store_true", help="names the proofs and what each is about")
    parser.add_argument("--checkout", type=Path, required=True, help=argparse.SUPPRESS)
    parser.add_argument("--programs", type=Path, required=True, help=argparse.SUPPRESS)
    parser.add_argument("names", nargs="*", metavar="NAME", help="only these proofs")
    return parser.parse_args()


def run(name, scale):
    print(f"-- {name}", file=sys.stderr, flush=True)
    begun = time.monotonic()
    tallies = []
    try:
        for tally in importlib.import_module(f"proofs.{name}").prove(scale):
            tallies.append(tally)
    except Exception:
        tallies.append(Tally(f"{name} could not be run to its end", 1, found=1, failures=[traceback.format_exc()]))
    seconds = time.monotonic() - begun
    for tally in tallies:
        for failure in tally.failures[:5]:
            print(f"   {tally.what}: {failure}", file=sys.stderr)
        if tally.note:
            print(f"   {tally.what}: {tally.note}", file=sys.stderr)
    return {"proof": name, "seconds": round(seconds, 1), "tallies": [tally.as_dict() for tally in tallies]}


def keep(result, ask):
    """The newest result of each proof, as JSON and as a table; a run of single proofs replaces only theirs."""
    folder = ask.checkout / ".cache" / "prove"
    folder.mkdir(parents=True, exist_ok=True)
    form = "full" if ask.full else "quick"
    path = folder / f"{form}.json"
    kept = json.loads(path.read_text()) if path.exists() else {}
    moment = datetime.now(UTC).strftime("%Y-%m-%d %H:%M")
    kept[result["proof"]] = result | {"at": moment, "seed": ask.seed}
    kept = {name: kept[name] for name in PROOFS if name in kept}
    path.write_text(json.dumps(kept, indent=1))
    (folder / f"{form}.md").write_text(table.markdown(kept.values()) + "\n")


def main():
    ask = arguments()
    unknown = sorted(set(ask.names) - set(PROOFS))
    if unknown:
        sys.exit(f"error: there is no proof {', '.join(unknown)}; --list names them")
    names = [name for name in PROOFS if not ask.names or name in ask.names]
    if ask.list:
        for name in names:
            print(f"{name:16} {(importlib.import_module(f'proofs.{name}').__doc__ or '').splitlines()[0]}")
        return
    os.environ["COUNTERSIGN_BINARY"] = str(ask.programs / "countersign")
    scratch = Path(tempfile.mkdtemp(prefix="countersign-proof-"))
    scale = Scale(ask.full, ask.seed, ask.checkout, ask.checkout.parent / "shared", ask.programs, scratch)
    results = []
    try:
        for name in names:
            results.append(run(name, scale))
            keep(results[-1], ask)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    print(table.plain(results))
    if not all(tally["found"] == 0 and tally["lost"] == 0 for result in results for tally in result["tallies"]):
        sys.exit("error: a promise does not hold; the lines above say which")


main()
