"""The audit: no guarded page without a record, every tampering named, and a checkpoint checked from outside."""

import os
import subprocess

from proving import Tally
from support.server import run


def prove(scale):
    yield from scale.prove("plug")
    yield from scale.prove("tamper", "--count", scale.pick(1_000, 10_000), "--seeds", scale.seed)
    yield command_line(scale)


def command_line(scale):
    """The built command on a folder of files: verify, openssl, and a rewritten end that only a checkpoint knows."""
    data, outside = scale.folder("audit-data"), scale.folder("audit-checkpoints")
    settings = data.parent / "audit.conf"
    settings.write_text(f"data = {data}\ncheckpoints = {outside}\n")
    tally = Tally("checkpoints of the built command, on files: written outside, read by openssl, heeded", tried=0)

    def expect(sentence, holds):
        tally.tried += 1
        if not holds:
            tally.found += 1
            tally.failures.append(sentence)

    def command(*words):
        return run(*words, "--settings", settings)

    begun = command("init", "--name", "Sam Adeyemi", "--email", "sam@agency.example")
    expect(f"init ends well: {begun.stderr}", begun.returncode == 0)
    opened = add_tenant(command, "northwind", "NW")
    expect(f"a client is opened: {opened.stderr}", opened.returncode == 0)
    expect("checkpoints stand outside", any(outside.glob("*.checkpoints")))
    expect("openssl confirms the first", confirmed(outside))
    sound = command("verify")
    expect(f"verify finds all sound: {sound.stdout}{sound.stderr}", sound.returncode == 0)

    older = {path: path.read_bytes() for path in (data / "agency" / "journal").glob("*.segment")}
    expect("a second client is opened", add_tenant(command, "cedar", "CE").returncode == 0)
    for path, content in older.items():
        path.write_bytes(content)
    for path in [*(data / "checkpoints").iterdir(), *(data / "agency" / "snapshots").iterdir()]:
        os.unlink(path)
    told = command("verify")
    expect(f"verify names what an older journal lacks: {told.stdout}",
           told.returncode == 1 and "agency: NOT SOUND, first at entry" in told.stdout)
    untold = run("verify", "--data", data)
    expect("control: without the folder outside nothing is seen", untold.returncode == 0)
    return tally


def add_tenant(command, slug, prefix):
    return command("tenant", "add", slug, "--name", slug.title(), "--currency", "USD", "--zone", "America/Chicago",
                   "--prefix", prefix)


def confirmed(folder):
    """What README tells an auditor to do."""
    script = "\n".join([
        "awk -v RS= 'NR==1' *.checkpoints > text",
        "awk -v RS= 'NR==2 {print $3}' *.checkpoints | base64 -d | tail -c 64 > signature",
        "openssl pkeyutl -verify -pubin -inkey installation.pem -rawin -in text -sigfile signature"])
    return subprocess.run(["sh", "-e", "-c", script], cwd=folder, capture_output=True).returncode == 0
