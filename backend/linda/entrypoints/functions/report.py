"""How a function is, for whoever invokes it directly: what it reaches, and what it would say."""

import logging
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from linda.bootstrap import Linda
from linda.domain.errors import LindaError
from linda.domain.openings import day_openings
from linda.domain.owner_state import describe
from linda.entrypoints.functions.container import Container
from linda.entrypoints.functions.specs import FunctionSpec
from linda.records import epoch_ms
from linda.records.schedule import taken
from linda.records.tables import TABLES, Table

_log = logging.getLogger(__name__)


def report(container: Container, name: str) -> dict[str, Any]:
    """Return how the function `name` is; `ok` False with the `problem` and the way out when it can't work."""
    known: dict[str, Any] = {"function": name}
    try:
        linda = container.linda()
        known |= {"release": linda.settings.release, "shop": linda.shops.file.shop.name, "store": linda.settings.store}
        tables = {table.name: _reached(linda, table) for table in TABLES}
        return {"ok": True, **known, "tables": tables, **dict(_told(linda, container.spec))}
    except LindaError as bad:
        return {"ok": False, **known, "problem": str(bad)}
    except Exception:  # noqa: BLE001 - an entry point: whoever asks how it is gets an answer
        _log.exception("a report could not be made")
        return {"ok": False, **known, "problem": "Something unforeseen; the log of this function says what."}


def _reached(linda: Linda, table: Table) -> str:
    sort = {table.sort: 0} if table.sort else {}
    linda.records.store.get(table, {table.partition: "health", **sort})
    return "ok"


def _told(linda: Linda, spec: FunctionSpec) -> Iterator[tuple[str, Any]]:
    now = linda.clock.now()
    state = linda.records.states.current(fresh=True).at(now)
    yield "owner", f"{state.mode.value}: {describe(linda.shop, state, now)}"
    if "/" in spec.paths or "/twilio" in spec.paths:
        asks = linda.settings.has_model and not spec.rules_only
        yield "brain", f"{linda.settings.openai_model}, the rules when it fails" if asks else "rules"
    if spec.has_jobs:
        yield "jobs", sorted(linda.jobs)
        yield "waiting", linda.records.inbox.waiting()
    yield "openings_today", _openings_today(linda, now)


def _openings_today(linda: Linda, now: datetime) -> int:
    today = now.astimezone(linda.shop.timezone).date()
    busy = taken(linda.records.schedule.rows(today), epoch_ms(linda.clock))
    state = linda.records.states.current()
    shortest = min(service.minutes for service in linda.shop.services)
    return len(day_openings(linda.shop, state, today, shortest, busy, now=now))
