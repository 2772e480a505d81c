"""Is each price the price of what it is said of?"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from linda.conversation.claims.items import Item, named_brand, named_items
from linda.conversation.claims.page import Figure, Mark
from linda.conversation.claims.price_sources import discounts_given, evident_prices, other_makes_prices
from linda.conversation.claims.sentences import Clause, Sentence, placed
from linda.conversation.claims.sources import Sources
from linda.domain.pattern import Pattern
from linda.domain.price_book import find_service
from linda.domain.shop import Service

_ON_SITE = Pattern(
    r"\bon[- ]?site\b|\bcom(?:e|ing) to you\b|\bhouse call|\bsurcharge\b|\btravel\b|\bvisit\b"
    r"|\bat your (?:place|home|office)\b"
)
_OFF_AFTER = Pattern(r"^ ?(?:off|discount|less|cheaper|savings?|rebate|back)\b")
_OFF_BEFORE = Pattern(r"\b(?:save|saves|saving|saved|knock|took|take|takes|minus|discount of|shave)(?: you| off)? $")
_EVERYTHING = Pattern(
    r"\b(?:everything|anything|whatever|it all|all (?:of )?(?:it|this|that|our|the|repairs?|work)|the whole|"
    r"(?:every|each|any)(?: \w+)? (?:repair|service|job|fix|phone))\b"
)
_AVAILABLE_BEFORE = Pattern(
    r"(?:\b(?:T|D|A|slots?|openings?|spots?|times?|i|i'm|we|we're|he|he's|owner|you|you're|feel|hands|toll"
    r"|hassle|worry|stress)"
    r"(?:'s|'re)?(?: is| are| am| be| still| also| all| both| wide| totally| will| now)*[ -]|^\W*)$"
)


@dataclass(frozen=True, slots=True)
class _Scope:
    """What a price is said of. `near` stands right beside it; `far` was named before or is what the talk is about."""

    near: tuple[Item, ...]
    far: tuple[Item, ...]
    on_site: bool
    brand: str | None
    clause: str


def false_prices(sentences: Sequence[Sentence], sources: Sources) -> Iterator[str]:
    """Yield a sentence for each price without a source."""
    if not any(figure.mark is Mark.PRICE for sentence in sentences for figure in sentence.figures):
        return
    talk = _talked_of(sources.turn.facts.brand, sources)
    for sentence in sentences:
        brand = named_brand(sentence.text) or sources.turn.facts.brand
        before: tuple[Item, ...] = ()
        made_by: str | None = None
        whole = named_items(sentence.text, sources.turn.shop, brand)
        for clause in sentence.clauses():
            for segment in clause.segments():
                near = named_items(segment.text, sources.turn.shop, brand)
                before = near or before
                made_by = named_brand(segment.text) or made_by
                asked = talk or _talked_of(made_by, sources)
                scope = _Scope(
                    near, (*(before or whole), *asked), bool(_ON_SITE.search(sentence.text)), made_by, clause.text
                )
                yield from _judged(segment, scope, sources)
        talk = whole or talk


def _judged(segment: Clause, scope: _Scope, sources: Sources) -> Iterator[str]:
    for figure, before, after in placed(segment.text, segment.figures):
        if figure.mark is not Mark.PRICE:
            continue
        if figure.number == 0:
            if not _is_availability(figure, before, after, scope) and not _is_free(scope):
                yield f'"{figure.said}" has no source'
        elif not _is_right(figure.number, before, after, scope, sources):
            yield f"price {figure.said} has no source"


def _is_availability(figure: Figure, before: str, after: str, scope: _Scope) -> bool:
    if figure.said != "free" or scope.near:
        return False
    if re.match(r" (?:to|up|of)\b(?! charge)", after):
        return True
    return _AVAILABLE_BEFORE.search(before) is not None and (
        bool(before.strip()) or re.match(r" (?:slot|opening|spot|time|[TDA]\b|at [TD]|on D)", after) is not None
    )


def _is_free(scope: _Scope) -> bool:
    if _EVERYTHING.search(scope.clause):
        return False  # one line that costs nothing makes nothing else free
    return any(item.price == 0 for item in scope.near or scope.far[:1])


def _is_right(cents: int, before: str, after: str, scope: _Scope, sources: Sources) -> bool:
    if _OFF_AFTER.match(after) or _OFF_BEFORE.search(before):
        return cents in discounts_given(sources)
    surcharge = sources.turn.shop.booking.on_site_surcharge
    if scope.on_site and cents == surcharge and not scope.near:
        return True
    if not scope.near and cents in other_makes_prices(scope.brand, sources):
        return False
    listed = {item.price for item in scope.near or scope.far if item.price}
    if scope.near:
        listed.add(sum(item.price or 0 for item in named_items(scope.clause, sources.turn.shop, scope.brand)))
    if cents in listed or (scope.on_site and cents - surcharge in listed):
        return True
    return cents in evident_prices(scope.near, sources)


def _talked_of(brand: str | None, sources: Sources) -> tuple[Item, ...]:
    """Return the lines of what the customer asked for, those of `brand` where only a damage is known."""
    shop, facts = sources.turn.shop, sources.turn.facts
    asked = [shop.service(each) for each in facts.services]
    found = [find_service(shop, each, brand) for each in facts.repairs] if brand else []
    return tuple(Item(line.id, line.price) for line in (*asked, *found) if isinstance(line, Service))
