import pytest

from linda.domain.errors import InvalidInput
from linda.domain.phone_number import display, is_e164, is_short_code, to_e164

TYPED = [
    "+19045550142",
    "19045550142",
    "9045550142",
    "904-555-0142",
    "(904) 555-0142",
    "904.555.0142",
    " 904 555\u00a00142 ",
    "+1 (904) 555-0142",
    "904\u2013555\u20130142",
]


@pytest.mark.parametrize("typed", TYPED)
def test_every_usual_spelling_is_one_number(typed: str) -> None:
    assert to_e164(typed) == "+19045550142"


def test_a_foreign_number_keeps_its_country_and_a_region_reads_local_ones() -> None:
    assert to_e164("+44 20 7946 0958") == to_e164("020 7946 0958", "GB") == "+442079460958"


NO_NUMBERS = [
    "",
    "+",
    "++19045550142",
    "911",
    "555-0142",
    "72975",
    "abc",
    "1-800-FLOWERS",
    "904-555-0142 ext 3",
    "904-555-0142;ext=3",
    "904 555 0142 904 555 0143",
    "call 904-555-0142",
    "+999999999999",
    "904555014\x00",
]


@pytest.mark.parametrize("typed", NO_NUMBERS)
def test_what_is_no_number_is_refused_with_an_example(typed: str) -> None:
    with pytest.raises(InvalidInput, match=r"is no phone number; write it like \(904\) 555-0142"):
        to_e164(typed)


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("+19045550142", "(904) 555-0142"),
        ("+442079460958", "+44 20 7946 0958"),
        ("+999999999999", "+999999999999"),
        ("72975", "72975"),
    ],
)
def test_a_number_is_shown_as_people_write_it(number: str, shown: str) -> None:
    assert display(number) == shown


@pytest.mark.parametrize("sender", ["611", "7726", "72975", "729755"])
def test_short_senders_are_told_from_numbers(sender: str) -> None:
    assert is_short_code(sender)
    assert not is_e164(sender)


@pytest.mark.parametrize(
    "text", ["+19045550142", "9045550142", "", "12", "1234567", "LYFT", "72 975", "+72975", "٧٢٩٧٥"]
)
def test_a_full_number_is_no_short_code(text: str) -> None:
    assert not is_short_code(text)


@pytest.mark.parametrize(
    "text", ["9045550142", "+", "+0123456789", "+1904555014200000", "+1 904", "+1904555014a", "+19045550142\n", ""]
)
def test_e164_is_a_plus_and_digits_only(text: str) -> None:
    assert not is_e164(text)
