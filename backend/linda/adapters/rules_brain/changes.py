"""Moving and cancelling the customer's own appointment."""

from datetime import date, datetime, timedelta

from linda.adapters.rules_brain.booked import tell_refused
from linda.adapters.rules_brain.doubts import day_is_open_to_doubt, moment_of, time_is_open_to_doubt
from linda.adapters.rules_brain.offering import offer
from linda.adapters.rules_brain.own_bookings import Booked, bookings, choose_booking, named_by_time, start_of
from linda.adapters.rules_brain.talk import Talk, succeeded
from linda.conversation.toolbox import ToolRun
from linda.language.intents import Topic

MOVING = (Topic.RESCHEDULE, Topic.BOOK, Topic.AVAILABILITY, Topic.CANCEL, Topic.MY_BOOKING)


def move(talk: Talk) -> None:
    """Move the customer's booking to the time he names, or offer times for it."""
    talk.settle(*MOVING)
    chosen = choose_booking(talk, "move")
    if chosen is None:
        return
    if _names_no_wish(talk, chosen) and talk.heard.hints("move_to") and talk.heard.when.time is not None:
        _move_unless_there(talk, chosen, start_of(talk, chosen))
        return
    if _names_no_wish(talk, chosen):
        talk.facts = talk.facts.without_when()
        talk.ask("ask_when", "move_when", {"code": chosen["code"]})
        return
    move_as_wished(talk, chosen)


def move_as_wished(talk: Talk, booked: Booked) -> None:
    """Move `booked` to the day and time known now, or offer openings near them."""
    talk.settle(*MOVING)
    talk.know(services=tuple(booked["services"]), device=booked["device"] or None)
    _fill_in(talk, booked)
    code = booked["code"]
    if day_is_open_to_doubt(talk, code=code) or time_is_open_to_doubt(talk, code=code):
        return
    facts = talk.facts
    if facts.day is not None and facts.time is not None and facts.bound is None:
        _move_unless_there(talk, booked, moment_of(talk, facts.day, facts.time))
    else:
        offer(talk, "move_slot", code=code)


def _move_unless_there(talk: Talk, booked: Booked, start: datetime) -> None:
    if start == start_of(talk, booked):
        talk.facts = talk.facts.without_when()
        talk.say("kept", moment=talk.moment(start))
    else:
        move_to(talk, start, booked["code"])


def move_to(talk: Talk, start: datetime, code: str) -> None:
    """Move the booking `code` to `start`, or offer the nearest openings."""
    run = talk.call("move_booking", date=start.date().isoformat(), time=f"{start:%H:%M}", booking_code=code)
    if succeeded(run):
        tell_moved(talk, run)
    else:
        tell_refused(talk, run, "move_slot", code=code)


def tell_moved(talk: Talk, run: ToolRun) -> None:
    """Read a move back."""
    talk.facts = talk.facts.without_when()
    talk.say("moved", moment=talk.moment(start_of(talk, run.outcome.data)))


def drop(talk: Talk) -> None:
    """Cancel the customer's booking; with several, or with another day named, ask which."""
    talk.settle(Topic.CANCEL, Topic.MY_BOOKING)
    if not bookings(talk) and talk.asked:
        talk.facts = talk.facts.without_when()
        talk.say("nothing_booked")
        return
    if talk.heard.hints("all"):
        for each in bookings(talk):
            drop_booking(talk, each["code"])
        return
    chosen = choose_booking(talk, "drop")
    if chosen is None:
        return
    start = start_of(talk, chosen)
    if named_by_time(talk, start) is False:
        talk.ask("ask_drop", "confirm_drop", {"code": chosen["code"]}, booked=talk.moment(start))
    else:
        drop_booking(talk, chosen["code"])


def drop_booking(talk: Talk, code: str) -> None:
    """Cancel the booking `code` and say so."""
    run = talk.call("cancel_booking", booking_code=code)
    if succeeded(run):
        tell_dropped(talk, run)
    else:
        talk.say("refused", reason=run.outcome.sentence)


def tell_dropped(talk: Talk, run: ToolRun) -> None:
    """Read a cancellation back."""
    talk.facts = talk.facts.without_when()
    talk.say("dropped", moment=talk.moment(start_of(talk, run.outcome.data)))
    talk.ask("ask_another_time", "another_time")


def _names_no_wish(talk: Talk, booked: Booked) -> bool:
    """Tell whether the text names no other time: none at all, or just that of the booking itself."""
    if talk.heard.hints("later", "earlier", "same_time"):
        return False
    return not talk.heard.names_time or named_by_time(talk, start_of(talk, booked)) is True


def _fill_in(talk: Talk, booked: Booked) -> None:
    """Complete a wish from the booking it changes: its day ("3pm instead"), its time ("same time friday")."""
    start, facts = start_of(talk, booked), talk.facts
    if talk.heard.hints("same_time"):
        talk.know(time=start.timetz().replace(tzinfo=None), bound=None, part=None, latest=None)
        if talk.heard.when.start is not None and facts.day is not None:  # "next week" is a range: keep the weekday
            talk.know(day=facts.day + timedelta(days=(start.weekday() - facts.day.weekday()) % 7))
    if talk.facts.day is None:
        talk.know(day=start.date())
    if facts.time is None and facts.part is None and talk.heard.hints("later", "earlier"):
        _shift(talk, start, date.fromisoformat(booked["date"]))


def _shift(talk: Talk, start: datetime, day: date) -> None:
    if talk.facts.day == day:
        bound = "after" if talk.heard.hints("later") else "before"
        talk.know(time=start.time(), bound=bound)
