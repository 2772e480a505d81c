"""Haggling within the owner's law: a first offer, then the most, then a friendly no."""

from linda.adapters.rules_brain.openings import offer
from linda.adapters.rules_brain.prices import know_the_job
from linda.adapters.rules_brain.talk import Talk, succeeded
from linda.conversation.toolbox import ToolRun
from linda.domain.discount import FIRST_OFFER_PERCENT, Reason, percent_for_price
from linda.domain.money import Cents, dollars
from linda.domain.owner_state import max_discount
from linda.domain.quotes import quote
from linda.language.intents import Topic


def haggle(talk: Talk) -> None:
    """Answer a wish for a lower price."""
    talk.settle(Topic.DISCOUNT, Topic.PRICE)
    if not talk.facts.services and not talk.facts.repairs:
        talk.say("discount_needs_job")
        talk.ask("ask_job", "job")
        return
    if not know_the_job(talk):
        return
    talk.call("note_facts", **_job_arguments(talk))
    given = talk.turn.discount_percent
    wanted = _wanted_percent(talk, given)
    run = talk.call("authorize_discount", discount_percent=wanted, reason=_reason(talk))
    best = int(run.outcome.data.get("best_percent", 0))
    if not succeeded(run) and best > given:
        run = talk.call("authorize_discount", discount_percent=best, reason=_reason(talk))
    if succeeded(run):
        tell_discount(talk, run)
    elif best:
        talk.say("most", percent=best, price=dollars(Cents(run.outcome.data["total_cents"])))
    elif talk.shop.warranty_days:
        talk.say("no_discount", days=talk.shop.warranty_days)
    else:
        talk.say("no_discount_plain")
    if talk.turn.pending is None or talk.turn.pending.asked != "add_on":
        offer(talk)


def tell_discount(talk: Talk, run: ToolRun) -> None:
    """Say what the price is now."""
    data = run.outcome.data
    talk.quote = data
    price, full = dollars(Cents(data["total_cents"])), dollars(Cents(data["full_price_cents"]))
    key = "most" if data["discount_percent"] <= talk.turn.discount_percent else "discounted"
    talk.say(key, percent=data["discount_percent"], price=price, full=full)


def _wanted_percent(talk: Talk, given: int) -> int:
    cap = max_discount(talk.shop, talk.turn.state)
    asked = talk.heard.intents.asked_percent
    if talk.heard.intents.offered_cents is not None:
        asked = _percent_to(talk, Cents(talk.heard.intents.offered_cents))
    step = min(FIRST_OFFER_PERCENT, cap) if given < FIRST_OFFER_PERCENT else cap
    if asked is None:
        return max(step, given, 1)
    return max(min(asked, step) if given == 0 else min(asked, cap), given, 1)


def _percent_to(talk: Talk, offered: Cents) -> int:
    full = quote(talk.shop, talk.facts.services, service_mode=talk.mode)
    return percent_for_price(full.price, offered)


def _reason(talk: Talk) -> str:
    named = [each for each in talk.heard.intents.reasons if each in talk.shop.discounts.reasons]
    if talk.turn.complained and Reason.SERVICE_RECOVERY in talk.shop.discounts.reasons:
        return Reason.SERVICE_RECOVERY.value
    return named[0] if named else Reason.CUSTOMER_REQUEST.value


def _job_arguments(talk: Talk) -> dict[str, object]:
    return {"device": talk.facts.device, "repair_type": "+".join(talk.facts.services)}
