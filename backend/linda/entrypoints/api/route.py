"""What a route of the API is."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Route:
    """One route: `path` with its variables in angle brackets, and the typed function that answers it.

    `media` is the type of a successful answer, `problems` are the statuses of what it may refuse beyond what the door
    and the check of what was sent refuse everywhere, `headers` those it reads itself.
    """

    method: str
    path: str
    answer: Callable[..., Any]
    status: int = 200
    media: str = "application/json"
    problems: tuple[int, ...] = ()
    headers: tuple[str, ...] = ()
