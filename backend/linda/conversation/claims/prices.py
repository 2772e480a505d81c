"""Is each price the price of what it is said of?"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from linda.conversation.claims.items import Item, named_brand, named_items
from linda.conversation.claims.page import Figure, Mark
from linda.conversation.claims.sentences import Clause, Sentence, placed
from linda.conversation.claims.sources import Sources
from linda.domain.price_book import find_service
from linda.domain.shop import Service

_ON_SITE = re.compile(
    r"\bon[- ]?site\b|\bcom(?:e|ing) to you\b|\bhouse call|\bsurcharge\b|\btravel\b|\bvisit\b|\bat your (?:place|home|office)\b"
)
_OFF_AFTER = re.compile(r"^ ?(?:off|discount|less|cheaper|savings?|rebate|back)\b")
_OFF_BEFORE = re.compile(r"\b(?:save|saves|saving|saved|knock|took|take|takes|minus|discount of|shave)(?: you| off)? $")
_AVAILABLE_BEFORE = re.compile(
    r"(?:\b(?:T|D|A|slots?|openings?|spots?|times?|i|i'm|we|we're|he|he's|owner|you|you're|feel|hands|toll|hassle|worry|stress)"
    r"(?:'s|'re)?(?: is| are| am| be| still| also| all| both| wide| totally| will| now)*[ -]|^\W*)$"
)


@dataclass(frozen=True, slots=True)
class _Scope:
    """What a price is said of. `near` stands right beside it; `far` was named before or is what the talk is about."""

    near: tuple[Item, ...]
    far: tuple[Item, ...]
    on_site: bool
    brand: str | None


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
                scope = _Scope(near, (*(before or whole), *asked), bool(_ON_SITE.search(sentence.text)), made_by)
                yield from _judged(segment, clause, scope, sources)
        talk = whole or talk


def _judged(segment: Clause, clause: Clause, scope: _Scope, sources: Sources) -> Iterator[str]:
    for figure, before, after in placed(segment.text, segment.figures):
        if figure.mark is not Mark.PRICE:
            continue
        if figure.number == 0:
            if not _is_availability(figure, before, after, scope) and not _is_free(scope):
                yield f'"{figure.said}" has no source'
        elif not _is_right(figure.number, before, after, scope, sources, clause):
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
    return any(item.price == 0 for item in scope.near or scope.far[:1])


def _is_right(cents: int, before: str, after: str, scope: _Scope, sources: Sources, clause: Clause) -> bool:
    if _OFF_AFTER.match(after) or _OFF_BEFORE.search(before):
        return cents in _discounts(sources)
    surcharge = sources.turn.shop.booking.on_site_surcharge
    if scope.on_site and cents == surcharge and not scope.near:
        return True
    if not scope.near and cents in _other_makes(scope.brand, sources):
        return False
    listed = {item.price for item in scope.near or scope.far if item.price}
    if scope.near:
        listed.add(sum(item.price or 0 for item in named_items(clause.text, sources.turn.shop, None)))
    if cents in listed or (scope.on_site and cents - surcharge in listed):
        return True
    return cents in _evident(scope.near, sources)


def _evident(near: tuple[Item, ...], sources: Sources) -> set[int]:
    """Return the prices that results entitle to say of `near`: of quotes it is part of, and such as no quote owns."""
    if any(item.price is None for item in near):
        return set()
    names = {item.id for item in near}
    owned, fitting = set[int](), set[int]()
    for run in sources.runs:
        services = run.outcome.data.get("services")
        if not isinstance(services, list):
            continue
        owned |= set(run.outcome.evidence.prices)
        if not names or names & set(services):
            others = {line.price for line in sources.turn.shop.services if line.id in services and line.id not in names}
            totals = {run.outcome.data.get(key) for key in ("total_cents", "full_price_cents", "price_cents")}
            fitting |= {
                each for each in run.outcome.evidence.prices if not names or each not in others or each in totals
            }
    loose = set(sources.evidence.prices) - owned
    return fitting | (loose - _other_list_prices(names, sources) if names else loose)


def _other_makes(brand: str | None, sources: Sources) -> set[int]:
    """Return the prices that only lines for other makes than `brand` have."""
    lines = sources.turn.shop.services
    own = {line.price for line in lines if line.brand in {None, brand}}
    return {line.price for line in lines} - own if brand else set()


def _other_list_prices(names: set[str], sources: Sources) -> set[int]:
    shop = sources.turn.shop
    return {line.price for line in (*shop.services, *shop.add_ons) if line.id not in names}


def _discounts(sources: Sources) -> set[int]:
    told = {int(run.outcome.data.get("discount_cents") or 0) for run in sources.runs}
    if sources.runs:
        return told - {0}
    return set(sources.evidence.prices) if sources.evidence.percents else set()


def _talked_of(brand: str | None, sources: Sources) -> tuple[Item, ...]:
    """Return what the customer asked for: its lines of the price book, those of `brand` where only a damage is known."""
    shop, facts = sources.turn.shop, sources.turn.facts
    lines = [line for each in facts.services if (line := shop.service(each))]
    lines += [line for each in facts.repairs if brand and isinstance(line := find_service(shop, each, brand), Service)]
    return tuple(Item(line.id, line.price) for line in lines)
