"""Every request of the collections against h11, httptools and nginx: who disagrees with whom, and why.

`Tests/Proofs/differences.csv` has a line for each request on which anybody disagrees with us, with the class of
the reason; `reasons.csv` has the reason of each class in a sentence. A disagreement without a line fails, and so
does a line without its disagreement."""

import csv
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from proving import Tally, peers, streams

FOLDER = Path(__file__).resolve().parents[1]
TABLE = FOLDER / "differences.csv"
REASONS = FOLDER / "reasons.csv"
PEERS = ("h11", "httptools", "nginx")
FIELDS = ["request", "ours", *PEERS, "why"]


def prove(scale):
    own, probe = streams.own(scale), streams.probe(scale)
    collected = own + probe
    theirs = read_by_peers(collected, scale.folder("nginx"))
    found = differences(ours(scale, collected), theirs)
    table = {row["request"]: row for row in rows(TABLE)}
    reasons = {row["class"]: row for row in rows(REASONS)}
    names = {stream.name for stream in collected}
    if not probe:
        table = {name: row for name, row in table.items() if name in names}
    yield unexplained(found, table, reasons, len(collected))
    yield stale(found, table, reasons)
    yield dangerous(found, table, reasons)
    yield control(scale, collected, theirs, table, reasons)


def rows(path: Path) -> list:
    with open(path, newline="") as file:
        return list(csv.DictReader(file))


def ours(scale, collected) -> dict:
    return {name: peers.ours(verdict) for name, verdict in streams.verdicts(scale, collected).items()}


def read_by_peers(collected, folder) -> dict:
    with peers.Nginx(folder) as nginx, ThreadPoolExecutor(8) as pool:
        of_nginx = list(pool.map(lambda stream: nginx.reads(stream.raw), collected))
    return {stream.name: {"h11": peers.by_h11(stream.raw), "httptools": peers.by_httptools(stream.raw), "nginx": seen}
            for stream, seen in zip(collected, of_nginx)}


def differences(ours, theirs) -> dict:
    """Each request on which somebody sees something else than we do."""
    return {name: {"request": name, "ours": ours[name], **seen} for name, seen in theirs.items()
            if any(outcome != ours[name] for outcome in seen.values())}


def is_same(difference, row) -> bool:
    return all(difference[field] == row[field] for field in FIELDS[:-1])


def unexplained(found, table, reasons, tried) -> Tally:
    failures = []
    for name, difference in found.items():
        row = table.get(name)
        if row is None:
            failures.append(f"no line for {difference}")
        elif not is_same(difference, row):
            failures.append(f"the line for {name} says {row}, but it is {difference}")
        elif row["why"] not in reasons:
            failures.append(f"{name}: no reason “{row['why']}”")
    note = f"{len(found)} of {tried} requests are read differently by somebody, for {len(reasons)} reasons"
    return Tally("requests read also by h11, httptools and nginx; a difference without a reason is a finding",
                 tried * len(PEERS), found=len(failures), failures=failures, note=note)


def stale(found, table, reasons) -> Tally:
    gone = [f"{name} is read alike by all by now" for name in table if name not in found]
    used = {row["why"] for row in rows(TABLE)}
    gone += [f"no request has the reason “{name}”" for name in reasons if name not in used]
    return Tally("lines of the table of differences, each still true", len(table), found=len(gone), failures=gone)


def is_laxer(ours: str, theirs: str) -> bool:
    """Whether we take a request that they refuse, or both take it and see other bodies or another number."""
    mine, other = ours.split(), theirs.split()
    taken, others = [word for word in mine if word != "refused"], [word for word in other if word != "refused"]
    return not (len(taken) <= len(others) and others[:len(taken)] == taken)


def dangerous(found, table, reasons) -> Tally:
    """The direction that costs: each needs a reason that says why it is safe."""
    laxer = {name: [peer for peer in PEERS if is_laxer(each["ours"], each[peer])] for name, each in found.items()}
    laxer = {name: who for name, who in laxer.items() if who}
    failures = [f"{name} ({', '.join(who)}): its reason does not say that we may take more"
                for name, who in laxer.items()
                if reasons.get(table.get(name, {}).get("why"), {}).get("may_take_more") != "yes"]
    return Tally("of these, requests that we take and another refuses or frames otherwise", len(laxer),
                 found=len(failures), failures=failures)


def control(scale, collected, theirs, table, reasons) -> Tally:
    """A reader that takes a bare line feed for a line end must show up as unexplained."""
    lenient = [streams.Stream(stream.name, stream.raw.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))
               for stream in collected]
    planted = differences(ours(scale, lenient), theirs)
    is_found = unexplained(planted, table, reasons, len(collected)).found > 0
    is_dangerous = dangerous(planted, table, reasons).found > 0
    missed = [not is_found, not is_dangerous].count(True)
    return Tally("a planted lenient reader, to be seen by both rules", 2, found=missed)
