"""What no reader could read: a number, a unit or a number word of another language that nothing explains."""

import re
from collections.abc import Iterator, Sequence

from linda.conversation.claims.page import Mark
from linda.conversation.claims.sentences import Sentence
from linda.conversation.claims.shapes import either, shape
from linda.conversation.claims.sources import Sources
from linda.domain.pattern import Pattern

_DIGITS = Pattern(r"\d+")
_UNITS = shape(
    r"\b(?:[ap]\.m\b|<UNIT>\b)|[%$@\u20ac\u00a3\u00a5]",
    UNIT=either("""
        pm | o'? ?clock | dollars? | bucks? | percent | per cent | cents | euros? | pounds | quid | pesos? | dolares
        halve
        double | triple | twice | half(?! (?:the (?:time|battle)|way))
        dos | tres | cuatro | cinco | seis | siete | ocho | nueve | diez | veinte | treinta | cuarenta | cincuenta
        sesenta
        setenta | ochenta | noventa | cien | deux | trois | quatre | cinq | sept | huit | neuf | drei | vier | funf
        sechs
        sieben | acht | neun | zehn | uhr | heures? | horas | reservado | confirmad[oa] | gratuito
    """),
)
_QUANTITY = Pattern(
    r"^ ?(?:x|of (?:them|your)|V|phones?|devices?|screens?|iphones?|repairs?|bookings?|batter(?:y|ies)"
    r"|samsungs?|galax\w+)\b"
)


def unread_figures(sentences: Sequence[Sentence], sources: Sources) -> Iterator[str]:
    """Yield a sentence for each number or unit that nothing has read: what can't be traced is not sent."""
    for sentence in sentences:
        for match in _DIGITS.finditer(sentence.text):
            if not _is_quantity(match, sentence, sources):
                yield f"figure {match[0][:20]} has no source"
        for unit in _UNITS.finditer(sentence.text):
            yield f'"{unit[0]}" stands without a figure that can be traced'


def _is_quantity(match: re.Match[str], sentence: Sentence, sources: Sources) -> bool:
    after = sentence.text[match.end() :]
    if not _QUANTITY.match(after) or len(match[0]) > 2:
        return False
    services = [run.outcome.data.get("services") for run in sources.runs]
    repeated = {each.count(one) for each in services if isinstance(each, list) for one in each}
    said = {int(each) for each in _DIGITS.findall(sources.heard.text) if len(each) < 3}
    told = any(f"{match[0]} bookings" in run.outcome.sentence for run in sources.runs)
    own = len(sources.bookings) if after.lstrip().startswith("booking") else 0
    return told or int(match[0]) in {sources.turn.facts.quantity, own, *repeated, *said} - {0}


def false_contacts(sentences: Sequence[Sentence], sources: Sources) -> Iterator[str]:
    """Yield a sentence for each link, number, code or percentage that has no source."""
    known = {_number(sources.turn.shop.phone), _number(sources.turn.customer)}
    for sentence in sentences:
        for figure in sentence.figures:
            if figure.mark is Mark.CONTACT and _number(figure.said) not in known:
                yield f"contact {figure.said} is not the shop's"
            if figure.mark is Mark.CODE and figure.said not in sources.codes:
                yield f"code {figure.said} is not of a booking"
            if figure.mark is Mark.PERCENT and figure.number not in sources.evidence.percents:
                yield f"{figure.said} has no source"


def _number(said: str) -> str:
    """Return the ten digits of a North American number, or the text where it is none."""
    digits = re.sub(r"\D", "", said)
    return digits[-10:] if len(digits) in {10, 11} and re.fullmatch(r"[\d\s().+-]+", said) else said
