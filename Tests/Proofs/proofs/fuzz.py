"""libFuzzer against every reader of foreign bytes: requests, targets, cookies, forms, CSV, JSON, journal, records, passkeys."""

import os
import re
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor

from proving import Tally

TARGETS = {
    "request": "connections, whole as cut", "target": "request targets", "cookie": "Cookie headers",
    "multipart": "forms with files", "csv": "CSV files", "json": "JSON documents", "journal": "damaged journals",
    "records": "stored events and snapshots", "passkey": "what authenticators say",
}
CORE_PAIRS = 2
PLANTED_SECONDS = 60
LONGEST_INPUT = 4_096
# One input that takes longer, or more memory, is a finding too.
INPUT_SECONDS = 10
MEMORY_MIB = 2_048


def prove(scale):
    program = build(scale)
    seconds = scale.pick(60, 300)
    with ThreadPoolExecutor(CORE_PAIRS) as pool:
        planted = pool.submit(hunt, scale, program, "planted", PLANTED_SECONDS)
        yield from pool.map(lambda name: fuzz(scale, program, name, seconds), TARGETS)
        ended, _, said = planted.result()
    missed = 0 if ended.returncode and "broken:" in said else 1
    yield Tally("a planted fault in the reader of requests, to be found", 1, found=missed,
                failures=[said[-500:]] if missed else [])


def build(scale) -> str:
    """The fuzzer's program, from the same sources, with its instruments; a folder of its own keeps it apart."""
    words = ["swift", "build", "--package-path", str(scale.checkout), "-c", "release", "--sanitize=fuzzer",
             "--scratch-path", str(scale.checkout / ".build-fuzz"), "--product", "fuzz"]
    built = subprocess.run(words, capture_output=True, text=True, env={**os.environ, "COUNTERSIGN_FUZZ": "1"})
    if built.returncode:
        raise RuntimeError((built.stdout + built.stderr)[-3000:])
    return str(scale.checkout / ".build-fuzz" / "release" / "fuzz")


def fuzz(scale, program, name, seconds) -> Tally:
    ended, folder, said = hunt(scale, program, name, seconds)
    runs = re.search(r"stat::number_of_executed_units: *(\d+)", said)
    reached = re.findall(r" cov: (\d+)", said)
    failures = []
    if ended.returncode:
        inputs = [path.read_bytes().hex()[:400] for path in folder.glob("*-*") if path.is_file()]
        broken = re.findall(r"(?m)^(?:broken: .*|Fatal error: .*|SUMMARY: .*)$", said)
        failures = [f"{'; '.join(broken[:3])}; input {inputs}"]
    return Tally(f"{seconds} s of libFuzzer on {TARGETS[name]}", int(runs[1]) if runs else 0,
                 found=len(failures), seeds=str(scale.seed), failures=failures,
                 note=f"{reached[-1] if reached else '?'} edges reached")


def hunt(scale, program, name, seconds):
    """One run from the stored corpus; what it finds anew goes to a folder that is thrown away."""
    folder = scale.folder(f"fuzz-{name}")
    fresh = folder / "fresh"
    fresh.mkdir()
    stored = scale.checkout / "Tests" / "Fuzz" / "corpus" / name
    words = [program, f"-max_total_time={seconds}", f"-seed={scale.seed}", f"-max_len={LONGEST_INPUT}",
             f"-timeout={INPUT_SECONDS}", f"-rss_limit_mb={MEMORY_MIB}", "-print_final_stats=1", "-verbosity=1",
             f"-artifact_prefix={folder}/", str(fresh), *([str(stored)] if stored.is_dir() else [])]
    environment = {**os.environ, "COUNTERSIGN_FUZZ_TARGET": name, "SWIFT_BACKTRACE": "enable=no"}
    ended = subprocess.run(words, capture_output=True, text=True, errors="replace", env=environment,
                           timeout=seconds + 120)
    shutil.rmtree(fresh, ignore_errors=True)
    return ended, folder, ended.stdout[-20_000:] + ended.stderr[-20_000:]
