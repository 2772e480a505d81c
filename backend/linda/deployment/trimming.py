"""What stays out of the package: what no function ever asks for."""

import shutil
from collections.abc import Iterator
from pathlib import Path

LINDA_PARTS = (
    *("linda/deployment", "linda/testing"),
    *(
        f"linda/entrypoints/{part}"
        for part in (
            *("cli", "env_files.py", "gateway.py", "local_only.py", "pages.py", "phases"),
            *("punctual.py", "terminal.py"),
        )
    ),
)
"""What works for the installer and for tests."""

ASYNC_TWILIO = (
    *("aiohappyeyeballs", "aiohttp", "aiohttp_retry", "aiosignal", "attr", "attrs"),
    *("frozenlist", "multidict", "propcache", "twilio/http/async_http_client.py", "yarl"),
)
"""Twilio's asynchronous client, with all that only it needs."""

PLACES_OF_NUMBERS = tuple(
    f"phonenumbers/{part}" for part in ("carrier.py", "carrierdata", "geocoder.py", "geodata", "timezone.py", "tzdata")
)
"""Towns, carriers and zones of the world's numbers: four fifths of the library, and not what makes a number valid."""

NEVER_SHOWN = ("aws_lambda_powertools/event_handler/openapi/swagger_ui/swagger-ui-bundle.min.js", "pycparser")
"""A page about the API that no route serves, and what reads C for a library that is built already."""

OTHER_TWILIO = "twilio/rest"
"""Texts and calls are in `twilio.rest.api`; its forty neighbours are other products, each loaded when asked for."""

_NEVER_READ = frozenset({"INSTALLER", "RECORD", "REQUESTED", "WHEEL", "direct_url.json"})


def trim(folder: Path) -> frozenset[str]:
    """Delete from `folder` what no function asks for; returns the modules that are gone, by dotted name."""
    gone = [path for path in (*_named(folder), *_other_twilio(folder)) if path.exists()]
    for path in gone:
        _delete(path)
    for path in list(_unread(folder)):
        _delete(path)
    return frozenset(".".join(path.relative_to(folder).with_suffix("").parts) for path in gone)


def _named(folder: Path) -> Iterator[Path]:
    for name in (*LINDA_PARTS, *ASYNC_TWILIO, *PLACES_OF_NUMBERS, *NEVER_SHOWN):
        yield folder / name


def _other_twilio(folder: Path) -> Iterator[Path]:
    for path in sorted((folder / OTHER_TWILIO).glob("*")):
        if path.name not in {"__init__.py", "api"}:
            yield path


def _unread(folder: Path) -> Iterator[Path]:
    yield from (path for path in folder.iterdir() if path.name.startswith(".") or path.name == "bin")
    yield from (path for path in folder.rglob("*.pyi"))
    yield from (path for path in folder.rglob("tests") if path.is_dir())
    yield from (path for path in folder.glob("*.dist-info/*") if path.name in _NEVER_READ)
    yield from (path for name in ASYNC_TWILIO for path in folder.glob(f"{name}-*.dist-info"))


def _delete(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
