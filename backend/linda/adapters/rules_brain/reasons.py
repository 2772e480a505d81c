"""Why a wished day or time can't be, and how many openings are left."""

from datetime import date, datetime, time

from linda.adapters.rules_brain.openings import Found
from linda.adapters.rules_brain.shop_answers import tell_status
from linda.adapters.rules_brain.talk import Talk
from linda.domain.hours import hours_on, is_open
from linda.domain.shop import Mode
from linda.domain.time_words import hours_words

FEW_LEFT = 3
PART_WORDS = {"night": "at night", "midday": "around noon"}


def say_not_free(talk: Talk, day: date, at: time) -> None:
    """Say why a wished time can't be."""
    wanted = datetime.combine(day, at, tzinfo=talk.turn.now.tzinfo)
    stretches = hours_on(talk.shop, day).stretches
    if not stretches:
        _say_closed(talk, day)
    elif wanted < talk.turn.now:
        talk.say("past", moment=talk.moment(wanted))
    elif not any(each.opens <= at < each.closes for each in stretches):
        talk.say("hours_on", day=talk.day_words(day), hours=hours_words(stretches))
    else:
        talk.say("taken", moment=talk.moment(wanted))


def say_none_fits(talk: Talk, day: date) -> None:
    """Say that the day has openings, but none in the wished part of it, which is not wished for any longer."""
    facts = talk.facts
    talk.know(time=None, part=None, bound=None, latest=None)
    if facts.time is not None and facts.bound is not None:
        talk.say(f"none_{facts.bound}")
    else:
        part = PART_WORDS.get(facts.part or "", f"in the {facts.part}")
        talk.say("none_in_part", day=talk.day_words(day), part=part)


def say_none(talk: Talk, day: date) -> None:
    """Say that the day has no opening, and why where the owner or the hours are the reason."""
    if day == talk.today and not is_open(talk.shop, talk.turn.now):
        tell_status(talk, closed_too=True)
    elif day == talk.today and talk.turn.state.at(talk.turn.now).mode is Mode.CLOSED:
        tell_status(talk)
    elif hours_on(talk.shop, day).stretches:
        talk.say("none_on", day=talk.day_words(day))
    else:
        _say_closed(talk, day)


def _say_closed(talk: Talk, day: date) -> None:
    reason = hours_on(talk.shop, day).reason
    talk.say("closed_on", day=talk.day_words(day), reason=f" ({reason})" if reason else "")


def say_scarce(talk: Talk, found: Found) -> None:
    """Say how many bookings still fit on the day offered, when they are few."""
    if 0 < found.left <= FEW_LEFT:
        key = "scarce_one" if found.left == 1 else "scarce"
        talk.say(key, day=talk.day_words(found.day), left=found.left)
