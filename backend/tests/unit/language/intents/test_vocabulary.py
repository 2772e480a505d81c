"""The tables themselves: every phrase can be found, and none carries dead words."""

import pytest

from linda.language import symptoms
from linda.language.intents.vocabulary import courtesy, foreign, reasons, yes_no
from linda.language.intents.vocabulary.every_topic import VOCABULARY
from linda.language.phrases import MARKS, alternatives, needed_words, pattern, places
from linda.language.spelling import plain
from linda.language.tables import lines
from tests.necessity import every_match_holds

TABLES = {
    **{f"{topic} {part}": getattr(says, part) for topic, says in VOCABULARY.items() for part in says.__slots__},
    **{f"courtesy {key}": table for key, table in courtesy.COURTESY.items()},
    **{f"reason {key}": table for key, table in reasons.REASONS.items()},
    "foreign": foreign.FOREIGN,
}
LOOSE_TABLES = {
    **{f"answer {key}": table for key, table in yes_no.YES_NO.items()},
    "not a no": yes_no.NOT_A_NO,
    "not a yes": yes_no.NOT_A_YES,
    **{f"symptom {key}": table for key, table in symptoms.SYMPTOMS.items()},
}
PHRASES = [(name, phrase) for name, table in TABLES.items() for phrase in lines(table)]
LOOSE_PHRASES = [(name, phrase) for name, table in LOOSE_TABLES.items() for phrase in lines(table)]


def test_every_word_of_every_table_is_in_the_plain_form_texts_are_brought_into() -> None:
    foreign_spelling = {
        (name, word)
        for name, phrase in PHRASES + LOOSE_PHRASES
        for item in phrase.split()
        for word in alternatives(item.lstrip("?"))
        if word not in MARKS and plain(word)[2:-3] != word
    }
    assert not foreign_spelling


def test_every_phrase_compiles_and_needs_a_word() -> None:
    for _, phrase in PHRASES + LOOSE_PHRASES:
        assert pattern(phrase)
        assert needed_words(phrase)


def test_no_phrase_is_found_in_a_text_that_it_is_not_looked_for_in() -> None:
    behind_a_space = "(?<= )"
    for _, phrase in PHRASES + LOOSE_PHRASES:
        found = " " + pattern(phrase).pattern.removeprefix(behind_a_space)
        assert all(every_match_holds(found, [f" {word} " for word in words]) for words in places(phrase)), phrase


def test_no_wish_begins_or_ends_with_a_word_that_may_be_missing() -> None:
    loose = [phrase for _, phrase in PHRASES if phrase.split()[-1][0] == "?" or phrase.split()[0][0] == "?"]
    assert not loose


@pytest.mark.parametrize("name", TABLES)
def test_no_table_says_a_phrase_twice(name: str) -> None:
    table = lines(TABLES[name])
    assert len(table) == len(set(table))
