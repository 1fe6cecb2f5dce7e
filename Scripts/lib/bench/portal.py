"""The portal under test: a demonstration in a scratch folder, served by one loop on one core."""

import json
import os
import re
import shutil
import socket
import subprocess
import tempfile

from .processes import say, spawn, stop
from .web import Browser

START_SECONDS = 120
SETTINGS = "loops = 1\nio-threads = 2\nmax-connections-per-address = 1024\n"


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


class Portal:
    name = "countersign"

    def __init__(self, binary, checkout, data, core):
        self.binary, self.data, self.core = binary, data, core
        self.environment = dict(os.environ, COUNTERSIGN_RESOURCES=str(checkout / "Resources"))
        self.settings = data.parent / f"{data.name}.conf"
        self.settings.write_text(SETTINGS)
        self.process = None

    def start(self):
        port = free_port()
        command = [self.binary, "demo", "--json", "--settings", self.settings, "--data", self.data, "--port", port]
        with (self.data.parent / f"{self.data.name}.log").open("w") as log:
            self.process = spawn(command, self.core, env=self.environment, stdout=subprocess.PIPE, stderr=log,
                                 text=True)
        line = self.process.stdout.readline()
        if not line.startswith("{"):
            raise SystemExit(f"the portal did not start; see {log.name}")
        self.report = json.loads(line)
        self.port = int(self.report["landing"].rsplit(":", 1)[1].rstrip("/"))
        self.pid, self.certificate = self.process.pid, self.report["certificate"]
        self.key = self.certificate.replace("certificate.pem", "key.pem")
        return self

    def stop(self):
        stop(self.process)

    def run(self, *words):
        done = subprocess.run([str(word) for word in (self.binary, *words, "--data", self.data)], env=self.environment,
                              capture_output=True, text=True)
        if done.returncode:
            raise SystemExit(f"countersign {' '.join(map(str, words))} failed:\n{done.stderr or done.stdout}")
        return done.stdout

    def person(self, tenant, role, worksite=None):
        """Somebody of that role who is signed in; an approver of that worksite alone, or of all worksites."""
        for person in self.report["people"]:
            sites = [worksite] if worksite else []
            if f"//{tenant}." in person["url"] and person["role"] == role and person["worksites"] == sites:
                browser = Browser(self.port, f"{tenant}.localhost")
                browser.sign_in(person["email"], person["password"])
                return browser
        raise SystemExit(f"the demonstration has no {role} at {tenant}")


def page_of(browser, rows):
    """The list of waiting sheets, narrowed by worksite or name so that about that many rows show."""
    options = re.findall(r'<option value="([^"]+)"', browser.get("/timesheets").text)
    filters = [f"?worksite={option}" for option in options]
    for option in [""] + options:
        filters += [f"?q={letter}" + (f"&worksite={option}" if option else "") for letter in "aeinorst"]

    def shown(path):
        return len(re.findall(r'name="sheet"', browser.get(path).text))
    found = min((abs(shown(f"/timesheets{one}") - rows), number, one) for number, one in enumerate(filters))
    path = f"/timesheets{found[2]}"
    return path, shown(path)


def waiting_sheets(browser):
    """Every waiting sheet that the pages list, with the fingerprint that approving it needs, and the form's token."""
    sheets, page = {}, 0
    while True:
        text = browser.get(f"/timesheets?page={page}").text
        found = dict(one.split("@") for one in re.findall(r'name="sheet" value="([^"]+)"', text))
        token = re.search(r'name="csrf" value="([^"]+)"', text)
        if not found or set(found) <= set(sheets):
            return sheets, token_of(browser)
        sheets |= found
        page += 1


def token_of(browser):
    token = re.search(r'name="csrf" value="([^"]+)"', browser.get("/timesheets").text)
    if not token:
        raise SystemExit("no page shows a form token")
    return token.group(1)


class Week:
    """A folder of agency files with many more workers at one worksite, and their hours, for the importer."""
    TENANT, SITE = "cedar", "YAK"
    SUNDAYS = {"2026-08-02": "2026-08-08", "2026-08-09": "2026-08-15", "2026-08-16": "2026-08-22",
               "2026-08-23": "2026-08-29", "2026-08-30": "2026-09-05", "2026-09-06": "2026-09-12"}
    HEADER = "Emp No\tName\tPlant\tWeek Ending\tSun\tMon\tTue\tWed\tThu\tFri\tSat\tTotal\tOT Hours\tDT Hours"

    def __init__(self, checkout, folder):
        self.demo, self.folder = checkout / "Resources" / "demo", folder

    def take_in(self, portal, sheets):
        workers = [f"9{number:05}" for number in range(-(-sheets // len(self.SUNDAYS)))]
        shutil.copytree(self.demo, self.folder, dirs_exist_ok=True)
        with (self.folder / "assignments.csv").open("a") as file:
            for worker in workers:
                file.write(f"{self.TENANT},{worker},Bench Worker {worker},{self.SITE},Packer,2025-06-01,,"
                           "8.0,8.0,8.0,8.0,8.0,0.0,0.0,30.00,20.00,\n")
        portal.run("import", "setup", self.folder)
        for sunday, saturday in self.SUNDAYS.items():
            rows = [f"{worker}\tBench Worker {worker}\t{self.SITE}\t{saturday}\t\t8.00\t8.00\t8.00\t8.00\t8.00\t\t40.00"
                    "\t0.00\t0.00" for worker in workers]
            with tempfile.NamedTemporaryFile("w", dir=self.folder, suffix=".csv") as file:
                file.write("\n".join([self.HEADER] + rows) + "\n")
                file.flush()
                told = portal.run("import", "timesheets", file.name, "--tenant", self.TENANT, "--week", sunday,
                                  "--mapping", self.demo / "mappings" / f"{self.TENANT}.mapping")
            if f"took {len(workers)} of" not in told:
                raise SystemExit(f"the importer did not take the week of {sunday}:\n{told[-500:]}")
        say(f"  {len(workers) * len(self.SUNDAYS)} sheets wait for approval at {self.TENANT}")
