"""A client's own host: its certificate, its pages, and a reload that takes sound files only."""

import signal
import subprocess

import pytest

from support.refusals import Serving, refused, settings
from support.server import copy
from support.wire import Client, connect

HOST = "portal.northwind.example"


@pytest.fixture
def data(seed, tmp_path):
    return copy(seed, tmp_path / "data")


def make_certificate(folder, host):
    certificate, key = folder / f"{host}.pem", folder / f"{host}-key.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-subj",
         f"/CN={host}", "-addext", f"subjectAltName=DNS:{host}", "-keyout", key, "-out", certificate],
        check=True, capture_output=True)
    return certificate, key


def section(host, certificate, key, tenant="northwind"):
    return f"\n[host {host}]\ntenant = {tenant}\ncertificate-file = {certificate}\nkey-file = {key}\n"


def shown_certificate(port, host):
    with connect(port, host) as socket_:
        return socket_.getpeercert(binary_form=True)


def test_a_host_is_named_served_with_its_certificate_and_taken_back_without_a_restart(data, tmp_path):
    path = settings(tmp_path, data)
    plain = path.read_text()
    certificate, key = make_certificate(tmp_path, HOST)
    with Serving(path) as serving:
        usual = serving.wait_until(lambda: shown_certificate(serving.port, "northwind.localhost"))
        assert Client(serving.port, HOST).get("/sign-in").status == 421
        path.write_text(plain + section(HOST, certificate, key))
        serving.process.send_signal(signal.SIGHUP)
        own = serving.wait_until(
            lambda: (found := shown_certificate(serving.port, HOST)) != usual and found, what="its certificate is shown")
        assert Client(serving.port, HOST).get("/sign-in").status == 200
        assert Client(serving.port, "northwind.localhost").get("/sign-in").status == 200
        assert shown_certificate(serving.port, "northwind.localhost") == usual

        good = certificate.read_bytes()
        certificate.write_text("-----BEGIN CERTIFICATE-----\nbroken\n-----END CERTIFICATE-----\n")
        serving.process.send_signal(signal.SIGHUP)
        serving.wait_until(lambda: serving.said.count("certificates.kept") == 1, what="the broken file is reported")
        assert shown_certificate(serving.port, HOST) == own
        assert Client(serving.port, HOST).get("/sign-in").status == 200
        certificate.write_bytes(good)

        path.write_text(plain + section("not a host", certificate, key))
        serving.process.send_signal(signal.SIGHUP)
        serving.wait_until(lambda: serving.said.count("certificates.kept") == 2, what="the broken section is reported")
        assert Client(serving.port, HOST).get("/sign-in").status == 200

        path.write_text(plain)
        serving.process.send_signal(signal.SIGHUP)
        serving.wait_until(lambda: Client(serving.port, HOST).get("/sign-in").status == 421, what="the host is gone")


def test_a_host_whose_certificate_does_not_name_it_stops_the_start(data, tmp_path):
    certificate, key = make_certificate(tmp_path, "elsewhere.example")
    path = settings(tmp_path, data)
    plain = path.read_text()
    path.write_text(plain + section(HOST, certificate, key))
    refused(["serve", "--settings", path], str(certificate), f"does not name {HOST}")
    path.write_text(plain + section("x.localhost", certificate, key))
    refused(["serve", "--settings", path], "[host x.localhost]", "base-domain")
    path.write_text(plain + section(HOST, tmp_path / "absent.pem", key))
    refused(["serve", "--settings", path], "absent.pem", "Why:")
