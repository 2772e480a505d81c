"""The third-party Twilio as an account of an installer's: its variables, its number, the official SDK."""

from typing import Any

from twilio.rest import Client  # type: ignore[import-untyped]

from linda.entrypoints.phases.twilio_account import TwilioAccount
from linda.testing.servers import TwilioEmulator


def sdk(twilio: TwilioEmulator) -> Any:
    """Return the official SDK's client, led to the emulator."""
    client = Client(twilio.account_sid, twilio.auth_token)
    client.api.base_url = twilio.url
    return client


def variables(twilio: TwilioEmulator) -> dict[str, str]:
    """Return what an installer writes into `.env`."""
    return {
        "TWILIO_ACCOUNT_SID": twilio.account_sid,
        "TWILIO_AUTH_TOKEN": twilio.auth_token,
        "TWILIO_PHONE_NUMBER": twilio.number,
        "LINDA_TWILIO_API_URL": twilio.url,
    }


def account(twilio: TwilioEmulator) -> TwilioAccount:
    """Return the account as the phases see it."""
    return TwilioAccount(twilio.account_sid, sdk(twilio))


def calls(twilio: TwilioEmulator) -> tuple[str, str]:
    """Return what the number calls now, and how."""
    found = account(twilio).number(twilio.number)
    return found.sms_url, found.sms_method
