"""Which words are dates: misspelt ones too, and words with another meaning only in the company of a date."""

from linda.domain.pattern import Pattern
from linda.language.when.spelling import day_meant, month_meant
from linda.language.when.token import Token
from linda.language.when.vocabulary import (
    ALSO_WORDS,
    DATE_FOLLOWERS,
    DATE_NEIGHBOURS,
    END_MARKS,
    MONTH,
    MONTH_NEIGHBOURS,
    OPENERS,
    RANGE_WORDS,
    TOKEN,
    WEEKDAY,
)

_DAY_NUMBER = Pattern(r"\d+(?:TH)?")


def name_dates(tokens: list[Token]) -> list[Token]:
    """Write weekdays, months and relative days as their tokens."""
    done: list[Token] = []
    plain = [token.text for token in tokens]
    for index, token in enumerate(tokens):
        token.text = _named(plain, index)
        if token.text == "tonight":
            done.append(Token("TODAY", token.start, token.end))
            token.text = "night"
        done.append(token)
    return done


def _named(plain: list[str], index: int) -> str:
    word = plain[index]
    if not word[0].isalpha() or word.isupper():
        return word
    if word in ALSO_WORDS:
        return TOKEN[word] if _in_company(plain, index) else word
    meant = word if word in TOKEN else day_meant(word)
    if not meant and _beside_day_number(plain, index):
        meant = month_meant(word)
    return TOKEN.get(meant, meant) if meant else word


def _in_company(plain: list[str], index: int) -> bool:
    word = plain[index]
    earlier, before = (*[""] * 2, *plain[:index])[-2:]
    after, further = (*plain[index + 1 : index + 3], "", "")[:2]
    if word in MONTH:
        return _beside_day_number(plain, index) or (before in MONTH_NEIGHBOURS and word != "may")
    if before in DATE_NEIGHBOURS or after in DATE_FOLLOWERS or after[:1].isdigit():
        return True
    if _in_range(before, earlier) or _in_range(after, further) or (after in OPENERS and further[:1].isdigit()):
        return True
    return before in {"", "AM", "PM"} | END_MARKS and (not after or after in END_MARKS)


def _in_range(link: str, other: str) -> bool:
    """Whether another weekday stands beside: mon tues, mon - wed, fri or sat."""
    return link in WEEKDAY or (link in RANGE_WORDS and other in WEEKDAY)


def _beside_day_number(plain: list[str], index: int) -> bool:
    """Whether a day number stands beside a month: 3rd of march, march the 3rd, 3 march."""
    after = plain[index + 1 : index + 3]
    before = plain[max(index - 2, 0) : index]
    if {*after[:1]} & {"the", ".", "-", "/"}:
        after = after[1:]
    if {*before[-1:]} & {"of", ".", "-", "/"}:
        before = before[:-1]
    return any(_DAY_NUMBER.fullmatch(word) for word in (*after[:1], *before[-1:]))
