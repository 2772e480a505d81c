"""What was heard on a call, and the few things that are no matter for a turn."""

from dataclasses import dataclass

from linda.domain.pattern import Pattern
from linda.language.devices import read_devices
from linda.language.heard_speech import as_text
from linda.language.intents import Topic, read_intents
from linda.language.spelling import plain

_PITCH = Pattern(
    r" (?:merchant services|final notice|this is not a sales call|on a recorded line|vehicle s? ?warranty) "
)
_PITCH_OR_NOT = Pattern(
    r" (press (?:one|two|1|2|9|nine)|extended warranty|google (?:business )?listing|do not hang up|pre ?approved"
    r"|interest rate|to (?:an?|our) (?:agent|specialist|representative)|credit card|about to expire|limited time)(?= )"
)
"""What customers say too, one of these at a time; a pitch says two of them, and names no phone."""
_FAREWELL = (
    r"(?:bye(?: bye)?|goodbye|good bye|see (?:you|ya)(?: then| later| soon| tomorrow)?|talk to you later|take care"
    r"|have a (?:good|great|nice) (?:day|one|night|evening|weekend)|good night|that is (?:all|it)|that will be all)"
)
_COURTESY = (
    r"(?:ok|okay|alright|all right|right|great|cool|perfect|awesome|sure|yes|yeah|yep|no|nope|nothing else|i am good"
    r"|thanks?(?: you)?(?: (?:so|very) much| a lot)?|for now|then|now|and|well|so|please|linda|man|sir|ma am|you too)"
)
_ONLY_A_FAREWELL = Pattern(
    rf"[ .,!?]*(?:{_COURTESY}[ .,!?]+)*{_FAREWELL}[ .,!?]+(?:(?:{_COURTESY}|{_FAREWELL})[ .,!?]+)*"
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
    return read_intents(text.replace(owner, "the owner")).topics == (Topic.HUMAN,)


def is_farewell(text: str) -> bool:
    """Tell whether a caller says goodbye, and nothing that is more than courtesy."""
    return _ONLY_A_FAREWELL.fullmatch(plain(text)) is not None


def is_sales_call(text: str) -> bool:
    """Tell whether a machine that sells something is talking."""
    words = plain(text)
    if read_devices(text):
        return False
    return _PITCH.search(words) is not None or len(set(_PITCH_OR_NOT.findall(words))) > 1
