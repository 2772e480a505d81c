"""What a turn notes on the lead alone waits for the turn's next write, on every store."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from linda.conversation.session import Session, take_over
from linda.domain.errors import Conflict
from linda.records.leads import Lead
from linda.records.store import Check, Equals, Put, Store
from linda.records.tables import STATE
from tests.house import House, a_text


@pytest.fixture
def house(store: Store) -> House:
    built = House(store)
    built.text("SM1", "hello")
    return built


@pytest.fixture
def session(house: House) -> Session:
    taken = take_over(house.records, house.clock, house.lead())
    assert taken is not None
    return taken


def named(name: str) -> Callable[[Lead], Lead]:
    return lambda lead: replace(lead, facts={"name": name})


def test_a_kept_change_is_seen_by_this_turn_alone_until_the_next_write(house: House, session: Session) -> None:
    session.keep(named("Ann"))
    assert (session.lead.facts, house.lead().facts) == ({"name": "Ann"}, {})
    session.give_back(tries=0)
    assert house.lead().facts == {"name": "Ann"}


def test_a_kept_change_survives_texts_that_arrive(house: House, session: Session) -> None:
    session.keep(named("Ann"))
    house.arrive("SM2", "meanwhile")
    session.write(lambda lead: replace(lead, greeted=True))
    assert (house.lead().facts, house.lead().greeted) == ({"name": "Ann"}, True)
    assert [each["sid"] for each in house.lead().waiting] == ["SM2"]


def test_a_kept_change_is_not_lost_by_a_write_that_failed(house: House, session: Session) -> None:
    session.keep(named("Ann"))
    with pytest.raises(Conflict):
        session.write(lambda lead: lead, Check(STATE, {"state_id": "none"}, Equals("version", 1)))
    assert house.lead().facts == {}
    session.give_back(tries=0)
    assert house.lead().facts == {"name": "Ann"}


def test_a_kept_change_is_written_once(house: House, session: Session) -> None:
    session.keep(lambda lead: replace(lead, unclear=lead.unclear + 1))
    session.write(lambda lead: lead, Put(STATE, {"state_id": "A"}))
    session.give_back(tries=0)
    assert house.lead().unclear == 1


def test_what_is_answered_is_what_is_stored_also_where_text_is_no_unicode(store: Store) -> None:
    house = House(store)
    first = house.engine.answer(a_text("SM1", "broken \ud83d emoji"))
    assert first.texts == ("You said: broken \ufffd emoji",)
    assert house.message("SM1").reply == first.texts
    assert house.text("SM1").texts == first.texts
