"""The things a customer of the shop texts about."""

from dataclasses import dataclass
from enum import StrEnum


class Topic(StrEnum):
    """One thing asked or said; the order is the order of urgency when two are equally strong."""

    DANGER = "danger"
    HUMAN = "human"
    COMPLAINT = "complaint"
    CANCEL = "cancel"
    RESCHEDULE = "reschedule"
    MY_BOOKING = "my_booking"
    STATUS = "status"
    DISCOUNT = "discount"
    PRICE_LIST = "price_list"
    PRICE = "price"
    BOOK = "book"
    AVAILABILITY = "availability"
    HOURS = "hours"
    LOCATION = "location"
    ON_SITE = "on_site"
    WALK_IN = "walk_in"
    REMOTE = "remote"
    DURATION = "duration"
    WARRANTY = "warranty"
    PAYMENT = "payment"
    DATA_SAFETY = "data_safety"
    PARTS = "parts"
    UPSELL_ITEM = "upsell_item"
    OTHER_SERVICE = "other_service"
    ABOUT_LINDA = "about_linda"
    SMALL_TALK = "small_talk"
    GREETING = "greeting"
    THANKS = "thanks"
    GOODBYE = "goodbye"
    OTHER = "other"


COURTESIES = (Topic.GREETING, Topic.THANKS, Topic.GOODBYE)


@dataclass(frozen=True, slots=True)
class Intents:
    """One text, read.

    Attributes:
        topics: Every topic asked, strongest first; no courtesy among them; empty when nothing is recognised.
        polarity: "yes", "no" or None, apart from the topics ("yes, and are you open saturday?" has both).
        courtesy: The greeting, thanks and goodbye seen.
        reasons: Discount reasons the text gives, by the names the discount law knows.
        offered_cents: The price the customer offers ("would you take $60").
        asked_percent: The discount the customer names ("20% off?").
    """

    topics: tuple[Topic, ...] = ()
    polarity: str | None = None
    courtesy: tuple[Topic, ...] = ()
    reasons: tuple[str, ...] = ()
    offered_cents: int | None = None
    asked_percent: int | None = None

    def asks(self, topic: Topic) -> bool:
        """Whether the topic is among those asked."""
        return topic in self.topics
