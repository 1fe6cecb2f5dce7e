"""One round: wrk on its core against one server, and what the server used meanwhile."""

import json
import os
import signal
import subprocess
import time
from pathlib import Path

from .processes import Usage, resident_mib, spawn

SCRIPT = Path(__file__).with_name("load.lua")
PATIENCE_SECONDS = 60
OTHER_HEADERS = 200  # bytes by which the heads of two servers may differ
OTHER_BODY = 0.02  # part by which their bodies may
ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\r": "\\r", "\n": "\\n"})


class Load:
    """What is sent, in turn. `location`: where the 303 of each answer must lead. `once`: each request is sent once.
    `is_new`: an answer that repeats what was done earlier is wrong. `closes`: a connection for each request.
    `pause`: milliseconds between an answer and the next request of its connection."""

    def __init__(self, file, requests, connections, location=None, once=False, is_new=False, closes=False,
                 wire_bytes=None, pause=0):
        self.file, self.connections, self.closes, self.wire_bytes = file, connections, closes, wire_bytes
        self.once, self.settings = once, {"BENCH_REQUESTS": str(file), "BENCH_CONNECTIONS": str(connections)}
        for key, value in (("LOCATION", location), ("ONCE", once), ("NEW", is_new), ("PAUSE", pause)):
            if value:
                self.settings[f"BENCH_{key}"] = str(value)
        lines = ",\n".join(f'"{request.translate(ESCAPES)}"' for request in requests)
        file.write_text("return {\n" + lines + "\n}\n")

    def run(self, server, seconds, core, most=None, until=None):
        """`most`: ends after so many requests rather than at the end of the list. `until`: an event that ends it."""
        environment = os.environ | self.settings | ({"BENCH_MOST": str(most)} if most else {})
        command = ["wrk", "-t1", f"-c{self.connections}", f"-d{seconds}s", "--timeout", f"{PATIENCE_SECONDS}s",
                   "-s", SCRIPT, f"https://127.0.0.1:{server.port}"]
        before, started = Usage(server.pid), time.monotonic()
        wrk = spawn(command, core, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        if until:
            until.wait(seconds)
            wrk.send_signal(signal.SIGINT)
        output = wrk.communicate()[0]
        elapsed, used = time.monotonic() - started, Usage(server.pid).since(before)
        line = next((line for line in output.splitlines() if line.startswith("RESULT ")), None)
        if line is None:
            raise SystemExit(f"wrk gave no result:\n{output}")
        result = json.loads(line.removeprefix("RESULT "))
        count = max(result["requests"], 1)
        busy = result["micros"] / 1e6 if self.once else elapsed
        return {"requests": result["requests"], "rate": count / max(result["micros"], 1) * 1e6, "p50": result["p50"],
                "p99": result["p99"], "cpu": used / count * 1e6, "busy": used / max(busy, 1e-6),
                "resident_mib": resident_mib(server.pid), "errors": self.errors(result)}

    def errors(self, result):
        kinds = ("wrong", "status", "connect", "write", "timeout") if self.closes else (
            "wrong", "status", "connect", "read", "write", "timeout")  # wrk takes a close for a failed read
        errors = sum(result[kind] for kind in kinds)
        if self.wire_bytes and not errors and result["requests"]:
            mean = result["bytes"] / result["requests"]
            unfinished = self.connections / result["requests"]  # wrk counts bytes of answers that came in part
            if abs(mean - self.wire_bytes) > self.wire_bytes * (OTHER_BODY + unfinished) + OTHER_HEADERS:
                raise SystemExit(f"answers of {mean:.0f} bytes came where {self.wire_bytes} were expected")
        return errors
