"""Whether two kinds of request can be told apart by how long their answers take."""

import math
import random
import time
from dataclasses import dataclass

from proving import Tally

# The largest |t| at which the two kinds count as one.
THRESHOLD = 4.5
# The slowest answers tell of the machine, not of the program; the same bound for both kinds.
KEPT = 0.9
# A difference of the program is there each time, one of a busy machine is not.
TRIES = 5
WARMING = 50


@dataclass
class Verdict:
    t: float
    samples: int
    # Seconds by which the means would have to differ to be noticed.
    noticed: float

    @property
    def is_same(self) -> bool:
        return abs(self.t) < THRESHOLD

    @property
    def note(self) -> str:
        return f"Welch t {self.t:+.2f}; {self.noticed * 1e6:.0f} µs more would have been noticed"


def one_class(what, kinds, count, seed, longest=math.inf) -> Tally:
    """Whether two kinds of request take the same time, `count` of each; answers that took `longest` or more are
    left out of both."""
    interleaved(kinds, WARMING, seed)
    tried = 0
    for attempt in range(TRIES):
        taken = [[value for value in sample if value < longest] for sample in interleaved(kinds, count, seed + attempt)]
        tried += sum(map(len, taken))
        verdict = compare(*taken)
        # What the measure is worth: a difference that is planted has to be noticed.
        planted = compare(taken[0], [value + 3 * verdict.noticed for value in taken[1]])
        if verdict.is_same and not planted.is_same:
            break
    return tallied(what, tried, verdict, [verdict.note] if not verdict.is_same or planted.is_same else [], str(seed))


def clocked(what, one, other) -> Tally:
    """The same of two samples that were taken already, too dear to take again."""
    verdict = compare(one, other)
    return tallied(what, len(one) + len(other), verdict, [] if verdict.is_same else [verdict.note])


def tallied(what, tried, verdict, failures, seeds="") -> Tally:
    return Tally(f"{what}, by the clock", tried, found=len(failures), failures=failures, seeds=seeds, note=verdict.note)


def interleaved(kinds, count, seed) -> list:
    """Seconds that each of several functions took, called `count` times each in an order drawn by lot."""
    order = [place for place in range(len(kinds)) for _ in range(count)]
    random.Random(seed).shuffle(order)
    taken = [[] for _ in kinds]
    for place in order:
        begun = time.perf_counter()
        kinds[place]()
        taken[place].append(time.perf_counter() - begun)
    return taken


def compare(one, other) -> Verdict:
    """Welch's t of two samples without the slowest tenth of both together."""
    bound = sorted(one + other)[int(KEPT * (len(one) + len(other))) - 1]
    (a, b) = ([value for value in sample if value <= bound] for sample in (one, other))
    (mean_a, error_a), (mean_b, error_b) = spread(a), spread(b)
    error = math.sqrt(error_a + error_b)
    return Verdict((mean_a - mean_b) / error, min(len(one), len(other)), THRESHOLD * error)


def spread(sample):
    """The mean, and the variance of the mean."""
    if len(sample) < 2:
        return math.inf, 1.0
    mean = sum(sample) / len(sample)
    return mean, sum((value - mean) ** 2 for value in sample) / (len(sample) - 1) / len(sample)
