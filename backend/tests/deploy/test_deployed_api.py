"""The API of the pages as it runs on AWS: over the HTTP API's own routes, and with the owner's cookie."""

import json
import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.client import HTTPConnection
from typing import Any
from urllib.parse import urlsplit

import pyotp

from linda.entrypoints.api.routes import routes as routes_of_the_api
from linda.entrypoints.http_answer import HttpAnswer
from linda.entrypoints.http_event import HttpRequest
from linda.entrypoints.phases.twilio_account import TwilioAccount
from linda.testing.memory_store import MemoryStore
from tests.deploy.called import Stack
from tests.deploy.deployed import OWNER, Stage
from tests.deploy.routing import function_of
from tests.deploy.template_functions import FUNCTIONS
from tests.shop_desk import open_shop

OTHERWISE = {
    "/api/public/call": 302,
    "/api/public/text": 302,
    "/api/chat": 404,  # without the word of a visitor
    "/api/calendar.ics": 404,  # without the secret of its link
    "/api/public/appointment.ics": 404,  # without the key of a booking
    "/api/simulator": 403,
    "/api/simulator/calls": 403,
}
"""What GET answers where that is no 200."""


def over_http(stage: Stage, method: str, path: str, body: object = None, *, token: str = "") -> HttpAnswer:
    """Return what the HTTP API answers; a redirection is not followed."""
    url = urlsplit(stage.deployed.url)
    headers = {"content-type": "application/json"} if body is not None else {}
    headers |= {"authorization": f"Bearer {token}"} if token else {}
    connection = HTTPConnection(url.netloc, timeout=30)
    content = None if body is None else json.dumps(body)
    connection.request(method, url.path + path, content, headers)
    answer = connection.getresponse()
    read = HttpAnswer(answer.status, tuple((k.lower(), v) for k, v in answer.getheaders()), answer.read())
    connection.close()
    return read


def test_every_path_that_can_be_looked_at_answers(stage: Stage) -> None:
    with open_shop(store=MemoryStore()) as linda:
        paths = [each.path for each in routes_of_the_api(linda.parts) if each.method == "GET" and "<" not in each.path]
    token = stage.account.order.settings.api_token
    found = {path: over_http(stage, "GET", path, token=token).status for path in [*paths, "/api/openapi.json"]}
    assert found == {path: OTHERWISE.get(path, 200) for path in found}


def test_a_method_that_nobody_serves_is_refused_by_the_function_whose_path_it_is(stage: Stage) -> None:
    asked = ("/api/public", "/api/openings", "/api/calendar.ics", "/api/cockpit")
    token = stage.account.order.settings.api_token
    found = [over_http(stage, "PATCH", path, token=token) for path in asked]
    assert [(each.status, dict(each.headers)["allow"]) for each in found] == [(405, "GET")] * len(asked)


def test_the_phone_simulator_is_not_there_for_anybody(stage: Stage) -> None:
    token = stage.account.order.settings.api_token
    sent = over_http(stage, "POST", "/api/simulator/texts", {"sender": OWNER, "text": "back"}, token=token)
    moved = over_http(stage, "POST", "/api/simulator/clock", {"minutes": 60})
    assert (sent.status, moved.status) == (403, 403)


def test_a_picture_arrives_as_its_bytes(stage: Stage) -> None:
    found = [over_http(stage, "GET", f"/api/qr.{kind}").body[:5] for kind in ("png", "pdf", "svg")]
    assert found == [b"\x89PNG\r", b"%PDF-", b"<?xml"]


def test_the_link_of_the_calendar_is_known_to_the_function_that_answers_it(stage: Stage) -> None:
    token = stage.account.order.settings.api_token
    link = json.loads(over_http(stage, "GET", "/api/feed", token=token).body)["url"]
    calendar = over_http(stage, "GET", link.removeprefix(stage.deployed.url))
    assert link.startswith(stage.deployed.url)
    assert (calendar.status, calendar.body[:15]) == (200, b"BEGIN:VCALENDAR")


@dataclass
class Browser:
    """A browser at the owner's desk. Its cookies reach the functions as AWS documents it, which no emulator does."""

    stack: Stack
    cookies: dict[str, str] = field(default_factory=dict)
    csrf: str = ""

    def asks(self, method: str, path: str, body: object = None) -> tuple[int, Any]:
        """Return status and JSON of the answer, by the function to which the path leads; cookies are kept."""
        headers = {"content-type": "application/json", "x-csrf-token": self.csrf, "origin": self.stack.public_url}
        headers |= {"cookie": self.cookie}
        content = b"" if body is None else json.dumps(body).encode()
        request = HttpRequest(method, path, headers=tuple(headers.items()), body=content)
        return self.reads(self.stack.request(FUNCTIONS[function_of(method, path) or ""].replace("_", "-"), request))

    @property
    def cookie(self) -> str:
        """Return what the browser sends back of its cookies."""
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())

    def reads(self, answer: HttpAnswer) -> tuple[int, Any]:
        """Keep the cookies of an answer, and the word against forgery; return its status and JSON."""
        for name, value in answer.headers:
            if name == "set-cookie":
                self._keep(value)
        read = json.loads(answer.body or b"null")
        self.csrf = (read or {}).get("csrf") or self.csrf
        return answer.status, read

    def _keep(self, cookie: str) -> None:
        pair, *attributes = cookie.split("; ")
        name, _, value = pair.partition("=")
        self.cookies.pop(name, None)
        if "Max-Age=0" not in attributes:
            self.cookies[name] = value


def test_the_owner_signs_in_and_one_cookie_opens_every_function(stage: Stage) -> None:
    browser = Browser(Stack.of(stage))
    assert browser.asks("GET", "/api/cockpit")[0] == 401
    before = codes_on_the_owners_phone(stage)
    # The emulator gives cookies back over HTTP, and brings none: what comes after is asked of the function.
    assert browser.reads(over_http(stage, "POST", "/api/session/code", {"phone": OWNER}))[0] == 202
    ((_, texted),) = codes_on_the_owners_phone(stage) - before
    login = {"phone": OWNER, "code": texted}
    status, session = browser.asks("POST", "/api/session", login)
    assert (status, session["needs"], session["may_skip"]) == (200, "enrolment", False)
    assert browser.asks("GET", "/api/cockpit")[0] == 401, "with half a sign-in"
    secret = browser.asks("POST", "/api/second-factor/enrolment")[1]["secret"]
    shown = pyotp.TOTP(secret).at(datetime.now(UTC))
    assert browser.asks("POST", "/api/second-factor", {"code": shown})[0] == 200
    assert browser.asks("GET", "/api/session")[1]["signed_in"] is True
    assert browser.asks("GET", "/api/cockpit")[0] == 200
    assert browser.asks("GET", "/api/calendar")[0] == 200
    assert browser.asks("DELETE", "/api/session")[0] == 204
    assert browser.asks("GET", "/api/calendar")[0] == 401
    assert set(browser.cookies) == {"__Host-linda-device"}, "the device is known, the code used and taken back"


def codes_on_the_owners_phone(stage: Stage) -> set[tuple[str, str]]:
    """Return the codes that were texted to the owner, each with the id of its text."""
    client = TwilioAccount.connect(stage.account.order.settings).client
    found = (
        (str(each.sid), re.match(r"(\d{6}) is your code", str(each.body))) for each in client.messages.list(to=OWNER)
    )
    return {(sid, code[1]) for sid, code in found if code}
