"""The tallies of a run as one table, for the terminal and for the README."""

HEADS = ("proof", "what was tried", "how many", "found", "lost", "seeds", "s")


def rows(results):
    for result in results:
        for place, tally in enumerate(result["tallies"]):
            seconds = f"{result['seconds']:.0f}" if place == 0 else ""
            yield (result["proof"] if place == 0 else "", tally["what"], f"{tally['tried']:,}", str(tally["found"]),
                   str(tally["lost"]), tally["seeds"], seconds)


def plain(results) -> str:
    every = [HEADS, *rows(results)]
    widths = [max(len(row[column]) for row in every) for column in range(len(HEADS))]
    left = (0, 1, 5)
    lines = ["  ".join(cell.ljust(width) if column in left else cell.rjust(width)
                       for column, (cell, width) in enumerate(zip(row, widths))).rstrip() for row in every]
    return "\n".join([lines[0], "-" * len(lines[0]), *lines[1:]])


def markdown(results) -> str:
    marks = ["---", "---", "---:", "---:", "---:", "---", "---:"]
    return "\n".join("| " + " | ".join(row) + " |" for row in [HEADS, marks, *rows(results)])
