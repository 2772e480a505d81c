"""Plays a journey on a whole LINDA and compares the store first, then the words."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import yaml

from linda.bootstrap import Linda
from linda.domain.owner_state import OwnerState
from linda.domain.shop import Mode, Persona
from linda.domain.sms_text import measure
from linda.entrypoints.cli.texting import receipt_of
from linda.records import epoch_ms
from linda.records.schedule import Claim, block
from tests.shop_desk import CUSTOMER, OWNER, clock_of, open_shop, phone_of

FOLDER = Path(__file__).parent
MOST_TOOLS = 8
Spec = dict[str, Any]


def load_journeys() -> list[Spec]:
    """Return every journey of the folder, with the name of its file."""
    found = []
    for file in sorted(FOLDER.glob("*.yaml")):
        found += [{**each, "file": file.stem} for each in yaml.safe_load(file.read_text(encoding="utf-8"))]
    return found


@dataclass(slots=True)
class Said:
    """What came back for one step: replies, tools called, segments of the longest reply, rules that spoke."""

    replies: tuple[str, ...]
    tools: list[str]
    segments: int
    rules: list[str]

    @property
    def text(self) -> str:
        """Return the replies as one text."""
        return " ".join(self.replies)


def play(journey: Spec) -> tuple[list[Said], list[str]]:
    """Play `journey` and return what was said with every way in which it is not as promised."""
    with open_shop(str(journey["at"])) as linda:
        numbers = count(1)
        phone_of(linda).new_id = lambda: f"{next(numbers):032x}"
        _prepare(linda, journey)
        said, problems = [], []
        for number, step in enumerate(journey["steps"], 1):
            heard = _step(linda, step)
            said.append(heard)
            problems += [f"step {number} ({step['customer']!r}): {each}" for each in _step_problems(step, heard)]
        linda.sweeper.sweep()
        return said, [*end_problems(linda, journey.get("end", {})), *problems]


def _prepare(linda: Linda, journey: Spec) -> None:
    if "owner" in journey:
        set_owner(linda, journey["owner"])
    for number, each in enumerate(journey.get("taken", [])):
        starts = time.fromisoformat(each["from"])
        claim = Claim(str(each["day"]), starts.hour * 60 + starts.minute, each["minutes"], 0, f"block{number}")
        linda.records.store.transact(*block(claim, epoch_ms(linda.clock), "taken before"))


def set_owner(linda: Linda, given: Spec) -> None:
    """Put the owner in the state `given`, from now on."""
    state: OwnerState = linda.records.states.current(fresh=True)
    changes: Spec = {**given, "mode": Mode(given.get("mode", "WORK")), "until": None}
    if "until" in given:
        today = linda.clock.now().astimezone(linda.shop.timezone).date()
        changes["until"] = datetime.combine(today, time.fromisoformat(given["until"]), tzinfo=linda.shop.timezone)
    if "persona" in given:
        changes["persona"] = Persona(given["persona"])
    linda.records.states.change(replace(state, **changes), by="journey")


def _step(linda: Linda, step: Spec) -> Said:
    clock_of(linda).advance(timedelta(seconds=step.get("after", 20)))
    if "owner" in step:
        set_owner(linda, step["owner"])
    pictures = [(f"https://example.com/{n}.jpg", "image/jpeg") for n in range(step.get("media", 0))]
    delivery = phone_of(linda).text(step.get("from", CUSTOMER), step["customer"], media=pictures)
    receipt = receipt_of(linda, delivery.sid) or {"tools": [], "rules": []}
    longest = max((measure(reply).segments for reply in delivery.replies), default=0)
    return Said(delivery.replies, [each["tool"] for each in receipt["tools"]], longest, receipt["rules"])


def _step_problems(step: Spec, heard: Said) -> list[str]:
    problems = []
    called = iter(heard.tools)
    missing = [tool for tool in step.get("tools", []) if tool not in called]
    if missing:
        problems.append(f"{missing} not called in this order; called were {heard.tools}")
    problems += [f"does not say {each!r}: {heard.text!r}" for each in step.get("says", []) if each not in heard.text]
    problems += [f"says {each!r}: {heard.text!r}" for each in step.get("never", []) if each in heard.text]
    if bool(heard.replies) == bool(step.get("silent", False)):
        problems.append(f"silence expected: {bool(step.get('silent'))}, said: {heard.text!r}")
    problems += [f"{each}: {heard.text!r}" for each in heard.rules if "was not sent" in each]
    if len(heard.tools) > MOST_TOOLS:
        problems.append(f"takes {len(heard.tools)} tool calls")
    problems += [f"asks {heard.text.count('?')} questions: {heard.text!r}" for _ in range(heard.text.count("?") > 1)]
    if heard.segments > step.get("segments", 2):
        problems.append(f"takes {heard.segments} segments: {heard.text!r}")
    return problems


def end_problems(linda: Linda, end: Spec) -> list[str]:
    """Return in what the store differs from `end`."""
    lead = linda.records.leads.get(CUSTOMER)
    assert lead is not None
    checks: Spec = {
        "status": lead.status,
        "discount_percent": (lead.discount or {}).get("percent", 0),
        "add_ons": {each["item"]: each["accepted"] for each in lead.upsells},
        "handed_over": bool(lead.handed_over),
        "opted_out": bool(lead.opted_out_at),
    }
    problems = [
        f"{key} is {checks[key]!r}, not {end[key]!r}" for key in checks if key in end and checks[key] != end[key]
    ]
    facts = {key: lead.facts.get(key) for key in end.get("facts", {})}
    if facts != end.get("facts", {}):
        problems.append(f"facts are {facts!r}, not {end['facts']!r}")
    if "bookings" in end:
        problems += _booking_problems(linda, end["bookings"])
    told = [each.body for each in phone_of(linda).threads.of(OWNER)]
    problems += [
        f"the owner is not told {each!r}: {told}"
        for each in end.get("owner_told", [])
        if not any(each in t for t in told)
    ]
    return problems


def _booking_problems(linda: Linda, expected: list[Spec]) -> list[str]:
    start = linda.clock.now().astimezone(linda.shop.timezone).date()
    booked = [each for ahead in range(-3, 45) for each in linda.records.schedule.bookings(_day(start, ahead))]
    found = [
        {
            "day": date.fromisoformat(each.day),
            "time": f"{each.starts // 60:02d}:{each.starts % 60:02d}",
            "services": list(each.services),
            "price": each.price,
            "device": each.device,
            "service_mode": each.service_mode,
            "name": each.name,
        }
        for each in booked
    ]
    wanted = [dict(each) for each in expected]
    seen = [{key: each[key] for key in want} for each, want in zip(found, wanted, strict=False)]
    if len(found) == len(wanted) and seen == wanted:
        return []
    return [f"bookings are {found}, not {wanted}"]


def _day(start: date, ahead: int) -> date:
    return start + timedelta(days=ahead)
