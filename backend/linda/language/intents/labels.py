"""One label for a text, as the public intent rows name them."""

from linda.domain.pattern import Pattern
from linda.language.intents.reading import read_intents
from linda.language.intents.topics import Intents, Topic
from linda.language.spelling import plain

_LABELS = {
    Topic.HUMAN: "human",
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
_SAYS_YES = Pattern(r"\. (?:oh , |ok , |well , )?(?:yes|sure|correct|absolutely|definitely) ")
_SAYS_NO = Pattern(r"\. (?:oh , |ok , |well , )?(?:no|not) ")
_UNDOES = Pattern(r" (?:cancel\w*|delete|remove|make it|coming) ")
_DETAILS = Pattern(
    r" (?:\d[\d:]*(?:st|nd|rd|th)?|monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|tomorrow|tonight|day"
    r"|dr|dentist|doctor|proceed) "
)


def main_intent(text: str) -> str:
    """The label of what a text mainly wants; "other" when it abstains."""
    read, words = read_intents(text), plain(text)
    topics = tuple(topic for topic in read.topics if topic != Topic.SMALL_TALK or not read.courtesy)
    if topics and not _only_answers(topics[0], read, words):
        return _LABELS.get(topics[0], "other")
    takes_leave = " bye " in words
    if read.polarity == "no" and not takes_leave and (not read.courtesy or _SAYS_NO.match(words)):
        return "negate"
    if read.polarity == "yes" and not takes_leave and _SAYS_YES.match(words) and ". sure , thanks" not in words:
        return "affirm"
    if read.courtesy:
        return read.courtesy[-1].value
    return _POLARITY.get(read.polarity or "", "other")


def _only_answers(topic: Topic, read: Intents, words: str) -> bool:
    """Whether "no, I do not want to book" or "yes, please make the reservation" only answers what was asked."""
    if topic == Topic.CANCEL:
        return _SAYS_NO.match(words) is not None and _UNDOES.search(words) is None
    if topic not in {Topic.BOOK, Topic.AVAILABILITY}:
        return False
    if " bye " in words:
        return True
    return (
        topic == Topic.BOOK
        and read.polarity == "yes"
        and _SAYS_YES.match(words) is not None
        and _DETAILS.search(words) is None
    )
