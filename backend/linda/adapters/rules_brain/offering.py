"""Offering times: two real openings near what the customer wishes for, and why his wish itself can't be."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from linda.adapters.rules_brain.openings import chosen, look_ahead, look_up, wished
from linda.adapters.rules_brain.reasons import say_none, say_none_fits, say_not_free, say_scarce
from linda.adapters.rules_brain.shop_answers import tell_status
from linda.adapters.rules_brain.talk import Talk
from linda.domain.time_words import clock_time, day_word, list_words


def offer(talk: Talk, purpose: str = "slot", **data: object) -> None:
    """Offer two real openings near what is wished for, and remember them under the question `purpose`."""
    wish = talk.facts
    if wish.day is not None and not _can_be_booked(talk, wish.day, purpose, **data):
        return
    choices = _days(talk)
    if talk.today in choices:
        tell_status(talk)
    if len(choices) > 1:
        _offer_days(talk, choices, purpose, **data)
    elif wish.time is not None and wish.bound is None:
        _offer_time(talk, choices[0], wish.time, purpose, **data)
    else:
        _offer_day(talk, choices[0], purpose, **data)


def present(talk: Talk, starts: Sequence[datetime], purpose: str, **data: object) -> None:
    """Say the openings `starts` and ask which one; with none, hand over to the owner."""
    if not starts:
        talk.call("hand_to_owner", reason="wants an appointment, the calendar has none", urgent=False)
        talk.say("no_openings")
        return
    slots = {"slots": [each.isoformat() for each in starts], **data}
    if len(starts) == 1:
        talk.say("offer_one", slot=talk.moment(starts[0]))
        talk.ask("ask_this_slot", purpose, slots)
    else:
        talk.say("offer", slots=slot_words(starts, talk.today))
        talk.ask("ask_which_slot", purpose, slots)


def offer_beyond(talk: Talk, offered: Sequence[datetime], purpose: str, *, later: bool, **data: object) -> None:
    """Offer what lies after (or before) the openings offered before; a day that has no more leads to the next."""
    edge = max(offered) if later else min(offered)
    starts = wished(talk.facts, look_up(talk, edge.date()).starts)
    further = [each for each in starts if each.date() == edge.date() and (each > edge if later else each < edge)]
    if further:
        present(talk, chosen(further), purpose, **data)
        return
    talk.facts = talk.facts.without_when()
    if later:
        talk.say("no_other", day=talk.day_words(edge.date()))
        others = look_ahead(talk, edge.date() + timedelta(days=1)).starts
    else:
        others = tuple(each for each in look_ahead(talk, talk.today).starts if each < edge)
    if not others:
        talk.say("earliest")
        ahead = [each for each in offered if each > talk.turn.now]
        others = tuple(each for each in ahead if look_up(talk, each.date(), each.time()).is_free)
    present(talk, chosen(others or look_ahead(talk, talk.today).starts), purpose, **data)


def slot_words(starts: Sequence[datetime], today: date) -> str:
    """Write openings, each day once: "today at 2 PM or 3:30 PM", "Tue Feb 10 at 9 AM or Wed Feb 11 at 9 AM"."""
    words = []
    for place, each in enumerate(starts):
        same_day = place > 0 and each.date() == starts[place - 1].date()
        at = clock_time(each.time())
        words.append(at if same_day else f"{day_word(each.date(), today)} at {at}")
    return list_words(words)


def _days(talk: Talk) -> list[date]:
    """Return the days wished for: the text's, when it leaves the choice ("mon or tues"), else the remembered one."""
    choices = [each for each in talk.heard.when.day_choices if each >= talk.today]
    return choices if len(choices) > 1 else [talk.facts.day or talk.today]


def _can_be_booked(talk: Talk, day: date, purpose: str, **data: object) -> bool:
    last = talk.today + timedelta(days=talk.shop.booking.horizon_days)
    if day <= last:
        return True
    talk.say("too_far", day=talk.day_words(day))
    talk.facts = talk.facts.without_when()
    talk.ask("ask_when", {"move_slot": "move_when"}.get(purpose, "when"), data)
    return False


def _offer_days(talk: Talk, days: Sequence[date], purpose: str, **data: object) -> None:
    found = [look_up(talk, each) for each in days[:2]]
    starts = [(wished(talk.facts, each.starts) or each.starts)[0] for each in found if each.is_free]
    if starts:
        present(talk, sorted(starts), purpose, **data)
    else:
        _offer_day(talk, days[-1], purpose, **data)


def _offer_time(talk: Talk, day: date, at: time, purpose: str, **data: object) -> None:
    found = look_up(talk, day, at)
    if found.is_free:
        present(talk, [each for each in found.starts if each.time() == at], purpose, **data)
        return
    say_not_free(talk, day, at)
    present(talk, found.starts, purpose, **data)


def _offer_day(talk: Talk, day: date, purpose: str, **data: object) -> None:
    found = look_up(talk, day)
    starts = wished(talk.facts, found.starts)
    if not found.is_free:
        say_none(talk, day)
        found = look_ahead(talk, day)
        starts = wished(talk.facts, found.starts) or found.starts
    elif not starts:
        say_none_fits(talk, day)
        starts = found.starts
    best = starts[-1:] if talk.heard.hints("latest") else chosen(starts)
    present(talk, best[: max(1, found.left)], purpose, **data)
    if starts:
        say_scarce(talk, found)
