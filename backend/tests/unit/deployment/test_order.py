"""What is deployed with what: settings, options, and what the deployment before had."""

from dataclasses import replace
from pathlib import Path

import pytest

from linda.deployment.local import NOBODY, TOKEN, options, reachable, reachable_socket, stand_in
from linda.deployment.package import Package
from linda.deployment.release import bucket_name, release_of
from linda.deployment.stack import Stack
from linda.deployment.stopped import DeploymentStopped
from linda.deployment.template import LIMIT, Template, read_template
from linda.settings import LOCAL_ACCOUNT, Settings
from tests.stubbed_aws import StubbedAws
from tests.unit.deployment.deploying import ENVIRONMENT, ROOT, order

NEW = Stack("linda", "", {}, {})
DECLARED = {"PublicUrl": "", "AlarmEmail": "", "OpenaiModel": "gpt-4o", "SecretsPath": "/linda", "Release": None}
PACKAGE = Package(Path("linda.zip"), "a" * 64, "arm64", "3.13", 1, 1, 1, is_compiled=True)


def test_what_the_template_does_not_declare_is_not_passed() -> None:
    assert order().parameters(NEW, DECLARED) == {
        "PublicUrl": "",
        "AlarmEmail": "",
        "OpenaiModel": "gpt-4o",
        "SecretsPath": "/linda",
    }


def test_an_option_wins_over_the_deployment_before_which_wins_over_the_template() -> None:
    before = Stack("linda", "UPDATE_COMPLETE", {"PublicUrl": "https://a.example", "AlarmEmail": "a@b.c"}, {})
    given = replace(order(), options={"PublicUrl": "https://b.example"})
    assert given.parameters(before, DECLARED)["PublicUrl"] == "https://b.example"
    assert given.parameters(before, DECLARED)["AlarmEmail"] == "a@b.c"
    assert given.parameters(NEW, DECLARED)["AlarmEmail"] == ""


def test_the_settings_win_over_the_deployment_before() -> None:
    before = Stack("linda", "UPDATE_COMPLETE", {"OpenaiModel": "gpt-old"}, {})
    assert order(OPENAI_MODEL="gpt-new").parameters(before, DECLARED)["OpenaiModel"] == "gpt-new"


def test_the_address_of_a_tunnel_to_this_machine_is_not_deployed() -> None:
    assert ENVIRONMENT["LINDA_PUBLIC_URL"] == "https://tunnel.example"
    assert order().parameters(NEW, DECLARED)["PublicUrl"] == ""


def test_where_the_pages_live_is_deployed_when_it_is_set_and_kept_when_it_is_not() -> None:
    declared = {**DECLARED, "SiteUrl": ""}
    before = Stack("linda", "UPDATE_COMPLETE", {"SiteUrl": "https://shop.example"}, {})
    assert order().parameters(NEW, declared)["SiteUrl"] == ""
    assert order().parameters(before, declared)["SiteUrl"] == "https://shop.example"
    assert order(LINDA_SITE_URL="https://new.example").parameters(before, declared)["SiteUrl"] == "https://new.example"


@pytest.mark.parametrize(
    ("variable", "before", "path"),
    [("", {}, "/linda"), ("", {"SecretsPath": "/shop"}, "/shop"), ("/mine", {"SecretsPath": "/shop"}, "/mine")],
)
def test_the_secrets_stay_where_they_are_unless_another_place_is_named(
    variable: str, before: dict[str, str], path: str
) -> None:
    stack = Stack("linda", "UPDATE_COMPLETE", before, {})
    assert order(LINDA_SECRETS_PATH=variable).secrets_path(stack) == path


def test_a_secret_is_no_parameter_and_one_that_is_not_set_is_none() -> None:
    placed = order(OPENAI_API_KEY="sk-of-the-shop")
    assert placed.secrets() == {"TWILIO_AUTH_TOKEN": "the-token", "OPENAI_API_KEY": "sk-of-the-shop"}
    every = dict.fromkeys(("TwilioAuthToken", "OpenaiApiKey", "TwilioAccountSid", "OpenaiModel"), "")
    assert not {"sk-of-the-shop", "the-token"} & set(placed.parameters(NEW, every).values())


