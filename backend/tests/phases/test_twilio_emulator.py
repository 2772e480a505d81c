"""Scope: LINDA with a real phone's settings and a Twilio that is not ours: texts in, replies, texts out, reports.

The emulator signs its webhooks by itself and keeps what a REST API keeps, but it does not act on TwiML. So a reply
in an answer is read from the answer; and because the emulator never reports that it has it, the sweeper must ask,
find nothing, and send it by REST: what LINDA owes a phone reaches it also when an answer is lost.
"""

import re
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from linda.adapters.simulated_phone.webhook import read_twiml
from linda.adapters.twilio_phone.rest import TwilioSender
from linda.bootstrap import Linda
from linda.domain.errors import TextNotSent
from linda.records import epoch_ms
from linda.records.outbox import OutgoingText, enqueue, outgoing_key
from linda.testing.clock import FakeClock
from linda.testing.servers import TwilioEmulator
from tests.phases.emulated_twilio import sdk
from tests.phases.serving import Answers, serving
from tests.shop_desk import CUSTOMER, OWNER

BEFORE_ANY_TEXT = datetime(2026, 1, 1, tzinfo=UTC)
NOON = datetime(2026, 2, 10, 17, tzinfo=UTC)


def texts_to(twilio: TwilioEmulator, person: str) -> list[str]:
    """Return what Twilio took for `person`, oldest first."""
    sent = sdk(twilio).messages.list(to=person, from_=twilio.number)
    return [message.body for message in reversed(sent)]


@contextmanager
def connected(
    twilio: TwilioEmulator, folder: Path, *, token: str = "", answers: Answers | None = None
) -> Iterator[tuple[Linda, FakeClock]]:
    """Yield a LINDA that the emulator's number calls; she expects `token` to sign, else the emulator's."""
    clock = FakeClock(NOON)
    with serving(
        clock,
        folder,
        account=twilio.account_sid,
        token=token or twilio.auth_token,
        number=twilio.number,
        api_url=twilio.url,
        answers=answers,
    ) as linda:
        (number,) = sdk(twilio).incoming_phone_numbers.list(phone_number=twilio.number)
        number.update(sms_url=f"{linda.settings.public_url}/twilio/sms")
        yield linda, clock


def replies(linda: Linda, sid: str) -> list[str]:
    """Return what the answer to the webhook of message `sid` said, as Twilio would read it."""
    message = linda.records.inbox.get(sid)
    assert message is not None
    assert message.delivery == "webhook"
    return list(message.reply)


def deliveries(twilio: TwilioEmulator) -> list[str]:
    """Return how the emulator's webhooks ended, newest first: the status of each answer."""
    with urllib.request.urlopen(f"{twilio.url}/?tab=webhooks", timeout=10) as page:  # noqa: S310 - our own http
        rows = re.findall(r"<tr>(.*?)</tr>", page.read().decode(), re.DOTALL)[1:]
    return [re.findall(r"<td>(.*?)</td>", row)[2] for row in rows]


def test_a_text_that_the_emulator_signed_is_answered_with_twiml(twilio: TwilioEmulator, tmp_path: Path) -> None:
    answers: Answers = []
    with connected(twilio, tmp_path, answers=answers) as (linda, _):
        recorded = twilio.text_in(CUSTOMER, 'how much for an iPhone 13 screen? it\'s "dead" & é 📱')
        (answer,) = answers
        (said,) = read_twiml(answer["headers"]["content-type"], answer["body"].encode())
        lead = linda.records.leads.get(CUSTOMER)
        assert lead is not None
        assert [each["who"] for each in lead.recent] == ["customer", "linda"]
        assert [said.body] == replies(linda, recorded["sid"])
        assert said.status_callback == f"{linda.settings.public_url}/twilio/status?ref={recorded['sid']}"
    assert "$79" in said.body
    assert deliveries(twilio)[0] == "200"


def test_a_text_that_another_account_signed_is_not_even_kept(twilio: TwilioEmulator, tmp_path: Path) -> None:
    with connected(twilio, tmp_path, token="0" * 32) as (linda, _):
        recorded = twilio.text_in(CUSTOMER, "how much for an iPhone 13 screen?")
        assert linda.records.inbox.get(recorded["sid"]) is None
        assert linda.records.leads.get(CUSTOMER) is None
    assert deliveries(twilio)[0] == "403"


