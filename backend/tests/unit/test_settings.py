"""The environment: every wrong variable named at once, and every variable written down."""

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from linda.adapters.aws_wire import Access
from linda.domain.errors import InvalidSettings
from linda.settings import ON_LAMBDA, Settings, local_token, plain_access, variable_names, with_secrets

ROOT = Path(__file__).resolve().parents[3]
TWILIO = {
    "TWILIO_ACCOUNT_SID": "AC" + "0b" * 16,
    "TWILIO_AUTH_TOKEN": "secret",
    "TWILIO_PHONE_NUMBER": "(904) 555-0100",
    "LINDA_PUBLIC_URL": "https://linda.example.com/",
    "LINDA_OWNER_PHONE": "904 555 0199",
}


def problems(environment: dict[str, str]) -> tuple[str, ...]:
    with pytest.raises(InvalidSettings) as wrong:
        Settings.from_environment(environment)
    return wrong.value.problems


def test_nothing_set_is_a_laptop_without_account_or_key() -> None:
    settings = Settings.from_environment({})
    assert (settings.local, settings.has_model, settings.store) == (True, False, "sqlite")
    assert settings.database == Path(".linda/linda.sqlite3")
    assert settings.public_url == "http://localhost:8000"


def test_twilios_variables_switch_the_real_phone_on() -> None:
    settings = Settings.from_environment(TWILIO)
    assert settings.local is False
    assert (settings.twilio_phone_number, settings.owner_phone) == ("+19045550100", "+19045550199")
    assert settings.public_url == "https://linda.example.com", "a slash at the end is not signed"


def test_the_pages_live_where_the_carrier_calls_unless_another_address_is_named() -> None:
    assert Settings.from_environment(TWILIO).site_url == "https://linda.example.com"
    elsewhere = Settings.from_environment({**TWILIO, "LINDA_SITE_URL": "https://shop.example.com/"})
    assert (elsewhere.public_url, elsewhere.site_url) == ("https://linda.example.com", "https://shop.example.com")


@pytest.mark.parametrize(
    ("variable", "has_model"),
    [({"OPENAI_API_KEY": "sk-1"}, True), ({"OPENAI_BASE_URL": "http://localhost:11434/v1/"}, True), ({}, False)],
)
def test_a_key_or_a_server_switches_the_model_on(variable: dict[str, str], has_model: bool) -> None:
    assert Settings.from_environment(variable).has_model is has_model


def test_every_wrong_variable_is_named_at_once_with_its_legal_values() -> None:
    wrong = {
        "LINDA_STORE": "postgres",
        "LINDA_PUBLIC_URL": "linda.example.com",
        "LINDA_SITE_URL": "shop.example.com",
        "LINDA_OWNER_PHONE": "brandon",
        "OPENAI_BASE_URL": "localhost:11434",
        "LINDA_MODEL_DAILY_CENTS": "five",
        "TWILIO_PHONE_NUMBER": "12",
        "LINDA_TWILIO_API_URL": "ftp://x",
    }
    found = problems(wrong)
    assert [each.split()[0].rstrip(":") for each in found] == list(wrong)
    assert "it must be one of sqlite" in found[0]
    assert all(value in each for each, value in zip(found, wrong.values(), strict=True))


@pytest.mark.parametrize("missing", [name for name in TWILIO if name != "TWILIO_ACCOUNT_SID"])
def test_outside_local_mode_nothing_that_is_needed_may_be_missing(missing: str) -> None:
    (problem,) = problems({**TWILIO, missing: " "})
    assert problem.startswith(f"{missing} is missing while TWILIO_ACCOUNT_SID is set: ")


def test_a_blank_account_is_no_account() -> None:
    assert Settings.from_environment({"TWILIO_ACCOUNT_SID": "  "}).local is True


@pytest.mark.parametrize(
    "url",
    [
        "http://",
        "https:///path",
        "http://[",
        "http://x:99999",
        "http://x:0",
        "http://x:port",
        "javascript:alert(1)",
        "https://linda.example.com/?a=1",
        "https://linda.example.com/#a",
        "https://linda example.com",
        "https://lindá.example.com",
        "https://linda.example.com/\x07",
        "https://linda.example.com\\@other.example",
        "https://linda.example.com@other.example",
        "https://linda.example.com\\x",
    ],
)
def test_what_no_carrier_can_call_is_no_address(url: str) -> None:
    (problem,) = problems({"LINDA_PUBLIC_URL": url})
    assert problem.startswith(f"LINDA_PUBLIC_URL is {url!r}; it must be an address that begins with http://")


NOT_OURS = [
    "http://linda.example.com",
    "http://127.0.0.1.example.com",
    "http://localhost.example.com",
    "http://8.8.8.8",
]


@pytest.mark.parametrize("url", [*NOT_OURS, "http://10.0.0.5", "http://shop", "http://134744072", "http://[::2]"])
@pytest.mark.parametrize("name", ["LINDA_PUBLIC_URL", "LINDA_SITE_URL"])
def test_with_a_real_number_linda_is_not_reached_in_the_clear(name: str, url: str) -> None:
    (problem,) = problems({**TWILIO, "LINDA_SITE_URL": "https://shop.example.com", name: url})
    assert problem == f"{name} is {url!r}; with a real phone number it must begin with https://, or be this machine."


