"""The power is cut under the running server on a real file system: what was acknowledged before the cut is there after it."""

import os
import random
import subprocess
import threading
import time
from contextlib import ExitStack

from proving import Tally
from proving.crowd import seat
from proving.demo import seeded
from support.server import CHECKOUT, Portal, copy

TENANT = "northwind"
WRITERS = 8
OUTER, INNER = "4G", "256M"
CUTS_AT_ONCE = 20
CUT_SECONDS = (0.005, 0.05)


def prove(scale):
    """An ext4 image lies on XFS, which copies it in an instant (reflink): each copy is the disk as a power cut would leave it."""
    with ExitStack() as undo:
        try:
            outer = mounted(scale, undo, "outer", OUTER, ["mkfs.xfs", "-q", "-m", "reflink=1"])
        except subprocess.CalledProcessError as refusal:
            yield Tally("power cuts on a real file system: skipped, images can be mounted by root only", 0, note=str(refusal))
            return
        yield trial(scale, outer, "power cuts under load (ext4)", scale.pick(20, 200))
        yield control(trial(scale, outer, "control", scale.pick(5, 20), library(scale, "no_sync")))


def control(tally) -> Tally:
    what = "control: on a disk whose syncs do nothing, power cuts lose work and it is noticed"
    return Tally(what, tally.tried, found=0 if tally.lost else 1, note=f"{tally.lost} of {tally.tried} cuts lost acknowledged work")


def library(scale, name) -> dict:
    made = scale.scratch / f"{name}.so"
    subprocess.run(["gcc", "-shared", "-fPIC", "-o", made, CHECKOUT / "Tests/Proofs" / f"{name}.c"], check=True)
    return {**os.environ, "LD_PRELOAD": str(made)}


def mounted(scale, undo, name, size, make, image=None):
    """A new file system in an image of its own."""
    image = image or scale.scratch / f"{name}.image"
    subprocess.run(["truncate", "-s", size, image], check=True)
    subprocess.run([*make, image], check=True, capture_output=True)
    return mount(scale, undo, name, image)


def mount(scale, undo, name, image):
    place = scale.scratch / f"{name}-mounted"
    place.mkdir(exist_ok=True)
    subprocess.run(["mount", "-o", "loop", image, place], check=True, capture_output=True)
    undo.callback(subprocess.run, ["umount", place], check=True)
    return place


def trial(scale, outer, what, cuts, environment=None) -> Tally:
    """So many cuts under load, a few at a time, each looked at afterwards."""
    chance, failures, lost = random.Random(scale.seed), [], 0
    with ExitStack() as undo:
        image = outer / "inner.image"
        inner = mounted(scale, undo, "inner", INNER, ["mkfs.ext4", "-q", "-F"], image)
        portal = Portal(copy(seeded(scale), inner / "data"), environment=environment)
        portal.log = scale.scratch / "power-cuts.log"
        portal.start()
        undo.callback(portal.kill)
        # What was there before is not what the cuts are about.
        subprocess.run(["sync", "-f", inner], check=True)
        writers = Writers(portal)
        for begin in range(0, cuts, CUTS_AT_ONCE):
            taken = [cut(image, outer / f"cut-{begin + n}.image", writers, chance) for n in range(min(CUTS_AT_ONCE, cuts - begin))]
            for number, (copied, acknowledged) in enumerate(taken, begin):
                for fault, is_loss in look(scale, copied, acknowledged, writers.seat):
                    failures.append(f"cut {number}: {fault}")
                    lost += is_loss
                copied.unlink()
        writers.stop()
    subprocess.run(["rm", "-f", image], check=True)
    return Tally(what, cuts, found=len(failures), lost=lost, seeds=str(scale.seed), failures=failures[:5],
                 note=f"{writers.count:,} acknowledged comments")


def cut(image, to, writers, chance):
    """The disk at one moment of the work, and what had been acknowledged before."""
    with writers.at_work():
        time.sleep(chance.uniform(*CUT_SECONDS))
        acknowledged = writers.acknowledged()
        subprocess.run(["cp", "--reflink=always", image, to], check=True)
    return to, acknowledged


def look(scale, image, acknowledged, at):
    """Starts a server on the disk as it was, and looks for everything."""
    with ExitStack() as undo:
        place = mount(scale, undo, "cut", image)
        portal = Portal(place / "data")
        portal.log = scale.scratch / "power-cut.log"
        try:
            portal.start()
        except RuntimeError as refusal:
            portal.kill()
            yield f"the server does not start: {refusal}", True
            return
        undo.callback(portal.kill)
        line = at.take(portal.client(TENANT))
        for sheet, words in acknowledged.items():
            page = line.get(f"/timesheets/{sheet}")
            missing = [each for each in words if page.text.count(f">{each}<") != 1]
            if missing:
                yield f"{len(missing)} of {len(words)} acknowledged comments of a sheet are not there once ({page.status})", True
                break
        line.close()


class Writers:
    """Approvers who comment without a pause while they are at work, each on a sheet of their own."""

    def __init__(self, portal):
        person = next(one for one in portal.people if one.tenant == TENANT and one.role == "approver")
        self.seat = seat(portal, person)
        text = self.seat.take(portal.client(TENANT)).get("/timesheets").text
        sheets = list(dict.fromkeys(part.split("@")[0] for part in text.split('name="sheet" value="')[1:]))[:WRITERS]
        self.words = {sheet: [] for sheet in sheets}
        self.gate, self.is_over = threading.Event(), False
        self.threads = [threading.Thread(target=self.write, args=(portal, sheet), daemon=True) for sheet in sheets]
        for thread in self.threads:
            thread.start()

    def write(self, portal, sheet):
        line = self.seat.take(portal.client(TENANT))
        while self.gate.wait() and not self.is_over:
            words = f"remark-{len(self.words[sheet])}-of-{sheet}"
            if line.post(f"/timesheets/{sheet}/comments", {"csrf": self.seat.token, "words": words}).status == 303:
                self.words[sheet].append(words)
        line.close()

    def at_work(self):
        return Gate(self.gate)

    def acknowledged(self) -> dict:
        return {sheet: list(words) for sheet, words in self.words.items()}

    @property
    def count(self) -> int:
        return sum(len(words) for words in self.words.values())

    def stop(self):
        self.is_over = True
        self.gate.set()
        for thread in self.threads:
            thread.join()


class Gate:
    """Open while somebody stands in it."""

    def __init__(self, event):
        self.event = event

    def __enter__(self):
        self.event.set()

    def __exit__(self, *error):
        self.event.clear()
