"""The one zip all functions run from: libraries, LINDA, the functions and the shop file."""

import hashlib
import re
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from linda.deployment.compiling import compile_all
from linda.deployment.elf import MACHINES, strangers
from linda.deployment.imports import missing
from linda.deployment.problem import NotBuilt
from linda.deployment.trimming import trim
from linda.deployment.wheels import install
from linda.deployment.zipping import write_zip

LIMIT = 250 * 1024 * 1024
"""Lambda's limit for an unzipped package (docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html)."""

SOURCES = ("backend/lambda/requirements.txt", "backend/linda", "backend/lambda", "shop.toml")
_PYTHON = re.compile(r"3\.\d{1,2}")
_KINDS = {".py", ".md", ".so"}
"""What functions run or read; a key, a database or a list of customers that somebody left beside it is none."""


@dataclass(frozen=True, slots=True)
class Package:
    """A built package: where it is, the hash of its bytes (hexadecimal), its sizes, and whether it has byte code."""

    path: Path
    sha256: str
    architecture: str
    python: str
    zipped_bytes: int
    unzipped_bytes: int
    files: int
    is_compiled: bool


def build(root: Path, target: Path, *, architecture: str, python: str, tell: Callable[[str], None]) -> Package:
    """Build the functions' package from the checkout `root` into the zip `target`; the same input, the same bytes.

    Args:
        root: a checkout of LINDA.
        target: the zip to write; what was there stays until the new one is whole.
        architecture: "arm64" or "x86_64".
        python: the runtime's minor version, as in "3.13".
        tell: hears what is being done, a sentence each.

    Raises:
        NotBuilt: with what is wrong and what to do about it; nothing is written then.
    """
    _check(root, architecture, python)
    with tempfile.TemporaryDirectory(prefix="linda-package-") as temporary:
        folder = Path(temporary, "package")
        tell(f"Installing the functions' libraries for {architecture} and Python {python} ...")
        install(root / SOURCES[0], folder, architecture=architecture, python=python)
        _copy(root, folder)
        gone = trim(folder)
        _refuse("The functions would miss", missing(folder, _ours(root, folder), gone))
        _refuse(
            f"Not for {architecture} with Python {python}", strangers(folder, architecture=architecture, python=python)
        )
        is_compiled = _compile(folder, python, tell)
        return _packed(folder, target, tell, architecture=architecture, python=python, is_compiled=is_compiled)


def _check(root: Path, architecture: str, python: str) -> None:
    if architecture not in MACHINES:
        raise NotBuilt(f"The architecture is {architecture!r}; Lambda has {' and '.join(MACHINES)}.")
    if not _PYTHON.fullmatch(python):
        raise NotBuilt(f"The Python version is {python!r}; it must be like 3.13.")
    absent = [each for each in SOURCES if not (root / each).exists()]
    if absent:
        raise NotBuilt(
            f"{root} is no checkout of LINDA: {', '.join(absent)} missing. An installed LINDA cannot be deployed; "
            "clone her repository and run the command there."
        )


def _not_sources(folder: str, names: list[str]) -> set[str]:
    wanted = {name for name in names if Path(name).suffix in _KINDS or Path(folder, name).is_dir()}
    return {name for name in names if name not in wanted or name.startswith((".", "__pycache__"))}


def _copy(root: Path, folder: Path) -> None:
    shutil.copytree(root / "backend/linda", folder / "linda", ignore=_not_sources)
    shutil.copytree(root / "backend/lambda", folder, ignore=_not_sources, dirs_exist_ok=True)
    shutil.copy(root / "shop.toml", folder / "shop.toml")


def _ours(root: Path, folder: Path) -> list[Path]:
    functions = [folder / path.name for path in (root / "backend/lambda").glob("*.py")]
    return sorted([*functions, *folder.glob("linda/**/*.py")])


def _refuse(what: str, found: list[str]) -> None:
    if found:
        raise NotBuilt(f"{what}: {', '.join(found)}.")


def _compile(folder: Path, python: str, tell: Callable[[str], None]) -> bool:
    tell(f"Compiling for Python {python} ...")
    interpreter = compile_all(folder, python)
    if interpreter is None:
        tell(
            f"There is no Python {python} on this machine, so the package has no byte code: it works, but each cold "
            f"start takes about twice as long. Install Python {python}, or deploy for the Python you have."
        )
    return interpreter is not None


def _packed(
    folder: Path, target: Path, tell: Callable[[str], None], *, architecture: str, python: str, is_compiled: bool
) -> Package:
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    if sum(sizes) > LIMIT:
        raise NotBuilt(f"The package is {sum(sizes) / 1e6:.0f} MB unzipped; Lambda takes {LIMIT / 1e6:.0f} MB.")
    tell("Packing ...")
    write_zip(folder, target)
    content = target.read_bytes()
    return Package(
        path=target,
        sha256=hashlib.sha256(content).hexdigest(),
        architecture=architecture,
        python=python,
        zipped_bytes=len(content),
        unzipped_bytes=sum(sizes),
        files=len(sizes),
        is_compiled=is_compiled,
    )
