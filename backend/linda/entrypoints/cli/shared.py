"""What every command needs: the settings, a joined LINDA, the clock, and two ways of printing."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from linda.bootstrap import Linda, join
from linda.domain.clock import Clock, SystemClock
from linda.domain.errors import InvalidInput
from linda.domain.shop import Shop
from linda.domain.time_words import clock_time, date_words
from linda.entrypoints.env_files import read_environment
from linda.entrypoints.logs import hide
from linda.entrypoints.terminal import tell
from linda.settings import Settings

as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON instead of text.")
data_folder = click.option(
    "--data", type=click.Path(file_okay=False, path_type=Path), help="The data folder (LINDA_DATA_DIR, else .linda)."
)
fixed_clock = click.option(
    "--at", metavar="MOMENT", help="Pretend it is MOMENT in the shop's zone (2026-02-10T14:46); local mode only."
)


def read_settings(data: Path | None = None) -> Settings:
    """Return the settings of the environment, over those of `.env` and `backend/.env`; `data` wins."""
    settings = Settings.from_environment(read_environment())
    hide(*settings.secrets)
    return replace(settings, data_dir=data) if data else settings


@contextmanager
def opened(data: Path | None = None, at: str | None = None) -> Iterator[Linda]:
    """Yield a joined LINDA, closed afterwards; `at` fixes the clock."""
    settings = read_settings(data)
    if at is not None and not settings.local:
        raise InvalidInput("--at moves the clock, which only local mode allows: unset TWILIO_ACCOUNT_SID.")
    linda = join(settings, clock=SystemClock())
    if at is not None:
        linda.close()
        linda = join(settings, clock=FixedClock(read_moment(at, linda.shop)))
    try:
        yield linda
    finally:
        linda.close()


class FixedClock(SystemClock):
    """Shows one moment for ever; budgets still run on the machine's clock."""

    def __init__(self, moment: datetime) -> None:
        """Show the aware `moment`."""
        self._moment = moment.astimezone(UTC)

    def now(self) -> datetime:
        """Return the fixed moment."""
        return self._moment


def read_moment(text: str, shop: Shop) -> datetime:
    """Read a moment of the shop's wall clock, or one that names its zone; raises `InvalidInput`."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise InvalidInput(f"{text!r} is no moment; write it like 2026-02-10T14:46.") from None
    if not 2000 <= moment.year < 2100:
        raise InvalidInput(f"{text!r} is not of this century.")
    return moment if moment.tzinfo else moment.replace(tzinfo=shop.timezone)


def read_typed(text: str) -> str:
    """Return `text` of the command line or terminal; bytes that are no UTF-8 become question marks."""
    return text.encode("utf-8", "replace").decode("utf-8")


def local_now(clock: Clock, shop: Shop) -> datetime:
    """Return this moment in the shop's zone."""
    return clock.now().astimezone(shop.timezone)


def show(value: Any, text: Callable[[], str], *, as_json: bool) -> None:
    """Print `value` as JSON, or what `text` makes of it."""
    tell(json.dumps(value, indent=2, ensure_ascii=False) if as_json else text())


def moment_of(linda: Linda, epoch_ms: int) -> str:
    """Write an epoch-ms moment in the shop's zone: "Tue Feb 10 2:46 PM"."""
    moment = datetime.fromtimestamp(epoch_ms / 1000, linda.shop.timezone)
    return f"{date_words(moment.date())} {clock_time(moment.time())}"
