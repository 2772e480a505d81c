"""The owner's state from the terminal."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import click

from linda.bootstrap import Linda
from linda.conversation.tools.reading import read_clock
from linda.domain.errors import Conflict, InvalidInput
from linda.domain.owner_state import OwnerState, describe, validate
from linda.domain.shop import Mode
from linda.entrypoints.cli.shared import as_json, data_folder, fixed_clock, local_now, opened, read_moment, show


@click.group()
def state() -> None:
    """Show or set what the owner is doing."""


@state.command("show")
@as_json
@fixed_clock
@data_folder
def show_state(*, as_json: bool, at: str | None, data: Path | None) -> None:
    """Show the state in force, in the words customers hear."""
    with opened(data, at) as linda:
        current = linda.records.states.current(fresh=True).at(linda.clock.now())
        show(_item(linda, current), lambda: _words(linda, current), as_json=as_json)


@state.command("set")
@click.argument("mode", type=click.Choice([mode.value.lower() for mode in Mode], case_sensitive=False))
@click.option("--until", help="When it ends by itself: 15:30, or 2026-02-10T15:30.")
@click.option("--note", default="", help="What the owner is doing, for mode custom.")
@as_json
@fixed_clock
@data_folder
def set_state(*, mode: str, until: str | None, note: str, as_json: bool, at: str | None, data: Path | None) -> None:
    """Set the MODE the owner is in."""
    with opened(data, at) as linda:
        before = linda.records.states.current(fresh=True)
        ends = read_until(linda, until) if until else None
        wanted = validate(replace(before, mode=Mode(mode.upper()), until=ends, note=note), linda.clock.now())
        try:
            current = linda.records.states.change(wanted, by="cli")
        except Conflict:
            raise InvalidInput("Somebody else changed the state at this moment; look, and try again.") from None
        show(_item(linda, current), lambda: _words(linda, current), as_json=as_json)


def read_until(linda: Linda, text: str) -> datetime:
    """Read a wall-clock time (its next occurrence) or a moment of the shop's zone; raises `InvalidInput`."""
    if "-" in text:
        return read_moment(text, linda.shop)
    at = read_clock(text)
    now = local_now(linda.clock, linda.shop)
    moment = datetime.combine(now.date(), at, tzinfo=linda.shop.timezone)
    return moment if moment > now else moment + timedelta(days=1)


def _item(linda: Linda, current: OwnerState) -> dict[str, Any]:
    until = current.until.astimezone(linda.shop.timezone).isoformat() if current.until else None
    return {
        "mode": current.mode.value,
        "until": until,
        "note": current.note,
        "version": current.version,
        "says": describe(linda.shop, current, linda.clock.now()),
    }


def _words(linda: Linda, current: OwnerState) -> str:
    return f"{current.mode.value}: {describe(linda.shop, current, linda.clock.now())}"
