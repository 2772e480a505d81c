import re
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from linda.domain.ids import booking_code, booking_id, lead_id, link_secret

DAY = date(2026, 2, 10)


def test_an_id_stays_what_it_was_when_rows_were_written_under_it() -> None:
    assert lead_id("+19045550142") == "lead_4ap5wmlkl5k2pehc"
    assert booking_id("SM0001", DAY, 840) == "book_ik2n7lwwjxjavtpe"
    assert booking_code("book_ik2n7lwwjxjavtpe") == "5385"


@given(st.text(max_size=40), st.text(max_size=40), st.integers(0, 1439), st.integers(0, 1439))
def test_different_slots_and_messages_give_different_bookings(first: str, second: str, minute: int, other: int) -> None:
    same = (first, minute) == (second, other)
    assert (booking_id(first, DAY, minute) == booking_id(second, DAY, other)) is same


@given(st.text(max_size=40))
def test_a_booking_code_is_four_digits_that_survive_being_read_as_a_number(booking: str) -> None:
    assert re.fullmatch("[1-9][0-9]{3}", booking_code(booking))


def test_the_secret_of_a_link_has_128_random_bits_in_letters_and_figures() -> None:
    made = [link_secret() for _ in range(100)]
    assert len(set(made)) == 100
    assert all(re.fullmatch("[a-z2-7]{26}", each) for each in made)


def test_a_phone_number_does_not_show_in_the_id_of_its_lead() -> None:
    assert "5550142" not in lead_id("+19045550142")
