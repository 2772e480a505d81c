"""The price, percentage and reasons a customer names."""

import pytest

from linda.language.intents import Topic, read_intents


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("would you take $60", 6000),
        ("can u do 65", 6500),
        ("can you do 60?", 6000),
        ("how about 70", 7000),
        ("i'll give you 50", 5000),
        ("$55 cash", 5500),
        ("can you do it for 45", 4500),
        ("i only have 40 bucks", 4000),
        ("would you take 100", 10000),
        ("$70", 7000),
        ("how about $49.50", 4950),
        ("60$ ok?", 6000),
        ("can you do 65 friday", 6500),
        ("meet me at 70", 7000),
    ],
)
def test_an_offer_is_read_in_cents_and_is_haggling(text: str, cents: int) -> None:
    read = read_intents(text)
    assert read.offered_cents == cents
    assert read.asks(Topic.DISCOUNT)
    assert "customer_request" in read.reasons


@pytest.mark.parametrize(
    "text",
    [
        "can you do 3",
        "can you do 230",
        "can you do 1030",
        "how about 2:30",
        "ill take 2",
        "$10 off",
        "can you do the 15th",
        "for 2 phones",
        "at 45 minutes",
        "iphone 13",
        "come by at 11",
        "my number is 9045550142",
        "20% off?",
    ],
)
def test_a_time_a_model_or_a_rebate_is_no_offer(text: str) -> None:
    assert read_intents(text).offered_cents is None


def test_an_offer_asks_for_no_opening_unless_it_names_a_day() -> None:
    assert not read_intents("can you do 65").asks(Topic.AVAILABILITY)
    assert read_intents("can you do 65 friday").asks(Topic.AVAILABILITY)


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        ("20% off?", 20),
        ("can i get 15 percent off", 15),
        ("10 % ?", 10),
        ("100% sure", 100),
        ("500% off", None),
        ("0% off", None),
        ("iphone 13", None),
    ],
)
def test_the_percentage_named_is_read(text: str, percent: int | None) -> None:
    assert read_intents(text).asked_percent == percent


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("i came in last year", "repeat_customer"),
        ("you fixed my phone before", "repeat_customer"),
        ("im a loyal customer", "repeat_customer"),
        ("its my second time here", "repeat_customer"),
        ("been here before", "repeat_customer"),
        ("my friend sent me", "referral"),
        ("my cousin referred me", "referral"),
        ("i heard about you from mike", "referral"),
        ("got two phones to fix", "bulk_repair"),
        ("my phone and my wifes", "bulk_repair"),
        ("how much for 2 screens", "bulk_repair"),
        ("any discount if i bring both phones", "bulk_repair"),
        ("you guys messed up my screen last time", "service_recovery"),
        ("i waited 2 hours last time", "service_recovery"),
        ("any discounts", "customer_request"),
    ],
)
def test_a_reason_for_a_discount_is_read(text: str, reason: str) -> None:
    assert reason in read_intents(text).reasons


@pytest.mark.parametrize("text", ["how much for a screen", "my friend is outside", "one phone", "hi", "2pm works"])
def test_no_reason_is_made_up(text: str) -> None:
    assert read_intents(text).reasons == ()
