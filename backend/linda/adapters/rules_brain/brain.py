"""The rules brain: settles what is urgent, takes answers, answers questions, then does what a text is mainly about."""

from linda.adapters.rules_brain.courtesy import clarify, reply_to_courtesy
from linda.adapters.rules_brain.heard import hear
from linda.adapters.rules_brain.learning import learned
from linda.adapters.rules_brain.own_bookings import bookings, tell_bookings
from linda.adapters.rules_brain.owner_calls import hand_over, report
from linda.adapters.rules_brain.pending_answers import answer_pending
from linda.adapters.rules_brain.recap import tell_effects
from linda.adapters.rules_brain.shop_answers import ANSWERS
from linda.adapters.rules_brain.talk import Talk
from linda.adapters.rules_brain.wishes import fulfil
from linda.conversation.brain import Deadline, Draft, Turn
from linda.conversation.toolbox import Toolbox
from linda.language.intents import Topic

ASIDES_KEEP = {
    "slot",
    "move_slot",
    "move_when",
    "when",
    "device",
    "repair",
    "job",
    "which_day",
    "which_half",
    "address",
    "confirmed",
}
"""Questions that stay open while the customer asks something else. An add-on's does not: "ok" would buy it."""


class RulesBrain:
    """A `Brain` of rules: the same turn always gets the same words."""

    name = "rules"

    def reply(self, turn: Turn, tools: Toolbox, deadline: Deadline) -> Draft:
        """Return the draft; the deadline is not looked at, as rules answer in milliseconds."""
        heard = hear(turn)
        talk = Talk(turn, tools, heard, learned(turn.facts, heard, turn.now))
        if not tell_effects(talk) and not hand_over(talk) and not report(talk):
            _answer(talk)
        return Draft(
            text=talk.text,
            facts=talk.facts,
            pending=talk.pending,
            brain=self.name,
            unclear=talk.unclear,
            quote=talk.quote,
            complained=talk.complained,
        )


def _answer(talk: Talk) -> None:
    answered = answer_pending(talk)
    _answer_questions(talk)
    if not answered:
        fulfil(talk)
    if not talk.said and not reply_to_courtesy(talk):
        clarify(talk)
    if not answered and talk.pending is None and talk.asked in ASIDES_KEEP and not talk.closed:
        talk.pending = talk.turn.pending


def _answer_questions(talk: Talk) -> None:
    if talk.wants(Topic.AVAILABILITY) and (talk.heard.names_job or talk.facts.services):
        talk.settle(Topic.HOURS)
    if talk.heard.names_job and not talk.heard.asks(Topic.PRICE_LIST):
        talk.settle(Topic.DURATION)  # the price is told with it
    if talk.wants(Topic.REMOTE):
        talk.settle(Topic.ON_SITE)
    if talk.heard.repairs and talk.heard.names_time and not talk.heard.asks(Topic.PRICE):
        talk.settle(Topic.UPSELL_ITEM)  # it goes with the booking
    if talk.heard.hints("code") and not talk.heard.names_job and bookings(talk):
        tell_bookings(talk)
    for topic, tell in ANSWERS.items():
        if talk.wants(topic):
            tell(talk)
            talk.settle(topic)
