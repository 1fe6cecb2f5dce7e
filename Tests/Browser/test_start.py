"""What goes wrong at start and while it serves: files, ports, settings, disks."""

import os
import pwd
import shutil
import signal
import socket
import subprocess
from pathlib import Path

import pytest

from support.refusals import Serving, assert_helpful, refused, settings
from support.server import CHECKOUT, Portal, binary, copy, run
from support.wire import Client, connect

TENANT = "northwind"


@pytest.fixture
def data(seed, tmp_path):
    return copy(seed, tmp_path / "data")


@pytest.mark.parametrize("word", ["demo", "init", "serve", "import", "verify", "tenant", "person", "journal"])
def test_every_command_explains_itself(word):
    overview, own = run("--help"), run(word, "--help")
    assert overview.returncode == own.returncode == 0
    assert f"  {word} " in overview.stdout and f"countersign {word}" in own.stdout
    assert own.stderr == ""


@pytest.mark.parametrize("words, named", [
    (["serv"], "serv"), (["serve", "--prot", "1"], "--prot"), (["demo", "--port", "http"], "--port"),
    (["serve", "--port"], "--port"), (["demo", "--port", "70000"], "65535"), (["serve", "more"], "0"),
    (["serve", "--data", "a", "--data", "b"], "twice")])
def test_wrong_words_are_named_and_help_is_offered(words, named):
    refused(words, named, "--help", code=2)


def test_an_unknown_setting_is_named_with_its_line(tmp_path):
    path = tmp_path / "some.conf"
    path.write_text("# mine\nlisten = 127.0.0.1:0\n\nsesion-idle-minutes = 5\n")
    refused(["serve", "--settings", path], "Line 4", str(path), "sesion-idle-minutes", "Deploy/countersign.conf")
    path.write_text("session-idle-minutes = soon\n")
    refused(["serve", "--settings", path], "Line 1", "1 to 1440")
    refused(["serve", "--settings", tmp_path / "absent.conf"], "absent.conf", "Why:")


def test_an_empty_folder_is_no_installation(tmp_path):
    refused(["serve", "--data", tmp_path], "no installation", "countersign init")
    refused(["verify", "--data", tmp_path], "no installation")


@pytest.mark.parametrize("content", [b"", b"-----BEGIN CERTIFICATE-----\nnot one\n-----END CERTIFICATE-----\n", b"\x00\xff" * 99])
def test_a_broken_certificate_stops_the_start(data, tmp_path, content):
    certificate, key = tmp_path / "c.pem", tmp_path / "k.pem"
    certificate.write_bytes(content)
    shutil.copy(next(data.glob("tls/key.pem")), key)
    path = settings(tmp_path, data, certificate_file=certificate, key_file=key)
    refused(["serve", "--settings", path], str(certificate), "Why:", "certificate-file")


def test_a_key_of_another_certificate_stops_the_start(data, tmp_path):
    other = tmp_path / "other.pem"
    subprocess.run(["openssl", "ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", other], check=True)
    path = settings(tmp_path, data, certificate_file=data / "tls/certificate.pem", key_file=other)
    refused(["serve", "--settings", path], "Why:", "key-file")
    path = settings(tmp_path, data, certificate_file=data / "tls/certificate.pem")
    refused(["serve", "--settings", path], "key-file", "both")


def shown_certificate(port: int) -> bytes:
    with connect(port, "localhost") as socket_:
        return socket_.getpeercert(binary_form=True)


def test_sighup_takes_a_new_certificate_and_keeps_the_old_one_when_the_new_is_broken(data, tmp_path):
    certificate, key = tmp_path / "c.pem", tmp_path / "k.pem"
    make = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-subj",
            "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,DNS:*.localhost", "-keyout", key, "-out", certificate]
    subprocess.run(make, check=True, capture_output=True)
    with Serving(settings(tmp_path, data, certificate_file=certificate, key_file=key)) as serving:
        first = serving.wait_until(lambda: shown_certificate(serving.port))
        certificate.write_text("-----BEGIN CERTIFICATE-----\nbroken\n-----END CERTIFICATE-----\n")
        serving.process.send_signal(signal.SIGHUP)
        serving.wait_until(lambda: "certificates.kept" in serving.said, what="the broken file is reported")
        assert str(certificate) in serving.said
        assert shown_certificate(serving.port) == first
        subprocess.run(make, check=True, capture_output=True)
        serving.process.send_signal(signal.SIGHUP)
        serving.wait_until(lambda: shown_certificate(serving.port) != first, what="the new certificate is shown")
        assert Client(serving.port, "northwind.localhost").get("/sign-in").status == 200


def test_a_taken_port_is_said_by_serve_and_avoided_by_demo(data, tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        path = settings(tmp_path, data)
        refused(["serve", "--settings", path, "--port", port], str(port), "Why:", "--port")
        portal = Portal(data, port).start()
        try:
            assert portal.port != port
            assert f"Port {port} is taken" in portal.log.read_text() and str(portal.port) in portal.log.read_text()
            assert portal.client(TENANT).get("/sign-in").status == 200
        finally:
            portal.stop()


def test_a_second_server_on_the_same_folder_is_refused(portal, tmp_path):
    refused(["serve", "--settings", settings(tmp_path, portal.data)], str(portal.data), "Why:", "another with --data")
    assert portal.client(TENANT).get("/sign-in").status == 200


def nobody():
    """An account without rights, for a child of root."""
    account = pwd.getpwnam("nobody")
    return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}


def test_a_folder_that_cannot_be_written_is_said_and_left_alone(data, tmp_path):
    before = {path: path.stat().st_mtime_ns for path in data.rglob("*") if path.is_file()}
    rights = nobody() if os.geteuid() == 0 else {}
    if rights:
        for above in [data, *data.parents]:
            if above.stat().st_mode & 0o005 != 0o005 and above != Path("/"):
                above.chmod(above.stat().st_mode | 0o055)
        if subprocess.run(["test", "-r", binary()], **rights).returncode:
            pytest.skip("the account nobody cannot read the program")
    for path in [data, *data.rglob("*")]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        environment = {**os.environ, "COUNTERSIGN_RESOURCES": str(CHECKOUT / "Resources")}
        ended = subprocess.run([binary(), "serve", "--settings", settings(tmp_path, data)], env=environment,
                               capture_output=True, text=True, timeout=30, **rights)
        assert ended.returncode == 1, ended.stderr
        assert_helpful(ended.stderr, str(data), "Why:", "writable")
    finally:
        for path in [data, *data.rglob("*")]:
            path.chmod(0o755 if path.is_dir() else 0o644)
    assert before == {path: path.stat().st_mtime_ns for path in data.rglob("*") if path.is_file()}
