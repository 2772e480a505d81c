"""Scope: requests that are refused are counted, and told in one line a minute."""

import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from linda.refusals import MOST_ADDRESSES, MOST_REASONS, Refusals
from linda.testing.clock import FakeClock
from tests.faults.signature_vectors import Event, signed
from tests.faults.test_forged_webhooks import open_house

FIRST = "a request with a wrong signature is refused (forged); more are told once a minute"


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock(datetime(2026, 2, 10, tzinfo=UTC))


@pytest.fixture
def refusals(clock: FakeClock) -> Refusals:
    return Refusals(clock.monotonic)


def flood(refusals: Refusals, count: int, addresses: int = 4, reason: str = "forged") -> None:
    for number in range(count):
        refusals.count(reason, f"203.0.113.{number % addresses}")


def test_the_first_one_is_told_at_once_and_alone_it_stays_the_only_line(
    refusals: Refusals, clock: FakeClock, caplog: pytest.LogCaptureFixture
) -> None:
    flood(refusals, 1)
    assert caplog.messages == [FIRST]
    clock.advance(timedelta(minutes=2))
    refusals.look()
    refusals.close()
    assert caplog.messages == [FIRST]


def test_a_flood_is_one_line_a_minute(refusals: Refusals, clock: FakeClock, caplog: pytest.LogCaptureFixture) -> None:
    for _ in range(300):
        flood(refusals, 30)
        clock.advance(timedelta(seconds=1))
    assert len(caplog.messages) == 5
    assert (
        caplog.messages[1]
        == "1800 requests with a wrong signature refused in the last minute, from 4 addresses (forged: 1800)"
    )
    refusals.close()
    assert "1800 requests" in caplog.messages[5]
    refusals.close()
    assert len(caplog.messages) == 6


def test_a_genuine_request_brings_the_line_of_a_minute_that_is_over(
    refusals: Refusals, clock: FakeClock, caplog: pytest.LogCaptureFixture
) -> None:
    flood(refusals, 312)
    clock.advance(timedelta(seconds=61))
    refusals.look()
    refusals.look()
    line = "312 requests with a wrong signature refused in the last minute, from 4 addresses (forged: 312)"
    assert caplog.messages == [FIRST, line]


def test_what_is_told_late_says_so_and_after_a_quiet_minute_the_first_is_told_at_once_again(
    refusals: Refusals, clock: FakeClock, caplog: pytest.LogCaptureFixture
) -> None:
    flood(refusals, 2, addresses=1)
    clock.advance(timedelta(minutes=57))
    refusals.look()
    clock.advance(timedelta(minutes=2))
    flood(refusals, 1)
    late = "2 requests with a wrong signature refused in one minute, 57 minutes ago, from 1 address (forged: 2)"
    assert caplog.messages == [FIRST, late, FIRST]


def test_the_end_of_the_process_tells_what_was_not_told(
    refusals: Refusals, clock: FakeClock, caplog: pytest.LogCaptureFixture
) -> None:
    flood(refusals, 3, addresses=1)
    clock.advance(timedelta(seconds=12))
    refusals.close()
    assert (
        caplog.messages[1] == "3 requests with a wrong signature refused in the last 12 s, from 1 address (forged: 3)"
    )


def test_a_flood_from_everywhere_takes_no_memory(
    refusals: Refusals, clock: FakeClock, caplog: pytest.LogCaptureFixture
) -> None:
    for number in range(MOST_ADDRESSES + 500):
        refusals.count("forged", str(number))
    refusals.close()
    assert f"from {MOST_ADDRESSES} addresses or more" in caplog.messages[1]


def test_a_flood_of_ever_other_reasons_takes_no_memory_and_none_is_lost(
    refusals: Refusals, caplog: pytest.LogCaptureFixture
) -> None:
    for number in range(MOST_REASONS + 500):
        refusals.count(f"/api/{number}", "203.0.113.1")
    assert len(refusals._reasons) == MOST_REASONS + 1
    refusals.close()
    assert "600 requests" in caplog.messages[1]
    assert "others: 500" in caplog.messages[1]


def test_of_many_threads_none_is_lost(refusals: Refusals, caplog: pytest.LogCaptureFixture) -> None:
    threads = [threading.Thread(target=flood, args=(refusals, 200)) for _ in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    refusals.close()
    assert "3200 requests" in caplog.messages[1]
    assert len(caplog.messages) == 2


def forged(number: int) -> Event:
    event = signed()
    event["headers"]["x-twilio-signature"] = "A" + event["headers"]["x-twilio-signature"]
    event["requestContext"]["http"]["sourceIp"] = f"203.0.113.{number % 4}"
    return event


def test_a_whole_linda_answers_a_flood_of_forged_texts_with_two_lines_in_the_log(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    house = open_house(tmp_path)
    for number in range(300):
        assert house.webhooks.handle(forged(number), None)["statusCode"] == 403
    house.close()
    assert [record.name for record in caplog.records] == ["linda.refusals"] * 2
    assert caplog.messages[1].startswith(
        "300 requests with a wrong signature refused in the last 1 s, from 4 addresses ("
    )
    assert "904555" not in caplog.text
