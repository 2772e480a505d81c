"""What can keep a package from being built."""

from linda.domain.errors import LindaError


class NotBuilt(LindaError):
    """The package for Lambda can't be made; the message says why, and what to do."""
