"""A program of the owner's own: sends requests with his token, and reads what comes back."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from linda.bootstrap import Linda
from linda.entrypoints.http_answer import HttpAnswer
from linda.entrypoints.http_event import HttpRequest
from linda.entrypoints.lambda_call import call
from linda.records.store import Store
from linda.testing.memory_store import MemoryStore
from tests.shop_desk import open_shop

TOKEN = "t0ken-of-the-owner-0123456789abcdefghij"  # noqa: S105 - a made-up token


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    body: Any

    @classmethod
    def of(cls, answer: HttpAnswer) -> "Answer":
        """Read an answer; a body that is not JSON stays as its bytes."""
        headers = dict(answer.headers)
        is_json = headers.get("content-type", "").endswith("json")
        return cls(answer.status, headers, json.loads(answer.body) if is_json else answer.body)


@dataclass(frozen=True, slots=True)
class OwnerProgram:
    """Sends requests to `linda`; `token` None sends none."""

    linda: Linda
    token: str | None = TOKEN

    def send(self, method: str, path: str, body: object = None, *, query: str = "", **headers: str) -> Answer:
        """Send `body` as JSON (bytes as they are) and return the answer."""
        sent = {"content-type": "application/json"} if body is not None else {}
        sent |= {"authorization": f"Bearer {self.token}"} if self.token is not None else {}
        sent |= {name.replace("_", "-"): value for name, value in headers.items()}
        content = body if isinstance(body, bytes) else json.dumps(body).encode() if body is not None else b""
        request = HttpRequest(method, path, query=query, headers=tuple(sent.items()), body=content)
        return Answer.of(call(self.linda.routes["/api"], request, self.linda.clock, seconds=30))


@contextmanager
def open_api(at: str = "2026-02-10T10:00", *, store: Store | None = None, token: str = TOKEN) -> Iterator[OwnerProgram]:
    """Yield a program of the owner of a LINDA that knows his `token`."""
    with open_shop(at, store=store or MemoryStore(), LINDA_API_TOKEN=token) as linda:
        yield OwnerProgram(linda)
