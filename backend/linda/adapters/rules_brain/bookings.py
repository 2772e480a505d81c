"""Booking, moving, dropping: what the customer agreed to is done, and read back with day, date and time."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from linda.adapters.rules_brain.openings import look_up, offer, present
from linda.adapters.rules_brain.prices import know_the_job
from linda.adapters.rules_brain.talk import Talk, succeeded
from linda.conversation.toolbox import ToolRun
from linda.domain.money import Cents, price_words
from linda.domain.shop import ServiceMode
from linda.domain.time_words import duration_words, list_words
from linda.domain.upsell import next_add_on
from linda.language.intents import Topic


def book_or_offer(talk: Talk) -> None:
    """Book the very time the customer named when it is free; else offer what is near it."""
    talk.settle(Topic.BOOK, Topic.AVAILABILITY)
    if _day_is_open_to_doubt(talk) or not _address_known(talk):
        return
    facts = talk.facts
    if facts.time is None or facts.bound is not None or facts.day is None:
        offer(talk)
        return
    found = look_up(talk, facts.day, facts.time)
    if found.is_free:
        book_at(talk, next(each for each in found.starts if each.time() == facts.time))
    else:
        offer(talk)


def book_at(talk: Talk, start: datetime) -> None:
    """Book `start`; while the job is not known, hold it and ask."""
    if talk.pending is None and not _job_complete(talk):
        if know_the_job(talk) and not talk.facts.device:
            talk.ask("ask_device", "device")
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
    else:
        _tell_refused(talk, run, "slot")


def tell_booked(talk: Talk, run: ToolRun) -> None:
    """Read a booking back, and offer an add-on if one fits."""
    data = run.outcome.data
    price = price_words(Cents(data["price_cents"]))
    talk.facts = talk.facts.without_when()
    talk.say(
        "booked", moment=talk.moment(start_of(talk, data)), job=booked_job(talk, data), price=price, code=data["code"]
    )
    item = next_add_on(
        talk.shop, talk.turn.state, data["services"], talk.turn.offered_add_ons, complained=talk.turn.complained
    )
    if item is not None and succeeded(talk.call("log_upsell", item=item.id, accepted=None)):
        talk.say("pitch", pitch=item.pitch)
        talk.wait_for("add_on", item=item.id, services=list(data["services"]))


def move(talk: Talk) -> None:
    """Move the customer's booking to the time he names, or offer times for it."""
    talk.settle(Topic.RESCHEDULE, Topic.BOOK, Topic.AVAILABILITY, Topic.CANCEL)
    chosen = choose_booking(talk, "move")
    if chosen is None or _day_is_open_to_doubt(talk, code=chosen["code"]):
        return
    talk.know(services=tuple(chosen["services"]), device=chosen["device"] or None)
    facts = talk.facts
    if facts.day is None and facts.time is not None:
        talk.know(day=date.fromisoformat(chosen["date"]))
    if talk.heard.when.is_empty:
        talk.facts = talk.facts.without_when()
        talk.ask("ask_when", "move_when", {"code": chosen["code"]})
        return
    facts = talk.facts
    if facts.day is not None and facts.time is not None and facts.bound is None:
        move_to(talk, datetime.combine(facts.day, facts.time, tzinfo=talk.turn.now.tzinfo), chosen["code"])
    else:
        offer(talk, "move_slot", code=chosen["code"])


def move_to(talk: Talk, start: datetime, code: str) -> None:
    """Move the booking `code` to `start`, or offer the nearest openings."""
    run = talk.call("move_booking", date=start.date().isoformat(), time=f"{start:%H:%M}", booking_code=code)
    if succeeded(run):
        tell_moved(talk, run)
    else:
        _tell_refused(talk, run, "move_slot", code=code)


def tell_moved(talk: Talk, run: ToolRun) -> None:
    """Read a move back."""
    talk.facts = talk.facts.without_when()
    talk.say("moved", moment=talk.moment(start_of(talk, run.outcome.data)))


def drop(talk: Talk) -> None:
    """Cancel the customer's booking; with several, ask which."""
    talk.settle(Topic.CANCEL)
    chosen = choose_booking(talk, "drop")
    if chosen is not None:
        drop_booking(talk, chosen["code"])


def drop_booking(talk: Talk, code: str) -> None:
    """Cancel the booking `code` and say so."""
    run = talk.call("cancel_booking", booking_code=code)
    if succeeded(run):
        tell_dropped(talk, run)
    else:
        talk.say("not_there", reason=run.outcome.sentence)


