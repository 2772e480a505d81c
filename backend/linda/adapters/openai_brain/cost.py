"""What a model's tokens cost, and a meter for one turn.

List prices of the standard tier, in cents per million tokens (fresh input, cached input, output), from OpenAI's page
developers.openai.com/api/docs/pricing as quoted between April and November 2026; the GPT-4o and GPT-4.1 lines stand
there unchanged since 2025. A model that is not listed counts as free and the reply says so in its notes.
"""

import re
from collections.abc import Mapping

from linda.conversation.brain import Usage

CENTS_PER_MILLION: Mapping[str, tuple[int, int, int]] = {
    "gpt-4o": (250, 125, 1000),
    "gpt-4o-mini": (15, 8, 60),
    "gpt-4.1": (200, 50, 800),
    "gpt-4.1-mini": (40, 10, 160),
    "gpt-4.1-nano": (10, 3, 40),
    "o4-mini": (110, 28, 440),
    "gpt-5-mini": (25, 3, 200),
    "gpt-5.1": (125, 13, 1000),
    "gpt-5.2": (175, 18, 1400),
    "gpt-5.4": (250, 25, 1500),
    "gpt-5.4-mini": (75, 8, 450),
    "gpt-5.4-nano": (20, 2, 125),
    "gpt-5.5": (500, 50, 3000),
}
"""Halves of a cent are rounded up: the cap is the safer for it."""

_DATED = re.compile(r"-\d{4}-\d{2}-\d{2}$")


def price_of(model: str) -> tuple[int, int, int] | None:
    """Return the list price of `model`, dated snapshots as their family, or None."""
    return CENTS_PER_MILLION.get(_DATED.sub("", model))


class Meter:
    """Adds up the calls of one turn."""

    def __init__(self, model: str) -> None:
        """Start at nothing for `model`."""
        self._model = model
        self._price = price_of(model)
        self._calls = self._input = self._output = self._micros = 0

    def count(self, body: object) -> None:
        """Add one response, whatever else is wrong with it; one without usable figures counts as a call only."""
        self._calls += 1
        usage = body.get("usage") if isinstance(body, Mapping) else None
        if not isinstance(usage, Mapping):
            return
        details = usage.get("input_tokens_details")
        given, out = _whole(usage.get("input_tokens")), _whole(usage.get("output_tokens"))
        cached = min(given, _whole(details.get("cached_tokens")) if isinstance(details, Mapping) else 0)
        self._input += given
        self._output += out
        fresh_price, cached_price, output_price = self._price or (0, 0, 0)
        cents_per_million = (given - cached) * fresh_price + cached * cached_price + out * output_price
        self._micros += -(-cents_per_million // 100)

    @property
    def usage(self) -> Usage:
        """Return the sum so far."""
        return Usage(self._model, self._calls, self._input, self._output, self._micros)

    @property
    def notes(self) -> tuple[str, ...]:
        """Return what the receipt should say about the cost."""
        return () if self._price else (f"cost: no list price for {self._model}, counted as free",)


def _whole(value: object) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) and value > 0 else 0
