"""What was heard on a call, and the few things that are no matter for a turn."""

from dataclasses import dataclass

from linda.domain.pattern import Pattern
from linda.language.heard_speech import as_text
from linda.language.intents import Topic, read_intents
from linda.language.spelling import plain

_SALES = Pattern(
    r" (?:press (?:one|two|1|2|9|nine)|extended warranty|google (?:business )?listing|merchant services|do not hang up"
    r"|final notice|this is not a sales call|pre ?approved|recorded line|interest rate) "
)


@dataclass(frozen=True, slots=True)
class Heard:
    """What came of listening: words as a recogniser wrote them down, or keys; neither when nothing was heard."""

    speech: str = ""
    digits: str = ""

    @property
    def text(self) -> str:
        """Return the words as somebody would text them."""
        return as_text(self.speech)

    @property
    def is_nothing(self) -> bool:
        """Tell whether nothing was heard, or nothing that is a word."""
        return not self.digits and not any(map(str.isalnum, self.speech))


def wants_a_person(text: str, owner: str) -> bool:
    """Tell whether a caller asks for the owner himself or for a person, and for nothing else."""
    topics = read_intents(text.replace(owner, "the owner")).topics
    return topics[:1] == (Topic.HUMAN,)


def is_farewell(text: str) -> bool:
    """Tell whether a caller says goodbye, and asks for nothing more."""
    read = read_intents(text)
    return Topic.GOODBYE in read.courtesy and not read.topics


def is_sales_call(text: str) -> bool:
    """Tell whether a machine that sells something is talking."""
    return _SALES.search(plain(text)) is not None
