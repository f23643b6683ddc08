"""Tells Yiwen what happens to the calls of Asterisk: reads the manager interface (AMI), reports over HTTP. Python 3 alone."""

import os
import re
import socket
import time

from call_report import Report, arguments


def events(connection):
    """Each event as a dictionary."""
    fields = {}
    for line in connection.makefile(encoding="utf-8", errors="replace", newline="\n"):
        name, found, value = line.strip().partition(":")
        if found:
            fields[name.strip()] = value.strip()
        elif fields:
            yield fields
            fields = {}


def extension(channel):
    """PJSIP/8001-0000002a is extension 8001."""
    found = re.match(r"\w+/([^-@/]+)", channel or "")
    return found.group(1) if found else ""


class Calls:
    def __init__(self, report, agents):
        self.report = report
        self.agents = agents
        self.rung = set()

    def take(self, event):
        now = time.time()
        call = event.get("Linkedid") or event.get("TransfererLinkedid") or event.get("OrigTransfererLinkedid")
        kind = event.get("Event")
        if kind == "DialBegin":
            agent = self.agents.get(extension(event.get("DestChannel")))
            call = event.get("DestLinkedid", call)
            if agent and call not in self.rung:
                self.rung.add(call)
                self.report.event(call, "ringing", now, number=event.get("CallerIDNum") or "anonymous", agent=agent)
        elif kind == "DialEnd" and event.get("DialStatus") == "ANSWER":
            call = event.get("DestLinkedid", call)
            self.tell(call, "answered", now, agent=self.agents.get(extension(event.get("DestChannel"))))
        elif kind in ("Hold", "Unhold"):
            self.tell(call, "held" if kind == "Hold" else "resumed", now)
        elif kind == "BlindTransfer":
            self.tell(call, "transferred", now, to=self.target(event.get("Extension")))
        elif kind == "AttendedTransfer":
            self.tell(call, "transferred", now, to=self.target(extension(event.get("TransferTargetChannel"))))
        elif kind == "Hangup" and event.get("Uniqueid") == call:
            self.tell(call, "ended", now, why=event.get("Cause-txt"))
            self.rung.discard(call)

    def target(self, called):
        return self.agents.get(called, called) or "?"

    def tell(self, call, kind, at, **fields):
        if call in self.rung:
            self.report.event(call, kind, at, **fields)


def main():
    args = arguments(5038)
    calls = Calls(Report(args.yiwen), args.agents)
    while True:
        try:
            with socket.create_connection((args.host, args.port)) as connection:
                login = f"Action: Login\r\nUsername: yiwen\r\nSecret: {os.environ['AMI_SECRET']}\r\nEvents: call\r\n\r\n"
                connection.sendall(login.encode())
                for event in events(connection):
                    calls.take(event)
        except OSError as gone:
            print(gone)
        time.sleep(2)


if __name__ == "__main__":
    main()
