"""Greetings, thanks, goodbyes, pictures and names; and the question that is asked when nothing was understood."""

import re
from datetime import datetime

from linda.adapters.rules_brain.heard import last_words
from linda.adapters.rules_brain.openings import look_up
from linda.adapters.rules_brain.own_bookings import bookings, see_you, tell_bookings
from linda.adapters.rules_brain.owner_calls import give_up
from linda.adapters.rules_brain.pending_answers import ABOUT_CHANGES
from linda.adapters.rules_brain.slot_answers import offer_again
from linda.adapters.rules_brain.talk import Talk
from linda.conversation.facts import Pending
from linda.language.intents import Topic

CLARIFY_AT_MOST = 2
WITHOUT_REPEAT = {"", "add_on", "owner", "danger"}
"""After these there is no question to put again."""

_LAST_QUESTION = re.compile(r"[^.!?]*\?$")


def reply_to_courtesy(talk: Talk) -> bool:
    """Answer what needs no understanding of the trade; False when there is no such thing in the text."""
    heard, courtesy = talk.heard, talk.heard.intents.courtesy
    if talk.turn.media and not talk.turn.text.strip():
        _photo(talk)
    elif talk.turn.first_contact and (heard.takes_leave or heard.says_yes):
        talk.ask("ask_help", "job")
    elif heard.takes_leave:
        talk.say("welcome" if Topic.THANKS in courtesy else "bye")
        see_you(talk)
    elif heard.name:
        talk.say("named", name=heard.name)
        _ask_on(talk)
    elif Topic.GREETING in courtesy or talk.wants(Topic.SMALL_TALK) or heard.hints("laughs", "trouble"):
        _greet(talk)
    elif heard.hints("not_now") or heard.says_no:
        talk.say("any_time")
        talk.closed = True
    elif heard.hints("you_too") or (heard.says_yes and talk.asked in WITHOUT_REPEAT):
        talk.say("bye")
    else:
        return False
    return True


def clarify(talk: Talk) -> None:
    """Ask one good question, once more in other words, then hand over."""
    if talk.asked == "owner" or talk.turn.unclear >= CLARIFY_AT_MOST:
        give_up(talk)
        return
    talk.unclear = talk.turn.unclear + 1
    talk.say("unclear" if talk.unclear == 1 else "unclear_again")
    _ask_on(talk)


def _photo(talk: Talk) -> None:
    talk.say("photo")
    _ask_on(talk)


def _greet(talk: Talk) -> None:
    if talk.heard.hints("how_are_you"):
        talk.say("small_talk")
    _ask_on(talk)


def _ask_on(talk: Talk) -> None:
    """Put the open question again; with none, ask what it is about, in the light of what is known."""
    pending = talk.turn.pending
    if pending is not None and "slots" in pending.data:
        offer_again(talk, pending)
    elif _is_worth_repeating(talk) and pending is not None and (question := _last_question(talk)):
        _look_again(talk, pending)
        talk.ask("ask_again", pending.asked, pending.data, question=question)
    elif bookings(talk):
        tell_bookings(talk)
        talk.ask("ask_help", "job")
    elif talk.facts.services:
        talk.ask("ask_same_job", "same_job", job=talk.job_name)
    else:
        talk.ask("ask_what" if talk.unclear == 1 and not talk.heard.hints("trouble") else "ask_job", "job")


def _look_again(talk: Talk, pending: Pending) -> None:
    """Look up what the question speaks of: it may have changed, and what is said needs a source of this turn."""
    if pending.asked in ABOUT_CHANGES:
        bookings(talk)
    if "start" in pending.data:
        start = datetime.fromisoformat(pending.data["start"])
        look_up(talk, start.date(), start.time())


def _is_worth_repeating(talk: Talk) -> bool:
    """Tell whether the open question may be put again in the same words: not a third time."""
    return talk.unclear < CLARIFY_AT_MOST and talk.asked not in WITHOUT_REPEAT


def _last_question(talk: Talk) -> str:
    match = _LAST_QUESTION.search(last_words(talk.turn))
    return match[0].strip() if match else ""
