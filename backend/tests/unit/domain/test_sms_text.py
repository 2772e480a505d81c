import pytest
from hypothesis import given
from hypothesis import strategies as st

from linda.domain.gsm7 import BASIC, EXTENSION, fold
from linda.domain.sms_text import SmsSize, clip, fits, is_gsm7, measure

CASES = [
    ("", "GSM-7", 0, 0),
    ("a" * 160, "GSM-7", 160, 1),
    ("a" * 161, "GSM-7", 161, 2),
    ("a" * 306, "GSM-7", 306, 2),
    ("a" * 307, "GSM-7", 307, 3),
    ("€" * 80, "GSM-7", 160, 1),
    ("€" * 81, "GSM-7", 162, 2),
    ("a" * 152 + "€" + "a" * 152, "GSM-7", 306, 3),
    ("a" * 151 + "€" + "a" * 153, "GSM-7", 306, 2),
    ("é\n¿", "GSM-7", 3, 1),
    ("李" * 70, "UCS-2", 70, 1),
    ("李" * 71, "UCS-2", 71, 2),
    ("李" * 134, "UCS-2", 134, 2),
    ("李" * 135, "UCS-2", 135, 3),
    ("😀" * 35, "UCS-2", 70, 1),
    ("😀" * 36, "UCS-2", 72, 2),
    ("😀" * 66, "UCS-2", 132, 2),
    ("😀" * 67, "UCS-2", 134, 3),
    ("[]" + "李", "UCS-2", 3, 1),
]


@pytest.mark.parametrize(("text", "encoding", "units", "segments"), CASES)
def test_a_text_is_measured_as_the_carrier_does(text: str, encoding: str, units: int, segments: int) -> None:
    assert measure(text) == SmsSize(encoding, units, segments)


def test_the_alphabet_has_its_127_characters_and_10_behind_the_escape() -> None:
    assert (len(BASIC), len(EXTENSION), BASIC & EXTENSION) == (127, 10, frozenset())


FOLDED = [
    ("It’s “ok” – 9–5…", 'It\'s "ok" - 9-5...'),  # noqa: RUF001 - the signs to fold are the case
    ("3½ hrs, ½ off, 90°, 50¢, m²", "3 1/2 hrs, 1/2 off, 90 deg, 50 cents, m^2"),
    ("José María łódź çava İstanbul Straße", "José Maria lodz cava Istanbul Straße"),
    ("e\u0301clair", "éclair"),
    ("no\u00a0break\u200b here\u2028next\tcell", "no break here\nnext cell"),
    ("one\r\ntwo\rthree", "one\ntwo\nthree"),
    ("bad\x00\x07\ud83d ok", "bad ok"),
    ("Great 👍🏽 see you 2:00 PM ✅", "Great see you 2:00 PM"),
    ("👍", "👍"),
    ("  ", "  "),
    ("李 at 2:00", "李 at 2:00"),
    ("ﬁne Ⅳ ２:００", "fine IV 2:00"),  # noqa: RUF001 - wide digits are the case
    ("$79 [ok] {x} ~ | ^ \\ €5", "$79 [ok] {x} ~ | ^ \\ €5"),
    ("plain ascii stays", "plain ascii stays"),
    ("a `tick`", "a 'tick'"),
]


@pytest.mark.parametrize(("text", "folded"), FOLDED)
def test_folding_keeps_the_meaning_in_cheaper_letters(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(st.sampled_from(sorted(BASIC | EXTENSION) + list("’–…é½°\u00a0👍"))))  # noqa: RUF001
def test_folded_latin_text_never_costs_ucs2_unless_it_is_pictures_alone(text: str) -> None:
    folded = fold(text)
    assert is_gsm7(folded) or folded == text


def test_a_text_that_fits_is_not_touched() -> None:
    assert clip("word " * 32, 1) == "word " * 32


def test_a_longer_text_is_cut_between_words_and_marked() -> None:
    assert clip("word " * 40, 1) == ("word " * 31).strip() + "..."


def test_a_cut_leaves_no_dangling_comma() -> None:
    assert clip("a" * 150 + ", " + "b" * 20, 1) == "a" * 150 + "..."


def test_one_endless_word_is_cut_inside() -> None:
    assert clip("a" * 500, 1) == "a" * 157 + "..."


def test_nothing_fits_in_no_segment() -> None:
    assert clip("hello there", 0) == ""


@given(st.text(st.sampled_from("ab €李😀\n,")), st.integers(1, 3))
def test_a_clipped_text_fits_and_is_a_beginning(text: str, segments: int) -> None:
    clipped = clip(text * 20, segments)
    assert fits(clipped, segments)
    assert (text * 20).startswith(clipped.removesuffix("...")) or clipped == text * 20


def test_fits_counts_segments() -> None:
    assert (fits("a" * 160), fits("a" * 161), fits("a" * 306, 2)) == (True, False, True)
