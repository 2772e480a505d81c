"""Which prices the results of the turn entitle to say, and of what."""

from linda.conversation.claims.items import Item
from linda.conversation.claims.sources import Sources


def evident_prices(near: tuple[Item, ...], sources: Sources) -> set[int]:
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
    loose = {int(each) for each in sources.evidence.prices} - owned
    return fitting | (loose - _other_list_prices(names, sources) if names else loose)


def other_makes_prices(brand: str | None, sources: Sources) -> set[int]:
    """Return the prices that only lines for other makes than `brand` have."""
    lines = sources.turn.shop.services
    own = {int(line.price) for line in lines if line.brand in {None, brand}}
    return {int(line.price) for line in lines} - own if brand else set()


def _other_list_prices(names: set[str], sources: Sources) -> set[int]:
    shop = sources.turn.shop
    listed = [(line.id, line.price) for line in shop.services] + [(item.id, item.price) for item in shop.add_ons]
    return {price for item, price in listed if item not in names}


def discounts_given(sources: Sources) -> set[int]:
    """Return the amounts in cents that results took off."""
    told = {int(run.outcome.data.get("discount_cents") or 0) for run in sources.runs}
    if sources.runs:
        return told - {0}
    return set(sources.evidence.prices) if sources.evidence.percents else set()
