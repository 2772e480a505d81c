"""A container joins LINDA once; a changed secret reaches it, and a Parameter Store that falls silent stops nobody."""

from datetime import timedelta
from pathlib import Path

import pytest
from moto import mock_aws

from linda.adapters.parameter_store import connect
from linda.domain.errors import InvalidSettings, StoreUnavailable, VendorFailed
from linda.entrypoints.functions import DISPATCHER, FALLBACK, SCHEDULER, STATE_MANAGER
from linda.entrypoints.functions.container import Container
from linda.entrypoints.functions.specs import FunctionSpec
from tests.functions import Parameters, a_clock, environment, open_container

QUARTER = timedelta(minutes=15)
MINUTE = timedelta(minutes=1)


def test_linda_is_joined_at_the_first_call_and_stays(tmp_path: Path) -> None:
    parameters = Parameters()
    with open_container(DISPATCHER, environment(tmp_path), read=parameters) as container:
        assert parameters.asked == []
        assert container.linda() is container.linda()
    assert len(parameters.asked) == 1


@pytest.mark.parametrize(
    ("spec", "names"),
    [
        (DISPATCHER, ("TWILIO_AUTH_TOKEN", "OPENAI_API_KEY", "LINDA_PROXY_SECRET")),
        (FALLBACK, ("TWILIO_AUTH_TOKEN",)),
        (STATE_MANAGER, ("TWILIO_AUTH_TOKEN", "LINDA_API_TOKEN", "LINDA_PROXY_SECRET", "LINDA_SECRET_KEYS")),
        (SCHEDULER, ("TWILIO_AUTH_TOKEN", "OPENAI_API_KEY", "LINDA_API_TOKEN")),
    ],
    ids=lambda each: getattr(each, "name", ""),
)
def test_a_function_asks_for_its_own_secrets_alone(spec: FunctionSpec, names: tuple[str, ...], tmp_path: Path) -> None:
    parameters = Parameters()
    with open_container(spec, environment(tmp_path, AWS_REGION="us-west-2"), read=parameters) as container:
        container.linda()
    assert parameters.asked == [("/linda", names, "us-west-2")]


def test_without_a_path_the_environment_is_all(tmp_path: Path) -> None:
    parameters = Parameters()
    variables = environment(tmp_path, LINDA_SECRETS_PATH="") | {"TWILIO_AUTH_TOKEN": "of the env"}
    with open_container(DISPATCHER, variables, read=parameters) as container:
        assert container.linda().webhooks.auth_token == "of the env"  # noqa: S105 - a made-up token
    assert parameters.asked == []


def test_a_changed_secret_is_in_force_after_a_quarter_of_an_hour_on_the_same_store(tmp_path: Path) -> None:
    clock, parameters = a_clock(), Parameters()
    with open_container(DISPATCHER, environment(tmp_path), read=parameters, clock=clock) as container:
        first = container.linda()
        parameters.holds["TWILIO_AUTH_TOKEN"] = "changed"  # noqa: S105 - a made-up token
        clock.advance(QUARTER - timedelta(seconds=1))
        assert container.linda() is first
        clock.advance(timedelta(seconds=1))
        second = container.linda()
        assert second.webhooks.auth_token == "changed"  # noqa: S105 - the same
        assert second.records.store is first.records.store
        assert second.records.inbox.waiting() == 0, "the store is open still"


def test_secrets_that_are_the_same_join_nothing_anew(tmp_path: Path) -> None:
    clock, parameters = a_clock(), Parameters()
    with open_container(DISPATCHER, environment(tmp_path), read=parameters, clock=clock) as container:
        first = container.linda()
        clock.advance(QUARTER)
        assert container.linda() is first
    assert len(parameters.asked) == 2


def test_a_clock_that_went_back_makes_no_secret_live_for_ever(tmp_path: Path) -> None:
    clock, parameters = a_clock(), Parameters()
    with open_container(DISPATCHER, environment(tmp_path), read=parameters, clock=clock) as container:
        container.linda()
        clock.advance(-timedelta(days=1))
        container.linda()
    assert len(parameters.asked) == 2


