"""The 24-hour clock, and stretches of hours and dates: right the reading as `texted.line` writes it."""

import pytest

from linda.language.when import mentions, read_when
from tests.unit.language.when.texted import NOW, line


def _rows(table: str) -> list[tuple[str, str]]:
    return [(text, reading) for row in table.strip().splitlines() for text, reading in [row.strip().split(" => ")]]


LEADING_ZERO = """
    i start at 07:00 => 07:00
    open by 06:45? => 06:45 before
    0815 => 08:15
    friday at 0640 => Fri 03-06 06:40
    07:15pm works => 19:15
    sunday the 8th 07:20-09:05 => Sun 03-08 07:20 [03-08 07:20 - 03-08 09:05]
"""
FOUR_DIGITS = """
    im on shift june 8th 2210-0440 => Mon 06-08 22:10 [06-08 22:10 - 06-09 04:40]
    fri 1425-1750 => Fri 03-06 14:25 [03-06 14:25 - 03-06 17:50]
    0725-0915 on saturday please => Sat 03-07 07:25 [03-07 07:25 - 03-07 09:15]
    on may 20 at 1105-1235 => Wed 05-20 11:05 [05-20 11:05 - 05-20 12:35]
    22/04 1610-1805 => Wed 04-22 16:10 [04-22 16:10 - 04-22 18:05]
    tomorrow, 1300 to 1545 => Thu 03-05 13:00 [03-05 13:00 - 03-05 15:45]
    1122-1334 => 11:22?
"""
EUROPEAN_HOURS = """
    9h15 - 11h tomorrow => Thu 03-05 09:15 [03-05 09:15 - 03-05 11:00]
    14h15-17h => 14:15 [14:15 - 17:00]
    between 3 in the afternoon and 6pm => 15:00 [15:00 - 18:00]
    from 10pm to 3 on friday => Fri 03-06 22:00 [03-06 22:00 - 03-07 03:00]
"""
DAY_BESIDE_HOURS = """
    could you do the 19th between 1 and 3pm => Thu 03-19 13:00 [03-19 13:00 - 03-19 15:00]
    the 19 between 1 and 3 => Thu 03-19 13:00 [03-19 13:00 - 03-19 15:00]
    the 21 from 10am to noon => Sat 03-21 10:00 [03-21 10:00 - 03-21 12:00]
    away from 1pm till tomorrow 5:15pm => Wed 03-04 13:00 [03-04 13:00 - 03-05 17:15]
    from friday 3pm until saturday at 10am => Fri 03-06 15:00 [03-06 15:00 - 03-07 10:00]
"""
DATES = """
    25.6.-28.6. => Thu 06-25 [06-25 - 06-28]
    from 8.4. to 9.5. => Wed 04-08 [04-08 - 05-09]
    between 13 and 17.12.2026 => Sun 12-13 [12-13 - 12-17]
    30.12.-2.1. => Wed 12-30 [12-30 - 01-02]
    27.13.-29.13. => nothing
    27.11 - 29.11 works => Fri 11-27 [11-27 - 11-29]
    between 25 and 30.5 dollars => nothing
    may 5 - june 3 => Tue 05-05 [05-05 - 06-03]
    18/06-21/06 => Thu 06-18 [06-18 - 06-21]
    4/2-4/6 => Thu 04-02 [04-02 - 04-06]
    between 23 and 25 sept => Wed 09-23 [09-23 - 09-25]
    gone from june to september => Mon 06-01 [06-01 - 09-30]
    from november through january => Sun 11-01 [11-01 - 01-31]
    from 9.30 to 11.15 => 09:30 [09:30 - 11:15]
"""
LASTING = """
    3pm for 45 mins => 15:00 [15:00 - 15:45]
    11am on friday for an hour and a half => Fri 03-06 11:00 [03-06 11:00 - 03-06 12:30]
    fri 11pm for 2 hours => Fri 03-06 23:00 [03-06 23:00 - 03-07 01:00]
    monday for 3 hours from 9:30am => Mon 03-09 09:30 [03-09 09:30 - 03-09 12:30]
    at 3 for 45 mins => 15:00?
    4pm for 2 days => 16:00
    be there within 15 minutes => Wed 03-04 10:35 before [03-04 10:20 - 03-04 10:35]
    need it within 2 days => Fri 03-06 before [03-04 - 03-06]
    free until 3pm => 15:00 before
    here through 3pm => 15:00 before
    before lunch works => 12:00 before
"""


@pytest.mark.parametrize(("text", "reading"), _rows(LEADING_ZERO))
def test_a_leading_zero_is_the_24_hour_clock(text: str, reading: str) -> None:
    assert line(read_when(text, NOW)) == reading


@pytest.mark.parametrize(("text", "reading"), _rows(FOUR_DIGITS))
def test_four_digit_hours_beside_a_date_are_a_stretch_that_may_pass_midnight(text: str, reading: str) -> None:
    assert line(read_when(text, NOW)) == reading


@pytest.mark.parametrize(("text", "reading"), _rows(EUROPEAN_HOURS))
def test_hours_of_unlike_spelling_make_one_stretch(text: str, reading: str) -> None:
    assert line(read_when(text, NOW)) == reading


@pytest.mark.parametrize(("text", "reading"), _rows(DAY_BESIDE_HOURS))
def test_the_ends_of_a_stretch_of_hours_take_the_days_said_beside_them(text: str, reading: str) -> None:
    assert line(read_when(text, NOW)) == reading


@pytest.mark.parametrize(("text", "reading"), _rows(DATES))
def test_dates_and_months_on_both_sides_of_a_dash_are_a_stretch(text: str, reading: str) -> None:
    assert line(read_when(text, NOW)) == reading


@pytest.mark.parametrize(("text", "reading"), _rows(LASTING))
def test_a_beginning_and_a_length_have_an_end_and_a_limit_has_only_that(text: str, reading: str) -> None:
    assert line(read_when(text, NOW)) == reading


def test_both_ends_of_a_texted_stretch_are_mentioned() -> None:
    (stretch,) = (each for each in mentions("fri 1425-1750", NOW) if each.kind == "range")
    assert [f"{time:%H:%M}" for time in stretch.times] == ["14:25", "17:50"]
