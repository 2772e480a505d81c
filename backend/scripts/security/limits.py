"""The table of limits in docs/security.md, written from the limits themselves."""

from linda.domain.limits import DAY_MS, HOUR_MS, LIMITS, MINUTE_MS, Limit

_HEAD = "| what is counted | whose | at most | in | once it is used up |\n|---|---|---|---|---|\n"


def limits_table() -> str:
    """Return the limits as a table in Markdown."""
    return _HEAD + "".join(f"{_row(each)}\n" for each in LIMITS)


def _row(limit: Limit) -> str:
    return f"| {limit.counts} | {limit.per} | {limit.most} | {_window(limit.window_ms)} | {limit.instead} |"


def _window(window_ms: int) -> str:
    for length, word in ((DAY_MS, "day"), (HOUR_MS, "hour"), (MINUTE_MS, "minute")):
        times, rest = divmod(window_ms, length)
        if times and not rest:
            return f"a {word}" if times == 1 and word != "hour" else f"an {word}" if times == 1 else f"{times} {word}s"
    raise ValueError(f"{window_ms} ms are no whole minutes")
