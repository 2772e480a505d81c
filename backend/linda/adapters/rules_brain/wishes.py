"""The one thing a text is mainly about, in the order of consequence: only the first is done in a turn."""

from collections.abc import Callable, Mapping

from linda.adapters.rules_brain.booking import agreed_time, book_or_offer
from linda.adapters.rules_brain.changes import drop, move
from linda.adapters.rules_brain.discounts import haggle
from linda.adapters.rules_brain.doubts import day_is_open_to_doubt
from linda.adapters.rules_brain.offering import offer
from linda.adapters.rules_brain.own_bookings import bookings, tell_bookings
from linda.adapters.rules_brain.owner_calls import ask_about_phone
from linda.adapters.rules_brain.prices import know_the_job, tell_price
from linda.adapters.rules_brain.talk import Talk
from linda.domain.money import price_words
from linda.domain.shop import ServiceMode
from linda.domain.time_words import duration_words
from linda.language.intents import Topic


def fulfil(talk: Talk) -> None:
    """Do the one thing the text is mainly about, if it is about something."""
    for topic, grant in WISHES.items():
        if talk.wants(topic):
            grant(talk)
            return
    heard = talk.heard
    if talk.heard.asks(Topic.OTHER_SERVICE) and not heard.repairs:
        return
    if heard.names_job or talk.wants(Topic.PRICE) or talk.settled_for_look or heard.hints("another_phone"):
        _price_then_time(talk)
    elif heard.hints("same_time") and bookings(talk):
        move(talk)
    elif talk.wants(Topic.BOOK, Topic.AVAILABILITY) or (_wishes_a_time(talk) and not talk.said):
        _time(talk)


def _drop_or_move(talk: Talk) -> None:
    """Who cancels and names another time in one breath wants to move."""
    wants_other = talk.wants(Topic.RESCHEDULE, Topic.BOOK) and talk.heard.names_time and not talk.heard.when.negated
    if wants_other and bookings(talk):
        move(talk)
    else:
        drop(talk)


def _move_or_book(talk: Talk) -> None:
    """Without an appointment "can we do friday instead" is about the one that is being made."""
    if bookings(talk) or not talk.asked or not talk.heard.names_time:
        move(talk)
    else:
        talk.settle(Topic.RESCHEDULE)
        book_or_offer(talk)


def _remote(talk: Talk) -> None:
    line = next((each for each in talk.shop.services if each.remote), None)
    talk.settle(Topic.REMOTE, Topic.PRICE, Topic.DURATION)
    if line is None:
        return
    talk.know(services=(line.id,), repairs=(line.repair,), service_mode=ServiceMode.REMOTE.value)
    if talk.facts.device and agreed_time(talk) is not None:
        _time(talk)
        return
    talk.say("quote_fixed", job=line.name, price=price_words(line.price), minutes=duration_words(line.minutes))
    if talk.facts.device:
        _time(talk)
    else:
        talk.ask("ask_device", "device")


WISHES: Mapping[Topic, Callable[[Talk], None]] = {
    Topic.CANCEL: _drop_or_move,
    Topic.RESCHEDULE: _move_or_book,
    Topic.MY_BOOKING: tell_bookings,
    Topic.STATUS: ask_about_phone,
    Topic.DISCOUNT: haggle,
    Topic.REMOTE: _remote,
}


def _price_then_time(talk: Talk) -> None:
    """Price the job, then offer times for it, or book at once when everything was said."""
    if talk.facts.services and not talk.heard.names_job and bookings(talk) and talk.asked in {"", "add_on"}:
        tell_bookings(talk)
        return
    if _says_everything(talk) and agreed_time(talk) is not None:
        _time(talk)
        return
    talk.settle(Topic.PRICE)
    if not tell_price(talk) or talk.pending is not None:
        return
    if talk.facts.device:
        _time(talk)
    else:
        talk.ask("ask_device", "device")


def _says_everything(talk: Talk) -> bool:
    """Tell whether phone, damage, day and time are known, and the price is not asked first."""
    return bool(talk.facts.device and not talk.wants(Topic.PRICE) and know_the_job(talk))


def _time(talk: Talk) -> None:
    if talk.heard.names_time and not talk.wants(Topic.PRICE):
        book_or_offer(talk)
        return
    talk.settle(Topic.AVAILABILITY, Topic.BOOK)
    if not day_is_open_to_doubt(talk):
        offer(talk)


def _wishes_a_time(talk: Talk) -> bool:
    return talk.heard.names_time and not talk.heard.when.negated
