"""What both stand-ins share: the server, the sliding limit, how many at a time, the log, and the faults of the wire."""

import json
import threading
import time
from collections import deque
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from types import TracebackType
from typing import Self
from urllib.parse import parse_qs, unquote, urlsplit

from tests.ncbi.faults import Faults
from tests.ncbi.server import HTML, Quiet

KINDS = ("429", "500", "502", "503", "cut", "truncated", "html", "delay")
"""The faults that pass by themselves."""


@dataclass
class Asked:
    """One request as the server saw it."""

    at: float
    path: str
    params: dict[str, list[str]]
    status: int = 0
    fault: str = ""
    at_a_time: int = 1


@dataclass
class State:
    faults: Faults = field(default_factory=lambda: Faults(kinds=KINDS))
    enforce: bool = True
    a_second: int = 5
    at_a_time: int = 1
    latency: float = 0.0
    retry_after: int = 0
    log: list[Asked] = field(default_factory=list)
    recent: deque[float] = field(default_factory=deque)
    busy: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)
    stopping: threading.Event = field(default_factory=threading.Event)

    def arrive(self, asked: Asked) -> bool:
        """Count a request; whether it is too many, within a second or at a time."""
        with self.lock:
            asked.at = time.monotonic()
            while self.recent and self.recent[0] <= asked.at - 1:
                self.recent.popleft()
            self.recent.append(asked.at)
            self.busy += 1
            asked.at_a_time = self.busy
            self.log.append(asked)
            return self.enforce and (len(self.recent) > self.a_second or self.busy > self.at_a_time)

    def leave(self) -> None:
        with self.lock:
            self.busy -= 1


@dataclass(frozen=True)
class Answered:
    status: int
    body: bytes
    content_type: str = "application/json"


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 30
    state: State
    owner: "JsonStandin"

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        asked = Asked(0.0, unquote(parts.path).lstrip("/"), parse_qs(parts.query, keep_blank_values=True))
        refused = self.state.arrive(asked)
        asked.fault = "" if refused else self.state.faults.next()
        answered = Answered(429, b"Too many requests", "text/plain") if refused else self._answer(asked)
        asked.status = answered.status
        if self.state.latency or asked.fault == "delay":
            self.state.stopping.wait(self.state.latency or 0.2)
        self.state.leave()
        self._send(answered, asked.fault)

    def _answer(self, asked: Asked) -> Answered:
        if asked.fault == "429":
            return Answered(429, b"Too many requests", "text/plain")
        if asked.fault in ("500", "502", "503"):
            return Answered(int(asked.fault), b"<html><body>Bad Gateway</body></html>", "text/html")
        if asked.fault == "html":
            return Answered(200, HTML, "text/html")
        whole = self.owner.answer(asked.path, {k: v[0] for k, v in asked.params.items()})
        if asked.fault == "truncated":
            return Answered(whole.status, whole.body[: len(whole.body) * 2 // 3], whole.content_type)
        return whole

    def _send(self, answered: Answered, fault: str) -> None:
        self.send_response(answered.status)
        self.send_header("Content-Type", answered.content_type)
        self.send_header("Content-Length", str(len(answered.body)))
        for name, value in self.owner.headers().items():
            self.send_header(name, value)
        if answered.status == 429:
            self.send_header("Retry-After", str(self.state.retry_after))
        self.end_headers()
        try:
            if fault == "cut":
                self.wfile.write(answered.body[: len(answered.body) // 2])
                self.close_connection = True
            else:
                self.wfile.write(answered.body)
        except OSError:
            self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:
        """Nothing on stderr; the log is `State.log`."""


class JsonStandin:
    """A server that runs from `with` on; kinds of it say what it answers."""

    def __init__(self) -> None:
        self.state = State()
        handler = type("BoundHandler", (Handler,), {"state": self.state, "owner": self})
        self._server = Quiet(("127.0.0.1", 0), handler)
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}/"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.state.stopping.set()
        self._server.shutdown()
        self._server.server_close()

    @property
    def log(self) -> list[Asked]:
        return self.state.log

    def headers(self) -> dict[str, str]:
        """What every answer says beside its body."""
        return {}

    def answer(self, path: str, params: dict[str, str]) -> Answered:
        """The good answer to a request."""
        return Answered(404, f"{path} {params}".encode(), "text/plain")


def as_json(data: object, status: int = 200) -> Answered:
    return Answered(status, json.dumps(data, ensure_ascii=False).encode())
