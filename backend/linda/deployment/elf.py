"""Machine code in the package must be for the processor the functions run on, and for their Python."""

import re
import struct
from pathlib import Path

MACHINES = {"arm64": 183, "x86_64": 62}
"""ELF's `e_machine` by Lambda's name of an architecture (the ELF specification's EM_AARCH64 and EM_X86_64)."""

_MAGIC = b"\x7fELF"
_HEADER = 20
_CPYTHON = re.compile(r"\.cpython-(\d)(\d+)-")


def machine_of(header: bytes) -> int | None:
    """Return the `e_machine` of a file that begins with `header`, or None when it is no machine code."""
    if len(header) < _HEADER or not header.startswith(_MAGIC):
        return None
    order = "<" if header[5] == 1 else ">"
    return int(struct.unpack_from(f"{order}H", header, 18)[0])


def strangers(folder: Path, *, architecture: str, python: str) -> list[str]:
    """Return what no function could load: libraries for another processor or another Python, by path in `folder`."""
    return [
        str(path.relative_to(folder))
        for path in sorted(folder.rglob("*"))
        if path.is_file() and _is_strange(path, MACHINES[architecture], python)
    ]


def _is_strange(path: Path, machine: int, python: str) -> bool:
    with path.open("rb") as file:
        found = machine_of(file.read(_HEADER))
    if found is None:
        return ".so" in path.suffixes
    made_for = _CPYTHON.search(path.name)
    return found != machine or (made_for is not None and ".".join(made_for.groups()) != python)
