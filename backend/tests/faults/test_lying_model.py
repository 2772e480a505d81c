"""A model that lies in every turn: nothing it says without a source leaves the house."""

import pytest

from linda.conversation.brain import Deadline, Draft, Turn
from linda.conversation.toolbox import Toolbox
from linda.entrypoints.cli.texting import receipt_of
from tests.shop_desk import CUSTOMER, open_shop, phone_of
from tests.unit.conversation.claims.worlds import table

LIES = [text for world, text in table("lies") if world == "NOTHING"]


class Liar:
    """A model that calls no tool and says `lie`."""

    name = "liar"

    def __init__(self, lie: str) -> None:
        self.lie = lie

    def reply(self, turn: Turn, tools: Toolbox, deadline: Deadline) -> Draft:
        del tools, deadline
        return Draft(self.lie, turn.facts, None, self.name)


class Braggart(Liar):
    """A model that looks up the calendar and the price first, and then says something else."""

    def reply(self, turn: Turn, tools: Toolbox, deadline: Deadline) -> Draft:
        tools.call("check_availability", {"date": "2026-02-11", "repair_type": "iphone_screen", "device": "iPhone 13"})
        tools.call("quote_repair", {"repair_type": "iphone_screen", "device": "iPhone 13"})
        return super().reply(turn, tools, deadline)


@pytest.mark.parametrize("lie", LIES)
def test_a_lie_is_replaced_before_it_leaves(lie: str) -> None:
    with open_shop("2026-02-10T12:46", model=Liar(lie)) as linda:
        delivery = phone_of(linda).text(CUSTOMER, "hi")
        receipt = receipt_of(linda, delivery.sid)
    assert len(delivery.replies) == 1
    assert lie not in delivery.replies[0]
    assert receipt is not None
    assert any(rule.startswith("liar was not sent: ") for rule in receipt["rules"])


@pytest.mark.parametrize(
    "lie",
    [
        "Samsung screens are $79.",
        "The iPhone 13 screen is $69.",
        "You're booked for tomorrow at 9 AM.",
        "Today at 9 AM works.",
        "Tomorrow at 4:15 PM works.",
        "Only 1 opening left tomorrow.",
        "10% off: $71.10 instead of $79.",
        "It takes 20 min.",
        "Tomorrow is fully booked.",
    ],
)
def test_true_results_do_not_cover_a_lie_about_them(lie: str) -> None:
    with open_shop("2026-02-10T12:46", model=Braggart(lie)) as linda:
        delivery = phone_of(linda).text(CUSTOMER, "iphone 13 screen tomorrow?")
    assert lie not in delivery.replies[0]


def test_a_model_that_tells_the_truth_is_heard() -> None:
    truth = "iPhone 13 screen is $79, about 45 min. Tomorrow at 9 AM? LINDA, Brandon's assistant"
    with open_shop("2026-02-10T12:46", model=Braggart(truth)) as linda:
        assert phone_of(linda).text(CUSTOMER, "iphone 13 screen tomorrow?").replies == (truth,)
