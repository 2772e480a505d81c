"""A visitor of the web page: keeps the token he was given, and sends what the page sends."""

import json
import re
import secrets
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from linda.bootstrap import Linda
from linda.domain.visitor import visitor_id
from linda.entrypoints.http_event import HttpRequest
from linda.entrypoints.lambda_call import call
from linda.records.leads import Lead
from tests.owner_program import Answer
from tests.shop_desk import clock_of, phone_of

NUMBER = "+19045550147"


@dataclass
class Visitor:
    """Somebody with the page open, at the internet address `address`."""

    linda: Linda
    token: str | None = None
    address: str = "198.51.100.7"

    def send(self, method: str, path: str, body: object = None, *, query: str = "") -> Answer:
        """Send `body` as JSON, and the token where there is one."""
        sent = {"content-type": "application/json"} if body is not None else {}
        sent |= {"x-visitor": self.token} if self.token else {}
        content = json.dumps(body).encode() if body is not None else b""
        request = HttpRequest(method, path, query, tuple(sent.items()), content, client=self.address)
        return Answer.of(call(self.linda.routes["/api"], request, self.linda.clock, seconds=30))

    def post(self, text: str, client_id: str = "") -> Answer:
        """Send a text under a fresh id, or under `client_id`, and keep the token."""
        body = {"visitor": self.token, "id": client_id or secrets.token_hex(16), "text": text}
        answer = self.send("POST", "/api/chat", body)
        if answer.status == 200:
            self.token = answer.body["visitor"]
        return answer

    def says(self, text: str) -> str:
        """Send a text twenty seconds later and return the answer to it."""
        clock_of(self.linda).advance(timedelta(seconds=20))
        answer = self.post(text)
        assert answer.status == 200, answer.body
        return " ".join(each["text"] for each in answer.body["lines"])

    def reads(self, after: int = 0) -> Any:
        """Return the chat since `after`."""
        answer = self.send("GET", "/api/chat", query=f"after={after}")
        assert answer.status == 200, answer.body
        return answer.body

    def lines(self) -> list[tuple[str, str]]:
        """Return who said what."""
        return [(each["who"], each["text"]) for each in self.reads()["lines"]]

    def gives(self, number: str = NUMBER) -> Answer:
        """Name a number and agree to texts there."""
        return self.send("POST", "/api/chat/phone", {"phone": number, "consent": True})

    def enters(self, code: str) -> Answer:
        """Type a code."""
        return self.send("POST", "/api/chat/phone/confirm", {"code": code})

    def confirms(self, number: str = NUMBER) -> Answer:
        """Name a number and type the code that is on its phone."""
        self.gives(number)
        return self.enters(codes_on(self.linda, number)[-1])

    @property
    def customer(self) -> str:
        """Return the customer id."""
        return visitor_id(self.token or "")

    @property
    def lead(self) -> Lead:
        """Return the lead."""
        lead = self.linda.records.leads.get(self.customer)
        assert lead is not None
        return lead


def texts_on(linda: Linda, number: str) -> list[str]:
    """Return what the shop texted to `number`."""
    return [each.body for each in phone_of(linda).threads.of(number) if each.author == "shop"]


def codes_on(linda: Linda, number: str) -> list[str]:
    """Return the codes on the phone `number`, the latest last."""
    found = [re.match(r"(\d{6}) is your code to book", each) for each in texts_on(linda, number)]
    return [match[1] for match in found if match]
