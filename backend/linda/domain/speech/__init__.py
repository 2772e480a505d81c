"""What a written reply sounds like on a call: no figures, no symbols, no lists, at most two sentences."""

from linda.domain.speech.spoken import spoken

__all__ = ["spoken"]
