"""The customer's own appointments: looking them up, naming them, telling which one is meant."""

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from linda.adapters.rules_brain.talk import Talk
from linda.domain.money import Cents, price_words
from linda.domain.time_words import list_words
from linda.language.intents import Topic

_WORD = re.compile(r"[a-z0-9]+")

Booked = Mapping[str, Any]


def bookings(talk: Talk) -> list[Booked]:
    """Return the customer's bookings that are still ahead, by time."""
    return list(talk.call("my_bookings").outcome.data.get("bookings", []))


def start_of(talk: Talk, data: Booked) -> datetime:
    """Return the aware start of a booking as tools give it."""
    read = datetime.strptime(f"{data['date']} {data['time']}", "%Y-%m-%d %I:%M %p")  # noqa: DTZ007 - wall clock
    return read.replace(tzinfo=talk.turn.now.tzinfo)


def booked_job(talk: Talk, data: Booked) -> str:
    """Name what a booking is for: "iPhone 13 screen"."""
    services = [talk.shop.service(each) for each in data["services"]]
    repairs = list(dict.fromkeys(each.repair.replace("_", " ") for each in services if each))
    return f"{data['device']} {list_words(repairs, 'and')}".strip()


def tell_bookings(talk: Talk) -> None:
    """Say the customer's own appointments."""
    talk.settle(Topic.MY_BOOKING)
    found = bookings(talk)
    if not found:
        talk.say("no_booking")
        return
    said = [
        f"{talk.moment(start_of(talk, each))} for {booked_job(talk, each)}, {price_words(Cents(each['price_cents']))}"
        for each in found
    ]
    talk.say("your_bookings", bookings=list_words(said, "and"))
    if talk.heard.hints("code"):
        talk.say("your_code", code=list_words([each["code"] for each in found], "and"))


def see_you(talk: Talk) -> None:
    """Say when we see the customer, if he has an appointment and has not just been told."""
    found = bookings(talk)
    if found:
        talk.say_once("see_you", moment=talk.moment(start_of(talk, found[0])))


def choose_booking(talk: Talk, purpose: str) -> Booked | None:
    """Return the only booking, or the one the text names; else say or ask and return None."""
    found = bookings(talk)
    if len(found) > 1:
        named = [each for each in found if is_named(talk, each)]
        found = named if len(named) == 1 else found
    if len(found) == 1:
        return found[0]
    if not found:
        talk.say("no_booking")
        return None
    told = [talk.moment(start_of(talk, each)) for each in found]
    wish = talk.facts.to_item()
    kept = {key: wish[key] for key in ("day", "time") if key in wish and talk.heard.names_time}
    data = {"purpose": purpose, "codes": [each["code"] for each in found]}
    talk.ask("ask_which_booking", "which_booking", data | kept, bookings=list_words(told, "and"))
    return None


def is_named(talk: Talk, booking: Booked) -> bool:
    """Tell whether the text names this booking: by its code, its phone or damage, its day or time."""
    return (
        booking["code"] in talk.heard.text
        or _names_job(talk, booking)
        or named_by_time(talk, start_of(talk, booking)) is True
    )


def named_by_time(talk: Talk, start: datetime) -> bool | None:
    """Tell whether the day and time of the text are those of `start`; None when it names none."""
    when = talk.heard.when
    days = when.day_choices or ((when.day,) if when.day else ())
    times = when.time_choices or ((when.time,) if when.time else ())
    if not days and not times:
        return None
    return (not days or start.date() in days) and (not times or start.time() in times)


def _names_job(talk: Talk, booking: Booked) -> bool:
    services = [talk.shop.service(each) for each in booking["services"]]
    if any(each and each.repair in talk.heard.repairs for each in services):
        return True
    words = set(_WORD.findall(booking["device"].casefold()))
    return any(words >= set(_WORD.findall(device.label.casefold())) for device in talk.heard.devices)
