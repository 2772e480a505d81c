"""Scope: where the log goes, what is let through, and that nobody's number gets into it by whatever LINDA does."""

import io
import logging
import os
import re
import sys
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from linda.conversation.schemas import function_schemas
from linda.entrypoints import log_file, logs
from linda.entrypoints.functions.specs import SCHEDULER
from linda.entrypoints.logs import PrivateFormatter, hide, log_in_function, logged
from linda.testing.memory_store import MemoryStore
from linda.testing.responses_script import says
from linda.testing.responses_server import ResponsesServer
from tests.caller import Caller
from tests.cookie_browser import Browser, latest_code
from tests.functions import environment, open_function
from tests.shop_desk import CUSTOMER, OWNER, open_shop, phone_of
from tests.terminal import Terminal
from tests.unit.adapters.test_twilio_rest import FakeTwilio, sender, serving
from tests.visitor import NUMBER, Visitor, codes_on

WRITTEN = ("5550142", "5550147", "5550199", "555-0142", "555-0147", "555-0199", "555.0142", "555 0142", "%2B1904")


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """Leave logging, and what ends a process, as they were."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    root = logging.getLogger()
    before = (root.level, list(root.handlers), {handler: handler.formatter for handler in root.handlers})
    filters = {handler: list(handler.filters) for handler in root.handlers}
    loggers = [each for each in logging.root.manager.loggerDict.values() if isinstance(each, logging.Logger)]
    levels = {each: each.level for each in loggers}
    yield
    root.setLevel(before[0])
    root.handlers[:] = before[1]
    for handler, formatter in before[2].items():
        handler.setFormatter(formatter)
        handler.filters[:] = filters[handler]
    for each in logging.root.manager.loggerDict.values():
        if isinstance(each, logging.Logger):
            each.setLevel(levels.get(each, logging.NOTSET))


class Everything:
    """The log of every logger at DEBUG, as it would be without the filter and with it."""

    def __init__(self) -> None:
        self.raw, self.kept = io.StringIO(), io.StringIO()
        plain = logging.Formatter(logs.DATED)
        for stream, formatter in ((self.raw, plain), (self.kept, PrivateFormatter(plain))):
            handler = logging.StreamHandler(stream)
            handler.setFormatter(formatter)
            logging.getLogger().addHandler(handler)
        self.all_on()

    def all_on(self) -> None:
        logging.getLogger().setLevel(logging.DEBUG)
        for each in list(logging.root.manager.loggerDict.values()):
            if isinstance(each, logging.Logger):
                each.setLevel(logging.DEBUG)


def a_conversation_with_a_model() -> None:
    with (
        ResponsesServer(says(f"Shall I call {CUSTOMER}?")) as server,
        open_shop(OPENAI_API_KEY="sk-very-private-key", OPENAI_BASE_URL=server.base_url, store=MemoryStore()) as linda,
    ):
        phone_of(linda).text(CUSTOMER, "call me at (904) 555-0142 or 904.555.0142")
        phone_of(linda).faults.refuse_sends = True
        linda.sweeper.sweep()


def a_call_that_breaks() -> None:
    with open_shop(store=MemoryStore()) as linda:
        caller = Caller(linda)
        caller.asks("")
        caller.asks("/turn?step=1&empty=0", SpeechResult="my number is 904-555-0142")
        caller.tells()
        logging.getLogger("linda").error("%s", {"From": caller.caller})
        try:
            int(f"{CUSTOMER} or b'From=%2B19045550142'")
        except ValueError:
            logging.getLogger("linda").exception("a step broke")


def a_sign_in_and_a_web_chat() -> tuple[str, ...]:
    with open_shop("2026-02-10T10:07", store=MemoryStore()) as linda:
        browser = Browser(linda)
        browser.asks_for_code()
        code = latest_code(linda)
        browser.enters_code()
        visitor = Visitor(linda)
        visitor.says("hi, im at (904) 555-0147")
        visitor.confirms()
        logging.getLogger("werkzeug").info('"cookie": "__Host-linda=%s"', browser.cookies["__Host-linda"])
        logging.getLogger("werkzeug").info("x-visitor: %s", visitor.token)
        logging.getLogger("werkzeug").info("%s is your code to book", codes_on(linda, NUMBER)[-1])
        logging.getLogger("werkzeug").info('{"phone": "%s", "code": "%s"}', OWNER, code)
        return (code, codes_on(linda, NUMBER)[-1], browser.cookies["__Host-linda"], visitor.token or "?")


def a_text_by_twilios_own_library() -> None:
    with serving(FakeTwilio()) as url:
        twilio = sender(url)
        twilio.send(CUSTOMER, f"Brandon, (904) 555-0142 wants you, at {OWNER}", "turn-1")


@pytest.mark.usefixtures("alone")
def test_whatever_linda_does_nobodys_number_is_in_the_log_even_with_every_library_at_debug() -> None:
    import openai  # noqa: F401 - their loggers are there before they are switched on
    import twilio.http.http_client  # type: ignore[import-untyped]  # noqa: F401

    assert function_schemas()
    everything = Everything()
    a_conversation_with_a_model()
    everything.all_on()
    a_call_that_breaks()
    secrets = a_sign_in_and_a_web_chat()
    a_text_by_twilios_own_library()
    raw, kept = everything.raw.getvalue(), everything.kept.getvalue()
    assert [each for each in WRITTEN if each in kept] == []
    assert [each for each in (*secrets, "sk-very-private-key") if each in kept] == []
    assert {"5550142", "5550199"} <= {each for each in WRITTEN if each in raw}
    assert all(each in raw for each in secrets), "what was looked for had been there"
    assert "twilio.http_client" in kept


MOMENT = re.compile(r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ ", re.MULTILINE)


def lines_of(variables: dict[str, str], capsys: pytest.CaptureFixture[str]) -> str:
    with logged(variables):
        logging.getLogger("twilio.http_client").setLevel(logging.DEBUG)
        logging.getLogger("twilio.http_client").info("-- BEGIN Twilio API Request -- the whole text")
        logging.getLogger("twilio.http_client").warning("Twilio warns of +19045550142")
        logging.getLogger("linda.conversation").debug("details")
        logging.getLogger("linda.conversation").info("news of 904-555-0142")
    said = capsys.readouterr().err
    assert all(MOMENT.match(line) for line in said.splitlines())
    return MOMENT.sub("", said)


@pytest.mark.usefixtures("alone")
def test_of_other_libraries_only_warnings_are_let_through_whatever_the_level(
    capsys: pytest.CaptureFixture[str],
) -> None:
    usual = "WARNING twilio.http_client: Twilio warns of [number]\nINFO linda.conversation: news of [number]\n"
    assert lines_of({}, capsys) == usual
    loud = lines_of({"LINDA_LOG_LEVEL": "DEBUG"}, capsys)
    assert loud == usual.replace("INFO linda", "DEBUG linda.conversation: details\nINFO linda")
    quiet = lines_of({"LINDA_LOG_LEVEL": "WARNING"}, capsys)
    assert quiet == usual.splitlines(keepends=True)[0]


@pytest.mark.usefixtures("alone")
def test_a_file_is_rotated_private_and_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "logs" / "linda.log"
    monkeypatch.setattr(log_file, "FILE_BYTES", 500)
    before = os.umask(0)
    try:
        with logged({"LINDA_LOG_FILE": str(file)}):
            for number in range(100):
                logging.getLogger("linda").warning("line %d of +19045550142", number)
    finally:
        os.umask(before)
    found = sorted(file.parent.iterdir())
    assert [each.name for each in found] == ["linda.log", *(f"linda.log.{n}" for n in range(1, 5))]
    assert {each.stat().st_mode & 0o777 for each in found} == {0o600}
    assert all(each.stat().st_size <= 500 for each in found)
    assert file.read_text(encoding="utf-8").endswith("line 99 of [number]\n")


@pytest.mark.usefixtures("alone")
def test_a_file_that_was_there_for_others_to_read_is_narrowed(tmp_path: Path) -> None:
    file = tmp_path / "linda.log"
    file.write_text("before\n", encoding="utf-8")
    file.chmod(0o644)
    with logged({"LINDA_LOG_FILE": str(file)}):
        logging.getLogger("linda").warning("after")
    assert file.stat().st_mode & 0o777 == 0o600
    assert [line.split()[-1] for line in file.read_text(encoding="utf-8").splitlines()] == ["before", "after"]


def test_a_file_that_can_not_be_is_told_in_one_sentence(terminal: Terminal) -> None:
    terminal.variables["LINDA_LOG_FILE"] = str(terminal.folder)
    said = terminal.fails(1, "state", "show")
    assert said == f"LINDA_LOG_FILE: {terminal.folder} can't be written (Is a directory); name another file.\n"


def test_a_level_that_can_not_be_is_told_with_the_legal_ones(terminal: Terminal) -> None:
    terminal.variables["LINDA_LOG_LEVEL"] = "LOUD"
    said = terminal.fails(1, "state", "show")
    assert said == "LINDA_LOG_LEVEL is 'LOUD'; it must be one of DEBUG, INFO, WARNING, ERROR.\n"


def test_a_line_whose_values_do_not_fit_is_told_without_them() -> None:
    record = logging.LogRecord("linda", logging.WARNING, __file__, 1, "%d texts", (CUSTOMER,), None)
    said = PrivateFormatter(logging.Formatter(logs.FORMAT)).format(record)
    assert said == "WARNING linda: a line that can't be put together (TypeError)"


@pytest.mark.usefixtures("alone")
def test_what_breaks_a_thread_or_the_process_is_told_without_numbers(capsys: pytest.CaptureFixture[str]) -> None:
    def breaks() -> None:
        raise ValueError("+19045550142")

    with logged({}):
        thread = threading.Thread(target=breaks)
        thread.start()
        thread.join()
        sys.excepthook(ValueError, ValueError("(904) 555-0142"), None)
    said = capsys.readouterr().err
    assert said.count("ValueError: [number]") == 2
    assert "a thread broke" in said


@pytest.mark.usefixtures("alone")
def test_in_a_function_the_runtimes_own_handler_writes_no_numbers_and_no_whole_requests() -> None:
    stream, root = io.StringIO(), logging.getLogger()
    runtimes = logging.StreamHandler(stream)
    runtimes.setFormatter(logging.Formatter("[%(levelname)s]\t%(message)s\n"))
    root.handlers[:] = [runtimes]
    for _ in range(2):
        log_in_function({"LINDA_LOG_LEVEL": "DEBUG"})
    hide("0123456789abcdef", "")
    root.setLevel(logging.DEBUG)
    logging.getLogger("botocore.endpoint").debug("the whole request")
    logging.getLogger("linda").debug("%s, 0123456789abcdef", CUSTOMER)
    assert stream.getvalue() == "[DEBUG]\t[number], [secret]\n\n"


def test_a_job_that_fails_tells_lambdas_runtime_no_number(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails() -> dict[str, int]:
        raise ValueError(f"{CUSTOMER} could not be texted")

    with open_function(SCHEDULER, environment(tmp_path)) as function:
        monkeypatch.setattr(type(function.container.linda()), "jobs", {"sweep": fails})
        with pytest.raises(RuntimeError) as failed:
            function.answer({"job": "sweep"}, None)
    assert str(failed.value) == "ValueError: [number] could not be texted"
    assert failed.value.__suppress_context__


@pytest.mark.usefixtures("alone")
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\x1b[2K\x1b[1A"])
def test_nobody_forges_a_line_with_what_is_logged_of_theirs(end: str, capsys: pytest.CaptureFixture[str]) -> None:
    forged = f"hello{end}2026-02-10T14:46:00Z INFO linda: all is well"
    with logged({}):
        logging.getLogger("linda").warning("somebody said %s", forged)
        logging.getLogger("linda").error("it broke", exc_info=ValueError(forged))
    said = capsys.readouterr().err
    begun = [MOMENT.sub("", line) for line in said.splitlines() if not line.startswith("  ")]
    assert [line.partition(": ")[0] for line in begun] == ["WARNING linda", "ERROR linda"]
    assert said.isascii()
    assert "\x1b" not in said


@pytest.mark.usefixtures("alone")
def test_each_line_begins_with_its_moment_in_utc_wherever_the_machine_is(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "America/New_York")
    time.tzset()
    try:
        with logged({}):
            record = logging.LogRecord("linda", logging.WARNING, __file__, 1, "hi", (), None)
            record.created = datetime(2026, 2, 10, 14, 46, tzinfo=UTC).timestamp()
            logging.getLogger("linda").handle(record)
    finally:
        monkeypatch.undo()
        time.tzset()
    assert capsys.readouterr().err == "2026-02-10T14:46:00Z WARNING linda: hi\n"
