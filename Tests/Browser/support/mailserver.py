"""A real SMTP server (aiosmtpd) with a certificate of its own, that takes mails as a test wants it to."""

import ssl
import threading
import time
from email import message_from_bytes, policy
from pathlib import Path

import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword

from support.server import free_port

USER, PASSWORD = "portal", "correct horse & “battery” staple"
SENDER = "portal@agency.example"


class MailServer:
    """Keeps what it takes. `refusals`: what it says to a recipient, by address; `held`: seconds before it answers to a text."""

    def __init__(self, folder: Path, security="starttls", name="localhost", port=None, offers_tls=True):
        self.security, self.offers_tls = security, offers_tls
        self.port = port or free_port()
        self.taken, self.refusals, self.held = [], {}, 0.0
        # Mails about sign-ins from new browsers, which most tests make by the way.
        self.notices = []
        self.begun = threading.Event()
        folder.mkdir(parents=True, exist_ok=True)
        self.authority = trustme.CA()
        self.authority_file = folder / f"authority-{self.port}.pem"
        self.authority.cert_pem.write_to_path(str(self.authority_file))
        self.password_file = folder / "mail-password"
        self.password_file.write_text(PASSWORD + "\n")
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.authority.issue_cert(name).configure_cert(self.context)
        self.controller = None

    def settings(self, path: Path, **more) -> Path:
        """A settings file that names this server."""
        lines = {
            "mail-server": "localhost", "mail-port": str(self.port), "mail-security": self.security, "mail-user": USER,
            "mail-password-file": str(self.password_file), "mail-from": SENDER, "mail-ca-file": str(self.authority_file)}
        lines |= {key.replace("_", "-"): str(value) for key, value in more.items()}
        path.write_text("".join(f"{key} = {value}\n" for key, value in lines.items()))
        return path

    def start(self) -> "MailServer":
        secret = LoginPassword(USER.encode(), PASSWORD.encode())

        def authenticate(server, session, envelope, mechanism, data):
            return AuthResult(success=data == secret, handled=False)

        words = dict(authenticator=authenticate, auth_required=True, enable_SMTPUTF8=True)
        if self.security == "tls":
            self.controller = Controller(
                self, "localhost", self.port, ssl_context=self.context, auth_require_tls=False, **words)
        elif self.offers_tls:
            self.controller = Controller(self, "localhost", self.port, tls_context=self.context, require_starttls=True, **words)
        else:
            self.controller = Controller(self, "localhost", self.port, auth_require_tls=False, **words)
        self.controller.start()
        return self

    def stop(self):
        if self.controller:
            self.controller.stop()
            self.controller = None

    def __enter__(self):
        return self.start()

    def __exit__(self, *error):
        self.stop()

    async def handle_RCPT(self, server: SMTP, session, envelope, address, options):
        if (refusal := self.refusals.get(address)):
            return refusal
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 ok"

    async def handle_DATA(self, server: SMTP, session, envelope):
        import asyncio

        assert session.ssl or session.peer and self.security == "none" or self.security == "tls" or not self.offers_tls
        subject = message_from_bytes(envelope.original_content, policy=policy.default)["Subject"]
        # The demo's deadlines have reminders of their own, on working days only.
        if "new browser" in subject or "Hours to approve by" in subject:
            self.notices.append(envelope)
            return "250 2.0.0 queued apart"
        self.taken.append(envelope)
        self.begun.set()
        await asyncio.sleep(self.held)
        return f"250 2.0.0 queued as {len(self.taken)}"

    def mails(self) -> list:
        return [message_from_bytes(envelope.original_content, policy=policy.default) for envelope in self.taken]

    def wait_for(self, count: int, seconds=15) -> list:
        end = time.monotonic() + seconds
        while len(self.taken) < count and time.monotonic() < end:
            time.sleep(0.05)
        assert len(self.taken) >= count, f"{len(self.taken)} mails came, not {count}"
        return self.mails()
