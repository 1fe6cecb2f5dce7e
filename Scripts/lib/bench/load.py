"""One round: wrk on its core against one server, and what the server used meanwhile."""

import json
import os
import subprocess
import time
from pathlib import Path

from .processes import Usage, resident_mib, spawn

SCRIPT = Path(__file__).with_name("load.lua")
OTHER_HEADERS = 200  # bytes by which the heads of two servers may differ


def lua(text):
    return '"' + "".join(chr(b) if 32 <= b < 127 and b not in b'"\\' else f"\\{b:03d}" for b in text.encode()) + '"'


class Load:
    """What is sent. With `location` each request is sent once, and its answer must be a 303 that leads there."""

    def __init__(self, file, requests, connections, location=None, closes=False, wire_bytes=None):
        self.file, self.connections, self.location = file, connections, location
        self.closes, self.wire_bytes = closes, wire_bytes
        file.write_text("return {\n" + ",\n".join(map(lua, requests)) + "\n}\n")

    def run(self, port, pid, seconds, core):
        environment = dict(os.environ, BENCH_REQUESTS=str(self.file), BENCH_CONNECTIONS=str(self.connections))
        if self.location:
            environment["BENCH_LOCATION"] = self.location
        command = ["wrk", "-t1", f"-c{self.connections}", f"-d{seconds}s", "-s", SCRIPT, f"https://127.0.0.1:{port}"]
        before, started = Usage(pid), time.monotonic()
        wrk = spawn(command, core, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        output = wrk.communicate()[0]
        elapsed, used = time.monotonic() - started, Usage(pid).since(before)
        line = next((line for line in output.splitlines() if line.startswith("RESULT ")), None)
        if line is None:
            raise SystemExit(f"wrk gave no result:\n{output}")
        result = json.loads(line.removeprefix("RESULT "))
        count = max(result["requests"], 1)
        busy = result["micros"] / 1e6 if self.location else elapsed
        return {"requests": result["requests"], "rate": count / max(result["micros"], 1) * 1e6, "p50": result["p50"],
                "p99": result["p99"], "cpu": used / count * 1e6, "busy": used / max(busy, 1e-6),
                "resident_mib": resident_mib(pid), "errors": self.errors(result)}

    def errors(self, result):
        kinds = ("wrong", "status", "connect", "write", "timeout") if self.closes else (
            "wrong", "status", "connect", "read", "write", "timeout")  # wrk takes a close for a failed read
        errors = sum(result[kind] for kind in kinds)
        if self.wire_bytes and not errors and result["requests"]:
            mean = result["bytes"] / result["requests"]
            if abs(mean - self.wire_bytes) > self.wire_bytes * 0.02 + OTHER_HEADERS:
                raise SystemExit(f"answers of {mean:.0f} bytes came where {self.wire_bytes} were expected")
        return errors
