"""Deterministic simulation: one seed decides scheduling, clock, disk faults and clients."""

from concurrent.futures import ThreadPoolExecutor

from proving import Tally

# Two processes side by side, as there are two cores; each takes its seeds in slices, so that a failure is seen early.
PROCESSES = 2
SLICE = 500


def prove(scale):
    first, count = scale.seed, scale.pick(800, 20_000)
    starts = range(first, first + count, SLICE)
    slices = [(start, min(start + SLICE, first + count) - 1) for start in starts]
    with ThreadPoolExecutor(PROCESSES) as pool:
        tallies = list(pool.map(lambda ends: scale.prove("simulate", "--seeds", f"{ends[0]}..{ends[1]}"), slices))
    yield whole([tally for some in tallies for tally in some], first, count)
    yield from scale.prove("plants", "--count", 200)


def whole(tallies, first, count):
    """The slices as one line of the table."""
    return Tally(
        "lives of the whole server, decided by one seed each: power cuts, kills, disk faults", count,
        found=sum(tally.found for tally in tallies), lost=sum(tally.lost for tally in tallies),
        seeds=f"{first}..{first + count - 1}", failures=[text for tally in tallies for text in tally.failures])
