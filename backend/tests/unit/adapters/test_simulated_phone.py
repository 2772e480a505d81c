import xml.etree.ElementTree as ET
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

import pytest

from linda.adapters.simulated_phone import Faults, Line, Retries, SimulatedPhone
from linda.adapters.twilio_phone.inbound import read_inbound
from linda.adapters.twilio_phone.signature import read_signed_form
from linda.adapters.twilio_phone.twiml import CONTENT_TYPE, render
from linda.conversation.inbound import Inbound, Media
from linda.conversation.phone_sender import PhoneSender
from linda.domain.errors import TextNotSent
from linda.entrypoints.lambda_call import post_in_process
from linda.testing.clock import FakeClock
from tests.faults.signature_vectors import AUTH_TOKEN, PUBLIC_URL

CUSTOMER = "+19045550142"
OWNER = "+19045550101"
SHOP = "+19045550100"
LINE = Line("AC" + "0b" * 16, AUTH_TOKEN, SHOP, PUBLIC_URL, "/twilio/sms")


class Shop:
    """A handler that verifies like the real one, remembers what it read, and answers what it was told to."""

    def __init__(self, reply: Callable[[Inbound], list[str]]) -> None:
        self.reply = reply
        self.read: list[Inbound] = []
        self.results: list[Any] = []

    def __call__(self, event: dict[str, Any], _context: Any) -> Any:
        form = read_signed_form(event, public_url=PUBLIC_URL, auth_token=AUTH_TOKEN)
        if form is None:
            return {"statusCode": 403}
        self.read.append(read_inbound(form))
        if self.results:
            return self.results.pop(0)
        document = render(self.reply(self.read[-1]))
        return {"statusCode": 200, "headers": {"content-type": CONTENT_TYPE}, "body": document}


def phone_to(shop: Shop, clock: FakeClock | None = None) -> SimulatedPhone:
    clock = clock or FakeClock(datetime(2026, 2, 10, 19, 46, tzinfo=UTC))
    numbers = count(1)
    return SimulatedPhone(
        LINE, post_in_process(shop, clock, host="localhost"), clock, new_id=lambda: f"{next(numbers):032x}"
    )


def echo() -> Shop:
    return Shop(lambda inbound: [f"You said: {inbound.text}"])


def shown(phone: SimulatedPhone, person: str = CUSTOMER) -> list[tuple[str, str]]:
    return [(text.author, text.body) for text in phone.threads.of(person)]


def test_a_text_goes_signed_to_the_shop_and_the_answer_comes_back_to_the_phone() -> None:
    shop = echo()
    phone = phone_to(shop)
    delivery = phone.text(CUSTOMER, "Hi é 📱 & +")
    assert (delivery.replies, delivery.attempts, delivery.problem) == (("You said: Hi é 📱 & +",), ("ok",), "")
    assert shop.read == [Inbound(sid=delivery.sid, channel="sms", customer=CUSTOMER, text="Hi é 📱 & +", sent_to=SHOP)]
    assert shown(phone) == [("person", "Hi é 📱 & +"), ("shop", "You said: Hi é 📱 & +")]


def test_two_people_have_two_threads_and_each_text_its_price_and_time() -> None:
    phone = phone_to(echo())
    phone.text(CUSTOMER, "a" * 200)
    phone.text(OWNER, "gym till 3:30")
    assert phone.threads.people() == [CUSTOMER, OWNER]
    assert [text.segments for text in phone.threads.of(CUSTOMER)] == [2, 2]
    assert {text.at for text in phone.threads.all()} == {datetime(2026, 2, 10, 19, 46, tzinfo=UTC)}
    assert shown(phone, OWNER) == [("person", "gym till 3:30"), ("shop", "You said: gym till 3:30")]


def test_pictures_are_passed_on() -> None:
    shop = echo()
    delivery = phone_to(shop).text(CUSTOMER, "", media=[("https://api.example.com/0", "image/jpeg")])
    assert delivery.sid.startswith("MM")
    assert shop.read[0].media == (Media("https://api.example.com/0", "image/jpeg"),)


