"""The code by which the owner answers a price by text: whoever has it has their phone, and nobody can guess it."""

from linda.conversation.facts import Facts
from linda.records.approvals import Approval
from linda.testing.memory_store import MemoryStore
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
