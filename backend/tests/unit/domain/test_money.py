import pytest
from hypothesis import given
from hypothesis import strategies as st

from linda.domain.money import Cents, dollars, price_words


@pytest.mark.parametrize(
    ("cents", "words"), [(0, "$0"), (5, "$0.05"), (7900, "$79"), (6715, "$67.15"), (123_456, "$1,234.56")]
)
def test_a_price_is_texted_without_needless_cents(cents: int, words: str) -> None:
    assert dollars(Cents(cents)) == words


@pytest.mark.parametrize(("cents", "words"), [(0, "free"), (1, "$0.01"), (4900, "$49")])
def test_nothing_is_called_free(cents: int, words: str) -> None:
    assert price_words(Cents(cents)) == words


@given(st.integers(0, 10_000_000))
def test_no_cent_is_lost_in_writing(cents: int) -> None:
    whole, _, rest = dollars(Cents(cents)).replace("$", "").replace(",", "").partition(".")
    assert int(whole) * 100 + int(rest or 0) == cents
