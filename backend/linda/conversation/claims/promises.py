"""Promises and boasts that need no figure: a lifetime warranty, a price match, a technician who is certified."""

from collections.abc import Iterator, Sequence

from linda.conversation.claims.sentences import Clause, Sentence
from linda.conversation.claims.shapes import either, shape
from linda.conversation.claims.sources import Sources
from linda.domain.hours import is_open
from linda.domain.pattern import Pattern

_NEGATED = Pattern(
    r"(?:\b(?:no|not|don't|doesn't|can't|cannot|isn't|never|without|unfortunately|afraid)\b|n't\b)(?:\W+\w+){0,5}\W*$"
)
_PROMISES = shape(
    r"\b<PROMISE>\b",
    PROMISE=either(r"""
        24/7 | 24[ -]7 | around the clock | day and night | 7 days(?: a week)? | every day of the | (?:life ?time)
        for life
        forever | no[- ]questions | money[- ]back | guarantee[ds]? | satisfaction | risk[- ]free
        price[- ]match(?:ing|ed)? | match (?:any|their|his|that|the) (?:price|quote|offer)
        beat (?:any|their|his|that|the)
        (?:best|lowest|cheapest|unbeatable) (?:price|rate|deal)s? | cheapest | rock[- ]bottom
        same[- ]day | next[- ]day | overnight | right away | immediately | straight away | asap | any minute
        any day now
        within minutes | in no time | instantly | original parts? | genuine | oem | certified | licensed | insured
        accredited
        out the door | tax(?:es)? (?:is |are )?(?:in|free)\w* | no (?:hidden|extra|additional) | flat[- ]rate
        final price
        all[- ]in | price (?:is )?(?:fixed|locked) | no tax | never more than | won't (?:go|be) (?:over|higher|more)
        financ(?:e|ing) | pay(?:ment)? plans? | installments? | layaway
        (?:student|military|senior|veteran|family) discount
        loyalty | gift cards? | promo(?: code)? | coupon | black friday | flash sale | special (?:offer|price|deal)
        on sale
        today only | offer ends | limited time | expires? | free (?:shipping|pickup|pick-up|delivery|ride|coffee)
        deliver(?:y|ies)? | pick ?up service | mail[- ]in | loaner | rental phone | trade[- ]in | buy ?back | we buy
        refund(?:s|ed|ing)? | in stock | open late | ready for (?:pick[- ]?up|collection)
        working on (?:your|it|the (?:phone|screen))
        (?:another|second|two|2|other) locations? | water ?proof | data (?:is )?safe | never lose | won't lose
    """),
)
_WALK_IN = shape(
    r"\b<WALK>\b",
    WALK=either("""
        walk[- ]?ins? (?:are )?(?:welcome|ok|fine|always|accepted|any) | walk (?:right |on )?in(?! (?:not|isn't))
        just (?:walk|drop|stop|come|swing|show) | no appointment(?: is)? (?:needed|necessary|required)
        without an appointment | drop in | come (?:right )?(?:over|in now|by now|on in|now)
    """),
)
_DEAL = Pattern(
    r"\b(?:i|we)(?: can|'ll| will| could)(?: \w+)? (?:give|get|do|offer|cut"
    r"|make)(?: \w+){0,3}? (?:discount|deal|break|bargain|something off)\b"
)
_ASKS_NOT = Pattern(r"\b(?:no|not|n't|can't|aren't|only with|by appointment)\b|n't\b")
_WARRANTY = Pattern(r"\bwarrant(?:y|ies|ied)\b")
_NO_WARRANTY = Pattern(r"\b(?:no|not|without)\b(?:\W+\w+){0,3}\W*$|n't\b(?:\W+\w+){0,3}\W*$")
_PAYMENT = shape(
    r"\b<WAY>\b",
    WAY=either("""
        venmo | paypal | cash ?app | bitcoin | crypto(?:currency)? | ethereum
        checks?(?= (?:and|or|are|too|accepted)) | cheques?
        wire transfer | zelle | apple pay | google pay | samsung pay | klarna | afterpay | affirm | amex
        american express
        money order | gift card
    """),
)


def false_promises(sentences: Sequence[Sentence], sources: Sources) -> Iterator[str]:
    """Yield a sentence for each promise that is not in the shop's data."""
    for sentence in sentences:
        for clause in sentence.clauses():
            for match in _PROMISES.finditer(clause.text):
                if not _NEGATED.search(clause.text[: match.start()]):
                    yield f'"{match[0]}" is not in the shop\'s data'
            if _DEAL.search(clause.text) and not clause.is_question and not sources.evidence.percents:
                yield "a discount is hinted at that nobody allowed"
            yield from _walk_ins(clause, sources)
            yield from _payments(clause, sources)


def false_warranty(sentences: Sequence[Sentence], sources: Sources) -> Iterator[str]:
    """Yield a sentence where a warranty is promised that the shop does not give, or denied that it gives."""
    given = sources.turn.shop.warranty_days > 0
    for sentence in sentences:
        for match in _WARRANTY.finditer(sentence.text):
            denied = _NO_WARRANTY.search(sentence.text[: match.start()]) is not None
            if denied is given and not sentence.is_question:
                yield "what is said of the warranty is not in the shop's data"


def _walk_ins(clause: Clause, sources: Sources) -> Iterator[str]:
    match = _WALK_IN.search(clause.text)
    if match is None or clause.is_question or _ASKS_NOT.search(clause.text.replace("no appointment", "")):
        return
    welcome = sources.turn.shop.modes[sources.state.mode].walk_ins and is_open(sources.turn.shop, sources.turn.now)
    if not welcome and not sources.booked:
        yield f'"{match[0]}" is not so while the owner is away'


def _payments(clause: Clause, sources: Sources) -> Iterator[str]:
    taken = " ".join(sources.turn.shop.payment).lower()
    for match in _PAYMENT.finditer(clause.text):
        if match[0] not in taken and not _NEGATED.search(clause.text[: match.start()]):
            yield f'payment by "{match[0]}" is not in the shop\'s data'
