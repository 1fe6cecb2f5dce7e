"""Sanitizers: the Swift suite under the thread and the address sanitizer, and planted faults that each must report."""

import os
import re
import subprocess
from dataclasses import dataclass

from proving import Tally

BUILD_SECONDS = 3600
SUITE_SECONDS = 3600
PLANT_SECONDS = 300
# Where threads meet. The other suites are values and pages; the full form runs them as well.
CONCURRENT = "LockingTests|ReactorTests|GatewayTests|TenancyTests|AccessTests|RecorderTests|TelemetryTests|UnixTests"
REPORT = re.compile(r"^(?:WARNING|==\d+==ERROR): (?:Thread|Address|Leak)Sanitizer: .*", re.M)
SUMMARY = re.compile(r"^SUMMARY: .*", re.M)
COUNT = re.compile(r"Test run with (\d+) tests?")
FAILED = re.compile(r"^✘ Test (.*) failed", re.M)


@dataclass
class Sanitizer:
    """One of the two, with the faults that it must report and the words of the report."""

    name: str
    options: str
    plants: dict
    is_optimised: bool = False

    def swift(self, scale, *words, plant="", seconds):
        """SwiftPM with this sanitizer, in a folder of its own, so that neither build undoes the other."""
        place = ["--package-path", scale.checkout, "--scratch-path", scale.checkout / f".build-{self.name}"]
        if self.is_optimised:
            place += ["--configuration", "release", "-Xswiftc", "-enable-testing"]
        # Swift's own crash report must not come before the sanitizer's.
        settings = {f"{self.name[0].upper()}SAN_OPTIONS": self.options, "SWIFT_BACKTRACE": "enable=no",
                    "COUNTERSIGN_CORPORA": str(scale.shared / "corpora"), "COUNTERSIGN_PLANT": plant}
        return subprocess.run(
            ["swift", words[0], *place, f"--sanitize={self.name}", *words[1:]], env=os.environ | settings, text=True,
            errors="replace", stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=seconds)

    def build(self, scale):
        ended = self.swift(scale, "build", "--build-tests", seconds=BUILD_SECONDS)
        assert ended.returncode == 0, ended.stdout[-3000:]

    def planted(self, scale) -> Tally:
        """The control: a fault that nobody reports means that the set-up is blind."""
        failures = []
        for plant, words in self.plants.items():
            ended = self.swift(scale, "test", "--skip-build", "--filter", "PlantedFaults", plant=plant,
                               seconds=PLANT_SECONDS)
            if words not in ended.stdout:
                failures.append(f"the planted {plant} was not reported: {ended.stdout[-600:]}")
        return Tally(f"{self.name} sanitizer: planted faults, reported (control)", len(self.plants), len(failures),
                     failures=failures)

    def suite(self, scale, tests="") -> Tally:
        chosen = ["--filter", tests] if tests else []
        ended = self.swift(scale, "test", "--skip-build", *chosen, seconds=SUITE_SECONDS)
        said = ended.stdout
        failures = SUMMARY.findall(said) + FAILED.findall(said)
        counted = COUNT.search(said)
        if not failures and (ended.returncode != 0 or not counted):
            failures.append(f"the suite ended with {ended.returncode}: {said[-1500:]}")
        what = f"{self.name} sanitizer: {'tests where threads meet' if tests else 'the whole suite'}"
        return Tally(what, int(counted.group(1)) if counted else 0, max(len(failures), len(REPORT.findall(said))),
                     failures=failures)


RACE = {"race": "WARNING: ThreadSanitizer: "}
# The quick form builds quickly; the full one runs so much that optimised code is done sooner, and sees other races.
QUICK_THREAD = Sanitizer("thread", "exitcode=66", RACE)
FULL_THREAD = Sanitizer("thread", "exitcode=66", RACE, is_optimised=True)
# Leaks are not looked for: XCTest and Foundation's Process leave some of their own in every run, and a gateway that a
# test makes is made, as in the server, to last as long as the process.
ADDRESS = Sanitizer("address", "detect_leaks=0:exitcode=67", {
    "overflow": "ERROR: AddressSanitizer: heap-buffer-overflow"})


def prove(scale):
    """Quick: races where threads meet. Full: everything under both."""
    for sanitizer in scale.pick((QUICK_THREAD,), (FULL_THREAD, ADDRESS)):
        sanitizer.build(scale)
        yield sanitizer.planted(scale)
        yield sanitizer.suite(scale, scale.pick(CONCURRENT, ""))
