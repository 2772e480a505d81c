"""Does a text truly say no to a time? "3 PM is taken" does; "3 PM isn't taken" and "no problem at 3 PM" do not."""

from linda.conversation.claims.shapes import either, filled, shape
from linda.domain.pattern import Pattern

_LIST = r"(?:(?:,|/| or| and| on| at|,? nor)* ?[TDA])*(?: slot| spot| one| opening| time| appointment)?"
_IS = filled(
    r"(?:,? <WORD>\b,?|'s\b| -|:)*",
    WORD=either("""
        is | are | was | were | has | have | been | just | already | now | all | both | also | unfortunately | sadly
        sorry | got | currently | that
    """),
)
_GONE = either(r"""
    taken(?! care) | booked(?: up| out| solid| already)?(?! (?:for|by|with|in|under)\b) | gone | full\b | unavailable
    closed | filled | spoken for | past\b | passed | too (?:late|soon|early|short)
    not (?:available|open|free|possible|an option|one of|a time|something) | no longer (?:available|open|free|possible)
    outside (?:of )?(?:our |opening |business )?hours | (?:before|after) (?:we|opening|closing)
    (?:is|are|was|were)n't (?:available|open|free|possible|an option|going to work)
    (?:won't|doesn't|don't|can't|cannot|will not|does not) (?:work|be possible|fit|happen|do)
""")
_AFTER = shape("^<LIST><IS>,? <GONE>", LIST=_LIST, IS=_IS, GONE=_GONE)
_BEFORE = filled(
    r"<NO>(?: (?:at|for|on|around|after|before|past|until|by|from|or|and|D|T|A))*,? $",
    NO=either(r"""
        \b<CANNOT>(?: (?:do|make|fit|offer|book|get you in|take you|squeeze|you|in|anything|it|a|repair))*
        \b<NONE>(?: (?:a|an|any|anything|opening|slot|spot|time|free|open|available|left|more|else|appointment)s?)*
        \b(?:booked|full|taken|closed|gone|busy)(?: up)? | \b(?:instead of|rather than|other than|sorry about)
    """),
)
_CANNOT = shape(
    _BEFORE,
    CANNOT="(?:can't|cannot|can not|couldn't|won't|unable to|not able to)",
    NONE="(?:no|not|nothing|none|don't have|do not have|haven't got|isn't|aren't|N)",
)
_NO_DENIAL = shape(
    r"\b<TRICK>\b",
    TRICK=either("""
        why | not only | no (?:reason|problem|doubt|question|worr|issue|sweat|way)
        (?:can't|cannot|couldn't) (?:say no|wait|go wrong|beat|miss|complain) | n't (?:worry|think|believe|say|mean)
        never | hardly | not true | untrue | false | wrong | kidding | joke | nobody | isn't it | if | unless
    """),
)
_REVERSED = shape(
    r"\b<TURN>\b",
    TURN=either("""
        kidding | jk | psych | joking | not really | just opened | opened up | freed up | make it work | squeeze
        open(?:ed)?(?: up)? (?:now|again) | now (?:open|free|available) | for you | by you | yours | under your name
        actually (?:free|open|available) | just come | come (?:by )?(?:then|anyway) | see you then | anyway
        it's (?:back|free|open|available|ok|fine|still) | is (?:back|free|open|available) | not (?:any ?more|true)
        until (?:now|just now) | you can (?:have|still)
    """),
)
_MARKED = Pattern(r"[TA]")
BOUND = Pattern(r"\b(?:after|before|past|until|around|earlier than|later than|sooner than|by) (?:D at )?$")


def says_no(before: str, after: str, following: str) -> bool:
    """Tell whether a time is denied, given its sentence before and after it and the sentence that follows."""
    if _NO_DENIAL.search(before):
        return False
    denied = _AFTER.match(after)
    if denied is None and not _CANNOT.search(before):
        return False
    tail = after[denied.end() :] if denied else after
    return not _is_taken_back(tail) and not (_is_taken_back(following) and not _MARKED.search(following))


def _is_taken_back(text: str) -> bool:
    """Tell whether `text`, up to the next time it names, turns a no around: "just kidding", "for you"."""
    return _REVERSED.search(_MARKED.split(text, 1)[0]) is not None
