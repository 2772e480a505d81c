"""What a route of the API is."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Route:
    """One route: `path` with its variables in angle brackets, and the typed function that answers it.

    `media` is the type of a successful answer.
    """

    method: str
    path: str
    answer: Callable[..., Any]
    status: int = 200
    media: str = "application/json"
