"""One label for a text, as the public intent rows name them."""

from linda.language.intents.reading import read_intents
from linda.language.intents.topics import Intents, Topic

_LABELS = {
    Topic.HUMAN: "human",
    Topic.COMPLAINT: "human",
    Topic.CANCEL: "cancel",
    Topic.RESCHEDULE: "reschedule",
    Topic.PRICE: "price",
    Topic.PRICE_LIST: "price",
    Topic.BOOK: "book",
    Topic.AVAILABILITY: "availability",
    Topic.HOURS: "hours_location",
    Topic.LOCATION: "hours_location",
}
_POLARITY = {"yes": "affirm", "no": "negate"}


def main_intent(text: str) -> str:
    """The label of what a text mainly wants; "other" when it abstains."""
    return label(read_intents(text))


def label(read: Intents) -> str:
    """The one label for a text that was read."""
    if read.topics:
        return _LABELS.get(read.topics[0], "other")
    if read.polarity == "no":
        return "negate"
    for topic in reversed(read.courtesy):
        return topic.value
    return _POLARITY.get(read.polarity or "", "other")
