"""The end of a turn that broke, or never ended however often it was begun: an apology, and the owner is told."""

from contextlib import suppress

from linda.conversation.answering import Answering
from linda.conversation.commit import Answer, Said, commit
from linda.conversation.covered import Covered
from linda.conversation.finishing import finished
from linda.conversation.receipt import Receipt, run_from_item
from linda.conversation.session import Session
from linda.conversation.tools.hand_over import HandToOwner, HandToOwnerArguments
from linda.domain.channel import VOICE
from linda.domain.errors import Conflict
from linda.domain.shop import Shop
from linda.domain.visitor import is_hidden_caller, is_visitor
from linda.records.leads import Lead

REASON = "LINDA had no answer"


def give_up(answering: Answering, session: Session, covered: Covered, said: str = "") -> Said | None:
    """Close what `covered` holds without asking a brain, and hand the customer to the owner; return as `commit`.

    `said` is what he has heard of the reply that broke, which the apology follows.
    """
    clock, lead = answering.clock, session.lead
    state = answering.records.states.current().at(clock.now())
    shop = answering.shops.of(state)
    receipt = Receipt(covered.sids, brain="rule", rules=[f"gave up: the turn was begun {max(1, lead.tries - 1)} times"])
    desk = answering.desk(shop, state, session, covered)
    with suppress(Conflict):  # then he is told already
        HandToOwner(desk).run(HandToOwnerArguments(reason=REASON, urgent=False))
    receipt.tools = [run_from_item(effect) for effect in session.lead.effects]
    by_voice = covered.channel == VOICE
    sorry = f"{said} Sorry, I'm having trouble. {_way_out(shop, lead)}".lstrip()
    is_silent = lead.opted_out_at and not by_voice
    text = "" if is_silent else finished(sorry, shop, state, first_contact=not lead.greeted, said_who=by_voice)
    answer = Answer(text, receipt, lambda current: current, keeps_words=state.keeps_words(covered.channel))
    return commit(answering.records, clock, session, covered, answer)


def _way_out(shop: Shop, lead: Lead) -> str:
    if is_hidden_caller(lead.phone):
        return "Please call again in a few minutes."
    way = "answer you here" if is_visitor(lead.phone) else "text you back"
    return f"{shop.owner} will {way}."
