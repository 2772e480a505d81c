"""Misspelt date words: one slip of the thumb, or two in a word of eight letters."""

from functools import lru_cache

from linda.language.when.vocabulary import FUZZY_DAYS, FUZZY_MONTHS, NEVER_FUZZY

LONGEST = max(map(len, FUZZY_DAYS | FUZZY_MONTHS)) + 2


@lru_cache(maxsize=4096)
def day_meant(word: str) -> str | None:
    """Return the day word that a misspelt word stands for ("tommorow" is tomorrow), or None."""
    return _nearest(word, FUZZY_DAYS)


@lru_cache(maxsize=1024)
def month_meant(word: str) -> str | None:
    """Return the month that a misspelt word stands for; ask only beside a day number."""
    return _nearest(word, FUZZY_MONTHS)


def _nearest(word: str, dictionary: frozenset[str]) -> str | None:
    if not 4 <= len(word) <= LONGEST or word in NEVER_FUZZY:
        return None
    near = [(_slips(word, known), known) for known in dictionary if _comparable(word, known)]
    slips, known = min(near, default=(9, ""))
    return known if slips <= (2 if len(known) >= 8 else 1) else None


def _comparable(word: str, known: str) -> bool:
    return word[0] == known[0] and abs(len(word) - len(known)) <= 2


def _slips(word: str, known: str) -> int:
    """Count single-letter slips: a letter missing, added, wrong, or swapped with its neighbour."""
    before: list[int] = []
    row = list(range(len(known) + 1))
    for i, letter in enumerate(word, 1):
        current = [i]
        for j, expected in enumerate(known, 1):
            cost = min(row[j] + 1, current[j - 1] + 1, row[j - 1] + (letter != expected))
            if i > 1 and j > 1 and letter == known[j - 2] and word[i - 2] == expected:
                cost = min(cost, before[j - 2] + 1)
            current.append(cost)
        before, row = row, current
    return row[-1]
