"""Turns whose tool results are known, so that every claim about them is either true or false."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from linda.adapters.shop_file import load_shop
from linda.conversation.brain import Turn
from linda.conversation.claims import false_claims
from linda.conversation.evidence import Evidence, joined
from linda.conversation.facts import Facts
from linda.conversation.toolbox import Kind, Outcome, Status, ToolRun
from linda.domain.money import Cents
from linda.domain.owner_state import OwnerState
from linda.domain.shop import Mode, Shop

ZONE = ZoneInfo("America/New_York")
TODAY, TOMORROW = date(2026, 2, 10), date(2026, 2, 11)
NOW = datetime(2026, 2, 10, 12, 46, tzinfo=ZONE)
CUSTOMER = "+19045550142"


@cache
def shop() -> Shop:
    """Return the shop of the repository's shop file."""
    return load_shop(Path(__file__).parents[5] / "shop.toml")


def at(day: date, clock: str) -> datetime:
    """Return the moment of a 24-hour clock on a day."""
    return datetime.combine(day, time.fromisoformat(clock), tzinfo=ZONE)


@dataclass(frozen=True, slots=True)
class World:
    """One turn, with the runs its reply may draw on."""

    turn: Turn
    runs: tuple[ToolRun, ...] = field(default=())

    @property
    def evidence(self) -> Evidence:
        """Return what the runs entitle to."""
        return joined(run.outcome.evidence for run in (*self.turn.effects, *self.runs))

    def faults(self, text: str) -> list[str]:
        """Return the false claims of `text` in this world."""
        return false_claims(text, self.turn, self.evidence, self.runs)


def a_world(
    *runs: ToolRun, said: str = "hi", state: OwnerState | None = None, facts: Facts | None = None, now: datetime = NOW
) -> World:
    """Return a world where the customer wrote `said` and `runs` were made."""
    turn = Turn(
        text=said,
        channel="sms",
        customer=CUSTOMER,
        shop=shop(),
        state=state or OwnerState(),
        now=now,
        facts=facts or Facts(),
        pending=None,
    )
    return World(turn, runs)


def a_run(tool: str, evidence: Evidence, kind: Kind = Kind.READ, status: Status = Status.DONE, **data: Any) -> ToolRun:
    """Return a finished run of `tool`."""
    return ToolRun(tool, {}, Outcome(status, data, evidence=evidence), kind=kind)


def openings(day: date, *clocks: str, left: int, minutes: int = 45) -> ToolRun:
    """Return a look at the calendar that found these starts."""
    found = frozenset(at(day, clock) for clock in clocks)
    evidence = Evidence(moments=found, days=frozenset({day}), counts=frozenset({left}))
    return a_run(
        "check_availability",
        evidence,
        available=bool(clocks),
        date=day.isoformat(),
        slots=[words(each) for each in clocks],
        left=left,
        minutes=minutes,
    )


def not_open(day: date, clock: str, *others: datetime, left: int = 2) -> ToolRun:
    """Return a look at the calendar that found a wanted start taken."""
    evidence = Evidence(
        moments=frozenset(others),
        denied=frozenset({at(day, clock)}),
        days=frozenset({day, *(each.date() for each in others)}),
        counts=frozenset({left}),
    )
    return a_run("check_availability", evidence, available=False, date=day.isoformat(), slots=[], left=left)


def a_quote(
    *services: str, percent: int = 0, on_site: bool = False, tool: str = "quote_repair", **data: Any
) -> ToolRun:
    """Return a quote as the tools make it."""
    lines = [line for line in shop().services if line.id in services]
    price = sum(line.price for line in lines)
    surcharge = 2000 if on_site else 0
    off = price * percent // 100
    total = price + surcharge - off
    prices = {total, price, price + surcharge, *(line.price for line in lines)} | ({surcharge, off} - {0})
    minutes = sum(line.minutes for line in lines)
    evidence = Evidence(
        prices=frozenset(map(Cents, prices)), percents=frozenset({percent} - {0}), minutes=frozenset({minutes})
    )
    told = {
        "services": list(services),
        "total_cents": total,
        "full_price_cents": price + surcharge,
        "discount_percent": percent,
        "discount_cents": off,
    }
    return a_run(tool, evidence, **{**told, **data})


