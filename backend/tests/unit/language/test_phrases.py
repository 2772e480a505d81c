"""The notation the vocabulary is written in."""

import pytest

from linda.language.phrases import Hit, PhraseBook, could_match, needed_words, pattern
from linda.language.spelling import plain


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("how much", "how much is it", True),
        ("how much", "how very much", False),
        ("how .. much", "how very very much", True),
        ("how .. much", "how? much", False),
        ("how .. much", "how a b c d e much", False),
        ("cancel ?my|the {booking}", "cancel my appointment", True),
        ("cancel ?my|the {booking}", "cancel booking", True),
        ("cancel ?my|the {booking}", "cancel our booking", False),
        ("^ no", "hi, no", True),
        ("^ no", "i said no", False),
        ("< no", "ok. no", False),
        ("no >", "i said no", True),
        ("no >", "no thanks", False),
        ("no $", "no. thanks", True),
        ("at #", "at 3:30", True),
        ("at #", "at noon", False),
        ("on # floor", "on 2nd floor", True),
        ("for $#", "for $60", True),
        ("for $#", "for 60 bucks", True),
        ("for $#", "for 60", False),
        ("get_back|call", "get back now", True),
        ("screen", "screens", False),
        ("no thanks", "no, thanks", True),
    ],
)
def test_a_phrase_matches_as_written(phrase: str, text: str, found: bool) -> None:
    assert (pattern(phrase).search(plain(text)) is not None) == found


def test_a_phrase_is_filed_under_the_fewest_words_it_needs() -> None:
    assert set(needed_words("want|need|like .. {booking}")) == {"want", "need", "like"}
    assert needed_words("?please cancel #|it") == ("cancel",)


def test_a_book_finds_each_phrase_once_or_everywhere() -> None:
    book = PhraseBook([("greeting", "hi"), ("price", "how much\nprice")])
    words = plain("hi how much, how much? what price hi")
    assert [hit.key for hit in book.hits(words)] == ["greeting", "price", "price"]
    assert [hit.phrase for hit in book.every_hit(words)] == ["hi", "hi", "how much", "how much", "price"]


def test_a_hit_says_where_it_stands() -> None:
    words = plain("well how much")
    assert list(PhraseBook([("price", "how much")]).hits(words)) == [Hit("price", "how much", 7, 16)]


def test_a_phrase_is_looked_at_only_when_each_of_its_places_can_be_filled() -> None:
    assert could_match("how much|many .. ?to fix", {"how", "many", "fix"})
    assert not could_match("how much|many .. ?to fix", {"how", "many", "to"})
    assert could_match("^ no #", {"no"})
