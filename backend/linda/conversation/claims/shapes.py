"""Writing long patterns as lists of phrases, one thought to a line."""

from linda.domain.pattern import LongPattern, Pattern

_CARRIED_ON = Pattern(r"\\\n\s*")
_PART = Pattern(r"(?<!\?P)<([A-Z_]+)>")


def either(phrases: str) -> str:
    """Return a pattern for any of `phrases`, separated by line ends or by " | "; a backslash carries a line on."""
    phrases = _CARRIED_ON.sub("", phrases)
    listed = (each.strip() for line in phrases.splitlines() for each in line.split(" | "))
    return "(?:" + "|".join(each for each in listed if each) + ")"


def filled(pattern: str, **parts: str) -> str:
    """Return `pattern` with each `<NAME>` replaced by the part of that name."""
    return _PART.sub(lambda match: parts[match[1]], pattern)


def shape(pattern: str, **parts: str) -> LongPattern:
    """Return `pattern` with its parts filled in."""
    return LongPattern(filled(pattern, **parts))