def test_a_parameter_store_that_fails_later_is_logged_and_asked_again_in_a_minute(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    clock, parameters = a_clock(), Parameters()
    with open_container(DISPATCHER, environment(tmp_path), read=parameters, clock=clock) as container:
        first = container.linda()
        parameters.fails = True
        clock.advance(QUARTER)
        assert [container.linda() for _ in range(3)] == [first] * 3
        assert len(parameters.asked) == 2
        clock.advance(MINUTE)
        assert container.linda() is first
        parameters.fails, parameters.holds["TWILIO_AUTH_TOKEN"] = False, "changed"
        clock.advance(MINUTE)
        assert container.linda().webhooks.auth_token == "changed"  # noqa: S105 - a made-up token
    assert caplog.text.count("the old ones stay in use: The Parameter Store is out.") == 2


def test_a_new_secret_that_can_not_be_leaves_the_old_one_in_use(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    clock, parameters = a_clock(), Parameters()
    with open_container(STATE_MANAGER, environment(tmp_path), read=parameters, clock=clock) as container:
        first = container.linda()
        parameters.holds["LINDA_API_TOKEN"] = "short-secret"  # noqa: S105 - a made-up token
        clock.advance(QUARTER)
        assert container.linda() is first
    assert "LINDA_API_TOKEN is too weak" in caplog.text
    assert "short-secret" not in caplog.text


def test_a_parameter_store_that_fails_at_first_is_told_and_asked_again_by_the_next_call(tmp_path: Path) -> None:
    parameters = Parameters(fails=True)
    with open_container(DISPATCHER, environment(tmp_path), read=parameters) as container:
        with pytest.raises(VendorFailed, match=r"The Parameter Store is out\."):
            container.linda()
        parameters.fails = False
        assert container.linda().settings.release == "r1"


def test_a_secret_that_is_nowhere_is_named(tmp_path: Path) -> None:
    with (
        open_container(DISPATCHER, environment(tmp_path), read=Parameters(holds={})) as container,
        pytest.raises(InvalidSettings, match="TWILIO_AUTH_TOKEN is missing"),
    ):
        container.linda()


def test_a_store_that_can_not_be_opened_is_told(tmp_path: Path) -> None:
    (tmp_path / "linda.sqlite3").mkdir()
    with open_container(DISPATCHER, environment(tmp_path)) as container, pytest.raises(StoreUnavailable):
        container.linda()


def test_news_are_looked_for_once_a_minute_at_most(tmp_path: Path) -> None:
    clock, parameters = a_clock(), Parameters()
    with open_container(DISPATCHER, environment(tmp_path), read=parameters, clock=clock) as container:
        container.linda()
        parameters.holds["TWILIO_AUTH_TOKEN"] = "changed"  # noqa: S105 - a made-up token
        assert container.has_news() is False
        clock.advance(MINUTE)
        assert [container.has_news() for _ in range(3)] == [True, False, False]
    assert len(parameters.asked) == 2


def test_while_the_parameter_store_is_out_strangers_make_nobody_ask_it_again(tmp_path: Path) -> None:
    clock, parameters = a_clock(), Parameters()
    with open_container(DISPATCHER, environment(tmp_path), read=parameters, clock=clock) as container:
        container.linda()
        parameters.fails = True
        clock.advance(MINUTE)
        assert [container.has_news() for _ in range(20)] == [False] * 20
        assert len(parameters.asked) == 2
        clock.advance(QUARTER)
        container.linda()
        assert [container.has_news() for _ in range(20)] == [False] * 20
    assert len(parameters.asked) == 3


def test_the_secrets_come_from_the_parameter_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "test")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "test")
    monkeypatch.delenv("AWS_ENDPOINT_URL", raising=False)
    with mock_aws():
        kept = connect("us-west-2")
        kept.put_parameter(Name="/linda/TWILIO_AUTH_TOKEN", Value="from AWS", Type="SecureString")
        container = Container(FALLBACK, environment(tmp_path, AWS_REGION="us-west-2"))
        assert container.linda().webhooks.auth_token == "from AWS"  # noqa: S105 - a made-up token
        container.close()
