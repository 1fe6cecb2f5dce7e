"""Ten changes a second in a client's records, while its pages are measured."""

import http.client
import ssl
import threading
import time

CHANGES_PER_SECOND = 10


class Changer:
    """Approves a sheet, takes that back, takes the next: over one connection, at a steady pace, as long as `with`
    lasts. Each must be answered as done."""

    def __init__(self, portal, browser, sheets, token):
        self.portal, self.browser, self.sheets, self.token = portal, browser, sheets, token
        self.done, self.failed, self.at = 0, 0, 0

    def __enter__(self):
        self.ended = threading.Event()
        self.thread = threading.Thread(target=self.work)
        self.thread.start()

    def __exit__(self, *_):
        self.ended.set()
        self.thread.join()

    def work(self):
        context = ssl._create_unverified_context()
        connection = http.client.HTTPSConnection("127.0.0.1", self.portal.port, context=context, timeout=30)
        due = time.monotonic()
        while True:
            self.change(connection)
            due = max(due + 1 / CHANGES_PER_SECOND, time.monotonic())
            # After a withdrawal only, so that the next round finds every sheet waiting.
            if self.ended.wait(max(due - time.monotonic(), 0)) and self.at % 2 == 0:
                return connection.close()

    def change(self, connection):
        sheet, seen = self.sheets[self.at // 2 % len(self.sheets)]
        path, form, wanted = f"/timesheets/{sheet}/approval", {"csrf": self.token, "seen": seen}, "approved=1"
        if self.at % 2:
            path, form, wanted = f"{path}/withdrawal", {"csrf": self.token}, "done=taken-back"
        status, location = self.browser.post_on(connection, path, form)
        self.at += 1
        self.done += 1
        self.failed += not (status == 303 and wanted in location)
