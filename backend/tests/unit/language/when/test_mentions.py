"""Every expression of time in an outgoing text is found, however it is written."""

import datetime as dt

import pytest

from linda.language.when import mentions
from tests.unit.language.when.texted import NOW

TWO = dt.time(14)
HALF_PAST_TWO = dt.time(14, 30)


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("2 PM", TWO),
        ("see you at 2", TWO),
        ("2pm-ish", TWO),
        ("14:00", TWO),
        ("at 1400", TWO),
        ("two", TWO),
        ("two o'clock", TWO),
        ("two in the afternoon", TWO),
        ("2 p m", TWO),
        ("\uff12 PM", TWO),
        ("2\u200b PM", TWO),
        ("we have 2, 3:15 and 4 open", TWO),
        ("2 is open", TWO),
        ("i can do 2.", TWO),
        ("two thirty", HALF_PAST_TWO),
        ("two-thirty", HALF_PAST_TWO),
        ("half past two", HALF_PAST_TWO),
        ("half two", HALF_PAST_TWO),
        ("14h30", HALF_PAST_TWO),
        ("2.30 pm", HALF_PAST_TWO),
        ("230pm", HALF_PAST_TWO),
        ("noon", dt.time(12)),
        ("midnight", dt.time(0)),
        ("a quarter to three", dt.time(14, 45)),
        ("in 45 minutes", dt.time(11, 5)),
        ("after lunch", dt.time(13)),
        ("9am\u20135pm", dt.time(9)),
        ("9am\u20135pm", dt.time(17)),
        ("between two and four", dt.time(16)),
    ],
)
def test_a_time_is_found(text: str, time: dt.time) -> None:
    assert time in {each for mention in mentions(text, NOW) for each in mention.times}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("tomorrow", "2026-03-05"),
        ("tonight", "2026-03-04"),
        ("this afternoon", "2026-03-04"),
        ("the day after tomorrow", "2026-03-06"),
        ("Fri the 6th", "2026-03-06"),
        ("Fri, Mar 6", "2026-03-06"),
        ("Wensday", "2026-03-11"),
        ("12/3", "2026-12-03"),
        ("March fourth", "2026-03-04"),
        ("the fourth", "2026-03-04"),
        ("by Friday", "2026-03-06"),
        ("next week", "2026-03-09"),
        ("next week", "2026-03-15"),
        ("Mon\u2013Sat", "2026-03-14"),
        ("2026-03-15T14:00", "2026-03-15"),
        ("i can do fri or sat", "2026-03-07"),
        ("not friday", "2026-03-06"),
    ],
)
def test_a_day_is_found(text: str, day: str) -> None:
    assert day in {each.isoformat() for mention in mentions(text, NOW) for each in mention.days}


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("45 minutes", 45),
        ("forty-five min", 45),
        ("45-60 minutes", 60),
        ("ninety minutes", 90),
        ("an hour", 60),
        ("1hr", 60),
        ("an hour or two", 120),
        ("an hour and a half", 90),
        ("two and a half hours", 150),
        ("2 1/2 hrs", 150),
        ("3/4 of an hour", 45),
        ("1.5 hours", 90),
        ("1 hour 20 min", 80),
        ("quarter of an hour", 15),
        ("three-quarters of an hour", 45),
        ("half-hour", 30),
        ("half an hour", 30),
        ("30-min fix", 30),
        ("a few minutes", 3),
        ("couple hours", 120),
        ("two days", 2880),
        ("half a day", 720),
        ("3-day turnaround", 4320),
        ("90-day warranty", 129_600),
        ("1 month and 2 days", 46_080),
        ("1 year", 518_400),
    ],
)
def test_a_duration_is_found_in_minutes(text: str, minutes: int) -> None:
    assert [mention.minutes for mention in mentions(text, NOW)] == [minutes]


def test_mentions_stand_in_order_with_their_place_in_the_text() -> None:
    text = "It takes 40 min, so come TMRW at 2 PM or \u201cfri\u201d morning."
    found = [(mention.kind, text[mention.start : mention.end]) for mention in mentions(text, NOW)]
    assert found == [
        ("duration", "40 min"),
        ("day", "TMRW"),
        ("time", "2 PM"),
        ("day", "fri"),
        ("part", "morning"),
    ]


def test_a_claim_beyond_the_length_of_a_text_message_is_found_too() -> None:
    text = "all good " * 400 + "see you at 3:15 PM"
    (claim,) = mentions(text, NOW)
    assert (claim.times, text[claim.start : claim.end]) == ((dt.time(15, 15),), "3:15 PM")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The iPhone 13 screen is $79.",
        "3 openings left",
        "You save 15%.",
        "Call (904) 555-0142.",
        "Your S22 is ready.",
    ],
)
def test_a_text_that_claims_no_time_has_no_mention(text: str) -> None:
    assert mentions(text, NOW) == ()
