"""Promises and boasts that need no figure: a lifetime warranty, a price match, a technician who is certified."""

import re
from collections.abc import Iterator, Sequence

from linda.conversation.claims.page import Mark
from linda.conversation.claims.sentences import Clause, Sentence
from linda.conversation.claims.sources import Sources
from linda.domain.hours import is_open

_NEGATED = re.compile(
    r"\b(?:no|not|n't|don't|doesn't|can't|cannot|isn't|never|without|unfortunately|afraid)\b(?:\W+\w+){0,5}\W*$"
)
_ALWAYS_FALSE = re.compile(
    r"\b(?:24/7|24[ -]7|around the clock|day and night|7 days(?: a week)?|every ?day of the|life ?time|for life|forever|no[- ]questions|money[- ]back|guarantee[ds]?"
    r"|price[- ]match(?:ing|ed)?|match (?:any|their|his|that|the) (?:price|quote|offer)|beat any|(?:best|lowest|cheapest|unbeatable) (?:price|rate|deal)s?|cheapest|rock[- ]bottom"
    r"|same[- ]day|next[- ]day|overnight|right away|immediately|straight away|right now we can|asap|any minute|within minutes|in no time|instantly"
    r"|original parts?|genuine|oem|certified|licensed|insured|accredited|brand[- ]new phone"
    r"|out the door|tax(?:es)? (?:is |are )?(?:in|free)\w*|no (?:hidden|extra|additional)|flat[- ]rate|final price|all[- ]in|price (?:is )?(?:fixed|locked)|no tax"
    r"|financ(?:e|ing)|pay(?:ment)? plans?|installments?|layaway|student discount|military discount|senior discount|veteran|loyalty|gift cards?|promo(?: code)?|coupon|black friday"
    r"|flash sale|special (?:offer|price|deal)|on sale|today only|offer ends|limited time|expires?"
    r"|free (?:shipping|pickup|pick-up|delivery|ride|coffee)|deliver(?:y|ies)?|pick ?up service|mail[- ]in|loaner|rental phone|trade[- ]in|buy ?back|we buy"
    r"|real person|i'm (?:a )?(?:human|person)|(?:not|isn't) (?:a |an )?(?:bot|robot|ai|machine|computer)|(?:another|second|two|2|other) locations?|water ?proof"
    r"|data (?:is )?safe|never lose|won't lose)\b"
)
_WALK_IN = re.compile(
    r"\b(?:walk[- ]?ins?|just (?:walk|drop|stop|come|swing|show)|no appointment|without an appointment|drop in|come (?:right )?(?:over|now|in now|by now)|right now)\b"
)
_WARRANTY = re.compile(r"\bwarrant(?:y|ies|ied)\b")
_PAYMENT = re.compile(
    r"\b(?:venmo|paypal|cash ?app|bitcoin|crypto|ethereum|check(?:s|que|ques)(?! (?:with|for|in|out|on|up))|wire(?: transfer)?|zelle|apple pay|google pay|samsung pay|klarna|afterpay|affirm|amex|american express|money order)\b"
)
_UNLEFT_UNIT = re.compile(
    r"\b(?:[ap]\.m\b|pm\b|o'? ?clock|dollars?|bucks?|percent|per cent|cents)|[%$\u20ac\u00a3\u00a5]"
)
_DIGITS = re.compile(r"\d+")
_QUANTITY = re.compile(
    r"^ ?(?:x|of (?:them|your)|V|phones?|devices?|screens?|iphones?|repairs?|bookings?|batter(?:y|ies)|samsungs?|galax\w+)\b"
)


def false_promises(sentences: Sequence[Sentence], sources: Sources) -> Iterator[str]:
    """Yield a sentence for each promise that is not in the shop's data."""
    for sentence in sentences:
        for clause in sentence.clauses():
            for match in _ALWAYS_FALSE.finditer(clause.text):
                if not _NEGATED.search(clause.text[: match.start()]) and not match[0].startswith("not"):
                    yield f'"{match[0]}" is not in the shop\'s data'
            yield from _walk_ins(clause, sources)
            yield from _payments(clause, sources)


def _walk_ins(clause: Clause, sources: Sources) -> Iterator[str]:
    match = _WALK_IN.search(clause.text)
    if match is None or clause.is_question or _NEGATED.search(clause.text[: match.start()]):
        return
    welcome = sources.turn.shop.modes[sources.state.mode].walk_ins and is_open(sources.turn.shop, sources.turn.now)
    if not welcome and not sources.booked and re.search(r"\b(?:walk|drop|appointment|come|welcome)\b", clause.text):
        yield f'"{match[0]}" is not so while the owner is away'


def _payments(clause: Clause, sources: Sources) -> Iterator[str]:
    taken = " ".join(sources.turn.shop.payment).lower()
    for match in _PAYMENT.finditer(clause.text):
        if match[0] not in taken and not _NEGATED.search(clause.text[: match.start()]):
            yield f'payment by "{match[0]}" is not in the shop\'s data'


def false_warranty(sentences: Sequence[Sentence], sources: Sources) -> Iterator[str]:
    """Yield a sentence where a warranty is promised that the shop does not give, or denied that it gives."""
    given = sources.turn.shop.warranty_days > 0
    for sentence in sentences:
        for match in _WARRANTY.finditer(sentence.text):
            denied = (
                re.search(r"\b(?:no|not|n't|without)\b(?:\W+\w+){0,3}\W*$", sentence.text[: match.start()]) is not None
            )
            if denied is given and not sentence.is_question:
                yield "what is said of the warranty is not in the shop's data"


def unread_figures(sentences: Sequence[Sentence], sources: Sources) -> Iterator[str]:
    """Yield a sentence for each number or unit that nothing has read: what can't be traced is not sent."""
    for sentence in sentences:
        for match in _DIGITS.finditer(sentence.text):
            if not _is_quantity(match, sentence, sources):
                yield f"figure {match[0]} has no source"
        for unit in _UNLEFT_UNIT.finditer(sentence.text):
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
    """Yield a sentence for each link, number or code that is not the shop's or the customer's."""
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
