"""What the guard needs to know of a model's failure, beyond its reason."""

from linda.conversation.brain import Usage
from linda.domain.errors import BrainFailed


class ModelFailed(BrainFailed):
    """A model gave no usable answer.

    `vendor` is True when the fault is the service's (it counts against it) and False when this conversation brought
    it about; `retry_after` are the seconds the service wants to be left alone; `usage` is what was paid all the same.
    """

    def __init__(
        self, reason: str, detail: str = "", *, vendor: bool = False, retry_after: float | None = None
    ) -> None:
        """Keep the `reason` with what follows from it."""
        super().__init__(reason, detail)
        self.vendor = vendor
        self.retry_after = retry_after
        self.usage = Usage()
