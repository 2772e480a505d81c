"""Whether the shop's number calls the functions, as far as Twilio's record of it tells."""

from dataclasses import dataclass, replace

from linda.deployment.twilio_number import TwilioNumber

URL = "https://linda.example.com"


@dataclass(frozen=True)
class Record:
    """Twilio's record of a number that calls the functions at `URL`."""

    phone_number: str = "+19045550100"
    sms_url: str | None = f"{URL}/twilio/sms"
    sms_method: str = "POST"
    sms_fallback_url: str | None = f"{URL}/twilio/fallback"
    sms_fallback_method: str = "POST"
    sms_application_sid: str | None = ""
    voice_url: str | None = f"{URL}/twilio/voice"
    voice_method: str = "POST"
    voice_fallback_url: str | None = f"{URL}/twilio/voice/fallback"
    voice_fallback_method: str = "POST"
    voice_application_sid: str | None = ""
    status_callback: str | None = f"{URL}/twilio/voice/status"
    status_callback_method: str = "POST"


def differences(record: Record) -> list[str]:
    return TwilioNumber(record).differences(URL)


def test_a_number_that_calls_the_functions_has_no_differences() -> None:
    assert differences(Record()) == []


def test_how_often_twilio_tries_again_is_the_owners_choice() -> None:
    assert differences(replace(Record(), sms_url=f"{URL}/twilio/sms#rc=2&rp=all")) == []


def test_a_missing_fallback_is_named() -> None:
    said = f"+19045550100 has sms_fallback_url (empty), not {URL}/twilio/fallback"
    assert differences(replace(Record(), sms_fallback_url=None)) == [said]
    assert differences(replace(Record(), sms_fallback_url="")) == [said]


def test_a_number_that_takes_no_calls_is_named() -> None:
    record = replace(Record(), voice_url="https://demo.twilio.com/welcome/voice/", status_callback=None)
    assert differences(record) == [
        f"+19045550100 has voice_url https://demo.twilio.com/welcome/voice/, not {URL}/twilio/voice",
        f"+19045550100 has status_callback (empty), not {URL}/twilio/voice/status",
    ]


def test_another_address_another_method_and_an_application_are_each_named() -> None:
    record = replace(Record(), sms_url="https://demo.twilio.com/welcome", sms_method="GET", sms_application_sid="AP1")
    assert differences(record) == [
        f"+19045550100 has sms_url https://demo.twilio.com/welcome, not {URL}/twilio/sms",
        "+19045550100 has sms_method GET, not POST",
        "+19045550100 has sms_application_sid AP1, not (empty)",
    ]
