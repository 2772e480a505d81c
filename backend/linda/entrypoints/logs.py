"""Where the log goes, and what never gets into it.

Every line is formatted as a whole, traceback included, and only then freed of phone numbers and secrets; so it does not
matter who wrote them. What goes on over a line's end is indented, so that nothing that is sent to LINDA begins a line.
Of other libraries' loggers only warnings are let through, whatever the level: below that they write whole requests. The
level is LINDA's own.
"""

import logging
import sys
import threading
import time
import traceback
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import TracebackType
from typing import TextIO

from linda.entrypoints.redaction import redact
from linda.settings import log_settings

FORMAT = "%(levelname)s %(name)s: %(message)s"
DATED = f"%(asctime)s {FORMAT}"

_OURS = "linda"
_log = logging.getLogger(__name__)


class DatedFormatter(logging.Formatter):
    """Begins each line with its moment in UTC, as in 2026-02-10T14:46:00Z; a function's runtime does so itself."""

    converter = staticmethod(time.gmtime)

    def __init__(self) -> None:
        """Take no other form."""
        super().__init__(DATED, "%Y-%m-%dT%H:%M:%SZ")


class PrivateFormatter(logging.Formatter):
    """Formats by `inner`, and takes numbers and secrets out of what came of that."""

    def __init__(self, inner: logging.Formatter) -> None:
        """Wrap `inner`; no secret is known yet."""
        super().__init__()
        self._inner = inner
        self._secrets: frozenset[str] = frozenset()

    def hide(self, *secrets: str) -> None:
        """Take `secrets` out of every line from now on, wherever they stand."""
        self._secrets |= {secret for secret in secrets if len(secret) >= 8}

    def format(self, record: logging.LogRecord) -> str:
        """Return the line; one that can't be put together is told without its values."""
        try:
            text = self._inner.format(record)
        except Exception as bad:  # noqa: BLE001 - logging would print the values that do not fit, unredacted
            text = f"{record.levelname} {record.name}: a line that can't be put together ({type(bad).__name__})"
        return _as_one_entry(redact(text, self._secrets))


def _as_one_entry(text: str) -> str:
    """Return `text` with all but its first line indented, and without anything that moves a terminal's cursor."""
    whole = text.rstrip("\n")
    plain = "".join(each if each.isprintable() or each in "\n\t" else ascii(each)[1:-1] for each in whole)
    return plain.replace("\n", "\n  ") + text[len(whole) :]


def is_for_the_log(record: logging.LogRecord) -> bool:
    """Tell whether a line may be written: LINDA's own, or a warning of another library."""
    return record.levelno >= logging.WARNING or record.name == _OURS or record.name.startswith(f"{_OURS}.")


class _StandardError(logging.StreamHandler[TextIO]):
    """Writes to what is standard error at that moment."""

    def __init__(self) -> None:
        logging.Handler.__init__(self)

    @property
    def stream(self) -> TextIO:  # type: ignore[override]
        return sys.stderr


def _handler(file: str) -> logging.Handler:
    if file:
        from linda.entrypoints.log_file import LogFile  # a function on AWS has none

        handler: logging.Handler = LogFile.at(file)
    else:
        handler = _StandardError()
    handler.setFormatter(PrivateFormatter(DatedFormatter()))
    return handler


@contextmanager
def logged(environment: Mapping[str, str]) -> Iterator[None]:
    """Write the log as `environment` says while a command runs; raises `InvalidInput` where there can be no file."""
    level, file = log_settings(environment)
    handler, root, ours = _handler(file), logging.getLogger(), logging.getLogger(_OURS)
    handler.addFilter(is_for_the_log)
    before = ours.level
    root.addHandler(handler)
    ours.setLevel(level)
    sys.excepthook = _told_at_the_end  # for good: it is asked after everything here is over
    threads, threading.excepthook = threading.excepthook, _told_of_thread
    try:
        yield
    finally:
        threading.excepthook = threads
        ours.setLevel(before)
        root.removeHandler(handler)
        handler.close()


def log_in_function(environment: Mapping[str, str]) -> None:
    """Have the log of a function on AWS, which its runtime writes, hold no more than ours."""
    level, _ = log_settings(environment)
    root = logging.getLogger()
    if not root.handlers:
        root.addHandler(_handler(""))
    for handler in root.handlers:
        if not isinstance(handler.formatter, PrivateFormatter):
            handler.setFormatter(PrivateFormatter(handler.formatter or logging.Formatter(FORMAT)))
        handler.addFilter(is_for_the_log)
    logging.getLogger(_OURS).setLevel(level)


def hide(*secrets: str) -> None:
    """Take `secrets` out of every line of the log from now on, wherever they stand."""
    for handler in logging.getLogger().handlers:
        if isinstance(handler.formatter, PrivateFormatter):
            handler.formatter.hide(*secrets)


def _told_of_thread(given: threading.ExceptHookArgs) -> None:
    if given.exc_value is not None:
        _log.critical("a thread broke", exc_info=(given.exc_type, given.exc_value, given.exc_traceback))


def _told_at_the_end(kind: type[BaseException], error: BaseException, where: TracebackType | None) -> None:
    sys.stderr.write(redact("".join(traceback.format_exception(kind, error, where))))
