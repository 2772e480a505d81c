"""What the same wish looks like from another thumb: its reading must not change."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linda.language.when import read_when
from tests.unit.language.when.texted import NOW

WISHES = (
    "tomorrow at 2 pm",
    "next tuesday after 3",
    "friday morning",
    "the 14th around noon",
    "march 20th at 4:30 pm",
    "half past 4 tomorrow",
    "between 2 and 4 on friday",
    "in 2 hours",
    "this weekend",
    "monday or tuesday",
    "day after tomorrow at 10 am",
    "before noon on saturday",
)
SPELLINGS = {
    "tomorrow": ("tmrw", "tmr", "2moro", "2morrow", "tommorow", "tomorow", "tomorrw", "TMRW", "tmw"),
    "tonight": ("2nite", "tonite", "2night", "tonigt"),
    "today": ("2day", "tdy", "todya"),
    "tuesday": ("tues", "tue", "teusday", "tuesdya", "Tuesday"),
    "wednesday": ("weds", "wensday", "wendesday", "wednesdy"),
    "thursday": ("thurs", "thur", "thursdy", "thrusday"),
    "friday": ("fri", "fridya", "firday", "FRIDAY"),
    "saturday": ("saterday", "satruday", "saturdy"),
    "morning": ("mornin", "mrng", "mornign"),
    "afternoon": ("aftn", "afternon", "aftenoon"),
    "weekend": ("wkend", "wknd", "weekned"),
    "march": ("mar", "macrh", "Mar."),
    "noon": ("12 noon", "noontime", "12pm"),
    "2 pm": ("2pm", "2p.m.", "2 P.M.", "2p", "two pm", "2:00 pm", "2 in the afternoon", "1400"),
    "4:30": ("430", "four thirty", "4.30", "half past four", "half past 4"),
    "15 minutes": ("15 min", "15mins", "fifteen minutes", "a quarter of an hour", "15 mins"),
    "2 hours": ("2 hrs", "two hours", "2hrs", "a couple hours", "120 minutes"),
    "before 5": ("b4 5", "by 5", "bfore 5", "earlier than 5"),
}
DATE_WORDS = "tmrw/at/2/pm/or/not/friday/the/14th/from/9/to/half/past/$/iphone/13/-/march/in/an/hour"
FRAMES = {
    "2 pm": "come at {}",
    "4:30": "come at {}",
    "15 minutes": "in {}",
    "2 hours": "in {}",
    "march": "{} 20th",
    "weekend": "this {}",
    "morning": "friday {}",
    "afternoon": "friday {}",
}


@given(st.sampled_from(WISHES), st.lists(st.booleans(), min_size=32, max_size=32))
def test_case_does_not_change_a_reading(wish: str, shift: list[bool]) -> None:
    mixed = "".join(letter.upper() if up else letter for letter, up in zip(wish, shift, strict=False))
    mixed += wish[len(mixed) :]
    assert read_when(mixed, NOW) == read_when(wish, NOW)


@pytest.mark.parametrize("wish", WISHES)
@pytest.mark.parametrize(
    "frame", ["{}!", "{}?", "{}...", "  {}  ", "hey, {} pls", "ok {} thx", "can u do {} ?", "{}\n", '"{}"', "({})"]
)
def test_punctuation_and_courtesy_do_not_change_a_reading(wish: str, frame: str) -> None:
    assert read_when(frame.format(wish), NOW) == read_when(wish, NOW)


@pytest.mark.parametrize(
    ("plain", "spelling"), [(plain, spelling) for plain, forms in SPELLINGS.items() for spelling in forms]
)
def test_spelling_does_not_change_a_reading(plain: str, spelling: str) -> None:
    frame = FRAMES.get(plain, "{}")
    expected, read = read_when(frame.format(plain), NOW), read_when(frame.format(spelling), NOW)
    assert not expected.is_empty
    assert (read.day, read.time, read.start, read.end) == (expected.day, expected.time, expected.start, expected.end)


@given(st.sampled_from(WISHES), st.integers(min_value=0, max_value=3))
def test_typographic_quotes_and_dashes_do_not_change_a_reading(wish: str, place: int) -> None:
    fancy = ("\u201c{}\u201d", "\u2018{}\u2019", "\u2013 {}", "{} \u2026")[place]
    assert read_when(fancy.format(wish), NOW) == read_when(wish, NOW)


@given(st.text(max_size=200))
def test_any_text_is_read_the_same_twice_and_without_an_error(text: str) -> None:
    assert read_when(text, NOW) == read_when(text, NOW)


@given(
    st.lists(
        st.sampled_from(DATE_WORDS.split("/")),
        max_size=25,
    )
)
def test_any_order_of_date_words_is_read_without_an_error(words: list[str]) -> None:
    reading = read_when(" ".join(words), NOW)
    assert reading.day in reading.day_choices or not reading.day_choices
    assert reading.time in reading.time_choices or not reading.time_choices


def test_seconds_do_not_reach_a_reading() -> None:
    now = dt.datetime(2026, 3, 4, 10, 20, 59, 999)  # noqa: DTZ001 (a wall clock)
    assert read_when("in 5 min", now).time == dt.time(10, 25)
