"""Questions about the shop, answered from its own data: each topic has one short answer."""

from collections.abc import Callable, Mapping

from linda.adapters.rules_brain.prices import tell_duration, tell_price_list
from linda.adapters.rules_brain.talk import Talk
from linda.conversation.finishing import assistant_name
from linda.domain.hours import hours_on, is_open
from linda.domain.money import dollars, price_words
from linda.domain.owner_state import describe
from linda.domain.shop import Mode, ServiceMode
from linda.domain.time_words import date_words, duration_words, hours_words, list_words, weekly_words
from linda.language.intents import Topic


def tell_hours(talk: Talk) -> None:
    """Say the hours of the day asked about, else the week's; and what the owner is doing when he is away."""
    day = talk.heard.when.day
    tell_status(talk)
    if day is None:
        talk.say("hours", hours=weekly_words(talk.shop.hours))
        return
    stretches = hours_on(talk.shop, day).stretches
    if stretches:
        talk.say("hours_on", day=date_words(day), hours=hours_words(stretches))
    else:
        talk.say("hours_closed_on", day=date_words(day))


def tell_status(talk: Talk) -> None:
    """Say what the owner is doing, when that is anything but working."""
    state = talk.turn.state.at(talk.turn.now)
    if state.mode is not Mode.WORK and is_open(talk.shop, talk.turn.now):
        talk.say("status", status=describe(talk.shop, state, talk.turn.now))


def tell_walk_in(talk: Talk) -> None:
    """Say whether people may drop in now."""
    tell_status(talk)
    state = talk.turn.state.at(talk.turn.now)
    welcome = talk.shop.modes[state.mode].walk_ins and is_open(talk.shop, talk.turn.now)
    talk.say("walk_in_yes" if welcome else "walk_in_no")


def tell_on_site(talk: Talk) -> None:
    """Say what a visit costs, and take it as the customer's wish when a job is being talked about."""
    talk.say("on_site", surcharge=dollars(talk.shop.booking.on_site_surcharge))
    if talk.facts.services or talk.facts.repairs:
        talk.know(service_mode=ServiceMode.ON_SITE.value)
        if not talk.facts.address:
            talk.ask("ask_address", "address")


def tell_remote(talk: Talk) -> None:
    """Say what a remote look costs."""
    line = next((each for each in talk.shop.services if each.remote), None)
    if line is not None:
        talk.say("remote", job=line.name, price=price_words(line.price), minutes=duration_words(line.minutes))
        talk.know(services=(line.id,), service_mode=ServiceMode.REMOTE.value)


def tell_add_ons(talk: Talk) -> None:
    """Say what the add-ons named cost."""
    lowered = talk.heard.text.casefold()
    named = [item for item in talk.shop.add_ons if any(word in lowered for word in (item.name, *item.aliases))]
    for item in named or talk.shop.add_ons:
        talk.say("add_on_price", item=item.name, price=dollars(item.price))


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
    Topic.REMOTE: tell_remote,
    Topic.PRICE_LIST: tell_price_list,
    Topic.DURATION: tell_duration,
    Topic.WARRANTY: lambda talk: talk.say("warranty", days=talk.shop.warranty_days),
    Topic.PAYMENT: lambda talk: talk.say("payment", payment=list_words(list(talk.shop.payment), "and")),
    Topic.DATA_SAFETY: lambda talk: talk.say("data"),
    Topic.PARTS: lambda talk: talk.say("parts", days=talk.shop.warranty_days),
    Topic.UPSELL_ITEM: tell_add_ons,
    Topic.OTHER_SERVICE: hand_over_other,
    Topic.SMALL_TALK: lambda talk: talk.say("small_talk"),
}
"""In the order in which they are said when one text asks several."""
