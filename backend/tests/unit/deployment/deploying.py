"""Somebody who deploys: an order, a package, and a terminal that remembers."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from linda.deployment.aws import Aws
from linda.deployment.bringing_up import Bringing
from linda.deployment.local import NOBODY
from linda.deployment.order import Order
from linda.deployment.pace import Pace
from linda.deployment.package import Package
from linda.deployment.terminal import Step
from linda.settings import Settings

ROOT = Path(__file__).resolve().parents[4]
TOKEN = "token-of-this-operation"  # noqa: S105 - it marks events
ENVIRONMENT = {
    "TWILIO_ACCOUNT_SID": "AC" + "0" * 32,
    "TWILIO_AUTH_TOKEN": "the-token",
    "TWILIO_PHONE_NUMBER": "+19045550100",
    "LINDA_OWNER_PHONE": "+19045550199",
    "LINDA_PUBLIC_URL": "https://tunnel.example",
    "LINDA_TWILIO_API_URL": NOBODY,
    "LINDA_SHOP_FILE": str(ROOT / "shop.toml"),
}


@dataclass
class RememberingTerminal:
    """Remembers what was said and asked; answers yes unless told otherwise."""

    agrees: bool = True
    lines: list[str] = field(default_factory=list)
    questions: list[str] = field(default_factory=list)
    steps: list[tuple[str, int]] = field(default_factory=list)

    def say(self, line: str) -> None:
        self.lines.append(line)

    def ask(self, question: str) -> bool:
        self.questions.append(question)
        return self.agrees

    @contextmanager
    def progress(self, total: int) -> Iterator[Step]:
        yield lambda line, done: self.steps.append((line, done))

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


def order(**variables: str) -> Order:
    return Order("linda", Settings.from_environment({**ENVIRONMENT, **variables}), ROOT, {})


def small_package(root: Path, target: Path, *, architecture: str, python: str, tell: Callable[[str], None]) -> Package:
    """Stand in for the real build where what is in the package does not matter."""
    target.write_bytes(b"a package")
    return Package(target, "0" * 64, architecture, python, 9, 9, 1, is_compiled=True)


def bringing(aws: Aws, terminal: RememberingTerminal, *, rounds: int = 3) -> Bringing:
    pace = Pace(every_s=0.0, rounds=rounds, pause=lambda seconds: None)
    return Bringing(aws, terminal, small_package, pace, lambda: TOKEN)
