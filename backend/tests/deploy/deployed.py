"""LINDA deployed by the script's own functions: on MiniStack with IAM enforced, with a Twilio of this machine."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import boto3  # type: ignore[import-untyped]

from linda.adapters.dynamo_store import DynamoStore
from linda.adapters.simulated_phone import Line
from linda.adapters.simulated_phone.webhook import Webhook
from linda.deployment import Package, local
from linda.deployment.aws import Aws
from linda.deployment.bringing_up import Bringing
from linda.deployment.deploy import Deployed, deploy
from linda.deployment.order import Order
from linda.deployment.pace import LOCAL_PACE
from linda.deployment.terminal import Step
from linda.domain.clock import SystemClock
from linda.entrypoints.phases.stage import post_over_web
from linda.records import Records
from linda.settings import Settings
from linda.testing.servers import Ministack, TwilioEmulator
from linda.testing.servers.process import ROOT

OWNER = "+19045550199"
Answer = tuple[int, str, bytes]


class Listening:
    """A terminal that agrees, and remembers what it was told and asked."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.questions: list[str] = []

    def say(self, line: str) -> None:
        self.lines.append(line)

    def ask(self, question: str) -> bool:
        self.questions.append(question)
        return True

    @contextmanager
    def progress(self, total: int) -> Iterator[Step]:
        yield lambda line, done: self.lines.append(line)

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


@dataclass(frozen=True)
class Account:
    """An AWS account of this machine, and a Twilio; `order` is a deployment to them."""

    server: Ministack
    twilio: TwilioEmulator
    aws: Aws
    order: Order
    package: Package

    def deploy(self, order: Order | None = None) -> tuple[Deployed, Listening]:
        """Deploy, with the package that was built once."""
        terminal = Listening()
        return deploy(self.bringing(terminal), order or self.order), terminal

    def bringing(self, terminal: Listening) -> Bringing:
        """Return what deploys the package that was built once."""
        return Bringing(self.aws, terminal, lambda *_, **__: self.package, LOCAL_PACE)

    @property
    def records(self) -> Records:
        """Return what LINDA remembers."""
        return Records.on(DynamoStore(self.aws.client("dynamodb"), ""), SystemClock())

    def with_settings(self, **changes: Any) -> Order:
        """Return the order with other settings."""
        return replace(self.order, settings=replace(self.order.settings, **changes))


def account(server: Ministack, twilio: TwilioEmulator, package: Package) -> Account:
    """Return an account to which nothing is deployed yet."""

    def connect(service: str) -> Any:
        keys = {"aws_access_key_id": "test", "aws_secret_access_key": "test"}
        return boto3.client(service, region_name="us-east-1", endpoint_url=server.url, **keys)

    settings = Settings.from_environment(
        {
            "TWILIO_ACCOUNT_SID": twilio.account_sid,
            "TWILIO_AUTH_TOKEN": twilio.auth_token,
            "TWILIO_PHONE_NUMBER": twilio.number,
            "LINDA_TWILIO_API_URL": twilio.url,
            "LINDA_PUBLIC_URL": "https://not.known.yet",
            "LINDA_OWNER_PHONE": OWNER,
            "LINDA_SHOP_FILE": str(ROOT / "shop.toml"),
            "LINDA_API_TOKEN": "t" * 40,
        }
    )
    order = Order("linda", settings, Path(ROOT), {**local.options(), "VoiceRelay": "on"}, local=True)
    return Account(server, twilio, Aws("us-east-1", connect), order, package)


@dataclass(frozen=True)
class Stage:
    """The deployed LINDA, as a customer's phone meets her."""

    account: Account
    deployed: Deployed
    terminal: Listening

    @property
    def line(self) -> Line:
        """Return what signs as Twilio does for the number."""
        twilio = self.account.twilio
        return Line(twilio.account_sid, twilio.auth_token, twilio.number, self.deployed.url, "/twilio/sms")

    def post(self, webhook: Webhook, path: str = "/twilio/sms") -> Answer:
        """Post a webhook over the HTTP API."""
        return post_over_web(self.deployed.url)(path, webhook.headers, webhook.body)


Deploys = Callable[[], Stage]
