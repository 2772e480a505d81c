"""How it sounds when somebody says that something was done. Capitals are the marks of figures."""

from linda.conversation.claims.shapes import either, shape

_PARTS = {
    "FILL": (
        "(?: (?:now|all|just|already|officially|successfully|gone ahead and|also|both|been|definitely|fully|still))*"
    ),
    "WE": r"\b(?:i|we|i've|we've|i have|we have|i'd|we'd|i'm|we're|owner|he|he's|has|have)",
    "THING": "(?:booking|appointment|slot|spot|reservation|visit|repair|time)",
    "IS": "(?: is| are| was| has been| have been|'s| been)?",
    "DONE": either("""
        booked | confirmed | scheduled | reserved | locked in | all set | set for | set at | in for | down for
        good to go
        on (?:the|our|my) (?:calendar|schedule|books?) | penciled in | penned in | secured | squared away | yours
    """),
    "TELL": either("""
        let | letting | told | tell | telling | texted | text | texting | called | calling | notified | notify
        notifying
        alerted | alert | messaged | message | informed | inform | pinged | ping | flagged | flag | passed | pass
        passing
        forwarded | forward | asked | handed | escalated | looped
    """),
    "REACH": either("""
        notified | told | informed | alerted | on (?:his|the|their) way | calling | texting | call | text | reach
        contact
        reaching | get back | getting back | be in touch | ring | phone | message | reply | follow up
    """),
    "SOMEBODY": either("""
        owner | he | someone | somebody | a (?:human|person|technician|tech|manager|rep|agent)
        our (?:team|tech|technician|manager)
    """),
}

MAYBE = shape(
    r"(?:\b<WORD>|n't)\b",
    WORD=either("""
        if | once | when | whether | unless | before | after | as soon as | until | want | would | shall | should
        could
        can i | can we | let me know | to get | need to | ready to | like to | happy to | i can | we can | not | no
        nothing | never | cannot | any | how to | who
    """),
)
"""With one of these before it a deed is no claim."""

BOOKED = shape(
    either(r"""
        \b(?:you're|you are|you've been|you have been|u r|ur|you|it's|it is|that's|that is|all|consider (?:it\
        |yourself|that)|we're)(?: is| are)?<FILL> <DONE>\b
        \b<THING><IS><FILL> <DONE>\b
        <WE><FILL> (?:booked|reserved|scheduled|penciled|locked|confirmed|secured|saved)(?: in)? (?:you|it\
        |that|your|this|T|D|the <THING>)\b
        <WE><FILL> (?:put|got|have) (?:you|your <THING>|it|that|this) (?:down|in|on|at|for|D|T|booked|set\
        |scheduled|confirmed|covered)\b
        \b(?:T|D|it) (?:is|are)(?: all| now)* (?:yours|confirmed|locked in|booked for you|reserved for you|set)\b
        \b(?:see|expect|expecting|seeing|catch) (?:you|ya|u)(?: (?:at|on|then|soon|there|D|T|in)\b|\W*$)
        ^[\WX]*(?:booked|confirmed|reserved|scheduled|all set|locked in|it's a date|you got it)\b(?! with)
        \bbooking confirmed\b | \bappointment (?:made|set)\b
        \b(?:we|owner|he)(?:'ll| will) (?:be )?(?:see|seeing|expect|expecting|ready for|waiting for) you\b
    """),
    **_PARTS,
)
DONE = shape(r"^[\WX]*(?:all )?done\W*$")
HELD = shape(
    either(r"""
        <WE>(?:'ll| will|'m|'re| am| are)?<FILL> (?:hold|holding|held|keep|keeping|kept|save|saving|set aside)\
        (?: on to)? (?:it|that|this|T|D|the|your|a (?:slot|spot))\b
        \b(?:i'll|we'll|i will|we will) (?:hold|keep|save)\b | \b(?:held|on hold) for you\b
    """),
    **_PARTS,
)
MOVED = shape(
    either(r"""
        <WE><FILL> (?:moved|rescheduled|switched|changed|pushed|bumped|swapped|shifted)\b
        \b(?:it's|you're|you've been|that's|<THING><IS>)<FILL> (?:moved|rescheduled|switched|changed|pushed|bumped)\b
        ^[\WX]*(?:moved|rescheduled)\b
    """),
    **_PARTS,
)
CANCELLED = shape(
    r"\b(?:cancell?ed|called off|taken off (?:the|our) (?:calendar|schedule|books?)|(?:removed|dropped|deleted) your)\b"
)
DISCOUNTED = shape(
    either(r"""
        \b(?:discount|deal|coupon|C|C off|P off)(?: \w+)?<IS>(?: now| already)? (?:applied|approved|authorized\
        |granted|added|taken off|knocked off|locked in|yours)\b
        \b(?:applied|knocked|took|taken|gave|given|approved|authorized|got|shaved|dropped|added)(?: \w+){0,3} \
        (?:discount|C|P off|C off|deal)\b
        \bwith (?:your|the) discount\b
    """),
    **_PARTS,
)
HANDED_OVER = shape(
    either(r"""
        (?:<WE>|\bi'll|\bi will|\bwe'll|\blet me)<FILL> <TELL>\b(?: \w+){0,4} (?:owner|him|boss|along|manager|over)\b
        \b<SOMEBODY>(?:'s| has| is| was| will|'ll| should)(?: be)?<FILL> (?:been )?<REACH>\b
    """),
    **_PARTS,
)
ADDED = shape(r"<WE><FILL> (?:added|included|thrown in|put)(?: \w+){0,3} (?:protector|case|it|that)\b", **_PARTS)
UNDOABLE = shape(
    r"\b<DEED>\b",
    DEED=either(r"""
        refunded | refund (?:is|has|was|will be|issued|processed) | payment (?:received|processed|went) | charged your
        invoice (?:is|was|sent) | ordered (?:the|your|a) (?:part|screen|battery)
        your (?:phone|repair|device|screen|iphone)(?: V)?(?: is|'s)(?: now| all| already)? (?:ready|done|fixed\
        |repaired|finished|complete)
        (?:sent|emailed|mailed|texting|sending|emailing) you | check your (?:e-?mail|inbox)
        (?:i'll|i will|we'll|we will) (?:e-?mail|mail|send|ship|refund|pay|drive|deliver|pick (?:you|it) up)
        parts? (?:is|are|has|have) (?:arrived|in stock|ordered|here) | parts? (?:arrives?|comes? in)
    """),
)
NO_BOOKING = shape(
    either(r"""
        \b(?:you have|you've got|i see|there's|there is|i find|i have|found|see) no (?:booking|appointment\
        |reservation)s?\b
        \b(?:don't|do not|can't|cannot|couldn't|didn't) (?:see|find|have) (?:a|any|your) (?:booking\
        |appointment|reservation)s?\b
    """)
)