def test_a_reply_that_twilio_never_got_is_sent_once_by_rest(twilio: TwilioEmulator, tmp_path: Path) -> None:
    before = texts_to(twilio, CUSTOMER)
    with connected(twilio, tmp_path) as (linda, clock):
        (said,) = replies(linda, twilio.text_in(CUSTOMER, "do you fix iPhone 13 screens?")["sid"])
        for _ in range(3):
            clock.advance(timedelta(minutes=2))
            linda.sweeper.sweep()
        assert linda.records.inbox.waiting() == 0
    assert texts_to(twilio, CUSTOMER) == [*before, said]


def test_a_report_that_the_reply_arrived_keeps_it_from_going_out_twice(twilio: TwilioEmulator, tmp_path: Path) -> None:
    before = texts_to(twilio, CUSTOMER)
    with connected(twilio, tmp_path) as (linda, clock):
        sid = twilio.text_in(CUSTOMER, "where are you located?")["sid"]
        (said,) = replies(linda, sid)
        report = f"{linda.settings.public_url}/twilio/status?ref={sid}"
        # As Twilio's TwiML reader would: the text of the answer, with the report it asks for.
        sdk(twilio).messages.create(to=CUSTOMER, from_=twilio.number, body=said, status_callback=report)
        clock.advance(timedelta(minutes=5))
        assert linda.sweeper.sweep().resent == 0
        assert linda.records.inbox.waiting() == 0
    assert texts_to(twilio, CUSTOMER) == [*before, said]


def test_a_customer_who_needs_the_owner_makes_one_text_to_him(twilio: TwilioEmulator, tmp_path: Path) -> None:
    before = texts_to(twilio, OWNER)
    with connected(twilio, tmp_path) as (linda, clock):
        twilio.text_in(CUSTOMER, "my battery is swollen and smoking")
        for _ in range(3):
            clock.advance(timedelta(minutes=1))
            linda.sweeper.sweep()
    (alert,) = texts_to(twilio, OWNER)[len(before) :]
    assert "904" in alert


def test_a_sender_that_died_finds_its_text_and_does_not_repeat_it(twilio: TwilioEmulator, tmp_path: Path) -> None:
    before = texts_to(twilio, CUSTOMER)
    with connected(twilio, tmp_path) as (linda, clock):
        now = epoch_ms(clock)
        text = OutgoingText(outgoing_key("test"), CUSTOMER, "Your iPhone 13 is ready", due_at=now, created_at=now)
        died_here = text.claimed(now)
        linda.sender.send(text.to, text.body, text.key)
        linda.records.store.transact(enqueue(died_here))
        clock.advance(timedelta(minutes=1))
        assert linda.sweeper.sweep().sent == 1
    assert texts_to(twilio, CUSTOMER) == [*before, "Your iPhone 13 is ready"]


def test_what_was_sent_is_found_by_its_words_and_its_moment(twilio: TwilioEmulator) -> None:
    sender = sender_of(twilio)
    sid = sender.send(CUSTOMER, "See you at 3", "hint")
    assert sender.find_sent(CUSTOMER, "See you at 3", BEFORE_ANY_TEXT) == sid
    assert sender.find_sent(CUSTOMER, "See you at 4", BEFORE_ANY_TEXT) is None
    assert sender.find_sent(OWNER, "See you at 3", BEFORE_ANY_TEXT) is None
    assert sender.find_sent(CUSTOMER, "See you at 3", datetime(9999, 1, 1, tzinfo=UTC)) is None


@pytest.mark.parametrize("number", ["+19045550177"])
def test_what_twilio_refuses_for_good_is_not_tried_again(twilio: TwilioEmulator, number: str) -> None:
    sender = TwilioSender(
        account_sid=twilio.account_sid, auth_token=twilio.auth_token, number=number, api_url=twilio.url
    )
    with pytest.raises(TextNotSent, match="error 21606") as refused:
        sender.send(CUSTOMER, "hi", "hint")
    assert (refused.value.permanent, refused.value.maybe_sent) == (True, False)


def sender_of(twilio: TwilioEmulator) -> TwilioSender:
    return TwilioSender(
        account_sid=twilio.account_sid, auth_token=twilio.auth_token, number=twilio.number, api_url=twilio.url
    )
