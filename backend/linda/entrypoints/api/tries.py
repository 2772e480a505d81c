"""What somebody hears whose code of the second factor is not accepted."""

from linda.domain.limits import DAY_MS
from linda.domain.second_factor import Verdict
from linda.entrypoints.api.problems import Problem

_WRONG = "This code is wrong, or was used before. Wait for the next one."
_TOO_MANY = "Too many wrong codes. Try again tomorrow, or have `linda sign-in reset` run where LINDA runs."


def accept_only(verdict: Verdict, *, otherwise: int) -> None:
    """Raise the problem of a code that is not right: status `otherwise`, or 429 when there were too many."""
    if verdict is Verdict.TOO_MANY:
        raise Problem(429, _TOO_MANY, headers={"retry-after": str(DAY_MS // 1000)})
    if verdict is Verdict.WRONG:
        raise wrong_code(otherwise)


def wrong_code(status: int) -> Problem:
    """Return the problem of a wrong code."""
    return Problem(status, _WRONG, errors=[{"at": "code", "says": _WRONG}])
