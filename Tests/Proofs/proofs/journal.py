"""The journal: the power goes at each disk call, and each bit of it is flipped."""


def prove(scale):
    yield from scale.prove("crash", "--count", scale.pick(60, 200))
    yield from scale.prove("flip", "--count", scale.pick(1 << 16, 1 << 19))