@pytest.mark.parametrize(
    "url",
    ["http://127.0.0.1:8000", "http://localhost:8000", "http://[::1]:8000", "http://a1.execute-api.localhost:4566"],
)
def test_a_real_numbers_address_may_be_this_machine_as_behind_a_tunnel_or_an_emulator(url: str) -> None:
    assert Settings.from_environment({**TWILIO, "LINDA_PUBLIC_URL": url}).public_url == url


@pytest.mark.parametrize("url", [*NOT_OURS, "http://134744072", "http://0x8080808", "http://[2606:4700::1]/v1"])
@pytest.mark.parametrize("name", ["OPENAI_BASE_URL", "LINDA_TWILIO_API_URL"])
def test_no_vendor_is_called_in_the_clear_over_the_internet(name: str, url: str) -> None:
    (problem,) = problems({name: url})
    says = "it must begin with https://, or be this machine or another one of your own network."
    assert problem == f"{name} is {url!r}; {says}"


@pytest.mark.parametrize(
    "url",
    [
        "https://models.example.com/v1",
        "http://localhost:11434/v1",
        "http://192.168.1.20:11434/v1",
        "http://[fd00::1]/v1",
        "http://ollama:11434/v1",
        "http://host.docker.internal:11434/v1",
        "http://shop-pc.local/v1",
    ],
)
@pytest.mark.parametrize("name", ["OPENAI_BASE_URL", "LINDA_TWILIO_API_URL"])
def test_a_vendor_may_be_called_over_https_or_within_the_owners_network(name: str, url: str) -> None:
    assert Settings.from_environment({name: url})


@pytest.mark.parametrize("count", ["-1", "1.5", "1e3", "٣", "1" * 5000, "1000000", "NaN", "+5"])
def test_a_sum_is_a_whole_number(count: str) -> None:
    (problem,) = problems({"LINDA_MODEL_DAILY_CENTS": count})
    assert problem.endswith("it must be a whole number from 0 to 999999.")


def test_trusted_proxies_are_addresses_and_networks() -> None:
    read = Settings.from_environment({"LINDA_TRUSTED_PROXIES": "127.0.0.1, ::1,10.0.0.0/8 ,2001:db8::/32"})
    assert [str(each) for each in read.trusted_proxies] == ["127.0.0.1/32", "::1/128", "10.0.0.0/8", "2001:db8::/32"]
    assert Settings.from_environment({}).trusted_proxies == ()


@pytest.mark.parametrize(
    "given", ["*", "localhost", "127.0.0.1;::1", "10.0.0.1/8", "0.0.0.0/0", "::/0", "1.2.3.4,", "x/8"]
)
def test_a_proxy_is_somebody_and_not_everybody(given: str) -> None:
    (problem,) = problems({"LINDA_TRUSTED_PROXIES": given})
    assert problem.startswith(f"LINDA_TRUSTED_PROXIES is {given!r}; it must be IP addresses and networks")


@pytest.mark.parametrize("name", ["LINDA_API_TOKEN", "LINDA_PROXY_SECRET"])
def test_a_weak_secret_is_refused_and_not_repeated(name: str) -> None:
    assert Settings.from_environment({name: "s" * 32})
    (problem,) = problems({name: "letmein"})
    assert problem.startswith(f"{name} is too weak; ")
    assert "letmein" not in problem


def test_values_are_stripped_and_blanks_are_not_set() -> None:
    settings = Settings.from_environment(
        {"OPENAI_API_KEY": " sk-1 \n", "LINDA_MODEL_DAILY_CENTS": " 0 ", "LINDA_STORE": ""}
    )
    assert (settings.openai_api_key, settings.model_daily_cents, settings.store) == ("sk-1", 0, "sqlite")


def test_the_names_are_those_that_are_read() -> None:
    class Watched(dict[str, str]):
        def get(self, name: str, default: object = None) -> str:
            asked.add(name)
            return ""

    asked = set[str]()
    Settings.from_environment(Watched())
    assert asked == {*variable_names(), ON_LAMBDA}


LAMBDA = {**TWILIO, ON_LAMBDA: "linda-dispatcher", "LINDA_STORE": "dynamodb"}


def test_on_lambda_there_is_a_real_phone_and_a_store_that_stays() -> None:
    assert Settings.from_environment(LAMBDA).store == "dynamodb"
    (no_phone, no_store) = problems({ON_LAMBDA: "linda-dispatcher"})
    assert no_phone.startswith("TWILIO_ACCOUNT_SID is missing: on Lambda")
    assert no_store.startswith("LINDA_STORE must be dynamodb on Lambda")


