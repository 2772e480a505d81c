"""A deployment over and over: nothing twice, nothing lost, and every change reaches who answers.

The functions are a line each: what is tested is the stack.
"""

import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from linda.adapters.dynamo_store import create_missing
from linda.deployment import Package, release
from linda.deployment.deploy import rehearse
from linda.deployment.order import Order
from linda.deployment.removal import remove
from linda.deployment.stopped import DeploymentStopped
from linda.settings import Settings
from linda.testing.servers import Ministack, TwilioEmulator, ministack
from tests.deploy.deployed import Account, Listening, account

NOBODY = TwilioEmulator("http://127.0.0.1:9", "AC" + "0" * 32, "token-of-nobody", "+19045550100")
ANY_TEMPLATE = '{"Resources": {"Topic": {"Type": "AWS::SNS::Topic"}}}'
ANSWERING = "import os\n\n\ndef handler(event, context):\n    return dict(os.environ)\n"


@pytest.fixture(scope="module")
def server() -> Iterator[Ministack]:
    with ministack() as started:
        yield started


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Package:
    path = tmp_path_factory.mktemp("small") / "linda.zip"
    with zipfile.ZipFile(path, "w") as packed:
        for name in ("dispatcher", "state_manager", "scheduler", "fallback"):
            packed.writestr(f"{name}.py", ANSWERING)
    return Package(path, "5" * 64, "x86_64", "3.11", 100, 100, 4, is_compiled=False)


@dataclass(frozen=True)
class Place:
    """A stack of its own in the account, with tables and secrets of its own."""

    account: Account

    def client(self, service: str) -> Any:
        return self.account.aws.client(service)

    @property
    def name(self) -> str:
        return self.account.order.name

    @property
    def tables(self) -> list[str]:
        names = self.client("dynamodb").list_tables()["TableNames"]
        return sorted(name for name in names if name.startswith(self.account.order.settings.table_prefix))

    @property
    def status(self) -> str:
        found = self.client("cloudformation").list_stacks()["StackSummaries"]
        return next((str(each["StackStatus"]) for each in found if each["StackName"] == self.name), "")

    def live(self, function: str = "dispatcher") -> Any:
        """Return how the function behind the alias is configured."""
        name = f"{self.name}-{function}"
        return self.client("lambda").get_function_configuration(FunctionName=name, Qualifier="live")

    def write(self, key: str) -> None:
        table = f"{self.account.order.settings.table_prefix}Linda_Inbox"
        self.client("dynamodb").put_item(TableName=table, Item={"key": {"S": key}})

    def read(self, key: str) -> bool:
        table = f"{self.account.order.settings.table_prefix}Linda_Inbox"
        return "Item" in self.client("dynamodb").get_item(TableName=table, Key={"key": {"S": key}})


@pytest.fixture
def place(server: Ministack, small: Package, request: pytest.FixtureRequest) -> Place:
    empty = account(server, NOBODY, small)
    name = f"l{zlib.crc32(request.node.name.encode())}"
    settings = replace(empty.order.settings, table_prefix=f"{name}-")
    return Place(replace(empty, order=replace(empty.order, name=name, settings=settings)))


def test_tables_that_exist_are_taken_over_with_all_they_hold(place: Place) -> None:
    prefix = place.account.order.settings.table_prefix
    create_missing(place.client("dynamodb"), prefix)
    place.write("kept")
    _, terminal = place.account.deploy()
    assert terminal.text.count("take over") == 4
    assert "add InboxTable" not in terminal.text
    found = place.client("cloudformation").describe_stack_resources(StackName=place.name)["StackResources"]
    held = [each["PhysicalResourceId"] for each in found if each["ResourceType"] == "AWS::DynamoDB::Table"]
    assert sorted(held) == place.tables
    assert len(held) == 4
    assert place.read("kept")
    backups = place.client("dynamodb").describe_continuous_backups(TableName=f"{prefix}Linda_Inbox")
    described = backups["ContinuousBackupsDescription"]["PointInTimeRecoveryDescription"]
    assert described["PointInTimeRecoveryStatus"] == "ENABLED"


def test_the_second_deployment_changes_nothing_and_asks_nothing(place: Place) -> None:
    first, _ = place.account.deploy()
    version = place.live()["Version"]
    again, terminal = place.account.deploy()
    assert again == first
    assert "Nothing to change in the stack." in terminal.lines
    assert terminal.questions == []
    assert "Stored" not in terminal.text
    assert place.live()["Version"] == version


