"""Does a text truly say no to a time? "3 PM is taken" does; "3 PM isn't taken" and "no problem at 3 PM" do not."""

import re

_LIST = r"(?:(?:,|/| or| and| on| at|,? nor)* ?[TDA])*(?: slot| spot| one| opening| time| appointment)?"
_IS = r"(?:,? (?:is|are|was|were|has|have|been|just|already|now|all|both|also|unfortunately|sadly|sorry|got|currently|that)\b,?|'s\b| -|:)*"
_GONE = (
    r",? (?:taken(?! care)|booked(?: up| out| solid| already)?(?! (?:for|by|with|in|under)\b)|gone|full\b|unavailable|closed|filled|spoken for"
    r"|not (?:available|open|free|possible|an option|one of|a time|something)|no longer (?:available|open|free|possible)|past\b|passed|too (?:late|soon|early|short)"
    r"|outside (?:of )?(?:our |opening |business )?hours|(?:is|are|was|were)n't (?:available|open|free|possible|an option|going to work)"
    r"|(?:won't|doesn't|don't|can't|cannot|will not|does not) (?:work|be possible|fit|happen|do)|(?:before|after) (?:we|opening|closing))"
)
_AFTER = re.compile(rf"^{_LIST}{_IS}{_GONE}")
_BEFORE = re.compile(
    r"(?:\b(?:can't|cannot|can not|couldn't|won't|unable to|not able to)(?: (?:do|make|fit|offer|book|get you in|take you|squeeze|you|in|anything|it|a|repair))*"
    r"|\b(?:no|not|nothing|none|don't have|do not have|haven't got|isn't|aren't)(?: (?:a|an|any|anything|opening|slot|spot|time|free|open|available|left|more|else|appointment)s?)*"
    r"|\b(?:booked|full|taken|closed|gone|busy)(?: up)?|\b(?:instead of|rather than|other than|sorry about))"
    r"(?: (?:at|for|on|around|after|before|past|until|by|from|or|and|D|T|A))*,? $"
)
_NO_DENIAL = re.compile(
    r"\b(?:why|not only|no (?:reason|problem|doubt|question|worr|issue|sweat|way)|(?:can't|cannot|couldn't) (?:say no|wait|go wrong|beat|miss|complain)"
    r"|n't (?:worry|think|believe|say|mean)|never|hardly|not true|untrue|false|wrong|kidding|joke|nobody|isn't it|if|unless)\b"
)
_REVERSED = re.compile(
    r"\b(?:kidding|jk|psych|joking|not really|just opened|opened up|freed up|open(?:ed)?(?: up)? (?:now|again)|now (?:open|free|available)|make it work|squeeze"
    r"|for you|by you|yours|under your name|actually (?:free|open|available)|just come|come (?:by )?(?:then|anyway)|see you then|anyway"
    r"|it's (?:back|free|open|available|ok|fine|still)|is (?:back|free|open|available)|not (?:any ?more|true)|until (?:now|just now)|you can (?:have|still))\b"
)
_UPTO_NEXT = re.compile(r"[^TA]*")
BOUND = re.compile(r"\b(?:after|before|past|until|around|earlier than|later than|sooner than|by) (?:D at )?$")


def says_no(before: str, after: str, following: str) -> bool:
    """Tell whether a time is denied, given its sentence before and after it and the sentence that follows."""
    if _NO_DENIAL.search(before):
        return False
    denied = _AFTER.match(after)
    if denied is None and not _BEFORE.search(before):
        return False
    tail = after[denied.end() :] if denied else after
    nearby = _UPTO_NEXT.match(tail)
    return (
        not (nearby and _REVERSED.search(nearby[0]))
        and not _REVERSED.match(following.strip())
        and not _is_taken_back(following)
    )


def _is_taken_back(following: str) -> bool:
    nearby = _UPTO_NEXT.match(following)
    return nearby is not None and nearby[0] == following and _REVERSED.search(following) is not None