def test_secrets_lie_over_the_environment_and_only_those_asked_for_are_read() -> None:
    asked: list[object] = []

    def kept(path: str, names: Sequence[str], region: str) -> dict[str, str]:
        asked.append((path, tuple(names), region))
        return {"TWILIO_AUTH_TOKEN": "new"}

    environment = {"LINDA_SECRETS_PATH": "/linda/", "AWS_REGION": "us-west-2", "TWILIO_AUTH_TOKEN": "old", "A": "b"}
    overlaid = with_secrets(environment, ("TWILIO_AUTH_TOKEN", "OPENAI_API_KEY"), kept)
    assert overlaid == {**environment, "TWILIO_AUTH_TOKEN": "new"}
    assert asked == [("/linda", ("TWILIO_AUTH_TOKEN", "OPENAI_API_KEY"), "us-west-2")]


def never(path: str, names: Sequence[str], region: str) -> dict[str, str]:
    raise AssertionError(path)


def test_without_a_path_no_secret_is_looked_for() -> None:
    assert with_secrets({"A": "b"}, ("TWILIO_AUTH_TOKEN",), never) == {"A": "b"}


def test_a_path_that_can_not_be_is_told_before_anything_is_read() -> None:
    with pytest.raises(InvalidSettings, match="LINDA_SECRETS_PATH is 'linda'; it must be a path"):
        with_secrets({"LINDA_SECRETS_PATH": "linda"}, (), never)


def written_down(file: str, pattern: str) -> list[str]:
    return re.findall(pattern, (ROOT / file).read_text(encoding="utf-8"), re.MULTILINE)


OF_PHASE_6 = "NGROK_AUTHTOKEN"
"""No switch of LINDA's: only the command that receives texts through a tunnel reads it."""


def test_every_variable_is_in_the_example_and_nothing_else() -> None:
    assert sorted(written_down("backend/.env.example", r"^#([A-Z_]+)=")) == sorted([*variable_names(), OF_PHASE_6])


def test_every_variable_is_in_the_reference_and_nothing_else() -> None:
    named = written_down("docs/reference.md", r"^\| `((?:LINDA|OPENAI|TWILIO|AWS)_[A-Z_]+)` \|")
    assert sorted(named) == sorted(variable_names())


def test_the_examples_values_are_legal() -> None:
    given = dict(written_down_pairs())
    assert Settings.from_environment(given).local is True


def written_down_pairs() -> list[tuple[str, str]]:
    lines = (ROOT / "backend/.env.example").read_text(encoding="utf-8").splitlines()
    pairs = (line.removeprefix("#").split("=", 1) for line in lines if re.match("#[A-Z_]+=", line))
    return [(name, value) for name, value in pairs]


def test_the_simulated_carriers_token_is_made_once_and_is_nobody_elses_to_read(tmp_path: Path) -> None:
    token = local_token(tmp_path / "new")
    file = tmp_path / "new" / "simulated-phone.token"
    assert (local_token(tmp_path / "new"), len(token)) == (token, 32)
    assert file.stat().st_mode & 0o077 == 0


def test_a_token_that_was_never_written_to_its_end_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / "simulated-phone.token").write_text("\n", encoding="ascii")
    assert len(local_token(tmp_path)) == 32


FUNCTION = {ON_LAMBDA: "linda-dispatcher", "AWS_ACCESS_KEY_ID": "AKIA", "AWS_SECRET_ACCESS_KEY": "s"}


def test_a_plain_function_on_aws_knows_its_credentials_and_addresses() -> None:
    more = {
        "AWS_SESSION_TOKEN": "t",
        "AWS_ENDPOINT_URL": "http://a.example",
        "AWS_ENDPOINT_URL_SSM": "http://b.example",
        "AWS_CA_BUNDLE": "/bundle.pem",
        "AWS_LAMBDA_INITIALIZATION_TYPE": "on-demand",
    }
    access = plain_access(FUNCTION | more)
    assert access is not None
    assert (access.key_id, access.secret, access.token, access.ca_bundle) == ("AKIA", "s", "t", "/bundle.pem")
    assert access.address("dynamodb", "us-east-1") == "http://a.example"
    assert access.address("ssm", "us-east-1") == "http://b.example"
    assert plain_access(FUNCTION) == Access("AKIA", "s", endpoints=(("", ""), ("dynamodb", ""), ("ssm", "")))


@pytest.mark.parametrize(
    "elsewhere",
    [
        {ON_LAMBDA: ""},
        {"AWS_ACCESS_KEY_ID": ""},
        {"AWS_SECRET_ACCESS_KEY": ""},
        {"AWS_LAMBDA_INITIALIZATION_TYPE": "snap-start"},
        {"AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://169.254.170.23/v1/credentials"},
        {"AWS_PROFILE": "shop"},
        {"AWS_USE_FIPS_ENDPOINT": "true"},
        {"HTTPS_PROXY": "http://proxy.example"},
    ],
    ids=lambda each: next(iter(each)),
)
def test_everywhere_else_boto3_finds_the_credentials(elsewhere: dict[str, str]) -> None:
    assert plain_access(FUNCTION) is not None
    assert plain_access(FUNCTION | elsewhere) is None
