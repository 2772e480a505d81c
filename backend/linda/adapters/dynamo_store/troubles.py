"""Which refusals of DynamoDB pass by themselves, and for how long one asks again."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from botocore.exceptions import (  # type: ignore[import-untyped]
    ChecksumError,
    ClientError,
    ConnectionError,
    HTTPClientError,
)


@dataclass(frozen=True, slots=True)
class Trouble:
    """A kind of failure that passes: how often one tries in all, and how the pauses grow, in seconds."""

    name: str
    tries: int
    first_s: float
    longest_s: float

    def pause(self, failed: int, jitter: float) -> float:
        """Return how long to wait after the `failed`th failure; `jitter` (0 to 1) spreads those who met.

        Waiting anything between nothing and the bound keeps the fewest waiting together (AWS Architecture Blog,
        "Exponential Backoff And Jitter").
        """
        return float(jitter * min(self.longest_s, self.first_s * 2 ** (failed - 1)))


CONFLICTED = Trouble("others kept writing to the same items", tries=20, first_s=0.02, longest_s=0.4)
THROTTLED = Trouble("DynamoDB takes no more requests at the moment", tries=6, first_s=0.1, longest_s=1.0)
UNHEARD = Trouble("no answer came", tries=3, first_s=0.05, longest_s=0.2)

_CODES = {
    "TransactionConflict": CONFLICTED,
    "TransactionConflictException": CONFLICTED,
    "TransactionInProgressException": CONFLICTED,
    "ProvisionedThroughputExceeded": THROTTLED,
    "ProvisionedThroughputExceededException": THROTTLED,
    "RequestLimitExceeded": THROTTLED,
    "ThrottlingError": THROTTLED,
    "ThrottlingException": THROTTLED,
}
_CONDITION = "ConditionalCheckFailed"
_CANCELLED = "TransactionCanceledException"


def trouble(bad: Exception) -> Trouble | None:
    """Return what kind of passing failure `bad` is, None when trying again can't help."""
    if isinstance(bad, ClientError):
        known = _CODES.get(code(bad))
        return known or (UNHEARD if bad.response["ResponseMetadata"].get("HTTPStatusCode", 0) >= 500 else None)
    return UNHEARD if isinstance(bad, HTTPClientError | ConnectionError | ChecksumError) else None


def code(bad: ClientError) -> str:
    """Return DynamoDB's word for what was wrong: of a cancelled transaction, that of the write that decides."""
    decisive = _decisive(bad)
    return str(decisive[1]["Code"] if decisive else bad.response["Error"].get("Code", ""))


def said(bad: ClientError) -> str:
    """Return DynamoDB's sentence about what was wrong."""
    decisive = _decisive(bad)
    return str((decisive[1] if decisive else bad.response["Error"]).get("Message", bad))


def failed_condition(bad: ClientError) -> int | None:
    """Return the place of the first write whose condition failed, None when that is not what was wrong.

    With a conflict or a throttled write before it nobody knows whether it is the first: then one asks again.
    """
    decisive = _decisive(bad)
    return decisive[0] if decisive and decisive[1]["Code"] == _CONDITION else None


def _decisive(bad: ClientError) -> tuple[int, dict[str, Any]] | None:
    if bad.response["Error"].get("Code") != _CANCELLED:
        return None
    reasons: Sequence[dict[str, Any]] = bad.response.get("CancellationReasons", ())
    wrong = [(place, reason) for place, reason in enumerate(reasons) if reason.get("Code", "None") != "None"]
    for_good = [each for each in wrong if each[1]["Code"] == "ValidationError"]
    return next(iter(for_good or wrong), None)
