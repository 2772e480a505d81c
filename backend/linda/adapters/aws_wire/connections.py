"""Connections to one address, kept open between requests, each in the hands of one thread at a time."""

import select
import socket
import ssl
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPSConnection, IncompleteRead
from urllib.parse import urlsplit

from linda.adapters.aws_wire.failures import unconnected, unheard

Headers = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered; the names of headers are in small letters."""

    status: int
    headers: Headers
    body: bytes


class _Closed(Exception):
    """The server hung up on a request, for `reason`."""

    def __init__(self, reason: OSError | HTTPException) -> None:
        super().__init__(str(reason))
        self.reason = reason


class Connections:
    """The connections to `address`; as many are kept as were ever needed at once, and at most `most`."""

    def __init__(self, address: str, *, connect_s: float, read_s: float, most: int, ca_bundle: str = "") -> None:
        """Open nothing yet; wait `connect_s` seconds for a connection, and `read_s` for each part of an answer."""
        self.address = address
        self._parts = urlsplit(address)
        self._connect_s, self._read_s, self._most = connect_s, read_s, most
        self._ca_bundle = ca_bundle
        self._idle: list[HTTPConnection] = []
        self._lock = threading.Lock()
        self._tls: ssl.SSLContext | None = None

    @property
    def host(self) -> str:
        """Return the host as requests name it."""
        return self._parts.netloc

    def post(self, headers: Headers, body: bytes) -> Answer:
        """Return the answer to a POST; a request that meets a closed connection is made once more, on a new one.

        Raises botocore's errors for a server that can't be reached, or was not heard.
        """
        kept = self._kept()
        if kept is not None:
            try:
                return self._ask(kept, headers, body)
            except _Closed:
                pass  # a container that stood still finds its connections so
        try:
            return self._ask(self._opened(), headers, body)
        except _Closed as bad:
            raise unheard(bad.reason, self.address) from bad.reason

    def close(self) -> None:
        """Close the connections that nobody is using."""
        with self._lock:
            idle, self._idle = self._idle, []
        for each in idle:
            each.close()

    def _kept(self) -> HTTPConnection | None:
        while True:
            with self._lock:
                if not self._idle:
                    return None
                line = self._idle.pop()
            if not _has_ended(line.sock):
                return line
            line.close()

    def _opened(self) -> HTTPConnection:
        try:
            line = self._line()
            line.connect()
        except OSError as bad:
            raise unconnected(bad, self.address) from bad
        line.sock.settimeout(self._read_s)
        return line

    def _line(self) -> HTTPConnection:
        host, port = self._parts.hostname or "", self._parts.port
        if self._parts.scheme == "http":
            return HTTPConnection(host, port, timeout=self._connect_s)
        # Some twenty milliseconds of reading certificates, so once, and not before they are needed.
        with self._lock:
            if self._tls is None:
                self._tls = ssl.create_default_context(cafile=self._ca_bundle or None)
        return HTTPSConnection(host, port, timeout=self._connect_s, context=self._tls)

    def _ask(self, line: HTTPConnection, headers: Headers, body: bytes) -> Answer:
        try:
            line.request("POST", "/", body, headers)
            got = line.getresponse()
            answer = Answer(got.status, {name.lower(): value for name, value in got.getheaders()}, got.read())
        except (OSError, HTTPException) as bad:
            line.close()
            if isinstance(bad, (TimeoutError, IncompleteRead)):
                raise unheard(bad, self.address) from bad
            raise _Closed(bad) from bad
        self._give_back(line)
        return answer

    def _give_back(self, line: HTTPConnection) -> None:
        with self._lock:
            if line.sock is not None and len(self._idle) < self._most:
                self._idle.append(line)
                return
        line.close()


def _has_ended(sock: socket.socket) -> bool:
    """Tell whether a connection on which nothing is expected has something to say: that it is closed."""
    poll = select.poll()
    poll.register(sock, select.POLLIN)
    return bool(poll.poll(0))
