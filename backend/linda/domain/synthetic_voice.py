"""The names of the voices that Twilio speaks with (Twilio, "TwiML Voice: <Say>", voice)."""

from linda.domain.pattern import Pattern

VOICE_NAME = r"man|woman|alice|(Polly|Google|ElevenLabs)\.[A-Za-z0-9_.:/-]+"
_VOICE = Pattern(VOICE_NAME)


def is_voice(name: str) -> bool:
    """Tell whether `name` has the form of a voice's; with another one Twilio would not say a word (error 13511)."""
    return _VOICE.fullmatch(name) is not None
