"""What went wrong, as a status and a problem document: the one map from LINDA's errors to HTTP."""

from collections.abc import Mapping
from typing import Any

from linda.domain.errors import (
    BrainFailed,
    Conflict,
    InvalidInput,
    InvalidShop,
    LeaseLost,
    LindaError,
    Refused,
    SecretLost,
    StoreUnavailable,
    VendorFailed,
)
from linda.records.rates import Exceeded

RETRY_S = 5
"""A store that can't answer may be asked again after so many seconds."""

CHALLENGE = {"www-authenticate": 'Bearer realm="LINDA"'}
"""Goes with every 401 (RFC 9110, section 15.5.2)."""

_STATUS: dict[type[BaseException], int] = {
    InvalidInput: 422,
    InvalidShop: 500,
    Refused: 409,
    Conflict: 409,
    LeaseLost: 409,
    StoreUnavailable: 503,
    SecretLost: 409,
    BrainFailed: 502,
    VendorFailed: 502,
    LindaError: 500,
}

_SAYS = {
    Conflict: "Somebody else changed this at the same moment; look again, and repeat.",
    LeaseLost: "LINDA took this customer over meanwhile; look whether it was done before you repeat it.",
    StoreUnavailable: "The store can't answer right now; look whether it was done before you repeat it.",
    SecretLost: "The key that seals the authenticator's secret is gone. Start LINDA again to make one; on AWS, deploy.",
}
"""Said instead of a message that is for the log; what is refused or invalid says so itself."""


class Problem(Exception):
    """An answer other than success that no error of the domain stands for."""

    def __init__(self, status: int, detail: str = "", *, headers: Mapping[str, str] | None = None, **more: Any) -> None:
        """Keep the `headers` of the answer and the members of the problem document."""
        super().__init__(detail)
        self.status = status
        self.headers = {**(CHALLENGE if status == 401 else {}), **(headers or {})}
        self.more = more


def too_many(full: Exceeded, says: str) -> Problem:
    """Return the problem of somebody who has met a limit, with the seconds until there is room again."""
    return Problem(429, says, headers={"retry-after": str(full.retry_s)})


def status_of(error: BaseException) -> int:
    """Return the HTTP status for `error`: that of the nearest kind in the tree, 500 for what is not in it."""
    return next((_STATUS[kind] for kind in type(error).__mro__ if kind in _STATUS), 500)


def detail_of(error: BaseException) -> str:
    """Return what a caller may read of `error`: nothing of what is our own fault."""
    said = next((_SAYS[kind] for kind in type(error).__mro__ if kind in _SAYS), None)
    return said or (str(error) if status_of(error) < 500 else "")
