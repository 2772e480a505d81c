"""A booking read back, with an add-on offered once; or the reason why it could not be made."""

from linda.adapters.rules_brain.offering import present
from linda.adapters.rules_brain.own_bookings import booked_job, start_of
from linda.adapters.rules_brain.shop_answers import wanted_add_ons
from linda.adapters.rules_brain.talk import Talk, succeeded
from linda.conversation.toolbox import ToolRun
from linda.domain.money import Cents, dollars, price_words
from linda.domain.shop import AddOn
from linda.domain.upsell import next_add_on


def tell_booked(talk: Talk, run: ToolRun) -> None:
    """Read a booking back, and offer an add-on if one fits."""
    data = run.outcome.data
    price = price_words(Cents(data["price_cents"]))
    talk.facts = talk.facts.without_when()
    talk.know(service_mode=None)
    talk.say(
        "booked", moment=talk.moment(start_of(talk, data)), job=booked_job(talk, data), price=price, code=data["code"]
    )
    named = wanted_add_ons(talk)
    for each in named:
        add(talk, each)
    item = next_add_on(
        talk.shop, talk.turn.state, data["services"], talk.turn.offered_add_ons, complained=talk.turn.complained
    )
    if item is not None and not named and succeeded(talk.call("log_upsell", item=item.id, accepted=None)):
        talk.ask("pitch", "add_on", {"item": item.id}, pitch=item.pitch)


def add(talk: Talk, item: AddOn) -> None:
    """Note that the customer takes an add-on, and say so."""
    run = talk.call("log_upsell", item=item.id, accepted=True)
    if succeeded(run):
        talk.say("added", item=item.name, price=dollars(Cents(run.outcome.data["price_cents"])))


def tell_refused(talk: Talk, run: ToolRun, purpose: str, **data: object) -> None:
    """Say why a start was refused, and what is near it instead."""
    talk.say("refused", reason=run.outcome.sentence)
    if "nearest" in run.outcome.data:
        present(talk, sorted(run.outcome.evidence.moments), purpose, **data)
