"""Scope: ten thousand argument strings for each tool, most of them broken. No exception, no write without a yes."""

import json
from collections import Counter
from collections.abc import Callable
from random import Random
from typing import Any

import pytest

from linda.conversation.toolbox import Kind, Status, Tool
from linda.conversation.tools import TOOL_TYPES
from linda.records.store import Write
from linda.testing.memory_store import MemoryStore
from tests.faults import hostile_model as worst
from tests.tool_desk import ToolDesk, open_desk

STRINGS = 10_000
SOUND = 0.25  # of all strings; the others are broken on purpose

WORDS: tuple[object, ...] = (
    *worst.DAYS,
    *worst.TIMES,
    *worst.JOBS,
    *worst.DEVICES,
    *worst.NAMES,
    *worst.REASONS,
    *worst.MODES,
    *worst.PERCENTS,
    "screen_protector",
    0.5,
    {},
    [],
    {"a": [None]},
    "\u0000\ud800\u202e",
    "1" * 501,
)
RAW = (
    *worst.RAW,
    "true",
    '"text"',
    "NaN",
    '{"' + "a" * 5000 + '": 1}',
    '{"a":' * 3000 + "1" + "}" * 3000,
    '{"date": ' + "9" * 5000 + "}",
    "\ufeff{}",
    "{}\x00",
    "{'date': 'x'}",
    '{"date": "2026-02-11",}',
    '{"\ud800": 1}',
)
NOISE = '{}[]":,\\\x00 \u202e\ud83d\udca5\n0e.-ntf'


class CountingStore(MemoryStore):
    """Counts transactions."""

    def __init__(self) -> None:
        super().__init__()
        self.transactions = 0

    def transact(self, *writes: Write) -> None:
        self.transactions += 1
        super().transact(*writes)


def a_string(pick: Random, names: list[str], sound: Callable[[], dict[str, object]]) -> str:
    """Return one string of arguments: sound, of wrong types, cut and scrambled, or no object at all."""
    luck = pick.random()
    if luck < SOUND:
        return json.dumps(sound())
    if luck < 0.5:
        given = {name: pick.choice(WORDS) for name in names if pick.random() < 0.9}
        if pick.random() < 0.3:
            given[pick.choice(worst.FOREIGN)] = pick.choice(WORDS)
        return json.dumps(given)
    if luck < 0.55:
        return pick.choice(RAW)
    return scrambled(pick, json.dumps(sound(), ensure_ascii=pick.random() < 0.5))


def scrambled(pick: Random, text: str) -> str:
    """Return `text` with a few characters dropped, doubled, replaced, or a piece of it repeated."""
    letters = list(text)
    for _ in range(pick.randint(1, 6)):
        place = pick.randrange(len(letters) + 1)
        other = min(len(letters), place + pick.randint(1, 8))
        letters[place:other] = pick.choice(([], [pick.choice(NOISE)], letters[place:other] * 2))
    return "".join(letters)


TEXT_THE_OWNER = {"hand_to_owner", "ask_owner"}
"""These count the day's texts to the owner first, apart from their write: else customers who need them at one
moment would be in each other's way."""


def sound_arguments(pick: Random, tool: str) -> Callable[[], dict[str, object]]:
    """Return what makes arguments of the right types for `tool`."""
    model = worst.HostileModel(pick.randrange(2**30), "4417")
    makes = [make for name, make in worst.CALLS if name == tool]
    return lambda: pick.choice(makes)(model)


@pytest.mark.parametrize("tool", TOOL_TYPES, ids=lambda tool: str(tool.name))
def test_no_argument_string_raises_or_writes_when_refused(tool: Any) -> None:
    kind: Kind = tool.kind
    names = list(tool.arguments.schema()["properties"])
    pick = Random(f"arguments of {tool.name}")
    sound = sound_arguments(pick, tool.name)
    ended: Counter[Status] = Counter()
    store = CountingStore()
    desk = fresh_desk(store)
    for _ in range(STRINGS):
        text = a_string(pick, names, sound)
        before = store.transactions
        desk.tools.begin_fallback()
        outcome = desk.tools.call(tool.name, text).outcome
        ended[outcome.status] += 1
        if outcome.status is not Status.DONE or kind is Kind.READ:
            assert store.transactions == before, text[:200]
        else:
            assert store.transactions <= before + 1 + (tool.name in TEXT_THE_OWNER), text[:200]
            store = CountingStore()
            desk = fresh_desk(store)
        desk.tools.runs.clear()
    assert ended.total() == STRINGS
    assert ended[Status.REFUSED] > STRINGS / 3 or not names
    assert ended[Status.DONE] > 0, "fuzz that never gets through tests nothing"


def fresh_desk(store: MemoryStore) -> ToolDesk:
    """Return a desk with a repair quoted and one booking, so that there is something to harm."""
    desk = open_desk(store)
    desk.call("book_slot", date="2026-02-12", time="11:00", repair_type="battery", device="iPhone 13")
    desk.next_turn()
    desk.call("quote_repair", repair_type="battery", device="iPhone 13")
    return desk


def test_the_tools_of_the_fuzz_are_all_there_are() -> None:
    tools: list[type[Tool]] = list(TOOL_TYPES)
    assert {name for name, _ in worst.CALLS} >= {tool.name for tool in tools}
