"""Reports events of calls to Yiwen over HTTP; what the bridges for Asterisk and FreeSWITCH share. Python 3 alone."""

import argparse
import json
import os
import queue
import sys
import threading
import time
import urllib.error
import urllib.parse
import urllib.request


def arguments(port):
    parser = argparse.ArgumentParser()
    parser.add_argument("--yiwen", required=True, help="https://HOST")
    parser.add_argument("--host", default="127.0.0.1", help="of the telephone system")
    parser.add_argument("--port", type=int, default=port)
    parser.add_argument("--agents", default="", help="extension=login,…")
    args = parser.parse_args()
    args.agents = dict(one.split("=", 1) for one in args.agents.split(",") if one)
    return args


class Report:
    """Sends in order, one at a time, and sends again what Yiwen could not take."""

    def __init__(self, yiwen):
        self.yiwen = yiwen.rstrip("/")
        self.token = os.environ["YIWEN_VOICE_TOKEN"]
        self.waiting = queue.Queue()
        threading.Thread(target=self.run, daemon=True).start()

    def event(self, call, kind, at, **fields):
        """`at`: seconds since 1970."""
        told = {key: value for key, value in fields.items() if value}
        self.waiting.put((call, {"type": kind, "at": int(at * 1000), **told}))

    def run(self):
        while True:
            call, event = self.waiting.get()
            for pause in (1, 2, 4, 8, 16, 0):
                if self.sent(call, event):
                    break
                time.sleep(pause)
            self.waiting.task_done()

    def sent(self, call, event):
        request = urllib.request.Request(
            f"{self.yiwen}/api/v1/calls/{urllib.parse.quote(call, safe='')}/events",
            json.dumps([event]).encode(),
            {"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"},
        )
        try:
            with urllib.request.urlopen(request, timeout=10) as answer:
                result = json.load(answer)["results"][0]
        except urllib.error.HTTPError as refused:
            print(call, event["type"], refused, file=sys.stderr)
            return refused.code < 500
        except OSError as gone:
            print(call, event["type"], gone, file=sys.stderr)
            return False
        if result["type"] == "error":
            print(call, event["type"], result["detail"], file=sys.stderr)
        return result.get("code") != "internal"
