"""A browser at LINDA's pages: keeps cookies as browsers do, and sends the word against forgery along."""

import json
import re
from dataclasses import dataclass, field
from typing import Any

import pyotp

from linda.bootstrap import Linda
from linda.entrypoints.http_answer import HttpAnswer
from linda.entrypoints.http_event import HttpRequest
from linda.entrypoints.lambda_call import call
from tests.owner_program import Answer
from tests.shop_desk import OWNER, phone_of

CHROME = (
    "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Mobile Safari/537.36"
)
HERE = "http://localhost:8000"


@dataclass
class Browser:
    """Sends requests to `linda`; `csrf` is what the latest session told."""

    linda: Linda
    cookies: dict[str, str] = field(default_factory=dict)
    csrf: str = ""
    user_agent: str = CHROME
    client: str = "127.0.0.1"

    def send(self, method: str, path: str, body: object = None, **headers: str) -> Answer:
        """Send `body` as JSON and return the answer; headers that are empty are left out."""
        sent = {
            "host": "localhost:8000",
            "user-agent": self.user_agent,
            "cookie": self.cookie,
            "x-csrf-token": self.csrf,
        }
        sent |= {"content-type": "application/json"} if body is not None else {}
        sent |= {"origin": HERE} if method != "GET" else {}
        sent |= {name.replace("_", "-"): value for name, value in headers.items()}
        given = tuple((name, value) for name, value in sent.items() if value)
        content = json.dumps(body).encode() if body is not None else b""
        request = HttpRequest(method, path, headers=given, body=content, client=self.client)
        answer = call(self.linda.routes["/api"], request, self.linda.clock, seconds=30)
        return self.keep(answer)

    def keep(self, answer: HttpAnswer) -> Answer:
        """Keep the cookies of an answer and the word against forgery, and return it read."""
        for cookie in [value for name, value in answer.headers if name == "set-cookie"]:
            self._keep(cookie)
        read = Answer.of(answer)
        if read.status == 200 and isinstance(read.body, dict) and read.body.get("csrf"):
            self.csrf = read.body["csrf"]
        return read

    def does(self, method: str, path: str, body: object = None) -> Any:
        """Return the body of an answer that must be a success."""
        answer = self.send(method, path, body)
        assert answer.status < 300, (answer.status, answer.body)
        return answer.body

    def session(self) -> Any:
        """Return how far this browser is."""
        return self.does("GET", "/api/session")

    def asks_for_code(self, phone: str = OWNER) -> str:
        """Have a code texted and return the one that is on the owner's phone."""
        self.does("POST", "/api/session/code", {"phone": phone})
        return latest_code(self.linda)

    def enters_code(self) -> Any:
        """Sign in with a fresh code; what is needed beside it is still to come."""
        return self.does("POST", "/api/session", {"phone": OWNER, "code": self.asks_for_code()})

    def signs_in(self) -> Any:
        """Sign in, and leave the second factor for later when there is none."""
        self.enters_code()
        return self.does("POST", "/api/session/skip")

    def turns_on(self) -> tuple[pyotp.TOTP, list[str]]:
        """Set the second factor up and return the app and the recovery codes."""
        app = pyotp.TOTP(self.does("POST", "/api/second-factor/enrolment")["secret"])
        codes = self.does("POST", "/api/second-factor", {"code": app.at(self.linda.clock.now())})["recovery_codes"]
        self.session()
        return app, codes

    @property
    def cookie(self) -> str:
        """Return what is sent as Cookie."""
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())

    def _keep(self, cookie: str) -> None:
        pair, *attributes = cookie.split("; ")
        assert {"Path=/", "Secure", "HttpOnly", "SameSite=Strict"} <= set(attributes), cookie
        name, _, value = pair.partition("=")
        assert name.startswith("__Host-")
        self.cookies.pop(name, None)
        if "Max-Age=0" not in attributes:
            self.cookies[name] = value


def latest_code(linda: Linda) -> str:
    """Return the code of the latest text on the owner's phone, "" when there is none."""
    found = [re.match(r"(\d{6}) is your code for LINDA", text.body) for text in phone_of(linda).threads.of(OWNER)]
    codes = [match[1] for match in found if match]
    return codes[-1] if codes else ""


def another(code: str) -> str:
    """Return a code that is not `code`."""
    return f"{(int(code) + 1) % 10**6:06}"
