"""From Twilio's form to an inbound message.

The fields are those of Twilio's page "Twilio's request to your incoming message Webhook URL"; new ones may appear
at any time and are ignored.
"""

import re

from linda.adapters.twilio_phone.form import Form
from linda.conversation.inbound import Inbound, Media
from linda.domain.errors import InvalidInput
from linda.domain.phone_number import is_e164, is_short_code

_MESSAGE_SID = re.compile(r"(?:SM|MM)[0-9a-f]{32}")
_COUNT = re.compile(r"[0-9]{1,2}")
_MOST_MEDIA = 10  # Twilio passes at most ten pictures on


def read_inbound(form: Form) -> Inbound:
    """Return the message of a verified `form`.

    The sender may be a short code, which is no E.164 number (`is_short_code` tells); an empty text with media, or
    without, is a message too.

    Raises:
        InvalidInput: no message id, or a sender that is neither; such a request is signed, so it gets an empty
            answer and nothing else happens.
    """
    sid, sender = form.one("MessageSid"), form.one("From")
    if not is_message_sid(sid):
        raise InvalidInput(f"{sid[:40]!r} is no MessageSid")
    if not is_e164(sender) and not is_short_code(sender):
        raise InvalidInput("there is no sender that can be answered")
    return Inbound(
        sid=sid,
        channel="sms",
        customer=sender,
        text=form.one("Body"),
        sent_to=form.one("To"),
        media=tuple(_media(form)),
    )


def is_message_sid(text: str) -> bool:
    """Tell whether `text` has the form of Twilio's id of a message."""
    return _MESSAGE_SID.fullmatch(text) is not None


def _media(form: Form) -> list[Media]:
    count = form.one("NumMedia")
    some = min(int(count), _MOST_MEDIA) if _COUNT.fullmatch(count) else 0
    found = [Media(form.one(f"MediaUrl{n}"), form.one(f"MediaContentType{n}")) for n in range(some)]
    return [media for media in found if media.url]
