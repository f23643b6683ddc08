"""Tells Yiwen what happens to the calls of FreeSWITCH: reads mod_event_socket, reports over HTTP. Python 3 alone."""

import json
import os
import socket
import time

from call_report import Report, arguments

WANTED = "CHANNEL_CREATE CHANNEL_BRIDGE CHANNEL_HOLD CHANNEL_UNHOLD CHANNEL_HANGUP_COMPLETE"


def messages(stream):
    """The headers and the body of each message."""
    while True:
        headers = {}
        for line in iter(stream.readline, b""):
            name, found, value = line.decode(errors="replace").strip().partition(":")
            if not found:
                break
            headers[name.lower()] = value.strip()
        if not headers:
            return
        yield headers, stream.read(int(headers.get("content-length", 0)))


class Calls:
    def __init__(self, report, agents):
        self.report = report
        self.agents = agents
        self.rung = set()

    def take(self, event):
        at = int(event.get("Event-Date-Timestamp", time.time() * 1e6)) / 1e6
        call = event.get("Channel-Call-UUID", "")
        kind = event.get("Event-Name")
        if kind == "CHANNEL_CREATE":
            agent = self.agents.get(event.get("Caller-Destination-Number", ""))
            if agent and event.get("Call-Direction") == "outbound" and call not in self.rung:
                self.rung.add(call)
                number = event.get("Caller-Caller-ID-Number") or "anonymous"
                self.report.event(call, "ringing", at, number=number, agent=agent)
        elif call not in self.rung:
            return
        elif kind == "CHANNEL_BRIDGE":
            called = event.get("Other-Leg-Destination-Number") or event.get("Caller-Destination-Number", "")
            self.report.event(call, "answered", at, agent=self.agents.get(called))
        elif kind in ("CHANNEL_HOLD", "CHANNEL_UNHOLD"):
            self.report.event(call, "held" if kind == "CHANNEL_HOLD" else "resumed", at)
        elif kind == "CHANNEL_HANGUP_COMPLETE" and event.get("Unique-ID") == call:
            self.report.event(call, "ended", at, why=event.get("Hangup-Cause"))
            self.rung.discard(call)


def main():
    args = arguments(8021)
    calls = Calls(Report(args.yiwen), args.agents)
    while True:
        try:
            with socket.create_connection((args.host, args.port)) as connection:
                connection.sendall(f"auth {os.environ['ESL_PASSWORD']}\n\nevent json {WANTED}\n\n".encode())
                for headers, body in messages(connection.makefile("rb")):
                    if headers.get("content-type") == "text/event-json":
                        calls.take(json.loads(body))
        except OSError as gone:
            print(gone)
        time.sleep(2)


if __name__ == "__main__":
    main()
