"""One line of the doctor's list."""

from collections.abc import Callable
from dataclasses import dataclass

from linda.domain.errors import LindaError

DEPLOY = "python backend/scripts/deploy_lambda.py"


@dataclass(frozen=True, slots=True)
class Finding:
    """What was checked (with the phase of the installation it belongs to), how it is, and the repair if need be."""

    what: str
    is_well: bool
    says: str
    repair: str = ""

    @property
    def line(self) -> str:
        """Return the finding as it is printed."""
        repair = f" -> {self.repair}" if self.repair and not self.is_well else ""
        return f"{'ok ' if self.is_well else 'BAD'} {self.what}: {self.says}{repair}"


def tried(what: str, check: Callable[[], str], repair: str) -> Finding:
    """Return what `check` says, or what it raises, with the `repair` for that."""
    try:
        return Finding(what, is_well=True, says=check())
    except LindaError as bad:
        return Finding(what, is_well=False, says=str(bad), repair=repair)


def found(what: str, look: Callable[[], list[str]], *, well: str, repair: str) -> Finding:
    """Return a finding that is well when `look` finds no differences, and raises nothing."""
    try:
        differences = look()
    except LindaError as bad:
        differences = [str(bad)]
    return Finding(what, is_well=not differences, says="; ".join(differences) or well, repair=repair)
