"""The pure parts of a package: reading machine code, finding imports, finding a Python, trimming."""

import sys
from pathlib import Path

import pytest

from linda.deployment.compiling import find_interpreter
from linda.deployment.elf import machine_of, strangers
from linda.deployment.imports import missing
from linda.deployment.trimming import trim


def header(machine: int, order: str = "little") -> bytes:
    return b"\x7fELF\x02" + (b"\x01" if order == "little" else b"\x02") + bytes(12) + machine.to_bytes(2, order)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("content", "machine"),
    [
        (header(183), 183),
        (header(62), 62),
        (header(22, "big"), 22),
        (header(183)[:19], None),
        (b"", None),
        (b"PK\x03\x04" + bytes(60), None),
    ],
)
def test_the_processor_is_read_from_the_elf_header(content: bytes, machine: int | None) -> None:
    assert machine_of(content) == machine


def test_machine_code_is_found_whatever_its_name(tmp_path: Path) -> None:
    (tmp_path / "ours.abi3.so").write_bytes(header(183))
    (tmp_path / "ours.cpython-313-aarch64-linux-gnu.so").write_bytes(header(183))
    (tmp_path / "libc.so.6").write_bytes(header(62))
    (tmp_path / "tool").write_bytes(header(62))
    (tmp_path / "old.cpython-312-aarch64-linux-gnu.so").write_bytes(header(183))
    (tmp_path / "module.py").write_text("pass", encoding="utf-8")
    assert strangers(tmp_path, architecture="arm64", python="3.13") == [
        "libc.so.6",
        "old.cpython-312-aarch64-linux-gnu.so",
        "tool",
    ]


def test_an_import_inside_a_function_counts_and_what_lambda_brings_is_there(tmp_path: Path) -> None:
    (tmp_path / "library").mkdir()
    source = tmp_path / "dispatcher.py"
    source.write_text(
        "import json, library.part\nfrom library import gone\n\n\ndef later():\n    import boto3, uvicorn\n",
        encoding="utf-8",
    )
    found = missing(tmp_path, [source], frozenset({"library.gone"}))
    assert found == ["library.gone (imported by dispatcher.py)", "uvicorn (imported by dispatcher.py)"]


def test_what_only_twilios_other_products_and_the_asynchronous_client_need_goes(tmp_path: Path) -> None:
    kept = ["twilio/rest/__init__.py", "twilio/rest/api/__init__.py", "linda/domain/money.py", "idna/core.py"]
    gone = [
        *("twilio/rest/verify/__init__.py", "twilio/rest/voice/v1/call.py", "aiohttp/client.py", "attrs/__init__.py"),
        *("aiohttp-3.14.5.dist-info/METADATA", "phonenumbers/geodata/data0.py", "linda/testing/clock.py"),
        *("bin/tool", "idna/core.pyi", "idna/tests/test_core.py", "idna-3.dist-info/RECORD", ".lock"),
    ]
    for name in (*kept, *gone):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    names = trim(tmp_path)
    assert sorted(str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*") if path.is_file()) == sorted(kept)
    assert names >= {"twilio.rest.verify", "twilio.rest.voice", "aiohttp", "linda.testing", "phonenumbers.geodata"}


def test_this_python_compiles_for_its_own_minor_version() -> None:
    assert find_interpreter("{}.{}".format(*sys.version_info)) == Path(sys.executable)


def test_a_python_on_the_path_is_taken_only_when_it_runs_and_is_the_right_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    python = tmp_path / "python3.99"
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    python.write_text("#!/bin/sh\nexit 127\n", encoding="utf-8")
    python.chmod(0o755)
    assert find_interpreter("3.99") is None
    python.write_text("#!/bin/sh\necho 3.99\n", encoding="utf-8")
    assert find_interpreter("3.99") == python
