"""One seeded data folder for the whole run; each test that changes something gets a copy and a server of its own."""

import re
import tempfile
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from support.browse import SHOTS, Browsing
from support.server import Portal, copy, remove


@pytest.fixture(scope="session")
def folder():
    """Where this run keeps its data folders."""
    path = Path(tempfile.mkdtemp(prefix="countersign-test-"))
    yield path
    remove(path)


@pytest.fixture(scope="session")
def seed(folder) -> Path:
    """A data folder with the demo in it, at rest."""
    portal = Portal(folder / "seed").start()
    assert portal.stop() == 0
    return folder / "seed"


@pytest.fixture(scope="session")
def portal(seed, folder):
    """A running portal for tests that change nothing that another test looks at."""
    portal = Portal(copy(seed, folder / "shared")).start()
    yield portal
    portal.stop()


@pytest.fixture
def fresh(seed, folder, request):
    """A running portal that belongs to one test."""
    name = re.sub(r"\W+", "-", request.node.name)[:60]
    portal = Portal(copy(seed, folder / f"fresh-{name}")).start()
    yield portal
    portal.stop()
    remove(portal.data)


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium",
            args=["--no-sandbox", "--host-resolver-rules=MAP *.localhost 127.0.0.1, MAP localhost 127.0.0.1"])
        yield browser
        browser.close()


@pytest.fixture
def browsing(chromium, request):
    browsing = Browsing(chromium)
    yield browsing
    if getattr(request.node, "failed", False):
        for number, seat in enumerate(browsing.seats):
            _keep(seat, f"failures/{re.sub(r'[^A-Za-z0-9]+', '-', request.node.name)}-{number}")
    browsing.close()


def _keep(seat, name):
    try:
        print("picture of the failure:", seat.shot(name), "at", seat.page.url)
    except Exception as error:  # A picture that cannot be taken must not hide the failure itself.
        print("no picture of the failure:", error)


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item, call):
    outcome = yield
    if call.when == "call" and outcome.get_result().failed:
        item.failed = True


def pytest_configure(config):
    SHOTS.mkdir(parents=True, exist_ok=True)
