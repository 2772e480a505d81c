"""Twilio's account and its number, asked over the REST API with the official SDK."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from linda.domain.errors import InvalidSettings, VendorFailed
from linda.settings import Settings

VARIABLES = ("TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN", "TWILIO_PHONE_NUMBER")

_SECONDS = 10.0
_SID = re.compile(r"AC[0-9a-f]{32}")
_NUMBERS = "https://console.twilio.com/us1/develop/phone-numbers/manage/incoming"

_SENTENCES = {  # Twilio, "Error and Warning Dictionary"
    20003: "Twilio does not accept TWILIO_AUTH_TOKEN for TWILIO_ACCOUNT_SID: copy both anew from "
    "https://console.twilio.com (live credentials, no API key).",
    20404: "Twilio knows no such account: copy TWILIO_ACCOUNT_SID anew from https://console.twilio.com.",
    21211: "Twilio says that --to is no phone number; write it like +19045550142.",
    21408: "The account may not text that country: https://console.twilio.com/us1/develop/sms/settings/geo-permissions",
    21606: f"TWILIO_PHONE_NUMBER is not a number of this account that can text: {_NUMBERS}",
    21608: "A trial account texts only numbers it has verified: verify --to under Verified Caller IDs on "
    "https://console.twilio.com, or upgrade the account.",
    21610: "The owner of that phone has texted STOP; he has to text START first.",
    21612: "Twilio has no way from TWILIO_PHONE_NUMBER to that number.",
    21614: "--to is no mobile number, so it gets no texts.",
}


@dataclass(frozen=True, slots=True)
class TwilioAccount:
    """An account, seen with its credentials."""

    sid: str
    client: Any

    @classmethod
    def connect(cls, settings: Settings) -> "TwilioAccount":
        """Prepare to ask; raises `InvalidSettings` for a SID that can't be one."""
        if not _SID.fullmatch(settings.twilio_account_sid):
            given = settings.twilio_account_sid[:4]
            raise InvalidSettings(
                [f"TWILIO_ACCOUNT_SID begins with {given!r}; it must be AC and 32 of 0-9 and a-f (no API key SK...)."]
            )
        from twilio.http.http_client import TwilioHttpClient  # type: ignore[import-untyped]
        from twilio.rest import Client  # type: ignore[import-untyped]

        client = Client(
            settings.twilio_account_sid,
            settings.twilio_auth_token,
            http_client=TwilioHttpClient(timeout=_SECONDS),
            environment={"TWILIO_REGION": ""},  # not empty, or the SDK would read the process's own
        )
        if settings.twilio_api_url:
            client.api.base_url = settings.twilio_api_url
        return cls(settings.twilio_account_sid, client)

    def verify(self) -> str:
        """Return the account's type ("Full", "Trial"); raises `VendorFailed` for one that is not active."""
        account = asking(lambda: self.client.api.accounts(self.sid).fetch())
        if account.status != "active":
            raise VendorFailed(
                f"The Twilio account is {account.status}: see https://console.twilio.com.", permanent=True
            )
        return str(account.type)

    def number(self, phone: str) -> Any:
        """Return the account's number `phone` (E.164), which can text; raises `VendorFailed`."""
        found = asking(lambda: self.client.incoming_phone_numbers.list(phone_number=phone, limit=1))
        if not found:
            raise VendorFailed(
                f"The account does not own {phone} (TWILIO_PHONE_NUMBER); its numbers: {_NUMBERS}", permanent=True
            )
        if not (found[0].capabilities or {}).get("sms"):
            raise VendorFailed(
                f"{phone} can't send and receive texts; buy a number that can: {_NUMBERS}", permanent=True
            )
        return found[0]

    @contextmanager
    def texts_go_to(self, number: Any, url: str, *, tell: Callable[[str], None]) -> Iterator[None]:
        """Let `number` call `url` for each text inside the `with`, and what it called before afterwards.

        Raises:
            VendorFailed: Twilio refused; at the end with what has to be put back by hand.
        """
        before = {"sms_url": number.sms_url or "", "sms_method": number.sms_method or "POST"}
        during = {"sms_url": url, "sms_method": "POST"}
        application = getattr(number, "sms_application_sid", None)
        if application:  # while there is one, Twilio does not look at the URL
            before["sms_application_sid"], during["sms_application_sid"] = application, ""
        handle = self.client.incoming_phone_numbers(number.sid)
        tell(f"{number.phone_number} called {before['sms_url'] or 'nobody'} until now.")
        try:
            asking(lambda: handle.update(**during))
            yield
        finally:
            _put_back(handle, before)
            tell(f"{number.phone_number} calls {before['sms_url'] or 'nobody'} again.")


def asking(request: Callable[[], Any]) -> Any:
    """Return what `request` to Twilio returns; raises `VendorFailed` with a sentence."""
    from requests.exceptions import RequestException
    from twilio.base.exceptions import TwilioException  # type: ignore[import-untyped]

    try:
        return request()
    except TwilioException as error:
        raise VendorFailed(sentence(error), permanent=True) from error
    except (RequestException, ValueError) as error:
        raise VendorFailed(f"Twilio can't be reached ({type(error).__name__}).", permanent=False) from error


def sentence(error: BaseException | None) -> str:
    """Say what Twilio's `error` means, and the way out."""
    status, code = getattr(error, "status", 0), getattr(error, "code", 0)
    known = _SENTENCES.get(20003 if status == 401 else code)
    return known or f"Twilio answered {status}, error {code}: https://www.twilio.com/docs/errors/{code}"


def _put_back(handle: Any, before: dict[str, str]) -> None:
    try:
        asking(lambda: handle.update(**before))
    except VendorFailed as failure:
        wanted = ", ".join(f"{name} = {value or '(empty)'}" for name, value in before.items())
        raise VendorFailed(f"{failure} Put the number's webhook back by hand: {wanted}", permanent=True) from failure