def test_several_messages_and_none_are_both_answers() -> None:
    assert phone_to(Shop(lambda _: ["one", "two"])).text(CUSTOMER, "Hi").replies == ("one", "two")
    assert phone_to(Shop(lambda _: [])).text(CUSTOMER, "Hi").replies == ()


def test_a_wrong_token_is_refused_by_the_shop() -> None:
    shop = echo()
    phone = phone_to(shop)
    phone.line = Line(LINE.account_sid, "another token", SHOP, PUBLIC_URL, LINE.path)
    delivery = phone.text(CUSTOMER, "Hi")
    assert (delivery.attempts, delivery.replies, shop.read) == (("4xx",), (), [])
    assert delivery.problem == "11200: the webhook failed (4xx)"


def test_a_repetition_has_the_same_id_and_is_not_shown_again() -> None:
    shop = echo()
    phone = phone_to(shop)
    first = phone.text(CUSTOMER, "Hi")
    phone.text(CUSTOMER, "Hi", sid=first.sid)
    assert [inbound.sid for inbound in shop.read] == [first.sid, first.sid]
    assert [body for author, body in shown(phone) if author == "person"] == ["Hi"]


def test_delivering_twice_asks_twice_and_shows_one_answer() -> None:
    shop = echo()
    phone = phone_to(shop)
    phone.faults = Faults(deliver_twice=True)
    assert phone.text(CUSTOMER, "Hi").replies == ("You said: Hi",)
    assert len(shop.read) == 2
    assert len({inbound.sid for inbound in shop.read}) == 1


def test_a_lost_answer_is_not_asked_for_again_unless_the_url_says_so() -> None:
    shop = echo()
    phone = phone_to(shop)
    phone.faults.lose_response = True
    lost = phone.text(CUSTOMER, "Hi")
    assert (lost.attempts, lost.replies, lost.problem) == (("rt",), (), "11200: the webhook failed (rt)")
    phone.retries = Retries(2, frozenset({"ct", "rt", "5xx"}))
    assert phone.text(CUSTOMER, "Hi again").attempts == ("rt", "ok")
    assert [inbound.text for inbound in shop.read] == ["Hi", "Hi again", "Hi again"]


@pytest.mark.parametrize(
    ("error", "attempts"),
    [(ConnectionError("refused"), ("ct", "ct")), (TimeoutError("15 s"), ("rt",))],
)
def test_only_a_failed_connection_is_tried_again_by_default(error: OSError, attempts: tuple[str, ...]) -> None:
    def post(_path: str, _headers: Mapping[str, str], _body: bytes) -> tuple[int, str, bytes]:
        raise error

    phone = SimulatedPhone(LINE, post, FakeClock(datetime(2026, 2, 10, tzinfo=UTC)))
    assert phone.text(CUSTOMER, "Hi").attempts == attempts


@pytest.mark.parametrize(
    ("result", "problem"),
    [
        ({"statusCode": 200, "headers": {"content-type": "text/plain"}, "body": "Hi"}, "12300"),
        ({"statusCode": 200, "headers": {"content-type": "text/xml"}, "body": "<Response>"}, "12100"),
        ({"statusCode": 500}, "11200"),
    ],
)
def test_an_answer_twilio_cannot_read_reaches_nobody(result: Any, problem: str) -> None:
    shop = echo()
    shop.results = [result]
    phone = phone_to(shop)
    delivery = phone.text(CUSTOMER, "Hi")
    assert delivery.replies == ()
    assert delivery.problem.startswith(problem)
    assert shown(phone) == [("person", "Hi")]


def test_a_message_with_a_body_element_is_read_too() -> None:
    shop = echo()
    document = ET.Element("Response")
    ET.SubElement(ET.SubElement(document, "Message"), "Body").text = "nested"
    shop.results = [
        {"statusCode": 200, "headers": {"content-type": "application/xml"}, "body": ET.tostring(document, "unicode")}
    ]
    assert phone_to(shop).text(CUSTOMER, "Hi").replies == ("nested",)