def tell_dropped(talk: Talk, run: ToolRun) -> None:
    """Read a cancellation back."""
    talk.facts = talk.facts.without_when()
    talk.say("dropped", moment=talk.moment(start_of(talk, run.outcome.data)))
    talk.ask("dropped_more", "another_time")


def tell_bookings(talk: Talk) -> None:
    """Say the customer's own appointments."""
    talk.settle(Topic.MY_BOOKING)
    found = bookings(talk)
    if not found:
        talk.say("no_booking")
        return
    said = [f"{talk.moment(start_of(talk, each))} for {booked_job(talk, each)}" for each in found]
    talk.say("your_bookings", bookings=list_words(said, "and"))


def bookings(talk: Talk) -> list[Mapping[str, Any]]:
    """Return the customer's bookings that are still ahead."""
    return list(talk.call("my_bookings").outcome.data.get("bookings", []))


def choose_booking(talk: Talk, purpose: str) -> Mapping[str, Any] | None:
    """Return the only booking, or the one the text names; else say or ask and return None."""
    found = bookings(talk)
    if len(found) > 1:
        found = [each for each in found if _is_named(talk, each)] or found
    if len(found) == 1:
        return found[0]
    if not found:
        talk.say("no_booking")
        return None
    named = [talk.moment(start_of(talk, each)) for each in found]
    data = {"purpose": purpose, "codes": [each["code"] for each in found]}
    talk.ask("ask_which_booking", "which_booking", data, bookings=list_words(named, "and"))
    return None


def start_of(talk: Talk, data: Mapping[str, Any]) -> datetime:
    """Return the aware start of a booking as tools give it."""
    read = datetime.strptime(f"{data['date']} {data['time']}", "%Y-%m-%d %I:%M %p")  # noqa: DTZ007 - wall clock
    return read.replace(tzinfo=talk.turn.now.tzinfo)


def booked_job(talk: Talk, data: Mapping[str, Any]) -> str:
    """Name what a booking is for: "iPhone 13 screen"."""
    services = [talk.shop.service(each) for each in data["services"]]
    repairs = list(dict.fromkeys(each.repair.replace("_", " ") for each in services if each))
    return f"{data['device']} {list_words(repairs, 'and')}".strip()


def _job_complete(talk: Talk) -> bool:
    return bool(talk.facts.services and talk.facts.device)


def _hold(talk: Talk, start: datetime) -> None:
    run = talk.call(
        "hold_slot",
        date=start.date().isoformat(),
        time=f"{start:%H:%M}",
        repair_type="+".join(talk.facts.services) or None,
        device=talk.facts.device,
    )
    if not succeeded(run):
        talk.pending = None
        _tell_refused(talk, run, "slot")
        return
    minutes = duration_words(run.outcome.data["minutes"])
    talk.said.insert(max(0, len(talk.said) - 1), talk.line("held", slot=talk.moment(start), minutes=minutes))
    if talk.pending is not None:
        talk.wait_for(talk.pending.asked, **{**talk.pending.data, "then": start.isoformat()})


def _tell_refused(talk: Talk, run: ToolRun, purpose: str, **data: object) -> None:
    talk.say("not_there", reason=run.outcome.sentence)
    if "nearest" in run.outcome.data:
        present(talk, sorted(run.outcome.evidence.moments), purpose, **data)


def _day_is_open_to_doubt(talk: Talk, **data: object) -> bool:
    choices = talk.heard.when.day_choices
    if len(choices) < 2 or len({each.weekday() for each in choices}) > 1:
        return False
    days = list_words([talk.day_words(each) for each in choices])
    talk.ask("ask_which_day", "which_day", {"days": [each.isoformat() for each in choices], **data}, days=days)
    return True


def _address_known(talk: Talk) -> bool:
    if talk.mode is not ServiceMode.ON_SITE or talk.facts.address:
        return True
    talk.ask("ask_address", "address")
    return False


def _is_named(talk: Talk, booking: Mapping[str, Any]) -> bool:
    start, when = start_of(talk, booking), talk.heard.when
    days = when.day_choices or ((when.day,) if when.day else ())
    times = when.time_choices or ((when.time,) if when.time else ())
    named_code = booking["code"] in talk.heard.text
    return named_code or (
        bool(days or times) and (not days or start.date() in days) and (not times or start.time() in times)
    )
