"""What a turn's tool calls tell about the customer's wish, so that the other brain can go on from there."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

from linda.conversation.facts import Facts, Pending, sound
from linda.conversation.toolbox import Status, ToolRun
from linda.domain.shop import Shop
from linda.language.devices import read_devices
from linda.language.when import mentions

SETTLED = frozenset({"book_slot", "move_booking"})
"""When one of these is done the wish for a time is fulfilled."""

QUOTING = frozenset({"quote_repair", "authorize_discount"})


def learned(facts: Facts, runs: Iterable[ToolRun], shop: Shop) -> Facts:
    """Return `facts` with what the finished `runs` add.

    A run that answers with what it "noted" speaks for itself; of the others results count before arguments.
    """
    for run in runs:
        if run.outcome.status is not Status.DONE:
            continue
        noted = run.outcome.data.get("noted")
        if isinstance(noted, Mapping):
            facts = Facts.from_item({**facts.to_item(), **noted})
        else:
            facts = replace(facts, **_found(run.arguments, run.outcome.data, shop))
        if run.tool in SETTLED:
            facts = facts.without_when()
    return sound(facts, shop)


def last_quote(runs: Sequence[ToolRun]) -> Mapping[str, Any] | None:
    """Return the last quote `runs` gave, as the lead keeps it, or None."""
    quotes = [run.outcome.data for run in runs if run.tool in QUOTING and run.outcome.status is Status.DONE]
    return dict(quotes[-1]) if quotes else None


def open_question(text: str, runs: Sequence[ToolRun], now: datetime) -> Pending | None:
    """Return what a reply `text` after `runs` leaves to be answered: an add-on's offer, or the openings it names."""
    offered = next((run for run in reversed(runs) if run.tool == "log_upsell" and run.wrote), None)
    if offered is not None and offered.arguments.get("accepted") is None:
        return Pending("add_on", {"item": offered.arguments["item"]})
    if any(run.tool in SETTLED and run.wrote for run in runs):
        return None
    times = {at for mention in mentions(text, now) for at in mention.times}
    open_now = {each for run in runs for each in run.outcome.evidence.moments}
    named = sorted(each for each in open_now if each.time() in times)
    return Pending("slot", {"slots": [each.isoformat() for each in named]}) if named else None


def _found(given: Mapping[str, Any], data: Mapping[str, Any], shop: Shop) -> dict[str, Any]:
    found: dict[str, Any] = {key: given[key] for key in ("name", "service_mode", "address") if given.get(key)}
    device = data.get("device") or given.get("device")
    if device:
        phones = read_devices(str(device))
        found |= {"device": phones[0].label, "brand": phones[0].brand} if phones else {"device": str(device)}
    ids = data.get("services") or str(given.get("repair_type")).split("+")
    if ids and all(shop.service(each) for each in ids):
        found["services"] = tuple(ids)
    for key, field, kind in (("date", "day", date), ("time", "time", time)):
        value = _iso(given.get(key), kind)
        if value is not None:
            found[field] = value
    return found


def _iso(value: object, kind: type[date] | type[time]) -> date | time | None:
    try:
        return kind.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
