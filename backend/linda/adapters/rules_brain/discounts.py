"""Haggling within the owner's law: a first offer, then the most, then a friendly no."""

from linda.adapters.rules_brain.offering import offer
from linda.adapters.rules_brain.own_bookings import bookings
from linda.adapters.rules_brain.prices import know_the_job, tell_price
from linda.adapters.rules_brain.talk import Talk, succeeded
from linda.conversation.toolbox import ToolRun
from linda.domain.discount import FIRST_OFFER_PERCENT, Reason, discount_cents, percent_for_price
from linda.domain.money import Cents, dollars
from linda.domain.owner_state import max_discount
from linda.domain.quotes import Quote, quote
from linda.language.intents import Topic


def haggle(talk: Talk) -> None:
    """Answer a wish for a lower price."""
    talk.settle(Topic.DISCOUNT, Topic.PRICE, Topic.UPSELL_ITEM)
    if not talk.facts.services and not talk.facts.repairs:
        talk.say("discount_needs_job")
        talk.ask("ask_job", "job")
    elif not know_the_job(talk):
        return
    elif _is_booked(talk):
        talk.call("hand_to_owner", reason="asks for a discount on his booking", urgent=False)
        talk.say("booked_price")
    elif _full(talk).total == 0:
        talk.say("no_charge", job=talk.job_name)
        _ask_for_time(talk)
    elif _pays_in_full(talk):
        tell_price(talk)
        _ask_for_time(talk)
    elif not (_bargain(talk) and _put_to_owner(talk)):
        _ask_for_time(talk)


def _pays_in_full(talk: Talk) -> bool:
    offered = talk.heard.intents.offered_cents
    return offered is not None and offered >= _full(talk).total


def tell_discount(talk: Talk, run: ToolRun) -> None:
    """Say what the price is now; the step that is the last is called so."""
    data = run.outcome.data
    talk.quote = data
    price, full = dollars(Cents(data["total_cents"])), dollars(Cents(data["full_price_cents"]))
    percent = data["discount_percent"]
    if talk.said_lately(price) and percent == talk.turn.discount_percent:
        talk.say("no_more", price=price)
    elif percent in {talk.turn.discount_percent, max_discount(talk.shop, talk.turn.state)}:
        talk.say("most", percent=percent, price=price)
    else:
        talk.say("discounted", percent=percent, price=price, full=full)


def tell_asked(talk: Talk, run: ToolRun) -> None:
    """Say that the owner is asked for a price."""
    talk.say("asked_owner", price=run.outcome.data["wanted"])


def _bargain(talk: Talk) -> bool:
    """Give what the law gives; True when there is nothing more to give."""
    talk.call("note_facts", device=talk.facts.device, repair_type="+".join(talk.facts.services))
    given = talk.turn.discount_percent
    run = talk.call("authorize_discount", discount_percent=_wanted_percent(talk, given), reason=_reason(talk))
    best = int(run.outcome.data.get("best_percent", 0))
    if not succeeded(run) and best > given:
        run = talk.call("authorize_discount", discount_percent=best, reason=_reason(talk))
    if succeeded(run):
        tell_discount(talk, run)
    elif given:
        tell_price(talk)
    else:
        _refuse(talk)
    cap = max_discount(talk.shop, talk.turn.state)
    return not succeeded(run) or int(run.outcome.data["discount_percent"]) in {given, cap}


def _put_to_owner(talk: Talk) -> bool:
    """Ask the owner for the price the customer named, when it is below what was just given; False when he is not."""
    wanted = _wanted_total(talk)
    if wanted is None:
        return False
    run = talk.call("ask_owner", wanted_cents=wanted)
    if succeeded(run):
        tell_asked(talk, run)
    elif run.outcome.data.get("asked"):
        talk.say("asked_already")
    else:
        return False
    talk.pending = talk.turn.pending
    return True


def _wanted_total(talk: Talk) -> Cents | None:
    heard, full = talk.heard.intents, _full(talk)
    if heard.offered_cents is not None:
        return Cents(heard.offered_cents)
    if heard.asked_percent is None:
        return None
    return Cents(full.total - discount_cents(full.discountable, min(heard.asked_percent, 100), 0))


def _refuse(talk: Talk) -> None:
    if talk.said_lately("take anything off"):
        talk.say("price_stands")
    elif talk.shop.warranty_days:
        talk.say("no_discount", days=talk.shop.warranty_days)
    else:
        talk.say("no_discount_plain")


def _ask_for_time(talk: Talk) -> None:
    """End with the question for a time: the openings offered before still stand, else new ones are offered."""
    pending = talk.turn.pending
    if pending is not None and pending.asked == "slot" and not talk.heard.names_time:
        talk.ask("ask_which_time", pending.asked, pending.data)
    else:
        offer(talk)


def _is_booked(talk: Talk) -> bool:
    if talk.asked in {"slot", "device", "repair", "when"}:
        return False  # another job is being talked about
    return any(tuple(each["services"]) == talk.facts.services for each in bookings(talk))


def _wanted_percent(talk: Talk, given: int) -> int:
    cap = max_discount(talk.shop, talk.turn.state)
    asked = talk.heard.intents.asked_percent
    if talk.heard.intents.offered_cents is not None:
        asked = percent_for_price(_full(talk).price, Cents(talk.heard.intents.offered_cents))
    step = min(FIRST_OFFER_PERCENT, cap) if given < FIRST_OFFER_PERCENT else cap
    return max(min(step if asked is None else asked, step), given, 1)


def _full(talk: Talk) -> Quote:
    return quote(talk.shop, talk.facts.services, service_mode=talk.mode)


def _reason(talk: Talk) -> str:
    named = [each for each in talk.heard.intents.reasons if each in talk.shop.discounts.reasons]
    if talk.turn.complained and Reason.SERVICE_RECOVERY in talk.shop.discounts.reasons:
        return Reason.SERVICE_RECOVERY.value
    telling = [each for each in named if each != Reason.CUSTOMER_REQUEST]
    return (telling or named or [Reason.CUSTOMER_REQUEST.value])[0]
