"""The rules brain: reads the text, settles what is urgent, takes answers, then answers topics in a fixed order."""

from collections.abc import Callable, Mapping

from linda.adapters.rules_brain.bookings import book_or_offer, drop, move, tell_bookings
from linda.adapters.rules_brain.discounts import haggle
from linda.adapters.rules_brain.heard import hear, learned
from linda.adapters.rules_brain.openings import offer
from linda.adapters.rules_brain.pending_answers import answer_pending, offer_again, see_you
from linda.adapters.rules_brain.prices import know_the_job, tell_price
from linda.adapters.rules_brain.recap import tell_effects
from linda.adapters.rules_brain.shop_answers import ANSWERS, tell_status
from linda.adapters.rules_brain.talk import Talk
from linda.conversation.brain import Deadline, Draft, Turn
from linda.conversation.toolbox import Toolbox
from linda.language.intents import Topic

CLARIFY_AT_MOST = 2


class RulesBrain:
    """A `Brain` of rules: the same turn always gets the same words."""

    name = "rules"

    def reply(self, turn: Turn, tools: Toolbox, deadline: Deadline) -> Draft:
        """Return the draft; the deadline is not looked at, as rules answer in milliseconds."""
        heard = hear(turn)
        talk = Talk(turn, tools, heard, learned(turn.facts, heard))
        if not tell_effects(talk):
            _answer(talk)
        return Draft(
            text=" ".join(talk.said),
            facts=talk.facts,
            pending=talk.pending,
            brain=self.name,
            unclear=talk.unclear,
            quote=talk.quote,
            complained=talk.complained,
        )


def _answer(talk: Talk) -> None:
    if _handed_to_owner(talk):
        return
    answered = answer_pending(talk)
    for topic, tell in ANSWERS.items():
        if talk.wants(topic):
            tell(talk)
            talk.settle(topic)
    if not answered:
        _main_wish(talk)
    if not talk.said:
        _courtesy_or_question(talk)


def _handed_to_owner(talk: Talk) -> bool:
    heard = talk.heard
    if heard.asks(Topic.DANGER):
        talk.call("hand_to_owner", reason="DANGER: a battery or phone is unsafe", urgent=True)
        talk.say("danger")
    elif heard.asks(Topic.COMPLAINT):
        talk.complained = True
        talk.call("hand_to_owner", reason="complains", urgent=False)
        talk.say("sorry")
    elif heard.asks(Topic.HUMAN):
        talk.call("hand_to_owner", reason="wants to talk to you", urgent=False)
        tell_status(talk)
        talk.say("human")
    else:
        return False
    return True


def _main_wish(talk: Talk) -> None:
    """Do the one thing the text is mainly about."""
    for topic, fulfil in WISHES.items():
        if talk.wants(topic):
            fulfil(talk)
            return
    if talk.heard.names_job or talk.wants(Topic.PRICE):
        _price_then_time(talk)
    elif talk.wants(Topic.BOOK, Topic.AVAILABILITY) or (_names_a_time(talk) and not talk.said):
        _time(talk)
    elif not talk.said and talk.heard.says_no:
        talk.say("any_time")
        see_you(talk)


def _ask_owner_about_phone(talk: Talk) -> None:
    talk.call("hand_to_owner", reason="asks whether the phone is ready", urgent=False)
    talk.say("ready")


WISHES: Mapping[Topic, Callable[[Talk], None]] = {
    Topic.CANCEL: drop,
    Topic.RESCHEDULE: move,
    Topic.MY_BOOKING: tell_bookings,
    Topic.STATUS: _ask_owner_about_phone,
    Topic.DISCOUNT: haggle,
}
"""In the order of consequence: only the first one asked is done in a turn."""


def _price_then_time(talk: Talk) -> None:
    """Price the job, then offer times for it, or book at once when everything was said."""
    talk.settle(Topic.PRICE)
    if _can_book_at_once(talk):
        book_or_offer(talk)
    elif tell_price(talk):
        if talk.facts.device:
            _time(talk)
        else:
            talk.ask("ask_device", "device")


def _can_book_at_once(talk: Talk) -> bool:
    facts = talk.facts
    is_exact = facts.day is not None and facts.time is not None and facts.bound is None
    wants_it = talk.wants(Topic.BOOK) or (talk.turn.pending is not None and _names_a_time(talk))
    return bool(is_exact and wants_it and facts.device and know_the_job(talk))


def _time(talk: Talk) -> None:
    if talk.facts.day is None or talk.facts.day == talk.today:
        tell_status(talk)
    if talk.wants(Topic.BOOK) or (_names_a_time(talk) and not talk.wants(Topic.AVAILABILITY, Topic.PRICE)):
        book_or_offer(talk)
    else:
        talk.settle(Topic.AVAILABILITY)
        offer(talk)


def _clarify(talk: Talk) -> None:
    """Ask one good question: the last one again when it had answers to choose from."""
    pending = talk.turn.pending
    if talk.unclear == 1 and pending is not None and "slots" in pending.data:
        talk.say("unclear_pending")
        offer_again(talk, pending)
    else:
        talk.ask("unclear" if talk.unclear == 1 else "unclear_again", "job")


def _names_a_time(talk: Talk) -> bool:
    return not talk.heard.when.is_empty


def _courtesy_or_question(talk: Talk) -> None:
    courtesy = talk.heard.intents.courtesy
    if talk.turn.media and not talk.turn.text.strip():
        talk.say("photo")
        talk.ask("ask_job", "job")
    elif Topic.THANKS in courtesy or Topic.GOODBYE in courtesy or talk.heard.says_yes:
        talk.say("welcome" if Topic.THANKS in courtesy else "bye")
        see_you(talk)
    elif Topic.GREETING in courtesy:
        talk.ask("ask_job", "job")
    elif talk.turn.unclear >= CLARIFY_AT_MOST:
        talk.call("hand_to_owner", reason="LINDA does not understand the customer", urgent=False)
        talk.say("human")
    else:
        talk.unclear = talk.turn.unclear + 1
        _clarify(talk)