def test_stop_is_confirmed_once_by_the_carrier_and_blocks_what_the_shop_says() -> None:
    shop = echo()
    phone = phone_to(shop)
    assert phone.text(CUSTOMER, "Stop").replies == ()
    phone.text(CUSTOMER, "STOP")
    assert [author for author, _ in shown(phone)] == ["person", "carrier", "person"]
    assert [inbound.text for inbound in shop.read] == ["Stop", "STOP"]
    assert [text.status for text in phone.threads.all() if text.author == "shop"] == ["blocked", "blocked"]
    with pytest.raises(TextNotSent, match="21610") as caught:
        phone.send(CUSTOMER, "Reminder", "r1")
    assert caught.value.permanent


def test_start_lifts_the_block_with_one_line_and_the_shop_is_heard_again() -> None:
    phone = phone_to(echo())
    phone.text(CUSTOMER, "stop")
    assert phone.text(CUSTOMER, "yes").replies == ("You said: yes",)
    assert [author for author, _ in shown(phone)] == ["person", "carrier", "person", "carrier", "shop"]


def test_yes_from_somebody_who_never_stopped_is_just_a_word() -> None:
    phone = phone_to(echo())
    phone.text(CUSTOMER, "YES")
    assert [author for author, _ in shown(phone)] == ["person", "shop"]


@pytest.mark.parametrize(("first", "carrier_lines"), [("Hi", 1), ("stop", 1)])
def test_help_is_answered_unless_the_person_has_stopped(first: str, carrier_lines: int) -> None:
    phone = phone_to(echo())
    phone.text(CUSTOMER, first)
    phone.text(CUSTOMER, "help")
    assert [author for author, _ in shown(phone)].count("carrier") == carrier_lines


def test_a_plain_sentence_with_stop_in_it_is_left_to_the_shop() -> None:
    phone = phone_to(echo())
    phone.text(CUSTOMER, "please stop texting me")
    assert phone.blocked == set()


def test_an_answer_too_long_for_twilio_is_not_shown() -> None:
    phone = phone_to(Shop(lambda _: ["x" * 1601, "short"]))
    assert phone.text(CUSTOMER, "Hi").replies == ("short",)


def test_the_shop_can_write_first_and_find_what_it_wrote() -> None:
    clock = FakeClock(datetime(2026, 2, 10, tzinfo=UTC))
    phone: PhoneSender = phone_to(echo(), clock)
    sid = phone.send(CUSTOMER, "Your phone is ready", "n1")
    assert phone.find_sent(CUSTOMER, "Your phone is ready", clock.now()) == sid
    assert phone.find_sent(CUSTOMER, "Your phone is ready", clock.now() + timedelta(seconds=1)) is None
    assert phone.find_sent(CUSTOMER, "Another", clock.now()) is None
    assert phone.find_sent(OWNER, "Your phone is ready", clock.now()) is None


def test_what_a_person_wrote_is_never_taken_for_what_the_shop_sent() -> None:
    phone = phone_to(Shop(lambda _: []))
    phone.text(CUSTOMER, "ok")
    assert phone.find_sent(CUSTOMER, "ok", datetime(2026, 1, 1, tzinfo=UTC)) is None


def test_a_refused_text_is_not_out_and_a_lost_answer_leaves_it_out() -> None:
    phone = phone_to(echo())
    phone.faults = Faults(refuse_sends=True)
    with pytest.raises(TextNotSent) as refused:
        phone.send(CUSTOMER, "Hi", "n1")
    phone.faults = Faults(lose_send_response=True)
    with pytest.raises(TextNotSent) as lost:
        phone.send(CUSTOMER, "Hi", "n1")
    assert (refused.value.permanent, refused.value.maybe_sent) == (False, False)
    assert (lost.value.permanent, lost.value.maybe_sent) == (False, True)
    assert shown(phone) == [("shop", "Hi")]


@pytest.mark.parametrize("body", ["", " ", "x" * 1601])
def test_an_empty_or_endless_text_is_turned_away_for_good(body: str) -> None:
    with pytest.raises(TextNotSent) as caught:
        phone_to(echo()).send(CUSTOMER, body, "n1")
    assert caught.value.permanent
