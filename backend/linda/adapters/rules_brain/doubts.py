"""What a text leaves open about the time, asked about once and never guessed: which Friday, morning or evening."""

from datetime import date, datetime, time

from linda.adapters.rules_brain.talk import Talk
from linda.domain.hours import hours_on
from linda.domain.time_words import clock_time, list_words

TWELVE_HOURS = 12


def day_is_open_to_doubt(talk: Talk, **data: object) -> bool:
    """Ask which day is meant when one weekday can be two dates ("next friday"); tell whether that was needed."""
    choices = sorted(each for each in talk.heard.when.day_choices if each >= talk.today)
    if len(choices) < 2 or len({each.weekday() for each in choices}) > 1:
        return False
    days = list_words([talk.day_words(each) for each in choices])
    talk.ask("ask_which_day", "which_day", {"days": [each.isoformat() for each in choices], **data}, days=days)
    return True


def time_is_open_to_doubt(talk: Talk, **data: object) -> bool:
    """Read a bare hour as the one within opening hours; ask when both are, and tell whether it was asked."""
    choices = talk.heard.when.time_choices
    if talk.facts.bound is not None or not _are_twins(choices):
        return False
    day = talk.facts.day or talk.today
    possible = [each for each in choices if _is_open_at(talk, day, each)]
    if len(possible) == 1:
        talk.know(time=possible[0])
    if len(possible) < 2:
        return False
    times = list_words([clock_time(each) for each in sorted(possible)])
    talk.ask("ask_half_day", "which_half", {"times": [f"{each:%H:%M}" for each in possible], **data}, times=times)
    return True


def moment_of(talk: Talk, day: date, at: time) -> datetime:
    """Return the aware moment of a wall-clock time of the shop."""
    return datetime.combine(day, at, tzinfo=talk.turn.now.tzinfo)


def _are_twins(choices: tuple[time, ...]) -> bool:
    return len(choices) == 2 and abs(choices[0].hour - choices[1].hour) == TWELVE_HOURS


def _is_open_at(talk: Talk, day: date, at: time) -> bool:
    return any(each.opens <= at < each.closes for each in hours_on(talk.shop, day).stretches)
