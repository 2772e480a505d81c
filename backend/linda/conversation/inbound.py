"""One message as it came in, whatever the channel."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Media:
    """A picture or file that came with a text."""

    url: str
    content_type: str


@dataclass(frozen=True, slots=True)
class Inbound:
    """One verified message.

    `sid` is the provider's id (texts: the signed MessageSid); `channel` is "sms", "voice" or "web"; `customer`
    is the sender in E.164, from the channel and never from the text; `sent_to` is the number it came to.
    """

    sid: str
    channel: str
    customer: str
    text: str
    sent_to: str
    media: tuple[Media, ...] = ()
