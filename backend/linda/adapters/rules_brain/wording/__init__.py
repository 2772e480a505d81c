"""Every sentence the rules brain can say: short, GSM-7, one voice per persona.

A text value is every persona's; a triple is (professional, laid_back, hustler). A reply tells first what was done,
then what was asked about the shop, then prices and openings; it ends with at most one question.
"""

from collections.abc import Mapping

from linda.adapters.rules_brain.wording.answers import ANSWERS
from linda.adapters.rules_brain.wording.deeds import DEEDS
from linda.adapters.rules_brain.wording.offers import OFFERS
from linda.adapters.rules_brain.wording.questions import QUESTIONS
from linda.domain.shop import Persona

Entry = str | tuple[str, str, str]

IN_ORDER: tuple[Mapping[str, Entry], ...] = (DEEDS, ANSWERS, OFFERS, QUESTIONS)
SENTENCES: Mapping[str, Entry] = {key: entry for table in IN_ORDER for key, entry in table.items()}
PLACE: Mapping[str, int] = {key: place for place, table in enumerate(IN_ORDER) for key in table}
"""Where in a reply a sentence stands, by its table."""

_VOICES = (Persona.PROFESSIONAL, Persona.LAID_BACK, Persona.HUSTLER)


def sentence(key: str, persona: Persona, **fields: object) -> str:
    """Return the sentence `key` as `persona` says it, a capital in front unless a brand name is."""
    entry = SENTENCES[key]
    template = entry if isinstance(entry, str) else entry[_VOICES.index(persona)]
    said = template.format(**fields)
    is_brand = said[1:2].isupper()  # "iPhone" stays as its maker writes it
    return said if is_brand else said[:1].upper() + said[1:]
