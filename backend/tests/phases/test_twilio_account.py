"""Scope: phase 5: the Twilio account and its number, as they are and as they can't be."""

from types import SimpleNamespace

import click
import pytest
from twilio.base.exceptions import TwilioRestException  # type: ignore[import-untyped]

from linda.domain.errors import VendorFailed
from linda.entrypoints.phases import twilio_connection, twilio_sms
from linda.entrypoints.phases.twilio_account import TwilioAccount, sentence
from linda.testing.servers import TwilioEmulator
from tests.phases.emulated_twilio import account, variables
from tests.phases.fake_twilio_sdk import FakeSdk, Record
from tests.phases.in_process import problem, run

pytestmark = pytest.mark.usefixtures("away")

SEND = ("send", "--to=+19045550142", "--message=Your phone is ready")


def test_the_account_and_its_number_are_verified(twilio: TwilioEmulator) -> None:
    said = run(twilio_connection.main, **variables(twilio)).stdout.splitlines()
    assert said == [
        f"✅ Twilio account verified - SID: {twilio.account_sid}",
        f"   Number {twilio.number} is yours and can text.",
    ]


@pytest.mark.parametrize(("command", "arguments"), [(twilio_connection.main, ()), (twilio_sms.main, SEND)])
def test_a_wrong_token_is_named(twilio: TwilioEmulator, command: click.Command, arguments: tuple[str, ...]) -> None:
    said = problem(command, *arguments, **{**variables(twilio), "TWILIO_AUTH_TOKEN": "wrong"})
    assert "does not accept TWILIO_AUTH_TOKEN" in said
    assert "https://console.twilio.com" in said


def test_a_number_of_somebody_else_is_named(twilio: TwilioEmulator) -> None:
    foreign = {**variables(twilio), "TWILIO_PHONE_NUMBER": "+19045550177"}
    result = run(twilio_connection.main, **foreign)
    assert result.exit_code == 1
    assert "The account does not own +19045550177" in result.stderr
    assert "not a number of this account" in problem(twilio_sms.main, *SEND, **foreign)


def test_a_text_goes_out_under_the_sid_that_is_printed(twilio: TwilioEmulator) -> None:
    said = run(twilio_sms.main, *SEND, **variables(twilio)).stdout
    sent = account(twilio).client.messages(said.split("SID: ")[1].strip()).fetch()
    assert (sent.to, sent.from_, sent.body) == ("+19045550142", twilio.number, "Your phone is ready")


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (21211, "no phone number"),
        (21608, "trial account"),
        (21610, "STOP"),
        (21614, "no mobile number"),
        (20404, "no such"),
    ],
)
def test_what_twilio_refuses_is_said_with_the_way_out(code: int, words: str) -> None:
    assert words in sentence(TwilioRestException(400, "/", code=code))


def test_what_nobody_has_words_for_is_said_with_twilios_page() -> None:
    said = sentence(TwilioRestException(400, "/", code=12345))
    assert said == "Twilio answered 400, error 12345: https://www.twilio.com/docs/errors/12345"


def test_a_suspended_account_is_named() -> None:
    with pytest.raises(VendorFailed, match="account is suspended"):
        TwilioAccount("AC1", FakeSdk(Record(status="suspended"))).verify()


def test_a_number_that_only_rings_is_named() -> None:
    sdk = SimpleNamespace(
        incoming_phone_numbers=SimpleNamespace(list=lambda **_: [Record(capabilities={"sms": False, "voice": True})])
    )
    with pytest.raises(VendorFailed, match="can't send and receive texts"):
        TwilioAccount("AC1", sdk).number("+19045550100")


def test_a_trial_account_is_told_what_it_may_not() -> None:
    sdk = FakeSdk(Record(type="Trial"))
    assert TwilioAccount("AC1", sdk).verify() == "Trial"
    assert "texts only numbers you have verified" in "".join(twilio_connection.account_words("Trial"))


def test_local_needs_no_account() -> None:
    assert run(twilio_connection.main, "--local").stdout.startswith("✅ Twilio account verified - SID: AC")
    assert run(twilio_sms.main, *SEND, "--local").stdout.startswith("✅ Text sent to +19045550142 - SID: SM")
