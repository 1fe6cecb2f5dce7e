"""The goals, and which of them a run has reached."""


class Goal:
    """`figure`: scenario and measure with a point between, as the figures of a run are named."""

    def __init__(self, figure, sign, limit, words):
        self.figure, self.sign, self.limit, self.words = figure, sign, limit, words

    def verdict(self, figures):
        """`reached` or `missed`, or nothing where it was not measured."""
        value = figures.get(self.figure)
        if value is None:
            return None
        return "reached" if (value >= self.limit if self.sign == ">=" else value <= self.limit) else "missed"

    def text(self):
        return f"{self.sign} {self.limit:g}{self.words}"


GOALS = (
    Goal("page.rate_to_nginx", ">=", 1.0, "x nginx"),
    Goal("page.rate_to_peer", ">=", 10, "x peer"),
    Goal("page-changing.rate_to_nginx", ">=", 0.9, "x nginx"),
    Goal("page-alone.p99_to_nginx_p50", "<=", 3, "x nginx's p50, at p99"),
    Goal("approval.rate_to_peer", ">=", 12, "x peer"),
    Goal("approval-100.rate_to_peer", ">=", 4, "x peer"),
    Goal("approval-slow.rate_to_peer", ">=", 25, "x peer"),
    Goal("approval-100-slow.rate_to_peer", ">=", 3, "x peer"),
    Goal("approval-alone.p50_over_sync", "<=", 60, " us over a bare sync, at p50"),
    Goal("pdf.rate_to_nginx", ">=", 1.0, "x nginx"),
    Goal("connection.cpu_to_peer", ">=", 1.1, "x peer in CPU"),
    Goal("connection.cpu_to_nginx", ">=", 1.05, "x nginx in CPU"),
    Goal("memory.idle_connection_kib", "<=", 16, " KiB"),
    Goal("memory.cold_client_kib", "<=", 0.5, " KiB"),
    Goal("memory.resident_mib_of_10000", "<=", 80, " MiB"),
    Goal("memory.first_page_ms", "<=", 200, " ms"),
    Goal("beside.p99_us", "<=", 5_000, " us at p99"),
    Goal("growth.home_us_1000000_entries", "<=", 1_000, " us CPU"),
    Goal("growth.entries", "<=", 1.25, "x from the smallest to the largest"),
    Goal("growth.clients", "<=", 1.25, "x from the smallest to the largest"),
    Goal("wake.client_of_1000_sheets_kib", "<=", 64, " KiB"),
    Goal("wake.snapshot_and_500_ms", "<=", 1, " ms"),
    Goal("wake.events_10000_ms", "<=", 10, " ms"),
    Goal("wake.million_entries_mib", "<=", 400, " MiB"),
)


def judged(prefix, figures):
    """What the goals of a scenario say about it, for a cell of the table."""
    verdicts = [(goal, goal.verdict(figures)) for goal in GOALS if goal.figure.startswith(f"{prefix}.")]
    return "; ".join(f"{goal.text()}: {verdict}" for goal, verdict in verdicts if verdict)


def unmeasured(figures):
    return [goal for goal in GOALS if goal.verdict(figures) is None]
