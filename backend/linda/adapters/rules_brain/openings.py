"""Offering times: what the calendar really has, near what the customer wishes for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from linda.adapters.rules_brain.talk import Talk
from linda.conversation.toolbox import ToolRun
from linda.domain.hours import hours_on
from linda.domain.shop import ServiceMode
from linda.domain.time_words import clock_time, day_word, list_words

WINDOWS = {
    "morning": (time(0), time(11, 59)),
    "midday": (time(11), time(14)),
    "afternoon": (time(12), time(23, 59)),
    "evening": (time(16), time(23, 59)),
    "night": (time(17), time(23, 59)),
}
FEW_LEFT = 3
SPREADS = (timedelta(hours=2), timedelta(minutes=45), timedelta(minutes=30), timedelta(minutes=5))
"""How far apart two offered starts should be, best first."""


@dataclass(frozen=True, slots=True)
class Found:
    """What the calendar answered for one day: the starts asked about, and how many bookings still fit."""

    day: date
    starts: tuple[datetime, ...]
    left: int
    is_free: bool
    """The very time that was wished for is free."""


def look_up(talk: Talk, day: date, at: time | None = None) -> Found:
    """Ask the calendar for `day`, or for one wished time of it."""
    kinds = talk.facts.services or talk.facts.repairs
    run = talk.call(
        "check_availability",
        date=day.isoformat(),
        time=None if at is None else f"{at:%H:%M}",
        repair_type="+".join(kinds) if talk.facts.services else None,
        device=talk.facts.device,
        service_mode=None if talk.mode is ServiceMode.IN_SHOP else talk.mode.value,
    )
    return _found(run, day, at)


def offer(talk: Talk, purpose: str = "slot", **data: object) -> None:
    """Offer two real openings near what is wished for, and remember them under the question `purpose`."""
    wish = talk.facts
    day = wish.day or talk.today
    exact = wish.time if wish.time is not None and wish.bound is None else None
    found = look_up(talk, day, exact)
    if exact is not None and not found.is_free:
        _say_not_free(talk, day, exact)
        present(talk, found.starts, purpose, **data)
        return
    if exact is not None:
        present(talk, [each for each in found.starts if each.time() == exact], purpose, **data)
        return
    starts = _wished(talk, found.starts)
    if found.starts and not starts:
        talk.say("none_in_part", day=talk.day_words(day), part=_part_words(talk))
        starts = found.starts
    elif found.left == 0 and wish.day is not None:
        _say_none(talk, day)
    present(talk, chosen(starts)[: max(1, found.left)], purpose, **data)
    if starts and starts[0].date() == day and 0 < found.left <= FEW_LEFT:
        _say_scarce(talk, found)


def present(talk: Talk, starts: Sequence[datetime], purpose: str, **data: object) -> None:
    """Say the openings `starts` and ask which one; with none, hand over to the owner."""
    if not starts:
        talk.call("hand_to_owner", reason="wants an appointment, the calendar has none", urgent=False)
        talk.say("no_openings")
        return
    slots = {"slots": [each.isoformat() for each in starts], **data}
    if len(starts) == 1:
        talk.say("offer_one", slot=talk.moment(starts[0]))
        talk.ask("ask_this_slot", purpose, slots)
    else:
        talk.say("offer", slots=slot_words(starts, talk.today))
        talk.ask("ask_which_slot", purpose, slots)


def slot_words(starts: Sequence[datetime], today: date) -> str:
    """Write openings, each day once: "today at 2 PM or 3:30 PM", "Tue Feb 10 at 9 AM or Wed Feb 11 at 9 AM"."""
    words = []
    for place, each in enumerate(starts):
        same_day = place > 0 and each.date() == starts[place - 1].date()
        at = clock_time(each.time())
        words.append(at if same_day else f"{day_word(each.date(), today)} at {at}")
    return list_words(words)


def chosen(starts: Sequence[datetime]) -> list[datetime]:
    """Return two of `starts` worth offering: the first, and one well after it when there is one."""
    if not starts:
        return []
    for apart in SPREADS:
        later = [each for each in starts if each - starts[0] >= apart]
        if later:
            return [starts[0], later[0]]
    return [starts[0]]


def _found(run: ToolRun, day: date, at: time | None) -> Found:
    data = run.outcome.data
    starts = tuple(sorted(run.outcome.evidence.moments))
    is_free = bool(data.get("available")) and (at is None or any(each.time() == at for each in starts))
    return Found(day, starts, int(data.get("left", 0)), is_free)


def _wished(talk: Talk, starts: Sequence[datetime]) -> tuple[datetime, ...]:
    facts = talk.facts
    low, high = WINDOWS.get(facts.part or "", (time(0), time(23, 59)))
    if facts.time is not None and facts.bound == "after":
        low, high = max(low, facts.time), facts.latest or time(23, 59)
    if facts.time is not None and facts.bound == "before":
        high = facts.time
    within = tuple(each for each in starts if low <= each.time() <= high)
    if facts.time is not None and facts.bound == "around":
        wanted = facts.time.hour * 60 + facts.time.minute
        near = sorted(within, key=lambda each: abs(each.hour * 60 + each.minute - wanted))[:2]
        within = tuple(near[:1] if near and near[0].time() == facts.time else sorted(near))
    return within


def _part_words(talk: Talk) -> str:
    facts = talk.facts
    if facts.time is not None and facts.bound in {"after", "before", "around"}:
        return f"{facts.bound} {clock_time(facts.time)}"
    return {"night": "at night", "midday": "around noon"}.get(facts.part or "", f"in the {facts.part}")


def _say_not_free(talk: Talk, day: date, at: time) -> None:
    wanted = datetime.combine(day, at, tzinfo=talk.turn.now.tzinfo)
    stretches = hours_on(talk.shop, day).stretches
    if not stretches:
        talk.say("closed_on", day=talk.day_words(day))
    elif wanted < talk.turn.now:
        talk.say("past", moment=talk.moment(wanted))
    else:
        talk.say("taken", moment=talk.moment(wanted))


def _say_none(talk: Talk, day: date) -> None:
    key = "none_on" if hours_on(talk.shop, day).stretches else "closed_on"
    talk.say(key, day=talk.day_words(day))


def _say_scarce(talk: Talk, found: Found) -> None:
    key = "scarce_one" if found.left == 1 else "scarce"
    talk.said.insert(-1, talk.line(key, day=talk.day_words(found.day), left=found.left))
