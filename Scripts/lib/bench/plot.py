"""Plots as SVG, without anything but text."""

import math

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 480, 300, 64, 20, 36, 48


def plot(title, across, upward, series):
    """Points over a scale of powers of ten; `series` by name, each a list of pairs."""
    points = [point for one in series.values() for point in one]
    low, high = math.log10(min(x for x, _ in points)), math.log10(max(x for x, _ in points))
    top = max(y for _, y in points) * 1.25

    def place(x, y):
        part = (math.log10(x) - low) / (high - low) if high > low else 0.5
        return LEFT + part * (WIDTH - LEFT - RIGHT), HEIGHT - BOTTOM - y / top * (HEIGHT - TOP - BOTTOM)
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" '
             'font-size="12">', f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>',
             text(WIDTH / 2, 20, title, "middle", 14), text(WIDTH / 2, HEIGHT - 8, across, "middle"),
             f'<text transform="translate(14 {HEIGHT / 2}) rotate(-90)" text-anchor="middle">{upward}</text>']
    parts += grid(place, top, sorted({x for x, _ in points}))
    for (name, one), color in zip(series.items(), ("#1f5fbf", "#b3541e", "#3b7d3b")):
        parts += curve(name, [place(x, y) for x, y in one], color)
    return "\n".join(parts + ["</svg>", ""])


def grid(place, top, steps):
    lines = []
    for part in range(5):
        (left, y), (right, _) = place(steps[0], top * part / 4), place(steps[-1], 0)
        lines += [f'<line x1="{left:.0f}" y1="{y:.1f}" x2="{right:.0f}" y2="{y:.1f}" stroke="#ddd"/>',
                  text(left - 6, y + 4, f"{top * part / 4:,.3g}", "end")]
    return lines + [text(place(x, 0)[0], HEIGHT - BOTTOM + 18, f"{x:,}", "middle") for x in steps]


def curve(name, places, color):
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    dots = [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="{color}"/>' for x, y in places]
    x, y = places[-1]
    return [f'<polyline points="{path}" fill="none" stroke="{color}" stroke-width="2"/>', *dots,
            text(x, y - 10, name, "end", color=color)]


def text(x, y, words, anchor, size=12, color="#222"):
    return f'<text x="{x:.0f}" y="{y:.0f}" text-anchor="{anchor}" font-size="{size}" fill="{color}">{words}</text>'
