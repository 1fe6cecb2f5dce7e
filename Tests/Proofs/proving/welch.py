"""Whether two kinds of request can be told apart by how long their answers take."""

import math
import random
import time
from dataclasses import dataclass

# The largest |t| at which the two kinds count as one.
THRESHOLD = 4.5
# The slowest answers tell of the machine, not of the program; the same bound for both kinds.
KEPT = 0.9


@dataclass
class Verdict:
    t: float
    samples: int
    # Seconds by which the means would have to differ to be noticed.
    noticed: float

    @property
    def is_same(self) -> bool:
        return abs(self.t) < THRESHOLD


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
