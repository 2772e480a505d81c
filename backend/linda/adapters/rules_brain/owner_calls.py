"""What is for the owner: danger, complaints, the wish for a person, phones in repair, people at the door."""

from collections.abc import Callable, Mapping

from linda.adapters.rules_brain.heard import last_words
from linda.adapters.rules_brain.shop_answers import tell_status
from linda.adapters.rules_brain.talk import Talk
from linda.conversation.facts import Pending
from linda.domain.discount import Reason
from linda.language.intents import Topic


def hand_over(talk: Talk) -> bool:
    """Hand the conversation to the owner when the text is for him."""
    for topic, tell in _URGENT.items():
        if talk.heard.asks(topic) and not (topic is Topic.COMPLAINT and _only_minds_the_price(talk)):
            tell(talk)
            return True
    if talk.asked == "danger" and not talk.heard.names_job and not talk.heard.intents.topics:
        talk.say("danger_again")
        talk.pending = talk.turn.pending
        return True
    return False


def _only_minds_the_price(talk: Talk) -> bool:
    """Tell whether harsh words are about the price just told: that is haggling, not a complaint."""
    is_haggling = talk.heard.asks(Topic.DISCOUNT) and Reason.SERVICE_RECOVERY not in talk.heard.intents.reasons
    return is_haggling and "$" in last_words(talk.turn)


def report(talk: Talk) -> bool:
    """Pass on that the customer is late or at the door."""
    for cue, reason in (("late", "is running late"), ("arrived", "is at the door")):
        if talk.heard.hints(cue) and not talk.heard.names_job and not talk.heard.names_time:
            talk.call("hand_to_owner", reason=reason, urgent=False)
            talk.say(cue)
            return True
    return False


def ask_about_phone(talk: Talk) -> None:
    """Ask the owner how a phone in repair is doing."""
    talk.settle(Topic.STATUS, Topic.DURATION)
    talk.call("hand_to_owner", reason="asks whether the phone is ready", urgent=False)
    talk.say("ready")


def give_up(talk: Talk) -> None:
    """Hand over what rules do not understand, once."""
    if talk.asked == "owner":
        talk.say("with_owner")
    else:
        talk.call("hand_to_owner", reason="LINDA does not understand the customer", urgent=False)
        talk.say("human")
    talk.pending = Pending("owner")


def _danger(talk: Talk) -> None:
    talk.call("hand_to_owner", reason="DANGER: a battery or phone is unsafe", urgent=True)
    talk.say("danger")
    talk.pending = Pending("danger")


def _complaint(talk: Talk) -> None:
    talk.complained = True
    talk.call("hand_to_owner", reason="complains", urgent=False)
    talk.say("sorry")
    talk.pending = Pending("owner")


def _human(talk: Talk) -> None:
    talk.call("hand_to_owner", reason="wants to talk to you", urgent=False)
    tell_status(talk)
    talk.say("human")
    talk.pending = Pending("owner") if talk.turn.pending is None else talk.turn.pending


_URGENT: Mapping[Topic, Callable[[Talk], None]] = {
    Topic.DANGER: _danger,
    Topic.COMPLAINT: _complaint,
    Topic.HUMAN: _human,
}
"""In the order of urgency: only the first is done."""
