"""Answers to openings that were offered: one is picked, another time is wished for, or none is wanted."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from linda.adapters.rules_brain.booking import book_at, book_or_offer
from linda.adapters.rules_brain.changes import move_as_wished, move_to
from linda.adapters.rules_brain.heard import LINDA
from linda.adapters.rules_brain.offering import offer_beyond, present, slot_words
from linda.adapters.rules_brain.openings import chosen, look_ahead, look_up
from linda.adapters.rules_brain.own_bookings import bookings
from linda.adapters.rules_brain.picking import picked
from linda.adapters.rules_brain.talk import Talk
from linda.conversation.facts import Pending
from linda.language.intents import Topic

TIMES = (Topic.BOOK, Topic.AVAILABILITY)


def slot(talk: Talk, data: Mapping[str, Any]) -> bool:
    """Book the opening picked, or go on looking; a text about another job is no answer."""
    offered = moments(data)
    choice = picked(talk.heard, offered, talk.turn.facts.time)
    if choice is not None and not talk.heard.names_job:
        talk.settle(*TIMES, Topic.HOURS)
        only_asks = talk.heard.hints("only_asks") and not talk.wants(Topic.BOOK)
        if only_asks or choice < talk.turn.now:
            offer_again(talk, Pending("slot", {"slots": [choice.isoformat()]}))
        else:
            book_at(talk, choice)
        return True
    if talk.heard.names_job or (talk.wants(Topic.PRICE, Topic.PRICE_LIST) and not talk.heard.names_time):
        return False
    if looks_on(talk, offered, "slot"):
        return True
    if talk.heard.names_time and not talk.heard.when.negated:
        stay_on_day(talk, offered)
        book_or_offer(talk)
        return True
    return declined(talk, data, "slot")


def confirmed(talk: Talk, data: Mapping[str, Any]) -> bool:
    """Book what only waited for a confirmed number, however the customer says that he is back; or go on looking."""
    then = datetime.fromisoformat(data["then"])
    if talk.heard.hints("confirmed") and then > talk.turn.now and not (talk.heard.says_no or talk.heard.names_job):
        talk.settle(*TIMES)
        book_at(talk, then)
        return True
    return slot(talk, {"slots": [data["then"]]})


def move_slot(talk: Talk, data: Mapping[str, Any]) -> bool:
    """Move the appointment to the opening picked, or go on looking."""
    offered, code = moments(data), data["code"]
    choice = picked(talk.heard, offered, talk.turn.facts.time)
    if choice is not None:
        talk.settle(*TIMES, Topic.RESCHEDULE)
        move_to(talk, choice, code)
        return True
    if looks_on(talk, offered, "move_slot", code=code):
        return True
    if not talk.heard.names_time or talk.heard.when.negated:
        return declined(talk, data, "move_slot")
    stay_on_day(talk, offered)
    return move_when(talk, data)


def move_when(talk: Talk, data: Mapping[str, Any]) -> bool:
    """Move the appointment to the time named."""
    if talk.heard.says_no and talk.heard.hints("not_now"):
        talk.say("any_time")
        return True
    booked = next((each for each in bookings(talk) if each["code"] == data["code"]), None)
    if booked is None or not (talk.heard.names_time or talk.heard.hints("later", "earlier", "same_time")):
        return False
    move_as_wished(talk, booked)
    return True


def looks_on(talk: Talk, offered: list[datetime], purpose: str, **data: object) -> bool:
    """Offer more of what was offered: "anything later?", "what else?"."""
    heard = talk.heard
    if not offered or heard.hints("not_now") or heard.when.bound is not None or heard.when.time is not None:
        return False
    if heard.when.day is not None and heard.when.day not in {each.date() for each in offered}:
        return False
    if not heard.hints("later", "earlier", "others"):
        return False
    talk.settle(*TIMES)
    offer_beyond(talk, offered, purpose, later=not heard.hints("earlier"), **data)
    return True


def declined(talk: Talk, data: Mapping[str, Any], purpose: str) -> bool:
    """Take a no, for now or for good; a mere "ok" gets the openings again."""
    heard = talk.heard
    if heard.hints("not_now") or (heard.says_no and heard.takes_leave):
        talk.say("any_time")
        return True
    if heard.says_no or heard.when.negated:
        talk.facts = talk.facts.without_when()
        kept = {key: value for key, value in data.items() if key != "slots"}
        talk.ask("ask_when", "move_when" if purpose == "move_slot" else "when", kept)
        return True
    only_greets = Topic.GREETING in heard.intents.courtesy and not heard.intents.topics
    if heard.says_yes or talk.wants(Topic.BOOK) or only_greets:
        talk.settle(*TIMES)
        offer_again(talk, Pending(purpose, data))
        return True
    return False


def offer_again(talk: Talk, pending: Pending) -> None:
    """Offer what is still open of the openings offered before."""
    more = {key: value for key, value in pending.data.items() if key != "slots"}
    ahead = [each for each in moments(pending.data) if each > talk.turn.now]
    still_open = [each for each in ahead if look_up(talk, each.date(), each.time()).is_free]
    if talk.heard.says_yes and still_open and _said_twice(talk, still_open):
        still_open = still_open[:1]
    present(talk, still_open or chosen(look_ahead(talk, talk.today).starts), pending.asked, **more)


def _said_twice(talk: Talk, starts: list[datetime]) -> bool:
    """Tell whether these openings were put to the customer twice: then a yes means the first."""
    words = slot_words(starts, talk.today)
    return sum(words in line.text for line in talk.turn.recent if line.who == LINDA) > 1


def stay_on_day(talk: Talk, offered: list[datetime]) -> None:
    """Read a time alone as one on the day that is being talked about."""
    when = talk.heard.when
    days = {each.date() for each in offered}
    if when.day is None and not when.day_choices and when.start is None and len(days) == 1 and min(days) >= talk.today:
        talk.know(day=days.pop())


def moments(data: Mapping[str, Any]) -> list[datetime]:
    """Return the openings kept with a question; some may be past or taken by now."""
    return [datetime.fromisoformat(each) for each in data.get("slots", ())]
