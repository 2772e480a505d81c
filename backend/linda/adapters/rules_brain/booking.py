"""Booking: the time the customer agreed to is booked once everything about the job is known, and read back."""

from datetime import datetime, timedelta

from linda.adapters.rules_brain.booked import tell_booked, tell_refused
from linda.adapters.rules_brain.doubts import day_is_open_to_doubt, time_is_open_to_doubt
from linda.adapters.rules_brain.offering import offer
from linda.adapters.rules_brain.openings import look_up
from linda.adapters.rules_brain.own_bookings import Booked, bookings, start_of
from linda.adapters.rules_brain.prices import know_the_job
from linda.adapters.rules_brain.talk import Talk, succeeded
from linda.conversation.facts import Pending
from linda.conversation.toolbox import ToolRun
from linda.domain.shop import ServiceMode
from linda.domain.time_words import duration_words
from linda.language.intents import Topic


def book_or_offer(talk: Talk) -> None:
    """Book the very time the text names when it is free; else offer what is near it.

    A time remembered from an earlier text, or only asked about, is offered: nobody is booked without his word.
    """
    only_asks = talk.wants(Topic.AVAILABILITY) and not talk.wants(Topic.BOOK) and talk.heard.hints("only_asks")
    talk.settle(Topic.BOOK, Topic.AVAILABILITY)
    if day_is_open_to_doubt(talk) or time_is_open_to_doubt(talk):
        return
    if _is_about_own_booking(talk):
        return
    wish = agreed_time(talk)
    if wish is None or only_asks:
        offer(talk)
    else:
        book_at(talk, wish)


def agreed_time(talk: Talk) -> datetime | None:
    """Return the free start that the text itself names, on a known day."""
    facts = talk.facts
    named = talk.heard.when.time_choices or ((talk.heard.when.time,) if talk.heard.when.time else ())
    if facts.day is None or facts.day < talk.today or facts.time is None or facts.bound is not None:
        return None
    times = (facts.time, *(each for each in named if abs(each.hour - facts.time.hour) not in {0, 12}))
    for at in times if facts.time in named else ():
        if look_up(talk, facts.day, at).is_free:
            return datetime.combine(facts.day, at, tzinfo=talk.turn.now.tzinfo)
    return None


def book_at(talk: Talk, start: datetime, *, extra: bool = False) -> None:
    """Book `start`; what is still missing is asked first, and the place held meanwhile.

    `extra`: the customer said that he wants it besides the appointment he has for the same job.
    """
    same = None if extra else _booked_already(talk)
    if same is not None:
        _ask_move(talk, same, start)
        return
    if not _is_complete(talk):
        _hold(talk, start)
        return
    facts = talk.facts
    run = talk.call(
        "book_slot",
        date=start.date().isoformat(),
        time=f"{start:%H:%M}",
        repair_type="+".join(facts.services),
        device=facts.device,
        name=facts.name,
        service_mode=None if talk.mode is ServiceMode.IN_SHOP else talk.mode.value,
    )
    if succeeded(run):
        tell_booked(talk, run)
    elif "confirm_number" in run.outcome.data:
        _ask_to_confirm(talk, start, run.outcome.sentence)
    else:
        tell_refused(talk, run, "slot")


def _ask_to_confirm(talk: Talk, start: datetime, reason: str) -> None:
    """Keep `start` for a visitor of the web page, whose number is all that is missing."""
    run = _keep(talk, start)
    if succeeded(run):
        talk.say("held", slot=talk.moment(start), minutes=duration_words(run.outcome.data["minutes"]))
    talk.ask("ask_confirm", "confirmed", {"then": start.isoformat()}, reason=reason)


def _booked_already(talk: Talk) -> Booked | None:
    facts = talk.facts
    if not facts.services or talk.heard.hints("extra", "another_phone"):
        return None
    same = [
        each
        for each in bookings(talk)
        if tuple(each["services"]) == facts.services and each["device"] == (facts.device or "")
    ]
    return same[0] if same else None


def _is_about_own_booking(talk: Talk) -> bool:
    """Ask about a move where a time alone follows a booking, or where only the customer's own booking is in the way."""
    facts = talk.facts
    if facts.time is None or facts.bound is not None or talk.heard.when.time is None:
        return False
    own = _booked_already(talk)
    if own is None:
        return False
    now_at = start_of(talk, own)
    wish = datetime.combine(facts.day or now_at.date(), facts.time, tzinfo=talk.turn.now.tzinfo)
    if facts.day is not None and abs(wish - now_at) >= timedelta(minutes=own["minutes"]):
        return False
    _ask_move(talk, own, wish)
    return True


def _ask_move(talk: Talk, booked: Booked, start: datetime) -> None:
    now_at = start_of(talk, booked)
    if now_at == start:
        talk.say("kept", moment=talk.moment(now_at))
        return
    data = {"code": booked["code"], "start": start.isoformat()}
    fields = {"booked": talk.moment(now_at), "wished": talk.moment(start)}
    is_free = look_up(talk, start.date(), start.time()).is_free
    talk.ask("ask_move" if is_free else "ask_move_there", "confirm_move", data, **fields)


def _is_complete(talk: Talk) -> bool:
    if not know_the_job(talk):
        return False
    if not talk.facts.device:
        talk.ask("ask_device", "device")
        return False
    if talk.mode is ServiceMode.ON_SITE and not talk.facts.address:
        talk.ask("ask_address", "address")
        return False
    return True


def _hold(talk: Talk, start: datetime) -> None:
    run = _keep(talk, start)
    if succeeded(run):
        talk.say_once("held", slot=talk.moment(start), minutes=duration_words(run.outcome.data["minutes"]))
    elif "confirm_number" not in run.outcome.data:
        talk.said, talk.pending = [], None
        tell_refused(talk, run, "slot")
        return
    if talk.pending is not None:
        talk.pending = Pending(talk.pending.asked, {**talk.pending.data, "then": start.isoformat()})


def _keep(talk: Talk, start: datetime) -> ToolRun:
    return talk.call(
        "hold_slot",
        date=start.date().isoformat(),
        time=f"{start:%H:%M}",
        repair_type="+".join(talk.facts.services) or None,
        device=talk.facts.device,
    )
