"""What a written reply sounds like on a call: no figures, no symbols, no lists, at most two sentences."""

from linda.domain.speech.heard_part import Part, heard_part
from linda.domain.speech.spoken import spoken
from linda.domain.speech.whole_sentences import first_sentence

__all__ = ["Part", "first_sentence", "heard_part", "spoken"]
