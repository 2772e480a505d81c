"""Questions about the shop, answered from its own data: each topic has one short answer."""

import re
from collections.abc import Callable, Mapping
from datetime import date

from linda.adapters.rules_brain.own_bookings import bookings
from linda.adapters.rules_brain.prices import tell_duration, tell_price_list
from linda.adapters.rules_brain.talk import Talk
from linda.conversation.finishing import assistant_name
from linda.domain.hours import hours_on, is_open
from linda.domain.money import dollars
from linda.domain.owner_state import describe
from linda.domain.shop import AddOn, Mode, ServiceMode
from linda.domain.time_words import hours_words, list_words, weekly_words
from linda.language.intents import Topic

_WORD = re.compile(r"[a-z]+")


def tell_hours(talk: Talk) -> None:
    """Say the hours of the day asked about, else the week's; and what the owner is doing when he is away."""
    day = talk.heard.when.day
    if day is None or day == talk.today:
        tell_status(talk, closed_too=True)
    if day is None:
        talk.say("hours", hours=weekly_words(talk.shop.hours))
        return
    hours = hours_on(talk.shop, day)
    if _is_closed_by_owner(talk, day):
        return
    if hours.stretches:
        talk.say("hours_on", day=talk.day_words(day), hours=hours_words(hours.stretches))
    else:
        talk.say("hours_closed_on", day=talk.day_words(day), reason=f" ({hours.reason})" if hours.reason else "")


def _is_closed_by_owner(talk: Talk, day: date) -> bool:
    """Tell whether the status said it all: the owner closed for `day`, whatever its hours are."""
    return day == talk.today and talk.turn.state.at(talk.turn.now).mode is Mode.CLOSED


def tell_status(talk: Talk, *, closed_too: bool = False) -> None:
    """Say what the owner is doing, when that is anything but working; `closed_too`: also that the shop is closed."""
    state = talk.turn.state.at(talk.turn.now)
    is_away = state.mode is not Mode.WORK if is_open(talk.shop, talk.turn.now) else closed_too
    if is_away:
        talk.say_once("status", status=describe(talk.shop, state, talk.turn.now))


def tell_walk_in(talk: Talk) -> None:
    """Say whether people may drop in now."""
    tell_status(talk)
    state = talk.turn.state.at(talk.turn.now)
    welcome = talk.shop.modes[state.mode].walk_ins and is_open(talk.shop, talk.turn.now)
    talk.say("walk_in_yes" if welcome else "walk_in_no")


def tell_on_site(talk: Talk) -> None:
    """Say what a visit costs; who names a time or a wish to book gets it noted, everybody else is asked."""
    talk.say_once("on_site", surcharge=dollars(talk.shop.booking.on_site_surcharge))
    if talk.mode is ServiceMode.ON_SITE:
        return
    if talk.heard.names_time or talk.wants(Topic.BOOK):
        talk.know(service_mode=ServiceMode.ON_SITE.value)
    else:
        talk.ask("ask_visit", "visit")


def tell_add_ons(talk: Talk) -> None:
    """Say what the add-ons named cost; who has an appointment is asked whether he wants the one he named."""
    named = named_add_ons(talk)
    for item in named or talk.shop.add_ons:
        talk.say("add_on_price", item=item.name, price=dollars(item.price))
    if len(named) == 1 and bookings(talk):
        talk.ask("pitch_asked", "add_on", {"item": named[0].id})


def named_add_ons(talk: Talk) -> list[AddOn]:
    """Return the add-ons that the text names."""
    words = f" {' '.join(_WORD.findall(talk.heard.text.casefold()))} "
    return [
        item
        for item in talk.shop.add_ons
        if any(f" {word}{plural} " in words for word in (item.name, *item.aliases) for plural in ("", "s"))
    ]


def wanted_add_ons(talk: Talk) -> list[AddOn]:
    """Return the add-ons that the text asks for: "just in case" is no phone case, "how much is one" no order."""
    is_order = talk.heard.asks(Topic.UPSELL_ITEM) and not talk.heard.asks(Topic.PRICE)
    return named_add_ons(talk) if is_order else []


def tell_warranty(talk: Talk) -> None:
    """Say how long repairs are covered."""
    if talk.shop.warranty_days:
        talk.say("warranty", days=talk.shop.warranty_days)
    else:
        talk.say("no_warranty")


def hand_over_other(talk: Talk) -> None:
    """Pass on what the shop's rules have no answer for."""
    talk.call("hand_to_owner", reason="asks for something outside the price list", urgent=False)
    talk.say("other_service")


ANSWERS: Mapping[Topic, Callable[[Talk], None]] = {
    Topic.ABOUT_LINDA: lambda talk: talk.say("about", name=assistant_name(talk.shop, talk.turn.state)),
    Topic.HOURS: tell_hours,
    Topic.LOCATION: lambda talk: talk.say("location", address=talk.shop.address, directions=talk.shop.directions),
    Topic.WALK_IN: tell_walk_in,
    Topic.ON_SITE: tell_on_site,
    Topic.PRICE_LIST: tell_price_list,
    Topic.DURATION: tell_duration,
    Topic.WARRANTY: tell_warranty,
    Topic.PAYMENT: lambda talk: talk.say("payment", payment=list_words(list(talk.shop.payment), "and")),
    Topic.DATA_SAFETY: lambda talk: talk.say("data"),
    Topic.PARTS: lambda talk: talk.say("parts"),
    Topic.UPSELL_ITEM: tell_add_ons,
    Topic.OTHER_SERVICE: hand_over_other,
}
"""In the order in which they are said when one text asks several."""
