"""The code by which the owner answers a price by text: whoever has it has their phone, and nobody can guess it."""

from datetime import timedelta

from linda.bootstrap import Linda
from linda.conversation.facts import Facts
from linda.domain.limits import ANSWERS_BY_TEXT, TEXTS_OF_A_NUMBER
from linda.domain.shop import Mode
from linda.records.approvals import Approval
from linda.records.leads import Lead
from linda.testing.memory_store import MemoryStore
from tests.shop_desk import CUSTOMER, OWNER, clock_of, open_shop, phone_of
from tests.tool_desk import open_desk

SCREEN = Facts(device="iPhone 13", services=("iphone_screen",))


def code_of_a_question() -> str:
    """Return the code of the question that the very same message puts in a shop of its own."""
    desk = open_desk(MemoryStore(), facts=SCREEN)
    desk.call("authorize_discount", reason="customer_request", amount=20)
    asked = desk.call("ask_owner", wanted_cents=6000)
    approval = Approval.from_item(desk.desk.lead.approval)
    assert approval is not None, asked
    return approval.code


def test_no_customer_can_work_out_the_code_of_their_question_from_the_id_of_their_message() -> None:
    assert len({code_of_a_question() for _ in range(5)}) > 1


def test_whoever_shows_the_owners_number_guesses_ten_codes_a_day_and_then_not_even_the_right_one_counts() -> None:
    with open_shop(store=MemoryStore()) as linda:
        phone = phone_of(linda)
        for text in (
            "how much to fix a cracked iphone 13 screen",
            "too much",
            "still too expensive",
            "i only have $60",
        ):
            phone.text(CUSTOMER, text)
        approval = Approval.from_item(lead_of(linda).approval)
        assert approval is not None
        wrong = [code for code in range(1000, 1020) if str(code) != approval.code][: ANSWERS_BY_TEXT.most]
        for code in wrong:
            phone.text(OWNER, f"OK {code}")
        phone.text(OWNER, f"OK {approval.code}")
        assert lead_of(linda).approval, "the price was approved by guessing"
        clock_of(linda).advance(timedelta(days=1))
        phone.text(OWNER, "OK 1000")
        assert "Nothing is waiting" in phone.threads.of(OWNER)[-1].body


def test_what_the_owner_texts_without_end_is_done_and_answered_sixty_times_an_hour() -> None:
    with open_shop(store=MemoryStore()) as linda:
        phone = phone_of(linda)
        for _ in range(TEXTS_OF_A_NUMBER.most):
            phone.text(OWNER, "state")
        phone.text(OWNER, "gym till 3:30")
        assert len([each for each in phone.threads.of(OWNER) if each.author == "shop"]) == TEXTS_OF_A_NUMBER.most
        assert linda.records.states.current(fresh=True).mode is Mode.GYM


def lead_of(linda: Linda) -> Lead:
    lead = linda.records.leads.get(CUSTOMER)
    assert lead is not None
    return lead