@pytest.mark.parametrize("changed", ["package", "template", "parameters"])
def test_a_release_is_another_when_anything_in_it_is(changed: str) -> None:
    def name(package: Package = PACKAGE, text: str = "a", model: str = "b") -> str:
        return release_of(package, Template(text), {"OpenaiModel": model, "Name": "linda"})

    others = {
        "package": name(package=replace(PACKAGE, sha256="b" * 64)),
        "template": name(text="other"),
        "parameters": name(model="other"),
    }
    assert others[changed] != name()
    assert name() == release_of(PACKAGE, Template("a"), {"Name": "linda", "OpenaiModel": "b"})


def test_no_bucket_has_a_longer_name_than_s3_takes() -> None:
    assert len(bucket_name("l" * 30, "1" * 12, "ap-southeast-7")) <= 63


def test_the_template_is_sent_with_the_names_aws_must_be_able_to_read() -> None:
    template = read_template(ROOT / "infra" / "template.yaml")
    sent = template.sent(table_prefix="shop-", code_key="releases/1.zip")
    names = ["Repairs_Lead_Log", "Brandon_State_Log", "Repairs_Schedule", "Linda_Inbox"]
    assert [name for name in names if f'TableName: "shop-{name}"\n' not in sent] == []
    assert "TableName: !Sub" not in sent
    assert "!Ref CodeKey" not in sent
    assert 'Key: "releases/1.zip"\n' in sent
    assert len(sent.encode()) < LIMIT


@pytest.mark.parametrize(("content", "words"), [(None, "can't be read"), ("x" * 50_000, "is too long")])
def test_a_template_that_can_not_be_sent_is_refused(tmp_path: Path, content: str | None, words: str) -> None:
    path = tmp_path / "template.yaml"
    if content:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(DeploymentStopped, match=words):
        read_template(path)


def test_nothing_real_is_in_a_deployment_that_stays_here() -> None:
    real = {"LINDA_TWILIO_API_URL": "", "OPENAI_API_KEY": "sk-real", "OPENAI_BASE_URL": "https://models.example"}
    settings = stand_in(Settings.from_environment({**ENVIRONMENT, **real}), "+19045550100")
    assert (settings.twilio_account_sid, settings.twilio_auth_token) == (LOCAL_ACCOUNT, TOKEN)
    assert settings.twilio_api_url == NOBODY
    assert (settings.openai_api_key, settings.openai_base_url) == ("", "")
    assert not settings.local


def test_emulators_of_this_machine_are_used() -> None:
    here = {
        "LINDA_TWILIO_API_URL": "http://127.0.0.1:4000",
        "OPENAI_API_KEY": "none",
        "OPENAI_BASE_URL": "http://localhost:5000/v1",
    }
    settings = Settings.from_environment({**ENVIRONMENT, **here})
    assert stand_in(settings, "+19045550123") == settings
    assert options()["Runtime"].startswith("python3.")


def test_without_an_account_a_local_deployment_makes_one_up() -> None:
    settings = stand_in(Settings.from_environment({}), "+19045550123")
    assert settings.twilio_phone_number == "+19045550123"
    assert not replace(order(), settings=settings, local=True).has_number


def test_an_api_of_the_emulator_is_reached_where_the_emulator_is() -> None:
    url = reachable(StubbedAws().aws, "http://abc123.execute-api.localhost:4566")
    assert url == "https://cloudformation.us-east-1.amazonaws.com/_aws/execute-api/abc123/$default"
    assert reachable(StubbedAws().aws, "https://sms.shop.example") == "https://sms.shop.example"
    socket = reachable_socket(StubbedAws().aws, "wss://abc123.execute-api.localhost:4566/live")
    assert socket == "wss://cloudformation.us-east-1.amazonaws.com/_aws/execute-api/abc123/live"
    assert reachable_socket(StubbedAws().aws, "wss://voice.shop.example/live") == "wss://voice.shop.example/live"
