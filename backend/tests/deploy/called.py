"""A deployed stack, whose functions are called directly, with the events that API Gateway makes."""

import json
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from linda.adapters.dynamo_store import DynamoStore
from linda.adapters.simulated_phone import Line
from linda.adapters.simulated_phone.webhook import Webhook
from linda.domain.clock import SystemClock
from linda.entrypoints.http_answer import HttpAnswer, read_result
from linda.entrypoints.http_event import HttpRequest, build_event
from linda.records import Records
from linda.settings import Settings
from tests.deploy.deployed import Stage

Client = Any
LIVE = "live"
DOWN = HttpAnswer(500, (), b"")
"""What API Gateway says for a function that raised."""


@dataclass(frozen=True, slots=True)
class Stack:
    """The stack `name` of an account; `public_url` is what Twilio calls, `settings` hold its side of every secret."""

    name: str
    connect: Callable[[str], Client]
    public_url: str
    settings: Settings

    @classmethod
    def of(cls, stage: Stage) -> "Stack":
        """Return the stack that was deployed on `stage`."""
        order, aws = stage.account.order, stage.account.aws
        return cls(order.name, aws.client, stage.deployed.url, order.settings)

    @property
    def records(self) -> Records:
        """Return what LINDA remembers."""
        return Records.on(DynamoStore(self.connect("dynamodb")), SystemClock())

    def line(self, path: str) -> Line:
        """Return Twilio's side of a webhook at `path`."""
        ours = self.settings
        return Line(ours.twilio_account_sid, ours.twilio_auth_token, ours.twilio_phone_number, self.public_url, path)

    def invoke(self, function: str, event: Mapping[str, Any], version: str = LIVE) -> Any:
        """Return what `function` ("dispatcher") returns for `event`; None when it raised."""
        sent = json.dumps(event).encode()
        answer = self.connect("lambda").invoke(FunctionName=f"{self.name}-{function}", Qualifier=version, Payload=sent)
        result = json.loads(answer["Payload"].read() or "null")
        return None if "FunctionError" in answer else result

    def started_anew(self, function: str) -> str:
        """Return what a new container of `function` finds wrong; a container keeps the secrets that it has read."""
        client, name = self.connect("lambda"), f"{self.name}-{function}"
        client.update_function_configuration(FunctionName=name, Description=secrets.token_hex(8))
        version = client.publish_version(FunctionName=name)["Version"]
        report = self.invoke(function, {"health": True}, version) or {"problem": "it raised"}
        client.delete_function(FunctionName=name, Qualifier=version)
        return str(report.get("problem", ""))

    def request(self, function: str, request: HttpRequest) -> HttpAnswer:
        """Return the answer of `function` to a request, as API Gateway gives it."""
        event = build_event(request, now=datetime.now(UTC), request_id="1")
        result = self.invoke(function, event)
        return DOWN if result is None else read_result(result)

    def post(self, function: str, webhook: Webhook) -> HttpAnswer:
        """Return the answer of `function` to a webhook of Twilio's."""
        host = (("host", self.public_url.partition("//")[2]),)
        headers = (*host, *webhook.headers.items())
        path, _, query = webhook.path.partition("?")
        return self.request(function, HttpRequest("POST", path, query=query, headers=headers, body=webhook.body))

    def owns(self, function: str, method: str, path: str, body: object = None, query: str = "") -> tuple[int, Any]:
        """Return status and JSON of the owner's API for a request with his token."""
        headers = (("authorization", f"Bearer {self.settings.api_token}"), ("content-type", "application/json"))
        content = b"" if body is None else json.dumps(body).encode()
        answer = self.request(function, HttpRequest(method, path, query=query, headers=headers, body=content))
        return answer.status, json.loads(answer.body or b"null")
