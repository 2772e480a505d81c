"""Which words may stand around a bare number that is a date or a time, and not a count of something."""

import re

from linda.language.when.grammar import Chart
from linda.language.when.vocabulary import listed

PLACEHOLDERS = frozenset("DTPUMR")
MARKS = frozenset(".,!?;:)(&+-'\"") | {""}
BEFORE = (
    PLACEHOLDERS
    | MARKS
    | listed("""
    the on by until from for since after before around or and to about at is be through between say maybe like
    not this of next past prior starting anytime sometime work works open available free was then do does with
    yes yeah no okay hi hey change changed changing move moved switch
    """)
)
AFTER = (
    PLACEHOLDERS
    | MARKS
    | listed("""
    at on in to for by with around after before between from until through as while or and if but because
    since so then instead though tho too also not no nope yes yeah yep
    is was does do would will won't wont can can't could should may might be been are have has isn't isnt doesn't doesnt
    work works sound sounds look looks
    good fine okay great perfect right correct sharp ish exactly only already open available free
    please thanks thank lol hi hey sir man bro dude ma'am
    you i i'm i'll i'd im we we're he she they me us him her my your the this that that's it it's its there
    next any anytime some every early late now noon midnight midday morning afternoon evening night lunch
    oclock maybe probably actually ideally preferably hopefully when what how who where which
    """)
)


def ends_free(match: re.Match[str], chart: Chart) -> bool:
    """Whether what follows lets a number stand for itself."""
    word = chart.after(match.end("hit"))
    return word in AFTER or word.startswith(("DAY", "MONTH", "TODAY", "TOMORROW", "YESTERDAY"))


def stands_free(match: re.Match[str], chart: Chart) -> bool:
    """Whether the words on both sides let a number stand for itself."""
    return ends_free(match, chart) and chart.before(match.start("hit")) in BEFORE
