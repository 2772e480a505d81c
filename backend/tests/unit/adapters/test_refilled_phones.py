"""After a restart the phones show what they showed before."""

from datetime import timedelta

from linda.adapters.simulated_phone.refilling import refill
from linda.adapters.simulated_phone.threads import Threads
from linda.testing.memory_store import MemoryStore
from tests.shop_desk import CUSTOMER, clock_of, open_shop, phone_of
from tests.visitor import Visitor

OTHER = "+19045550143"


def test_the_texts_of_both_sides_are_back_in_their_order() -> None:
    store = MemoryStore()
    with open_shop(store=store) as linda:
        for sender, text in ((CUSTOMER, "hello"), (OTHER, "where are you"), (CUSTOMER, "how much for a battery")):
            clock_of(linda).advance(timedelta(minutes=1))
            phone_of(linda).text(sender, text)
        before = [(each.person, each.author, each.body) for each in phone_of(linda).threads.all()]
        again = Threads()
        refill(again, linda.records)
        assert [(each.person, each.author, each.body) for each in again.all()] == before


def test_a_silence_is_no_text() -> None:
    with open_shop(store=MemoryStore()) as linda:
        phone_of(linda).text(CUSTOMER, "STOP")
        again = Threads()
        refill(again, linda.records)
    assert [(each.author, each.body) for each in again.all()] == [("person", "STOP")]


def test_a_visitor_of_the_web_page_has_no_phone_to_show() -> None:
    with open_shop(store=MemoryStore()) as linda:
        Visitor(linda).says("hi")
        again = Threads()
        refill(again, linda.records)
    assert again.all() == []
