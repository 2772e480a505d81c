"""The one way from a written reply to a spoken one."""

from linda.domain.speech.amounts import MEASURES, MONEY, MONEY_RANGES, NUMBERS
from linda.domain.speech.markup import without_markup
from linda.domain.speech.moments import CLOCKS, DATES, HALVES, RANGES
from linda.domain.speech.names import ABBREVIATIONS, CONTACTS, GROUPS
from linda.domain.speech.rewriting import rewritten
from linda.domain.speech.sentences import in_two_sentences
from linda.domain.speech.symbols import SIGNS, SYMBOLS, TIDY

_IN_ORDER = (
    *CONTACTS,
    *HALVES,
    *DATES,
    *GROUPS,
    *MONEY_RANGES,
    *RANGES,
    *SIGNS,
    *CLOCKS,
    *MONEY,
    *MEASURES,
    *ABBREVIATIONS,
    *NUMBERS,
    *SYMBOLS,
    *TIDY,
)


def spoken(text: str) -> str:
    """Return what a speech synthesiser should say for a written reply.

    Args:
        text: a reply that has passed its checks, as it would be texted.

    Returns:
        Words only, in at most two sentences of which the last one may ask; about 60 words, unless the first statement
        and the question alone are longer. Empty when nothing in the text can be said.
    """
    return in_two_sentences(rewritten(without_markup(text), _IN_ORDER))
