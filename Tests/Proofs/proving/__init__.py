"""What the proofs share: how much to try, where the built programs are, and the table of what came of it."""

import json
import subprocess
from dataclasses import asdict, dataclass, field
from pathlib import Path


@dataclass
class Tally:
    """One line of the table. `found` counts broken promises, `lost` those that cost acknowledged work or showed
    something foreign; both are 0 when all is well."""

    what: str
    tried: int
    found: int = 0
    lost: int = 0
    seeds: str = ""
    failures: list = field(default_factory=list)
    note: str = ""

    @property
    def is_sound(self) -> bool:
        return self.found == 0 and self.lost == 0

    def as_dict(self) -> dict:
        return asdict(self)


@dataclass
class Scale:
    """How much a run tries, and with what."""

    full: bool
    seed: int
    checkout: Path
    shared: Path
    programs: Path
    scratch: Path

    def pick(self, quick, full):
        return full if self.full else quick

    @property
    def countersign(self) -> str:
        return str(self.programs / "countersign")

    def folder(self, name: str) -> Path:
        """An empty folder of the run's own, removed when it ends."""
        path = self.scratch / name
        path.mkdir(parents=True)
        return path

    def prove(self, name: str, *words, timeout: int = 3600) -> list:
        """Runs one proof of the program `prove` and returns its tallies."""
        ended = subprocess.run(
            [str(self.programs / "prove"), name, *map(str, words)], capture_output=True, text=True, timeout=timeout)
        tallies = [Tally(**json.loads(line)) for line in ended.stdout.splitlines() if line.startswith("{")]
        if not tallies or (ended.returncode != 0 and all(tally.is_sound for tally in tallies)):
            said = (ended.stdout + ended.stderr)[-2000:]
            tallies.append(Tally(f"prove {name}", 1, found=1, failures=[f"ended with {ended.returncode}: {said}"]))
        return tallies
