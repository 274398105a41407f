"""The HTTP side of the stand-in: the limit over a sliding second, the log of requests, and the faults of the wire."""

import gzip
import json
import socket
import threading
import time
from collections import deque
from dataclasses import asdict, dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import parse_qs, urlsplit

from tests.ncbi.calls import CALLS, Desk, Params, Response, as_json
from tests.ncbi.faults import Faults
from tests.ncbi.paper import Paper
from tests.ncbi.papers import papers

HTML = b"<!DOCTYPE html><html><head><title>Blocked</title></head><body>Your access has been blocked.</body></html>"
TRACE = b'NCBI C++ Exception:\n    Error: TXCLIENT(CException::eUnknown) "ctxclient.cpp", line 802: readAll EOF\n'
_HANG = 120.0


@dataclass
class Logged:
    """One request as the server saw it; `at` is the server's monotonic clock, the key itself is not kept."""

    at: float
    call: str
    method: str
    params: Params
    status: int = 0
    fault: str = ""
    with_key: bool = False
    over_limit: bool = False


@dataclass
class State:
    desk: Desk
    faults: Faults
    latency: float = 0.0
    retry_after: int = 1
    enforce: bool = True
    log: list[Logged] = field(default_factory=list)
    log_file: Path | None = None
    recent: dict[str, deque[float]] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)
    stopping: threading.Event = field(default_factory=threading.Event)

    def arrive(self, entry: Logged, who: str, limit: int) -> int:
        """Count a request; its number within the last second if that is over the limit, else 0. Refused ones count
        too."""
        with self.lock:
            entry.at = time.monotonic()
            window = self.recent.setdefault(who, deque())
            while window and window[0] <= entry.at - 1:
                window.popleft()
            window.append(entry.at)
            entry.over_limit = len(window) > limit
            self.log.append(entry)
            return len(window) if entry.over_limit and self.enforce else 0

    def note(self, entry: Logged) -> None:
        if self.log_file:
            with self.lock, self.log_file.open("a") as out:
                out.write(json.dumps(asdict(entry)) + "\n")


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 30
    state: State

    def do_GET(self) -> None:
        self._serve(parse_qs(urlsplit(self.path).query, keep_blank_values=True))

    def do_POST(self) -> None:
        length = int(self.headers.get("Content-Length", "0"))
        body = self.rfile.read(length).decode()
        self._serve(parse_qs(body, keep_blank_values=True))

    def _serve(self, params: Params) -> None:
        path = urlsplit(self.path).path
        call = "idconv" if path.startswith("/idconv") else path.rsplit("/", 1)[-1]
        key = params.get("api_key", [""])[0]
        seen = {k: v for k, v in params.items() if k != "api_key"}
        entry = Logged(0.0, call, self.command, seen, with_key=bool(key))
        number = self.state.arrive(entry, key or self.client_address[0], 10 if key else 3)
        fault = "" if number else self.state.faults.next()
        entry.fault = fault
        response = self._answer(call, params, key, number, fault)
        entry.status = response.status
        self.state.note(entry)
        if self.state.latency:
            self.state.stopping.wait(self.state.latency)
        self._send(response, fault)

    def _answer(self, call: str, params: Params, key: str, number: int, fault: str) -> Response:
        if number or fault in ("429", "429-bare", "limit-200"):
            body = {"error": "API rate limit exceeded", "api-key": key or "127.0.0.1", "count": str(number or 4)}
            return as_json(200 if fault == "limit-200" else 429, {**body, "limit": "10" if key else "3"})
        if "api_key" in params and (not key or key == "bad"):
            return as_json(400, {"error": "API key invalid", "api-key": key, "type": "invalid", "status": "unknown"})
        if len(self.path) > 8000:
            return Response(414, b"URI too long", "text/plain")
        if fault == "moved":
            return Response(302, b"", "text/html")
        if call not in CALLS:
            return Response(404, b"not found", "text/plain")
        if fault in ("500", "502", "503"):
            return Response(int(fault), b"<html><body>Bad Gateway</body></html>", "text/html")
        response = CALLS[call](self.state.desk, params, fault)
        return _spoilt(response, fault)

    def _send(self, response: Response, fault: str) -> None:
        if fault == "hang":
            self.state.stopping.wait(_HANG)
        if fault == "delay":
            self.state.stopping.wait(0.3)
        if fault in ("reset", "hang"):
            self._drop()
            return
        body, zipped = response.body, "gzip" in self.headers.get("Accept-Encoding", "") and len(response.body) > 5000
        if zipped:
            body = gzip.compress(body, 1)
        self.send_response(response.status)
        self.send_header("Content-Type", response.content_type)
        self.send_header("Content-Length", str(len(body)))
        if zipped:
            self.send_header("Content-Encoding", "gzip")
        if fault == "moved":
            self.send_header("Location", "http://192.0.2.1/")
        if response.status == 429 and fault != "429-bare":
            self.send_header("Retry-After", str(self.state.retry_after))
        self.end_headers()
        self._write(body, fault)

    def _write(self, body: bytes, fault: str) -> None:
        try:
            if fault == "cut":
                self.wfile.write(body[: len(body) // 2])
                self.wfile.flush()
                self._drop()
            elif fault == "drip":
                for byte in body:
                    self.wfile.write(bytes([byte]))
                    self.wfile.flush()
                    if self.state.stopping.wait(0.05):
                        return
            else:
                self.wfile.write(body)
        except OSError:
            self.close_connection = True

    def _drop(self) -> None:
        self.close_connection = True
        try:
            self.connection.shutdown(socket.SHUT_RDWR)
        except OSError:
            return

    def log_message(self, format: str, *args: object) -> None:
        """Nothing on stderr; the log is `State.log`."""


def _spoilt(response: Response, fault: str) -> Response:
    """A good answer with a fault of its body, status 200."""
    body = response.body
    spoilt = {
        "truncated": body[: max(1, len(body) * 2 // 3)],
        "prolog": body[: body.find(b"<", body.find(b"?>") + 1)] if body.startswith(b"<?xml") else b"",
        "html": HTML,
        "trace": TRACE,
    }
    return Response(200, spoilt[fault], response.content_type) if fault in spoilt else response


class Quiet(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def handle_error(self, request: object, client_address: object) -> None:
        """Clients that go away in the middle are part of the tests."""


class Standin:
    """The stand-in, running from `with` on; `papers` may be changed before."""

    def __init__(self, known: dict[str, Paper] | None = None, *, port: int = 0, log_file: Path | None = None) -> None:
        self.state = State(Desk(papers() if known is None else known), Faults(), log_file=log_file)
        handler = type("BoundHandler", (Handler,), {"state": self.state})
        self._server = Quiet(("127.0.0.1", port), handler)
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"
        self.eutils_url = f"{self.url}/entrez/eutils/"
        self.idconv_url = f"{self.url}/idconv/"
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
    def log(self) -> list[Logged]:
        return self.state.log

    @property
    def faults(self) -> Faults:
        return self.state.faults

    def busiest_second(self) -> int:
        """The most requests that arrived within any window of one second."""
        return busiest_second([entry.at for entry in self.log])


def busiest_second(times: list[float]) -> int:
    """The most of these times that lie within any half-open window of one second."""
    times = sorted(times)
    most = start = 0
    for end, at in enumerate(times):
        while times[start] <= at - 1:
            start += 1
        most = max(most, end - start + 1)
    return most