def a_booking(
    day: date, clock: str, *services: str, code: str = "4417", tool: str = "book_slot", **data: Any
) -> ToolRun:
    """Return a booking (or a move, or a cancellation) as the tools make it."""
    quoted = a_quote(*services).outcome
    start = at(day, clock)
    minutes = max(quoted.evidence.minutes)
    end = datetime.fromtimestamp(start.timestamp() + minutes * 60, ZONE)
    evidence = quoted.evidence | Evidence(moments=frozenset({start, end}), days=frozenset({day}))
    told = {
        "booked": True,
        "date": day.isoformat(),
        "time": words(clock),
        "code": code,
        "services": list(services),
        "minutes": minutes,
        "price_cents": max(quoted.evidence.prices),
        "discount_percent": 0,
    }
    return a_run(tool, evidence, Kind.WRITE, **{**told, **data})


def words(clock: str) -> str:
    """Return a 24-hour clock the way the tools write times: "2:00 PM"."""
    told = time.fromisoformat(clock)
    return f"{told.hour % 12 or 12}:{told:%M} {'AM' if told.hour < 12 else 'PM'}"


GYM = OwnerState(mode=Mode.GYM, until=at(TODAY, "15:30"))
CLOSED = OwnerState(mode=Mode.CLOSED, until=at(TOMORROW, "09:00"))
SCREEN = Facts(brand="iphone", device="iPhone 13", services=("iphone_screen",))

NOTHING = a_world()
QUOTED = a_world(
    a_quote("iphone_screen"),
    openings(TODAY, "14:00", "15:30", left=2),
    said="how much for an iphone 13 screen?",
    facts=SCREEN,
)
TAKEN = a_world(
    a_quote("iphone_screen"),
    not_open(TODAY, "15:00", at(TODAY, "14:30"), at(TODAY, "15:15")),
    said="can i come at 3?",
    facts=SCREEN,
)
BOOKED = a_world(a_booking(TODAY, "14:00", "iphone_screen"), said="2 pm please", facts=SCREEN)
LAST_TWO = a_world(openings(TODAY, "15:30", "16:00", left=2), said="anything today?")
AT_GYM = a_world(openings(TODAY, "15:45", "16:00", left=1), said="is he there?", state=GYM)
DISCOUNTED = a_world(
    a_quote("iphone_screen", percent=10, tool="authorize_discount"), said="any discount?", facts=SCREEN
)
ON_SITE = a_world(
    a_quote("iphone_screen", on_site=True), said="can you come to me?", facts=replace(SCREEN, service_mode="on_site")
)
NEXT_DAY = a_world(openings(TOMORROW, "09:00", "10:30", "13:00", left=3), said="tomorrow?", facts=SCREEN)
HELD = a_world(
    a_run(
        "hold_slot", Evidence(moments=frozenset({at(TODAY, "14:00")}), minutes=frozenset({10})), Kind.WRITE, held=True
    ),
    said="hmm",
)
HANDED = a_world(a_run("hand_to_owner", Evidence(), Kind.WRITE, handed_over=True), said="i want a human")
MOVED = a_world(
    a_booking(TOMORROW, "10:00", "iphone_screen", tool="move_booking", moved_from="2026-02-10 2:00 PM"),
    said="move it to tomorrow 10am",
)
CANCELLED = a_world(
    a_booking(TODAY, "14:00", "iphone_screen", tool="cancel_booking", booked=False, cancelled=True),
    said="please drop it",
)
FULL = a_world(openings(TODAY, left=0), openings(TOMORROW, "09:00", "09:15", left=6), said="today?")
CLOSED_NOW = a_world(said="open?", now=at(TODAY, "20:00"))
ASKED_DAY = a_world(said="can i come the 10th or tuesday", facts=SCREEN)


def table(name: str) -> list[tuple[str, str]]:
    """Return the rows of a text file beside this module: the world's name and what is said in it."""
    rows, world = [], ""
    for line in (Path(__file__).parent / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            world = line.strip("[]")
        elif line and not line.startswith("#"):
            rows.append((world, line))
    return rows


def world_named(name: str) -> World:
    """Return the world with this name."""
    found = globals()[name]
    assert isinstance(found, World)
    return found
