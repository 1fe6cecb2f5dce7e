"""nginx with the very answers of the portal as static files: the limit of what a page or file can cost."""

import os
import shutil
import subprocess
import time

from .portal import free_port
from .processes import spawn, stop
from .web import Browser

OWN_HEADERS = {"date", "server", "connection", "content-length", "content-type", "etag", "accept-ranges",
               "last-modified"}


class Nginx:
    name = "nginx"

    def __init__(self, folder, core, portal, suite):
        self.folder, self.core, self.portal, self.suite = folder, core, portal, suite
        self.locations, self.process, self.port = [], None, free_port()
        shutil.rmtree(folder, ignore_errors=True)
        (folder / "files").mkdir(parents=True)

    def serve(self, name, reply):
        """Keeps an answer of the portal, its headers included, under that name."""
        (self.folder / "files" / name).write_bytes(reply.body)
        headers = [f'add_header {key} "{quoted(value)}";' for key, value in reply.headers
                   if key.lower() not in OWN_HEADERS]
        media = quoted(reply.header("Content-Type") or "application/octet-stream")
        self.locations.append(f'location = /{name} {{ types {{ }} default_type "{media}"; {" ".join(headers)} }}')

    def start(self):
        (self.folder / "nginx.conf").write_text(self.configuration())
        command = ["nginx", "-e", self.folder / "error.log", "-p", self.folder, "-c", self.folder / "nginx.conf"]
        self.process = spawn(command, self.core, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.pid = self.process.pid
        for _ in range(200):
            try:
                return Browser(self.port, "localhost").get("/") and self
            except OSError:
                time.sleep(0.05)
        raise SystemExit(f"nginx does not answer; see {self.folder}/error.log")

    def stop(self):
        stop(self.process)

    def configuration(self):
        user = "user root;" if os.geteuid() == 0 else ""
        kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        places = " ".join(f'{kind}_temp_path "{self.folder}/{kind}";' for kind in kinds)
        return f"""{user} daemon off; worker_processes 1; pid "{self.folder}/pid"; worker_rlimit_nofile 20000;
events {{ worker_connections 16000; }}
http {{
  access_log off; server_tokens off; keepalive_requests 100000000; keepalive_timeout 600s;
  sendfile on; tcp_nopush on; open_file_cache max=100 inactive=60s; {places}
  server {{
    listen 127.0.0.1:{self.port} ssl backlog=4096; root "{self.folder}/files";
    ssl_certificate "{self.portal.certificate}"; ssl_certificate_key "{self.portal.key}";
    ssl_protocols TLSv1.3; ssl_conf_command Ciphersuites {self.suite}; ssl_ecdh_curve X25519;
    ssl_session_tickets off; ssl_session_cache off; ssl_buffer_size 16k;
    {chr(10).join(self.locations)}
  }}
}}
"""


def quoted(text):
    if "$" in text:
        raise SystemExit(f"nginx would read a variable in {text}")
    return text.replace("\\", "\\\\").replace('"', '\\"')
