"""A cascade of ordered patterns over a line.

Each rule replaces what it reads by a placeholder of the same length, so that nothing is read twice and later rules can
speak of what earlier ones found. In patterns `<D>` is a day, `<T>` a time of day, `<P>` a part of the day, `<U>` a
length of time, `<M>` a moment (day and time), `<R>` a range; `<D2>` is a second day. A group named `hit` limits what
is replaced. Nothing behind a currency or number sign is ever a date or time.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time

from linda.domain.needed import Needed, holds, needed
from linda.domain.pattern import Pattern
from linda.language.when.reading import Moment

FILL = "\x1f"
LONGEST_WORD = 40
"""How far a rule looks for the token beside it; the words it knows are shorter."""
_PLACEHOLDER = Pattern(r"(?<!\?P)<(([DTPUMR])2?)>")


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time as people say it: months and days move the calendar, minutes the clock."""

    minutes: int = 0
    days: int = 0
    months: int = 0

    @property
    def in_minutes(self) -> int:
        """The whole length in minutes, a month as 30 days."""
        return self.minutes + 1440 * (self.days + 30 * self.months)


NOWHERE = Moment()
NO_LENGTH = Length()


@dataclass(frozen=True, slots=True)
class Hit:
    """One expression that a rule has read; days and times hold the chosen reading first."""

    kind: str
    days: tuple[date, ...] = ()
    times: tuple[time, ...] = ()
    part: str | None = None
    bound: str | None = None
    first: Moment = NOWHERE
    last: Moment = NOWHERE
    length: Length = NO_LENGTH
    said_as: str | None = None
    is_settled: bool = False
    negated: bool = False


@dataclass(slots=True)
class Chart:
    """The line as read so far."""

    text: str
    now: datetime
    hits: dict[int, Hit] = field(default_factory=dict)

    @property
    def today(self) -> date:
        """The day on which the text was written."""
        return self.now.date()

    def hit(self, match: re.Match[str], group: str) -> Hit:
        """Return what an earlier rule read at a placeholder of this match."""
        return self.hits[match.start(group)]

    def end(self, place: int) -> int:
        """Return where the placeholder at a place ends."""
        behind = self.text[place + 1 :]
        return place + 1 + len(behind) - len(behind.lstrip(FILL))

    def before(self, place: int) -> str:
        """Return the token before a place, "" at the start."""
        return self.text[max(place - LONGEST_WORD, 0) : place].rstrip(" ").rpartition(" ")[2]

    def after(self, place: int) -> str:
        """Return the token after a place, "" at the end; a placeholder is its letter."""
        return self.text[place : place + LONGEST_WORD].lstrip(" ").partition(" ")[0].rstrip(FILL)

    def replace(self, start: int, end: int, hit: Hit) -> None:
        """Put a placeholder where a rule has read."""
        for place in range(start, end):
            self.hits.pop(place, None)
        self.text = self.text[:start] + hit.kind + FILL * (end - start - 1) + self.text[end:]
        self.hits[start] = hit


Build = Callable[[re.Match[str], Chart], Hit | None]
Guard = Callable[[re.Match[str], Chart], bool]


def no_time(_: re.Match[str], __: Chart) -> Hit:
    """Read something as no expression of time, so that no later rule sees it."""
    return Hit("X")


def any_of(phrases: str) -> str:
    """Return the pattern of any of the phrases in a list parted by commas."""
    return f"(?:{'|'.join(' '.join(phrase.split()) for phrase in phrases.split(','))})"


@dataclass(frozen=True, slots=True)
class Rule:
    """One pattern with an example that it reads."""

    example: str
    pattern: Pattern
    needs: Needed
    build: Build
    guard: Guard | None = None

    def apply(self, chart: Chart) -> None:
        """Replace what the pattern reads in the chart; it is not even compiled for a text without what it needs."""
        if not holds(chart.text, self.needs):
            return
        for match in self.pattern.finditer(chart.text):
            if self.guard and not self.guard(match, chart):
                continue
            if hit := self.build(match, chart):
                chart.replace(*match.span("hit"), hit)


def rule(example: str, pattern: str, build: Build, guard: Guard | None = None) -> Rule:
    """Declare a rule; its pattern covers whole tokens, its guard looks at the tokens around the match."""
    body = _PLACEHOLDER.sub(rf"(?P<\1>\2{FILL}*)", pattern)
    whole = body if "(?P<hit>" in body else f"(?P<hit>{body})"
    return Rule(
        example, Pattern(rf"(?<![$#€£]) {whole}(?= )"), needed(_PLACEHOLDER.sub(rf"\2{FILL}*", pattern)), build, guard
    )


def read(chart: Chart, rules: Iterable[Rule]) -> None:
    """Apply the rules in their order."""
    for each in rules:
        each.apply(chart)
