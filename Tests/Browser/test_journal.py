"""`countersign journal show`: what a client's records say, for people and for programs."""

import json
import re

import pytest

from support.refusals import refused
from support.server import Portal, copy, run

TENANT = "northwind"
ENTRY = re.compile(r"^(\d+)  \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ  .+ \((contact|staff) [0-9A-Z]+\)|\(system\)")


@pytest.fixture
def data(seed, tmp_path):
    return copy(seed, tmp_path / "data")


def files(data):
    return {path: path.read_bytes() for path in sorted(data.rglob("*")) if path.is_file()}


def show(data, *words):
    """The lines that it prints; nothing on disk may change."""
    before = files(data)
    ended = run("journal", "show", TENANT, "--data", data, *words)
    assert ended.returncode == 0, ended.stderr
    assert files(data) == before
    return ended.stdout.splitlines()


def objects(data, *words):
    return [json.loads(line) for line in show(data, "--json", *words)]


def numbers(lines):
    return [int(line.split()[0]) for line in lines if line[0].isdigit()]


def test_each_entry_says_number_time_who_and_what(data):
    *lines, last = show(data)
    entries = [line for line in lines if not line.startswith("    ")]
    assert numbers(lines) == list(range(1, len(entries) + 1))
    assert all(ENTRY.search(line) for line in entries)
    assert any(line.startswith("    client.opened/1, client “") for line in lines)
    assert any(line.startswith("    timesheet.approved/1, timesheet ") for line in lines)
    verdict = next(line for line in run("verify", "--data", data).stdout.splitlines() if f"tenants/{TENANT}:" in line)
    head = re.search(r"head ([0-9a-f]{16})", verdict).group(1)
    assert f"sound, {len(entries)} entries, head {head}" in last


def test_programs_get_an_object_a_line_with_the_same(data):
    *entries, whole = objects(data)
    assert whole["sound"] and whole["entries"] == len(entries) and re.fullmatch("[0-9a-f]{64}", whole["head"])
    assert [entry["entry"] for entry in entries] == list(range(1, len(entries) + 1))
    names = {event["event"] for entry in entries for event in entry["events"]}
    assert {"client.opened/1", "worksite.added/1", "timesheet.received/1", "timesheet.approved/1"} <= names


def test_a_part_of_it(data):
    every = numbers(show(data))
    assert numbers(show(data, "--last", "3")) == every[-3:]
    assert numbers(show(data, "--from", "5")) == every[4:]
    assert numbers(show(data, "--from", str(every[-2]), "--last", "5")) == every[-2:]
    assert numbers(show(data, "--from", "999999")) == []
    assert len(show(data, "--last", "100000")) == len(show(data))


def test_it_reads_while_a_server_has_the_records_open(data):
    portal = Portal(data).start()
    try:
        client = portal.signed_in(portal.person("approver", TENANT))
        assert client.get("/timesheets").status == 200
        ended = run("journal", "show", TENANT, "--data", data, "--last", "1")
        assert ended.returncode == 0, ended.stderr
        assert len(numbers(ended.stdout.splitlines())) == 1 and ": sound, " in ended.stdout
    finally:
        portal.stop()


def test_damage_is_named_and_what_stands_before_it_is_shown(data):
    segment = next((data / "tenants" / TENANT / "journal").glob("*.segment"))
    raw = bytearray(segment.read_bytes())
    middle = len(raw.rstrip(b"\0")) // 2
    raw[middle] ^= 0x10
    segment.write_bytes(bytes(raw))
    said = refused(["journal", "show", TENANT, "--data", data], "not sound", "entry", "was altered")
    first = int(re.search(r"from entry (\d+) on", said).group(1))
    ended = run("journal", "show", TENANT, "--data", data)
    assert numbers(ended.stdout.splitlines()) == list(range(1, first))
    assert "NOT SOUND" in ended.stdout.splitlines()[-1]


def test_the_agency_has_one_too_and_nobody_else(data, tmp_path):
    ended = run("journal", "show", "agency", "--data", data)
    assert ended.returncode == 0 and "    staff.joined/1, staff " in ended.stdout
    assert "pay-rate.set/1" in ended.stdout
    refused(["journal", "show", "nobody-here", "--data", data], "nobody-here", "countersign tenant list")
    refused(["journal", "show", "../agency", "--data", data], "no client")
    refused(["journal", "show", TENANT, "--data", tmp_path / "empty"], "no installation")
    refused(["journal", "tell", TENANT, "--data", data], "journal show", code=2)
    refused(["journal", "show", TENANT, "--data", data, "--last", "0"], "--last", code=2)