def test_a_parameter_alone_reaches_who_answers_and_old_versions_go(place: Place) -> None:
    first, _ = place.account.deploy()
    for model in ("gpt-a", "gpt-b", "gpt-c"):
        changed, _ = place.account.deploy(place.account.with_settings(openai_model=model))
        assert place.live()["Environment"]["Variables"]["OPENAI_MODEL"] == model
        assert place.live()["Environment"]["Variables"]["LINDA_RELEASE"] == changed.release != first.release
    name = f"{place.name}-dispatcher"
    versions = place.client("lambda").list_versions_by_function(FunctionName=name)["Versions"]
    numbers = [each["Version"] for each in versions if each["Version"] != "$LATEST"]
    assert len(numbers) == 2
    assert place.live()["Version"] == max(numbers, key=int)
    bucket = release.bucket_name(place.name, "000000000000", "us-east-1")
    assert len(place.client("s3").list_objects_v2(Bucket=bucket)["Contents"]) == release.KEPT


def test_a_release_named_without_its_parameters_would_leave_the_old_ones_answering(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    def package_and_template_alone(package: Package, template: Any, parameters: Any) -> str:
        return release_of(package, template, {})

    release_of = release.release_of
    monkeypatch.setattr(release, "release_of", package_and_template_alone)
    place.account.deploy(place.account.with_settings(openai_model="gpt-old"))
    place.account.deploy(place.account.with_settings(openai_model="gpt-new"))
    assert place.live()["Environment"]["Variables"]["OPENAI_MODEL"] == "gpt-old"


def test_a_secret_is_stored_when_it_changed_and_is_no_parameter(place: Place) -> None:
    place.account.deploy()
    _, terminal = place.account.deploy(place.account.with_settings(twilio_auth_token="another-token"))  # noqa: S106
    assert "Stored the secret TWILIO_AUTH_TOKEN." in terminal.lines
    assert "Nothing to change in the stack." in terminal.lines
    name = f"/{place.name}/TWILIO_AUTH_TOKEN"
    stored = place.client("ssm").get_parameter(Name=name, WithDecryption=True)["Parameter"]
    assert (stored["Type"], stored["Value"]) == ("SecureString", "another-token")
    stack = str(place.client("cloudformation").describe_stacks(StackName=place.name))
    assert "another-token" not in stack + terminal.text
    _, terminal = place.account.deploy(place.account.with_settings(api_token=""))
    assert any(line.startswith("LINDA_API_TOKEN is not set here; the one stored before") for line in terminal.lines)


def test_the_key_that_seals_secrets_is_made_once_and_rotated_when_it_is_asked_for(place: Place) -> None:
    def keys() -> list[str]:
        name = f"/{place.name}/LINDA_SECRET_KEYS"
        stored = place.client("ssm").get_parameter(Name=name, WithDecryption=True)["Parameter"]
        assert stored["Type"] == "SecureString"
        found: list[str] = stored["Value"].split(",")
        return found

    place.account.deploy()
    first = keys()
    place.account.deploy()
    assert keys() == first, "a second deployment leaves it as it is"
    _, terminal = place.account.deploy(replace(place.account.order, rotates_key=True))
    assert "Stored the secret LINDA_SECRET_KEYS." in terminal.lines
    second = keys()
    assert (len(first), len(second), second[1]) == (1, 2, first[0])
    place.account.deploy(replace(place.account.order, rotates_key=True))
    assert keys()[1:] == second[:1]
    assert not any(key in terminal.text for key in second)
    settings = Settings.from_environment({"LINDA_SECRET_KEYS": ",".join(second)})
    assert settings.secret_keys == tuple(second)


def test_an_option_is_kept_until_another_is_given(place: Place) -> None:
    def with_options(**options: str) -> Order:
        return replace(place.account.order, options={**place.account.order.options, **options}, local=False)

    url = "https://sms.shop.example"
    place.account.deploy(with_options(PublicUrl=url))
    place.account.deploy(with_options())
    assert place.live()["Environment"]["Variables"]["LINDA_PUBLIC_URL"] == url
    place.account.deploy(with_options(PublicUrl=""))
    assert place.live()["Environment"]["Variables"]["LINDA_PUBLIC_URL"] != url


def test_a_rehearsal_leaves_no_trace(place: Place) -> None:
    terminal = Listening()
    rehearse(place.account.bringing(terminal), place.account.order)
    assert "Would add Dispatcher (AWS::Lambda::Function)." in terminal.lines
    assert place.status in {"", "DELETE_COMPLETE"}
    assert place.tables == []
    buckets = [each["Name"] for each in place.client("s3").list_buckets()["Buckets"]]
    assert [name for name in buckets if name.startswith(place.name)] == []
    assert place.client("ssm").get_parameters_by_path(Path=f"/{place.name}")["Parameters"] == []


def test_what_an_interrupted_run_left_is_no_obstacle(place: Place) -> None:
    place.client("cloudformation").create_change_set(
        StackName=place.name, ChangeSetName="left", ChangeSetType="CREATE", TemplateBody=ANY_TEMPLATE
    )
    assert place.status == "REVIEW_IN_PROGRESS"
    place.account.deploy()
    assert place.status in {"CREATE_COMPLETE", "UPDATE_COMPLETE"}


def test_a_deleted_linda_goes_on_where_she_was(place: Place) -> None:
    place.account.deploy()
    place.write("kept")
    terminal = Listening()
    remove(place.account.bringing(terminal), place.account.order)
    assert place.status in {"", "DELETE_COMPLETE"}
    assert len(place.tables) == 4
    buckets = [each["Name"] for each in place.client("s3").list_buckets()["Buckets"]]
    assert [name for name in buckets if name.startswith(place.name)] == []
    assert place.client("ssm").get_parameters_by_path(Path=f"/{place.name}")["Parameters"] == []
    remove(place.account.bringing(terminal), place.account.order)
    _, terminal = place.account.deploy()
    assert terminal.text.count("take over") == 4
    assert place.read("kept")


def broken(order: Order, root: Path) -> Order:
    """Return the order with a template that fails at its end: an alias that there is already."""
    (root / "infra").mkdir()
    (root / "shop.toml").write_bytes((order.root / "shop.toml").read_bytes())
    second = "{FunctionName: !Ref Dispatcher, Name: live, FunctionVersion: !GetAtt Dispatcher.Version.Version}"
    resource = (
        f"\n  SecondAlias:\n    Type: AWS::Lambda::Alias\n    DependsOn: [Sweep, InboxTable]\n    Properties: {second}"
    )
    text = order.template.read_text(encoding="utf-8").replace("\nOutputs:\n", f"{resource}\n\nOutputs:\n")
    (root / "infra" / "template.yaml").write_text(text, encoding="utf-8")
    return replace(order, root=root, settings=replace(order.settings, shop_file=root / "shop.toml"))


def test_a_creation_that_fails_is_explained_and_the_next_one_succeeds(place: Place, tmp_path: Path) -> None:
    with pytest.raises(DeploymentStopped, match=r"^SecondAlias \(AWS::Lambda::Alias\) failed: .*already exists"):
        place.account.deploy(broken(place.account.order, tmp_path))
    assert place.status == "ROLLBACK_COMPLETE"
    place.write("kept")
    _, terminal = place.account.deploy()
    assert "empty shell" in terminal.questions[0]
    assert terminal.text.count("take over") == 4
    assert place.read("kept")
    assert place.live()["State"] == "Active"


def test_an_update_that_fails_is_explained_and_the_release_before_answers(place: Place, tmp_path: Path) -> None:
    first, _ = place.account.deploy()
    with pytest.raises(DeploymentStopped, match=r"^SecondAlias .* failed: .* went back to the release before"):
        place.account.deploy(broken(place.account.order, tmp_path))
    assert place.status == "UPDATE_ROLLBACK_COMPLETE"
    assert place.live()["Environment"]["Variables"]["LINDA_RELEASE"] == first.release
    again, terminal = place.account.deploy()
    assert again == first
    assert "Nothing to change in the stack." in terminal.lines


def test_more_reserved_calls_than_the_account_has_are_not_asked_for(place: Place) -> None:
    order = replace(place.account.order, options={**place.account.order.options, "ReservedConcurrency": "900"})
    _, terminal = place.account.deploy(order)
    assert any("none are reserved" in line for line in terminal.lines)
