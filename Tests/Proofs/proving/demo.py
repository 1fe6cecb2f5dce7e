"""The demonstration as the ground of proofs: seeded once for a whole run, and copied for whoever changes it."""

from pathlib import Path

from support.server import Portal, copy


def seeded(scale) -> Path:
    """A data folder with the demonstration in it, at rest. Nobody changes it."""
    seed = scale.scratch / "demo"
    if not seed.exists():
        portal = Portal(seed).start()
        if portal.stop() != 0:
            raise RuntimeError(f"The seeded server did not end well: {portal.log.read_text()[-2000:]}")
    return seed


def a_copy(scale, name: str) -> Path:
    """A data folder of one's own."""
    return copy(seeded(scale), scale.scratch / name)
