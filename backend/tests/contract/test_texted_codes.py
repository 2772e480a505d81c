"""The code by text on every store: a hash with a key, five tries, ten a day, used once, whoever comes at once."""

import pytest

from linda.domain.errors import Conflict
from linda.domain.sign_in import CODE_MS, CODES_A_DAY, DAY_MS, TRIES_A_CODE
from linda.records.store import Put, Store, Write
from linda.records.tables import INBOX
from linda.records.texted_codes import TextedCodes
from linda.testing.memory_store import MemoryStore
from tests.together import at_once

NOW = 1_770_735_600_000


@pytest.fixture
def codes(store: Store) -> TextedCodes:
    return TextedCodes(store)


def text(number: int = 0) -> Write:
    return Put(INBOX, {"key": f"out#sign-in#{number}"})


def kept_as(code: str, salt: str = "salt") -> str:
    return f"{salt}|{code}"


def issue(codes: TextedCodes, code: str = "123456", now: int = NOW, number: int = 0) -> bool:
    return codes.issue("salt", kept_as(code), now, text(number), to="+19045550199")


def attempt(codes: TextedCodes, code: str = "123456", now: int = NOW) -> Write | None:
    return codes.attempt(lambda salt: kept_as(code, salt), now)


def test_the_right_code_is_used_up_once(codes: TextedCodes, store: Store) -> None:
    assert issue(codes)
    first, second = attempt(codes), attempt(codes)
    assert first is not None
    assert second is not None, "it is not used up yet"
    store.transact(first)
    with pytest.raises(Conflict):
        store.transact(second)
    assert attempt(codes) is None


def test_without_a_code_in_force_none_is_right(codes: TextedCodes) -> None:
    assert attempt(codes) is None
    issue(codes)
    codes.forget()
    assert attempt(codes) is None


def test_a_code_is_good_for_ten_minutes(codes: TextedCodes) -> None:
    issue(codes)
    assert attempt(codes, now=NOW + CODE_MS - 1)
    assert attempt(codes, now=NOW + CODE_MS) is None


def test_the_fifth_try_may_be_right_and_the_sixth_is_not_looked_at(codes: TextedCodes) -> None:
    issue(codes)
    assert [attempt(codes, "000000") for _ in range(TRIES_A_CODE - 1)] == [None] * 4
    assert attempt(codes), "the fifth"
    assert attempt(codes) is None, "the sixth"


def test_parallel_guesses_get_no_more_than_five_tries(codes: TextedCodes, store: Store) -> None:
    issue(codes)
    looked_at: list[str] = []

    def guess(number: int) -> Write | None:
        def digest(salt: str) -> str:
            looked_at.append(salt)
            return kept_as("000000", salt)

        return codes.attempt(digest, NOW)

    at_once(16, guess)
    assert len(looked_at) <= TRIES_A_CODE
    current = codes.current()
    assert current is not None
    assert current.tries == TRIES_A_CODE


def test_a_new_code_takes_the_place_of_the_old_one_and_has_its_own_tries(codes: TextedCodes, store: Store) -> None:
    issue(codes)
    old = attempt(codes)
    assert old is not None
    for _ in range(TRIES_A_CODE):
        attempt(codes, "000000")
    issue(codes, "654321", number=1)
    assert attempt(codes) is None
    assert attempt(codes, "654321")
    with pytest.raises(Conflict):
        store.transact(old)


def test_there_are_ten_codes_a_day_and_no_text_for_the_eleventh(codes: TextedCodes, store: Store) -> None:
    assert all(issue(codes, number=number) for number in range(CODES_A_DAY))
    assert not issue(codes, "654321", NOW + DAY_MS - 1, number=10)
    assert store.get(INBOX, {"key": "out#sign-in#10"}) is None
    assert attempt(codes), "the tenth stays in force"
    assert issue(codes, "654321", NOW + DAY_MS, number=10), "the next day"


def test_codes_asked_for_at_once_are_all_counted(codes: TextedCodes) -> None:
    issued = at_once(4, lambda number: issue(codes, number=number))
    current = codes.current()
    assert current is not None
    assert current.sent.count == issued.count(True) == 4


def test_a_code_and_its_text_are_written_together_or_not_at_all(codes: TextedCodes, store: Store) -> None:
    class TakenText(MemoryStore):
        def transact(self, *writes: Write) -> None:
            if len(writes) > 1:
                raise Conflict(1, "the text")

    assert not issue(TextedCodes(TakenText()))


def test_a_row_that_is_never_left_alone_lets_nobody_in(codes: TextedCodes) -> None:
    class Restless(MemoryStore):
        def transact(self, *writes: Write) -> None:
            if isinstance(writes[0], Put) and writes[0].item.get("tries"):
                raise Conflict(0, "the code")
            super().transact(*writes)

    restless = TextedCodes(Restless())
    issue(restless)
    assert attempt(restless) is None


def test_the_row_stays_as_long_as_it_counts(codes: TextedCodes, store: Store) -> None:
    issue(codes)
    row = store.get(INBOX, {"key": "sign-in#code"})
    assert row is not None
    assert row["expires_at"] * 1000 >= NOW + DAY_MS
    issue(codes, now=NOW + DAY_MS - 1, number=1)
    row = store.get(INBOX, {"key": "sign-in#code"})
    assert row is not None
    assert row["expires_at"] * 1000 >= NOW + DAY_MS - 1 + CODE_MS
