"""A zip that depends on nothing but what is in it: not on dates, owners, rights or the order of a folder."""

import os
import zipfile
from pathlib import Path

_EPOCH = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_READABLE = 0o100644 << 16


def write_zip(folder: Path, target: Path) -> None:
    """Pack every file of `folder` into `target`, whole or not at all; `target`'s own folder is made when missing."""
    target.parent.mkdir(parents=True, exist_ok=True)
    half = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        with zipfile.ZipFile(half, "w", zipfile.ZIP_DEFLATED) as package:
            for name, path in sorted((path.relative_to(folder).as_posix(), path) for path in folder.rglob("*")):
                if path.is_file():
                    package.writestr(_entry(name), path.read_bytes())
        half.replace(target)
    finally:
        half.unlink(missing_ok=True)


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = _UNIX
    entry.external_attr = _READABLE
    return entry
