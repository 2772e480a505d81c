"""Which words may stand around a bare number that is a date or a time, and not a count of something."""

import re

from linda.language.when.grammar import Chart

PLACEHOLDERS = frozenset("DTPUMR")
MARKS = frozenset([*".,!?;:)(&/+-'\"", ""])
BEFORE = (
    PLACEHOLDERS
    | MARKS
    | frozenset(
        ["the", "on", "by", "until", "from", "for", "since", "after", "before", "around", "or", "and", "to", "about", "at", "is", "be", "through", "between", "say", "maybe", "like", "yes", "yeah", "no", "okay", "not", "this", "of", "next", "past", "prior", "starting", "anytime", "sometime", "work", "works", "open", "available", "free", "was", "hi", "hey", "then", "do", "does", "with", "change", "changed", "changing", "move", "moved", "switch"]
    )
)
AFTER = (
    PLACEHOLDERS
    | MARKS
    | frozenset(
        ["at", "on", "in", "to", "for", "by", "around", "after", "before", "between", "from", "until", "through", "or", "and", "if", "is", "was", "does", "do", "would", "will", "won't", "wont", "can", "can't", "could", "should", "may", "might", "work", "works", "sound", "sounds", "look", "looks", "good", "fine", "okay", "great", "perfect", "please", "thanks", "thank", "you", "i", "i'm", "i'll", "i'd", "im", "we", "we're", "my", "the", "this", "next", "of", "then", "instead", "so", "but", "because", "since", "anytime", "any", "some", "early", "late", "noon", "midnight", "midday", "today", "tomorrow", "lol", "tho", "though", "too", "also", "with", "when", "what", "right", "correct", "sharp", "ish", "exactly", "yes", "yeah", "yep", "no", "nope", "not", "be", "been", "are", "have", "has", "your", "it", "it's", "its", "that", "that's", "there", "maybe", "probably", "actually", "only", "open", "available", "free", "hey", "hi", "oclock", "as", "while", "or", "every", "doesn't", "doesnt", "isn't", "isnt", "he", "she", "they", "me", "us", "him", "her", "sir", "man", "bro", "dude", "ma'am", "how", "who", "where", "which", "already", "ideally", "preferably", "hopefully"]
    )
)


def ends_free(match: re.Match[str], chart: Chart) -> bool:
    """Whether what follows lets a number stand for itself."""
    return _free(chart.after(match.end("hit")), AFTER)


def stands_free(match: re.Match[str], chart: Chart) -> bool:
    """Whether the words on both sides let a number stand for itself."""
    return chart.before(match.start("hit")) in BEFORE and ends_free(match, chart)


def _free(word: str, known: frozenset[str]) -> bool:
    return word in known or word[:3] == "DAY" or word[:5] == "MONTH" or word in {"TODAY", "TOMORROW", "YESTERDAY"}
