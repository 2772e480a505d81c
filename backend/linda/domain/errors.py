"""Every error LINDA raises on purpose, in one tree.

::

    LindaError
    ├── InvalidInput          somebody gave a value that can't be; the message names it and the way out
    │   └── InvalidShop       the shop file, with every problem in it
    ├── InvalidSettings       the environment, with every problem in it
    ├── Refused               a rule of the shop says no; carries alternatives
    │   └── DiscountRefused   more off than the owner allows; carries the most that is allowed
    ├── Conflict              a write's condition did not hold; names the write
    ├── StoreUnavailable      the store can't answer; nothing was decided
    ├── SecretLost            what was sealed can't be opened: its key is gone
    ├── NotCopied             a copy of a store was not begun or not finished; says what to do
    ├── LeaseLost             another worker owns this conversation now
    ├── BrainFailed           a brain gave no usable answer in its budget
    └── VendorFailed          an outside service failed; `permanent` says whether a retry can help
        └── TextNotSent       the carrier did not take a text, or its answer was lost (`maybe_sent`)
"""

from collections.abc import Sequence


class LindaError(Exception):
    """The root of everything LINDA raises on purpose."""


class SecretLost(LindaError):
    """What was sealed can't be opened: its key is gone, or was never here."""


class InvalidInput(LindaError, ValueError):
    """A value that can't be; the message names it and the way out."""


class InvalidShop(InvalidInput):
    """The shop file is not usable; `problems` lists every one with its line and key."""

    def __init__(self, problems: Sequence[str]) -> None:
        """Keep the `problems`, one sentence each."""
        super().__init__("\n".join(problems))
        self.problems = tuple(problems)


class InvalidSettings(LindaError):
    """The environment is not usable; `problems` lists every variable with its legal values."""

    def __init__(self, problems: Sequence[str]) -> None:
        """Keep the `problems`, one sentence each."""
        super().__init__("\n".join(problems))
        self.problems = tuple(problems)


class Refused(LindaError):
    """A rule of the shop says no, in a sentence that a customer may read."""


class DiscountRefused(Refused):
    """More off than the owner allows; `best_percent` is the most that is allowed, 0 for nothing."""

    def __init__(self, message: str, *, best_percent: int) -> None:
        """Say no in a sentence, and keep the alternative."""
        super().__init__(message)
        self.best_percent = best_percent


class Conflict(LindaError):
    """A conditional write did not hold.

    `write` is the index of the first write of the transaction whose condition failed.
    """

    def __init__(self, write: int, what: str) -> None:
        """Name the failed write by its place in the transaction and its table and key."""
        super().__init__(f"write {write} ({what}) met a state it did not expect")
        self.write = write
        self.what = what


class StoreUnavailable(LindaError):
    """The store can't answer; whoever asked must assume nothing (fail closed)."""


class NotCopied(LindaError):
    """A copy of a store was not begun, or not finished; the message says why and what to do."""


class LeaseLost(LindaError):
    """Another worker owns this conversation now; whatever was prepared must not be written."""


class BrainFailed(LindaError):
    """A brain gave no usable answer; `reason` is a short code for the receipt."""

    def __init__(self, reason: str, detail: str = "") -> None:
        """Keep the `reason` ("timeout", "rate_limited", "refusal", ...) and a `detail` for the log."""
        super().__init__(f"{reason}: {detail}" if detail else reason)
        self.reason = reason


class VendorFailed(LindaError):
    """An outside service failed; `permanent` is True when a retry can't help."""

    def __init__(self, message: str, *, permanent: bool) -> None:
        """Say what failed and whether it is for good."""
        super().__init__(message)
        self.permanent = permanent


class TextNotSent(VendorFailed):
    """The carrier did not take a text; with `maybe_sent` nobody knows, so look for it before sending again."""

    def __init__(self, message: str, *, permanent: bool, maybe_sent: bool = False) -> None:
        """Say what failed, whether it is for good, and whether the text may be out nevertheless."""
        super().__init__(message, permanent=permanent)
        self.maybe_sent = maybe_sent
