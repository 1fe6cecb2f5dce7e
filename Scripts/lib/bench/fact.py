"""A single number that a run has found, beside those of requests."""


def fact(scenario, what, words, value, unit):
    """`what` is its name for goals and for scripts, `words` for people."""
    return {"scenario": scenario, "what": what, "words": words, "value": value, "unit": unit}
