"""The shop's number at Twilio: whose it is, and whom it asks when a text or a call comes in."""

from collections.abc import Mapping
from typing import Any

from linda.domain.errors import VendorFailed
from linda.entrypoints.phases.twilio_account import TwilioAccount, asking
from linda.settings import Settings

SMS = "/twilio/sms"
FALLBACK = "/twilio/fallback"
VOICE, VOICE_FALLBACK, VOICE_STATUS = "/twilio/voice", "/twilio/voice/fallback", "/twilio/voice/status"


class TwilioNumber:
    """A number of the account.

    Every delivery report on a text is asked for with the text it is about, so none is set here; the end of a call is
    reported where the number says.
    """

    def __init__(self, record: Any) -> None:
        """Take Twilio's record of the number."""
        self._record = record

    def differs(self, url: str) -> bool:
        """Tell whether the number calls anything but the functions at `url`."""
        return bool(self.differences(url))

    def differences(self, url: str) -> list[str]:
        """Return a sentence for each thing in which the number does not call the functions at `url`.

        What follows a # in an address is how often Twilio is to try again (Twilio, "Connection Overrides"): the
        owner's choice.
        """
        found = {name: (getattr(self._record, name) or "").partition("#")[0] for name in _wanted(url)}
        return [
            f"{self._record.phone_number} has {name} {found[name] or '(empty)'}, not {value or '(empty)'}"
            for name, value in _wanted(url).items()
            if found[name] != value
        ]

    @property
    def calls(self) -> str:
        """Return the address it calls now, empty for none."""
        return str(self._record.sms_url or "")

    def connect(self, url: str) -> None:
        """Let the number call the functions at `url`; raises `VendorFailed`."""
        changed = asking(lambda: self._record.update(**_wanted(url)))
        if changed.sms_url != url + SMS:
            raise VendorFailed(f"Twilio keeps calling {changed.sms_url}, not {url + SMS}.", permanent=True)


def find_number(settings: Settings) -> TwilioNumber:
    """Return the number of `settings`; raises `VendorFailed` when the account can't be used or does not own it."""
    return TwilioNumber(TwilioAccount.connect(settings).number(settings.twilio_phone_number))


def _wanted(url: str) -> Mapping[str, str]:
    # Twilio would ask an application instead of the addresses, so there may be none.
    return {
        "sms_url": url + SMS,
        "sms_method": "POST",
        "sms_fallback_url": url + FALLBACK,
        "sms_fallback_method": "POST",
        "sms_application_sid": "",
        "voice_url": url + VOICE,
        "voice_method": "POST",
        "voice_fallback_url": url + VOICE_FALLBACK,
        "voice_fallback_method": "POST",
        "voice_application_sid": "",
        "status_callback": url + VOICE_STATUS,
        "status_callback_method": "POST",
    }
