"""What a clumsy hand types or leaves lying about ends in one clear sentence, never in a traceback."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from linda.entrypoints.cli import main
from linda.entrypoints.cli.shared import read_typed
from linda.settings import local_token

ROOT = Path(__file__).resolve().parents[4]


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LINDA_SHOP_FILE", str(ROOT / "shop.toml"))


def linda(*words: str) -> Result:
    return CliRunner().invoke(main, [*words], catch_exceptions=False)


@pytest.mark.parametrize("moment", ["9999-12-31T23:59", "0001-01-01T00:00", "garbage", "2026-02-30T10:00"])
def test_an_impossible_moment_is_named(moment: str) -> None:
    result = linda("say", "--at", moment, "hi")
    assert (result.exit_code, repr(moment) in result.output) == (1, True)


def test_an_env_file_of_another_encoding_is_named() -> None:
    Path(".env").write_bytes("OPENAI_MODEL=x".encode("utf-16"))
    result = linda("say", "hi")
    assert (result.exit_code, result.output) == (1, ".env must be saved as UTF-8 text.\n")


@pytest.mark.parametrize("kept", [b"", b"\n", b"\xbf\x00\xff" * 9])
def test_a_broken_token_of_the_simulated_phone_is_made_anew(tmp_path: Path, kept: bytes) -> None:
    (tmp_path / "simulated-phone.token").write_bytes(kept)
    token = local_token(tmp_path)
    assert len(token) == 32
    assert local_token(tmp_path) == token


def test_bytes_that_are_no_text_become_question_marks() -> None:
    assert read_typed("caf\udce9 ü 🔥") == "caf? ü 🔥"
