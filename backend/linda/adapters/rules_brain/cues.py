"""Turns of phrase that mean something only in a dialogue: "later" after an offer, "I'm here", "same time"."""

from functools import cache

from linda.language.phrases import PhraseBook
from linda.language.spelling import plain

CUES = {
    "first": """
    first|1st|earlier|earliest|former|sooner|soonest one|slot|time|option
    the first|1st|earlier|earliest|former|soonest $
    first thing
    < ?ok|yes first|1st|earliest|soonest $
    """,
    "second": """
    second|2nd|later|latter|last one|slot|time|option
    the second|2nd|later|latter|last $
    the other one|time|slot
    < ?ok|yes second|2nd|latter $
    """,
    "either": """
    either|whichever ?one|works|time $
    either ?one|of them|those|is|works|time
    any|whatever works ?for me $
    any of them|those
    any|whatever time ?is|works ?fine|good $
    anytime|whenever|whichever >
    < whatever|any >
    you pick|choose|decide
    up to you
    your call|choice
    does|do not matter|care
    """,
    "later": """
    later
    after that
    """,
    "earlier": """
    earlier|sooner
    before that
    """,
    "latest": """
    the|your latest|last
    how late can|could i
    """,
    "move_to": """
    move|change|switch|push|reschedule it|that|this to
    move|change|switch|push|reschedule my|the appointment|booking|slot to
    """,
    "you_too": """
    < you too|2 >
    """,
    "others": """
    other|more|different times|slots|openings|options|time
    what|anything|something else ?do ?you ?have ?got|is ?open|available
    """,
    "only_asks": """
    be|is|are|do|have|got .. available|availability|openings|opening|free
    you have|got|open|free
    available|availability|openings
    any|anything|what|which .. time|times|slot|slots|open|left
    is|are .. open|taken|free
    """,
    "not_now": """
    maybe|perhaps ?some later|another|other|not
    not now|yet|anymore
    never mind
    forget it|that|about
    changed my mind
    do|does not need|want it|that|one|anything
    let me think|check|ask|see
    i will think|wait|pass
    get back to you
    let you know
    hit|text|call you up|back|later
    """,
    "unsure": """
    do|does not know|remember|recall
    no idea|clue
    not sure|certain
    """,
    "late": """
    running|be|am|being|going_to_be|little|bit|few|# ?a ?bit|few|little|minutes late
    stuck in traffic
    """,
    "arrived": """
    i am|be outside|at_the_door|at_the_shop|at_your_shop|in_the_parking_lot
    i am here ?now $
    just got|pulled here|up|in
    i have arrived
    where are you at|i_am
    """,
    "same_time": """
    same time|hour
    """,
    "another_phone": """
    another|second|2nd|different phone|device|iphone|samsung
    other|wifes|husbands|moms|dads|sons|daughters|kids|girlfriends|boyfriends|friends phone|iphone|samsung|one
    """,
    "extra": """
    another|extra|separate|additional ?new one|appointment|booking|repair|slot
    second|2nd appointment|booking|repair
    book|do|keep both
    both
    in addition
    """,
    "laughs": """
    lol|haha|hahaha|lmao|rofl|hehe|lolol|ha
    """,
    "pushes": """
    come_on|cmon|please|seriously|lower|less|better|more|cheaper|discount
    best|last|final|bottom price|offer
    is that it|all|your_best|the_best|the_most
    """,
    "outraged": """
    insane|crazy|ridiculous|robbery|outrageous|wow|ouch|yikes|joking|kidding
    that is ?kind_of a lot
    no way
    """,
    "code": """
    code|confirmation
    """,
    "confirmed": """
    confirmed|verified|done|entered|typed
    did it|that
    all set
    number|code works|worked
    """,
    "all": """
    all|both|everything
    """,
    "referred": """
    sent|told|referred|recommended me
    """,
    "how_are_you": """
    how are|is you|it|things|everything ?doing|going
    how you doing
    what is up $
    """,
    "trouble": """
    {phone} .. broken|broke|damaged|busted|problem|trouble|issue
    broke|dropped|busted|damaged .. {phone}
    need|want .. {repair} ?my|a|the {phone}
    {can} you {repair} ?my|a|the|this|it
    do you {repair}
    {phone} ?{repair} $
    < ?an|a appointment|booking|quote|repair|fix >
    """,
}


def read_cues(text: str) -> frozenset[str]:
    """Return the cues of a text."""
    return frozenset(hit.key for hit in _book().hits(plain(text)))


@cache
def _book() -> PhraseBook:
    return PhraseBook(CUES.items())
