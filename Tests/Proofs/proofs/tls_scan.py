"""The two scanners: sslyze with Mozilla's intermediate check, and testssl with the list of findings that stay."""

import csv
import json
import subprocess
from pathlib import Path

from proving import Tally

FINDINGS = Path(__file__).with_name("tls_findings.csv")
HARMLESS = ("OK", "INFO")
SSLYZE_SECONDS = 120
TESTSSL_SECONDS = 600

# What sslyze must have found out besides: (part, fact, expected).
FACTS = (
    ("ssl_2_0_cipher_suites", "is_tls_version_supported", False),
    ("ssl_3_0_cipher_suites", "is_tls_version_supported", False),
    ("tls_1_0_cipher_suites", "is_tls_version_supported", False),
    ("tls_1_1_cipher_suites", "is_tls_version_supported", False),
    ("tls_1_2_cipher_suites", "is_tls_version_supported", True),
    ("tls_1_3_cipher_suites", "is_tls_version_supported", True),
    ("tls_compression", "supports_compression", False),
    ("tls_1_3_early_data", "supports_early_data", False),
    ("tls_fallback_scsv", "supports_fallback_scsv", True),
    ("tls_extended_master_secret", "supports_ems_extension", True),
    ("session_renegotiation", "supports_secure_renegotiation", True),
    ("session_renegotiation", "is_vulnerable_to_client_renegotiation_dos", False),
    ("session_resumption", "session_id_resumption_result", "NOT_SUPPORTED"),
    ("session_resumption", "tls_ticket_resumption_result", "NOT_SUPPORTED"),
    ("heartbleed", "is_vulnerable_to_heartbleed", False),
    ("openssl_ccs_injection", "is_vulnerable_to_ccs_injection", False),
    ("robot", "robot_result", "NOT_VULNERABLE_RSA_NOT_SUPPORTED"),
)


def sslyze(scale, port: int, root: Path, report: Path) -> tuple:
    """What Mozilla's intermediate check says, as (complies, its words), and the facts in the report."""
    program = scale.checkout / ".cache" / "venv-tls" / "bin" / "sslyze"
    ended = subprocess.run(
        [program, "--certinfo", "--certinfo_ca_file", root, "--mozilla_config", "intermediate", "--early_data",
         "--resum", "--json_out", report, f"localhost:{port}"],
        capture_output=True, text=True, timeout=SSLYZE_SECONDS)
    scanned = json.loads(report.read_text())["server_scan_results"][0]["scan_result"] if report.exists() else None
    return "OK - Compliant" in ended.stdout and ended.returncode == 0, ended.stdout[-1500:], scanned or {}


def mozilla(scale, server, root: Path, folder: Path) -> Tally:
    complies, said, scanned = sslyze(scale, server.port, root, folder / "sslyze.json")
    failures = [] if complies else [f"Mozilla's intermediate check: {said}"]
    for part, fact, expected in FACTS:
        found = ((scanned.get(part) or {}).get("result") or {}).get(fact, "not said")
        if found != expected:
            failures.append(f"{part}: {fact} is {found}")
    return Tally("sslyze: Mozilla's intermediate check and what it rests on", 1 + len(FACTS), len(failures),
                 failures=failures)


def weak_server(scale, leaf, port: int, root: Path, folder: Path) -> Tally:
    """The check must see a weak server: one of openssl with the suites of yesterday."""
    words = ["openssl", "s_server", "-accept", str(port), "-cert", leaf.chain, "-key", leaf.key, "-www", "-quiet",
             "-min_protocol", "TLSv1", "-cipher", "ALL:@SECLEVEL=0"]
    weak = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _, said, _ = sslyze(scale, port, root, folder / "weak.json")
    finally:
        weak.kill()
        weak.wait()
    blind = "FAILED - Not compliant" not in said
    return Tally("a weak server is told from ours (control)", 1, int(blind), failures=[said] if blind else [])


def expected_findings() -> dict:
    with open(FINDINGS, newline="") as file:
        return {row["id"]: row["severity"] for row in csv.DictReader(file)}


def compare(findings: list, expected: dict) -> list:
    """Findings that nobody explained, and explained ones that are gone, in words."""
    seen = {each["id"]: each["severity"] for each in findings if each["severity"] not in HARMLESS}
    told = {each["id"]: each["finding"] for each in findings}
    strange = [f"{name} ({level}) is not in {FINDINGS.name}: {told[name]}"
               for name, level in seen.items() if expected.get(name) != level]
    gone = [f"{name} is in {FINDINGS.name}, but no longer found" for name in expected if name not in seen]
    return strange + gone


def list_is_held() -> Tally:
    """An unexplained finding must fail, and so must an explained one that is gone."""
    explained = [{"id": name, "severity": level, "finding": ""} for name, level in expected_findings().items()]
    strange = {"id": "heartbleed", "severity": "CRITICAL", "finding": "planted"}
    caught = [compare(explained, expected_findings()) == [], len(compare([*explained, strange], expected_findings())) == 1,
              len(compare(explained[1:], expected_findings())) == 1]
    return Tally("the list of explained findings is held to (control)", len(caught), caught.count(False))


def testssl(server, host: str, root: Path, folder: Path) -> Tally:
    report = folder / "testssl.json"
    subprocess.run(
        ["testssl", "--quiet", "--color", "0", "--warnings", "batch", "--add-ca", root, "--jsonfile", report, "--ip",
         "127.0.0.1", f"{host}:{server.port}"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL, timeout=TESTSSL_SECONDS)
    findings = json.loads(report.read_text())
    failures = compare(findings, expected_findings())
    return Tally(f"testssl: findings beyond the {len(expected_findings())} explained", len(findings), len(failures),
                 failures=failures)
