"""The code by text on every store: a hash with a key, five tries, used once, however many come at once."""

import pytest

from linda.domain.errors import Conflict
from linda.domain.limits import TRIES_OF_A_CODE
from linda.domain.sign_in import CODE_MS
from linda.records.store import Put, Store, Write
from linda.records.tables import INBOX
from linda.records.texted_codes import TextedCodes
from linda.testing.memory_store import MemoryStore
from tests.together import at_once

NOW = 1_770_735_600_000


@pytest.fixture
def codes(store: Store) -> TextedCodes:
    return TextedCodes(store, "sign-in#browser")


def text(number: int = 0) -> Write:
    return Put(INBOX, {"key": f"out#sign-in#{number}"})


def kept_as(code: str, salt: str = "salt") -> str:
    return f"{salt}|{code}"


def issue(codes: TextedCodes, code: str = "123456", now: int = NOW, number: int = 0) -> None:
    codes.issue("salt", kept_as(code), now, text(number), to="+19045550199")


def attempt(codes: TextedCodes, code: str = "123456", now: int = NOW) -> Write | None:
    return codes.attempt(lambda salt: kept_as(code, salt), now)


def test_the_right_code_is_used_up_once(codes: TextedCodes, store: Store) -> None:
    issue(codes)
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
    assert [attempt(codes, "000000") for _ in range(TRIES_OF_A_CODE.most - 1)] == [None] * 4
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
    assert len(looked_at) <= TRIES_OF_A_CODE.most
    current = codes.current()
    assert current is not None
    assert current.tries == TRIES_OF_A_CODE.most


def test_a_new_code_takes_the_place_of_the_old_one_and_has_its_own_tries(codes: TextedCodes, store: Store) -> None:
    issue(codes)
    old = attempt(codes)
    assert old is not None
    for _ in range(TRIES_OF_A_CODE.most):
        attempt(codes, "000000")
    issue(codes, "654321", number=1)
    assert attempt(codes) is None
    assert attempt(codes, "654321")
    with pytest.raises(Conflict):
        store.transact(old)


def test_codes_asked_for_at_once_are_all_issued_and_the_last_is_in_force(codes: TextedCodes) -> None:
    at_once(4, lambda number: issue(codes, f"{number:06}", number=number))
    assert len([number for number in range(4) if attempt(codes, f"{number:06}")]) == 1


def test_the_code_of_one_browser_is_none_of_anothers(store: Store) -> None:
    mine, theirs = TextedCodes(store, "sign-in#mine"), TextedCodes(store, "sign-in#theirs")
    issue(mine)
    for _ in range(TRIES_OF_A_CODE.most + 1):
        assert attempt(theirs) is None
    issue(theirs, "654321", number=1)
    assert attempt(mine), "neither tries nor another code of another browser end it"


def test_a_code_that_is_too_long_to_be_guessed_is_not_used_up_by_trying(store: Store) -> None:
    codes = TextedCodes(store, "sign-in#machine", tries=None)
    codes.issue("salt", kept_as("abcdefghjk"), NOW, to="")
    assert [attempt(codes, "zzzzzzzzzz") for _ in range(20)] == [None] * 20
    assert attempt(codes, "abcdefghjk")


def test_a_code_and_its_text_are_written_together_or_not_at_all(codes: TextedCodes, store: Store) -> None:
    class TakenText(MemoryStore):
        def transact(self, *writes: Write) -> None:
            if len(writes) > 1:
                raise Conflict(1, "the text")

    with pytest.raises(Conflict):
        issue(TextedCodes(TakenText(), "sign-in#browser"))


def test_a_code_that_others_always_replace_first_is_told_not_to_be_in_force() -> None:
    class Busy(MemoryStore):
        def transact(self, *writes: Write) -> None:
            raise Conflict(0, "the code")

    with pytest.raises(Conflict):
        issue(TextedCodes(Busy(), "sign-in#browser"))


def test_a_row_that_is_never_left_alone_lets_nobody_in(codes: TextedCodes) -> None:
    class Restless(MemoryStore):
        def transact(self, *writes: Write) -> None:
            if isinstance(writes[0], Put) and writes[0].item.get("tries"):
                raise Conflict(0, "the code")
            super().transact(*writes)

    restless = TextedCodes(Restless(), "sign-in#browser")
    issue(restless)
    assert attempt(restless) is None


def test_the_row_goes_by_itself_once_the_code_is_over(codes: TextedCodes, store: Store) -> None:
    issue(codes)
    row = store.get(INBOX, {"key": "sign-in#browser#code"})
    assert row is not None
    assert 0 < row["expires_at"] * 1000 - (NOW + CODE_MS) <= 1000
