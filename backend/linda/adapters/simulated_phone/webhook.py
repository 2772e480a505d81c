"""The requests that Twilio makes, the one for a text above all, and the reading of its answer.

Fields after Twilio's page "Twilio's request to your incoming message Webhook URL"; what Twilio knows about the
sender's place is blank here, as it often is there.
"""

import xml.etree.ElementTree as ET
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from linda.domain.sms_text import measure

Post = Callable[[str, Mapping[str, str], bytes], tuple[int, str, bytes]]
"""Posts a path with headers and a body; returns status, content type and body.

Raises `ConnectionError` when nobody listens, `TimeoutError` when no answer came within Twilio's 15 s.
"""


@dataclass(frozen=True, slots=True)
class Webhook:
    """One signed request, the same however often it is made."""

    path: str
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class VoicePaths:
    """Where a number's calls go: who answers them, who is asked when that fails, who is told that one is over."""

    answers: str = "/twilio/voice"
    fallback: str = "/twilio/voice/fallback"
    status: str = "/twilio/voice/status"


@dataclass(frozen=True, slots=True)
class Line:
    """What the webhooks of one Twilio number are made with; its texts go to `path`."""

    account_sid: str
    auth_token: str
    number: str
    public_url: str
    path: str
    voice: VoicePaths = VoicePaths()

    def url(self, path: str) -> str:
        """Return the address Twilio calls for `path`."""
        return self.public_url.rstrip("/") + path

    def webhook(self, sid: str, sender: str, body: str, media: Sequence[tuple[str, str]] = ()) -> Webhook:
        """Return the signed request for a text; `media` holds pairs of URL and content type."""
        return self.signed(self.url(self.path), self._fields(sid, sender, body, media))

    def report(self, callback: str, sid: str, to: str, status: str) -> Webhook:
        """Return the signed delivery report on the text `sid` to its `callback` URL (Twilio, "Message status")."""
        fields = {"MessageSid": sid, "SmsSid": sid, "MessageStatus": status, "SmsStatus": status}
        return self.signed(callback, fields | {"AccountSid": self.account_sid, "From": self.number, "To": to})

    def signed(self, url: str, fields: Mapping[str, str]) -> Webhook:
        """Return the signed request to `url` with the form `fields`."""
        from twilio.request_validator import RequestValidator  # type: ignore[import-untyped]

        headers = {
            "Content-Type": "application/x-www-form-urlencoded; charset=UTF-8",
            "User-Agent": "TwilioProxy/1.1",
            "X-Twilio-Signature": RequestValidator(self.auth_token).compute_signature(url, fields),
        }
        return Webhook(url.removeprefix(self.url("")), headers, urlencode(fields).encode())

    def _fields(self, sid: str, sender: str, body: str, media: Sequence[tuple[str, str]]) -> dict[str, str]:
        places = {f"{end}{part}": "" for end in ("From", "To") for part in ("City", "State", "Zip")}
        pictures: dict[str, str] = {}
        for number, (url, content_type) in enumerate(media):
            pictures |= {f"MediaUrl{number}": url, f"MediaContentType{number}": content_type}
        return (
            places
            | {
                "ToCountry": "US",
                "SmsMessageSid": sid,
                "NumMedia": str(len(media)),
                "SmsSid": sid,
                "SmsStatus": "received",
                "Body": body,
                "FromCountry": "US",
                "To": self.number,
                "NumSegments": str(max(1, measure(body).segments)),
                "MessageSid": sid,
                "AccountSid": self.account_sid,
                "From": sender,
                "ApiVersion": "2010-04-01",
            }
            | pictures
        )


@dataclass(frozen=True, slots=True)
class Answered:
    """One text of an answer, and where Twilio is to report on it ("": nowhere)."""

    body: str
    status_callback: str


def read_twiml(content_type: str, document: bytes) -> list[Answered]:
    """Return the texts that Twilio would send for an answer.

    Raises:
        ValueError: Twilio could not read it either (its errors 12100 and 12300).
    """
    if content_type.partition(";")[0].strip().lower() not in {"text/xml", "application/xml"}:
        raise ValueError(f"12300: the content type is {content_type!r}")
    try:
        root = ET.fromstring(document)  # noqa: S314 - the document is our own handler's
    except ET.ParseError as error:
        raise ValueError(f"12100: {error}") from error
    return [Answered("".join(each.itertext()), each.get("statusCallback", "")) for each in root.findall("Message")]
