"""Laws of the claim checker, over prices, moments, counts and texts nobody thought of."""

from datetime import date, datetime, time, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from linda.domain.time_words import clock_time, date_words
from tests.unit.conversation.claims.worlds import DISCOUNTED, LAST_TWO, NOTHING, QUOTED, TAKEN, TODAY, ZONE

FEW = settings(max_examples=60)
MANY = settings(max_examples=150)
QUARTERS = st.builds(lambda hour, quarter: time(hour, 15 * quarter), st.integers(7, 19), st.integers(0, 3))
DAYS = st.integers(0, 20).map(lambda ahead: TODAY + timedelta(days=ahead))
DRESSES = st.sampled_from(["${}", "$ {}.00", "{} dollars", "{} bucks", "USD {}", "{}$", "${} flat", "{} usd"])
PRICE_LINES = st.sampled_from(
    ["The iPhone 13 screen is {}.", "That's {}.", "It'll be {}", "{} and it's done", "I'd say {}?"]
)


@MANY
@given(st.integers(1, 9999).filter(lambda dollars: dollars != 79), DRESSES, PRICE_LINES)
def test_no_price_but_the_quoted_one_passes(dollars: int, dress: str, line: str) -> None:
    assert QUOTED.faults(line.format(dress.format(dollars)))


@FEW
@given(DRESSES, st.sampled_from(["The iPhone 13 screen is {}.", "That's {}."]))
def test_the_quoted_price_passes_in_every_dress(dress: str, line: str) -> None:
    assert QUOTED.faults(line.format(dress.format(79))) == []


@MANY
@given(DAYS, QUARTERS, st.sampled_from(["{day} at {at} works.", "How about {at} on {day}?", "I have {day} {at}."]))
def test_only_found_moments_are_offered(day: date, at: time, line: str) -> None:
    moment = datetime.combine(day, at, tzinfo=ZONE)
    faults = QUOTED.faults(line.format(day=date_words(day), at=clock_time(at)))
    assert bool(faults) is (moment not in QUOTED.evidence.moments)


@MANY
@given(QUARTERS)
def test_only_the_moment_looked_for_is_denied(at: time) -> None:
    faults = TAKEN.faults(f"{clock_time(at)} is taken.")
    assert bool(faults) is (at != time(15))


@FEW
@given(st.integers(1, 40), st.sampled_from(["Only {} openings left today.", "{} slots left!", "just {} spots today"]))
def test_only_the_counted_number_is_left(count: int, line: str) -> None:
    assert bool(LAST_TWO.faults(line.format(count))) is (count != 2)


@FEW
@given(st.integers(0, 100), st.sampled_from(["{}% off", "{} percent off for you", "a {} % discount"]))
def test_only_the_granted_percentage_is_named(percent: int, line: str) -> None:
    assert bool(DISCOUNTED.faults(line.format(percent))) is (percent != 10)


@MANY
@given(st.text(max_size=200))
def test_any_text_is_judged_without_an_error(text: str) -> None:
    assert isinstance(NOTHING.faults(text), list)


@MANY
@given(st.text(alphabet="123456789:,-$%pm?! ", max_size=80).filter(lambda text: any(each.isdigit() for each in text)))
def test_no_digit_passes_where_nothing_is_known(text: str) -> None:
    assert NOTHING.faults(text)
