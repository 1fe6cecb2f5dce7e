"""How the program says no: what, why, and what to do next."""

import subprocess
import time
from pathlib import Path

from support.server import binary, free_port


def assert_helpful(text: str, *needs: str):
    """A complaint of the program names the thing, the reason and the next step."""
    lines = text.strip().splitlines()
    first = next((n for n, line in enumerate(lines) if line.startswith("countersign: ")), None)
    assert first is not None, text
    said = "\n".join(lines[first:])
    assert "  Next: " in said, said
    assert "Fatal error" not in text and "Swift." not in text, text
    for need in needs:
        assert need in said, f"“{need}” is not in: {said}"


def refused(words, *needs, code=1, timeout=30, **options):
    """Runs a command that must refuse, and returns what it said."""
    ended = subprocess.run([binary(), *map(str, words)], capture_output=True, text=True, timeout=timeout, **options)
    assert ended.returncode == code, (ended.returncode, ended.stdout, ended.stderr)
    assert_helpful(ended.stderr, *needs)
    return ended.stderr


def settings(folder: Path, data: Path, **more) -> Path:
    """A settings file for `serve` on a free port of this machine."""
    lines = {"listen": f"127.0.0.1:{free_port()}", "data": str(data), "base-domain": "localhost"}
    lines |= {key.replace("_", "-"): str(value) for key, value in more.items()}
    path = folder / f"settings-{time.monotonic_ns()}.conf"
    path.write_text("".join(f"{key} = {value}\n" for key, value in lines.items()))
    return path


class Serving:
    """`countersign serve` with a settings file, and what it says."""

    def __init__(self, path: Path, before=(), **options):
        self.path, self.log = path, path.with_suffix(".log")
        self.port = int(next(line for line in path.read_text().splitlines() if line.startswith("listen")).rsplit(":", 1)[1])
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(
                [*before, binary(), "serve", "--settings", str(path)], stdout=log, stderr=log, **options)

    @property
    def said(self) -> str:
        return self.log.read_text(errors="replace")

    def wait_until(self, happened, seconds=20, what="it did not happen in time"):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            try:
                if (found := happened()):
                    return found
            except OSError:
                pass
            assert self.process.poll() is None, f"the server ended: {self.said}"
            time.sleep(0.05)
        raise AssertionError(f"{what}: {self.said}")

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.process.terminate()
        try:
            self.process.wait(40)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
