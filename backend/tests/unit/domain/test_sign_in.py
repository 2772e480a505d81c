"""The figures of signing in, what people type, and what is kept of secrets."""

import hmac

import pytest

from linda.domain.sign_in import (
    HALFWAY_MS,
    IDLE_MS,
    LONGEST_MS,
    Lacks,
    code_digest,
    csrf_of,
    ends_at,
    new_long_code,
    read_code,
    read_long_code,
    recovery_digest,
    token_digest,
)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("123456", "123456"),
        (" 123 456 ", "123456"),
        ("123-456", "123456"),
        ("123\u00a0456", "123456"),
        ("000000", "000000"),
        ("", None),
        ("12345", None),
        ("1234567", None),
        ("12345a", None),
        ("١٢٣٤٥٦", None),
        ("\uff11\uff12\uff13\uff14\uff15\uff16", None),
        ("123456\n", None),
        ("\udc80", None),
    ],
)
def test_a_code_is_six_digits_with_any_gaps(typed: str, read: str | None) -> None:
    assert read_code(typed) == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("abcde-fgh23", "abcdefgh23"),
        ("ABCDE FGH23", "abcdefgh23"),
        ("abcdefgh23", "abcdefgh23"),
        ("abcdefgh2", None),
        ("abcdefgh234", None),
        ("abcdefgh01", None),
        ("\u017fbcdefgh23", None),
        ("", None),
    ],
)
def test_a_recovery_code_is_ten_letters_in_any_case(typed: str, read: str | None) -> None:
    assert read_long_code(typed) == read


def test_a_session_ends_alone_old_or_unfinished() -> None:
    assert ends_at(0, 0, "") == IDLE_MS
    assert ends_at(0, LONGEST_MS - 1, "") == LONGEST_MS
    assert ends_at(0, IDLE_MS, Lacks.ENROLMENT) == HALFWAY_MS


def test_what_is_kept_of_a_code_can_be_computed_only_with_the_key() -> None:
    kept = code_digest("key", "salt", "123456")
    assert kept == hmac.new(b"key", b"sign-in|salt|123456", "sha256").hexdigest()
    others = {
        code_digest("kez", "salt", "123456"),
        code_digest("key", "salu", "123456"),
        code_digest("key", "salt", ""),
    }
    assert kept not in others
    assert len(others) == 3


def test_what_is_kept_of_a_recovery_code_depends_on_its_salt() -> None:
    assert recovery_digest("salt", "abcdefgh23") == recovery_digest("salt", "abcdefgh23")
    assert len({recovery_digest(salt, code) for salt in ("a", "b") for code in ("abcdefgh23", "abcdefgh24")}) == 4


def test_cookie_what_is_kept_of_it_and_its_csrf_word_tell_nothing_of_each_other() -> None:
    assert len({"token", token_digest("token"), csrf_of("token"), csrf_of(token_digest("token"))}) == 4
    assert csrf_of("token") not in token_digest("token")
    assert token_digest("\udc80") == token_digest("?"), "no cookie of ours"


def test_a_long_code_is_another_each_time_and_is_read_as_it_is_shown() -> None:
    shown = {new_long_code() for _ in range(200)}
    assert len(shown) == 200
    assert all(read_long_code(each) == each.replace("-", "") for each in shown)
