"""Who is talking, where the shop is, what the owner is doing: facts of the shop and of his state."""

import re
from collections.abc import Iterator, Sequence

from linda.conversation.claims.letters import plain_letters
from linda.conversation.claims.sentences import Clause, Sentence
from linda.conversation.claims.shapes import either, shape
from linda.conversation.claims.sources import Sources
from linda.domain.hours import is_open
from linda.domain.pattern import Pattern
from linda.domain.shop import Mode

_DOES = tuple(
    (mode, Pattern(rf"\b(?:owner|he)(?:'s| is)(?: \w+){{0,2}}? (?:{words})\b"))
    for mode, words in (
        (Mode.GYM, "at the gym|in the gym|working out"),
        (Mode.DRIVING, "driving|on the road|in the car"),
        (Mode.BREAK, "on (?:a |his )?(?:lunch |short )?break|at lunch|having lunch"),
        (
            Mode.WORK,
            "at the shop|in the shop|here|in now|in right now|at (?:his |the )?bench|ready for you|waiting for you",
        ),
    )
)
_OPEN_NOW = Pattern(r"\b(?:we're|we are|shop is|store is|shop's) (?:(?:still|currently) )?open(?: (?:right )?now)?\W*$")
_CLOSED_NOW = Pattern(r"\b(?:we're|we are|shop is|shop's) (?:currently )?closed(?: (?:right )?now)?\W*$")
_NOT = Pattern(r"\b(?:not|if|when|while|once|whenever)\b|n't\b")
_A_PERSON = shape(
    r"\b<CLAIM>",
    CLAIM=either(r"""
        (?:i'm|i am|this is|it's|my name is|here is) owner\b(?!'s) | owner here\b | owner speaking\b
        (?:i'm|i am|this is|you're (?:talking|texting) (?:to|with)) (?:actually |really )?(?:a |an )(?:real \
        |actual |live )?(?:person|human|man|woman|guy)\b
        (?:i'm|i am) (?:human|no bot)
        (?:not|isn't|no) (?:a |an )?(?:bot|robot|ai|machine|computer|program|assistant)\b | real person here
    """),
)
_PLACE = shape(
    r"\b<AT> (?:in|at|on|near|next to|behind|across from|inside|by|off|over at) (?P<place>[^.;!?]+)",
    AT=either(r"""
        located | based | find us | come to | meet (?:us|me|you) | address is
        (?:we're|we are|shop is|i'm)(?= (?:in|at|on|near) [^.;!?]*\b<CUE>\b)
    """),
    CUE=either("""
        street | st | avenue | ave | road | rd | boulevard | blvd | drive | lane | ln | way | plaza | mall | highway
        hwy | corner
        downtown | suite | beach | city
    """),
)
_SMALL_WORDS = frozenset(
    [
        "a",
        "an",
        "the",
        "our",
        "your",
        "in",
        "at",
        "on",
        "of",
        "and",
        "to",
        "shop",
        "us",
        "we",
        "is",
        "area",
        "near",
        "by",
        "for",
        "D",
        "T",
        "A",
        "X",
        "V",
    ]
)


def false_states(sentences: Sequence[Sentence], sources: Sources) -> Iterator[str]:
    """Yield a sentence for each thing said of the owner, the place or the speaker that is not so."""
    for sentence in sentences:
        for clause in sentence.clauses():
            if _A_PERSON.search(clause.text):
                yield "LINDA is no person"
            if not clause.is_question and not _NOT.search(clause.text):
                yield from _false_doings(clause, sources)
        yield from _false_places(sentence, sources)


def _false_doings(clause: Clause, sources: Sources) -> Iterator[str]:
    opened = is_open(sources.turn.shop, sources.turn.now)
    for mode, pattern in _DOES:
        match = pattern.search(clause.text)
        if match and (sources.state.mode is not mode or (mode is Mode.WORK and not opened)):
            yield f'"{match[0]}" is not what the owner is doing'
    if _OPEN_NOW.search(clause.text) and not opened:
        yield "the shop is not open now"
    if _CLOSED_NOW.search(clause.text) and opened and sources.state.mode is not Mode.CLOSED:
        yield "the shop is not closed now"


def _false_places(sentence: Sentence, sources: Sources) -> Iterator[str]:
    shop = sources.turn.shop
    known = _words(plain_letters(f"{shop.name} {shop.address} {shop.directions}")) | _words(sources.heard.text)
    for match in _PLACE.finditer(sentence.text):
        strange = _words(match["place"]) - known - _SMALL_WORDS
        if strange:
            yield f'"{match[0][:60]}" is not where the shop is'


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text))
