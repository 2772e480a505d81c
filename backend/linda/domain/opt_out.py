"""Whether a text asks us to stop texting, to start again, or for help.

Twilio handles the exact keywords itself: it blocks the pair of numbers, sends its own confirmation, and still
passes the text on; what we send afterwards fails with error 21610 (Twilio, "Twilio support for opt-out keywords",
and "Update to FCC's SMS Opt-Out Keywords", which added REVOKE and OPTOUT in May 2025; a keyword counts only alone,
whatever its case). Everything else is for us to understand: 47 CFR 64.1200(a)(10) lets a person revoke consent "in
any reasonable manner", and allows one confirming text.
"""

from enum import StrEnum

from linda.domain import opt_out_phrases as phrases
from linda.domain.pattern import Pattern

STOP_KEYWORDS = frozenset({"STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT"})
START_KEYWORDS = frozenset({"START", "YES", "UNSTOP"})
HELP_KEYWORDS = frozenset({"HELP", "INFO"})

_APOSTROPHES = Pattern("['’‘`´]")  # noqa: RUF001 - phones type each of these
_CLAUSE_ENDS = Pattern(r"[.!?;:,\n()]+|\s-+\s")
_NOT_WORDS = Pattern(r"[^a-z0-9]+")
_LONGEST = 1600  # a longer Body is not delivered (Twilio, error 21617)


class OptOut(StrEnum):
    """What a text asks for.

    STOP_KEYWORD: Twilio has blocked the number and confirmed; we note it and stay silent.
    PLAIN_STOP: only we understood it; we note it, confirm once, and stay silent from then on.
    START: Twilio has lifted its block. YES is one of these words and also an everyday answer: it means this only
    from somebody who had opted out. HELP: Twilio has answered with its own help line.
    """

    STOP_KEYWORD = "stop_keyword"
    PLAIN_STOP = "plain_stop"
    START = "start"
    HELP = "help"


def read_opt_out(text: str) -> OptOut | None:
    """Return what `text` asks for, or None when it is a message like any other.

    A request to end, cancel or quit something else (an appointment, a call, an app) is a message like any other;
    so is "CANCEL please": only the bare keyword is taken by Twilio.
    """
    keyword = text.strip().upper()
    if keyword in STOP_KEYWORDS:
        return OptOut.STOP_KEYWORD
    if keyword in HELP_KEYWORDS:
        return OptOut.HELP
    clauses = _clauses(text[:_LONGEST])
    whole = " ".join(clauses)
    if whole.upper() in START_KEYWORDS or phrases.RESUME.fullmatch(whole):
        return OptOut.START
    if _is_only_a_request(whole) or any(map(_holds_a_request, clauses)):
        return OptOut.PLAIN_STOP
    return None


def _clauses(text: str) -> list[str]:
    plain = _APOSTROPHES.sub("", text.lower())
    worded = (_NOT_WORDS.sub(" ", clause).strip() for clause in _CLAUSE_ENDS.split(plain))
    return [clause for clause in worded if clause]


def _is_only_a_request(whole: str) -> bool:
    if not phrases.REQUEST.could_match(whole):
        return False
    position, requested = 0, False
    while position < len(whole):
        piece = phrases.PIECE.match(whole, position)
        if piece is None:
            return False
        position, requested = piece.end(), requested or piece["request"] is not None
    return requested


def _holds_a_request(clause: str) -> bool:
    return bool(phrases.ANYWHERE.search(clause)) and not phrases.ABOUT_SOMETHING_ELSE.search(clause)
