"""LINDA's functions as a container runs them, on a SQLite file, with a Parameter Store that remembers."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from linda.domain.errors import VendorFailed
from linda.entrypoints.functions import Function
from linda.entrypoints.functions.container import Container
from linda.entrypoints.functions.specs import FunctionSpec
from linda.testing.clock import FakeClock
from tests.faults.signature_vectors import AUTH_TOKEN, PUBLIC_URL
from tests.owner_program import TOKEN
from tests.shop_desk import OWNER, ROOT

SECRETS = {"TWILIO_AUTH_TOKEN": AUTH_TOKEN, "LINDA_API_TOKEN": TOKEN}


@dataclass
class Parameters:
    """A Parameter Store: says what it holds, or `fails`; remembers what it was asked."""

    holds: dict[str, str] = field(default_factory=lambda: dict(SECRETS))
    fails: bool = False
    asked: list[tuple[str, tuple[str, ...], str]] = field(default_factory=list)

    def __call__(self, path: str, names: Sequence[str], region: str) -> Mapping[str, str]:
        """Return those of `names` that there are."""
        self.asked.append((path, tuple(names), region))
        if self.fails:
            raise VendorFailed("The Parameter Store is out.", permanent=False)
        return {name: self.holds[name] for name in names if name in self.holds}


def environment(folder: Path, **changes: str) -> dict[str, str]:
    """Return the variables of a function, but with its store in `folder`."""
    variables = {
        "LINDA_DATA_DIR": str(folder),
        "LINDA_SHOP_FILE": str(ROOT / "shop.toml"),
        "LINDA_PUBLIC_URL": PUBLIC_URL,
        "LINDA_OWNER_PHONE": OWNER,
        "LINDA_SECRETS_PATH": "/linda",
        "LINDA_RELEASE": "r1",
        "TWILIO_ACCOUNT_SID": "AC" + "0b" * 16,
        "TWILIO_PHONE_NUMBER": "+19045550100",
    }
    return variables | changes


def a_clock() -> FakeClock:
    """Return a clock on a Tuesday morning, when the shop is open."""
    return FakeClock(datetime(2026, 2, 10, 15, tzinfo=UTC))


@contextmanager
def open_container(
    spec: FunctionSpec, variables: Mapping[str, str], *, read: Parameters | None = None, clock: FakeClock | None = None
) -> Iterator[Container]:
    """Yield the container of a function."""
    container = Container(spec, variables, clock=clock or a_clock(), read=read or Parameters())
    try:
        yield container
    finally:
        container.close()


@contextmanager
def open_function(spec: FunctionSpec, variables: Mapping[str, str], **more: Any) -> Iterator[Function]:
    """Yield a function."""
    with open_container(spec, variables, **more) as container:
        yield Function(container)
