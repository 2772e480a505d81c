"""The only reader of the environment: every switch and limit, typed, checked as a whole."""

import re
import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from urllib.parse import urlsplit

from linda.adapters.aws_wire.access import Access
from linda.adapters.key_file import NAME as KEY_FILE
from linda.domain.errors import InvalidInput, InvalidSettings
from linda.domain.phone_number import to_e164
from linda.own_network import is_of_own_network, is_of_this_machine
from linda.private_files import create, database_files, make_folder, narrow
from linda.private_files import replace as replace_file

LOCAL_ACCOUNT = "AC00000000000000000000000000000000"
"""The simulated phone's account: looks like Twilio's, belongs to nobody."""

TOKEN_FILE = "simulated-phone.token"  # noqa: S105 - a name
"""The file with the token that the simulated phone signs with."""

LOCAL_URL = "http://localhost:8000"
"""Where LINDA answers on a machine that says nothing else."""

THIS_MACHINE = frozenset({"localhost", "127.0.0.1", "::1"})
"""The names of the machine LINDA runs on; no other one is, wherever it points (DNS rebinding)."""

ON_LAMBDA = "AWS_LAMBDA_FUNCTION_NAME"
"""Set by Lambda itself in every function, and nowhere else."""

FOR_BOTO3 = (
    "AWS_CONTAINER_CREDENTIALS_FULL_URI",
    "AWS_PROFILE",
    "AWS_CONFIG_FILE",
    "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS",
    "AWS_USE_DUALSTACK_ENDPOINT",
    "AWS_USE_FIPS_ENDPOINT",
    "REQUESTS_CA_BUNDLE",
    "HTTP_PROXY",
    "HTTPS_PROXY",
    "http_proxy",
    "https_proxy",
)
"""What nobody but boto3 is to make sense of."""

LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")

_TABLE_PREFIX = re.compile(r"[A-Za-z0-9_.-]{1,60}")
_PATH = re.compile(r"(/[A-Za-z0-9_.-]+)+/?")
_SECRET_KEY = re.compile(r"[A-Za-z0-9_-]{43}=")
_TOKEN = re.compile(r"[A-Za-z0-9_-]{32,200}")


@dataclass(frozen=True, slots=True)
class Settings:
    """How this LINDA runs. Names in capitals are the environment's; empty text means "not set".

    `local` is True without Twilio's credentials: the simulated phone plays the carrier, and signs with a token of
    its own. `public_url` is what the carrier calls, `site_url` where the pages live.
    `model_daily_cents` caps what the model may cost in a day.
    `table_prefix` goes before each DynamoDB table's name; `secrets_path` is where the functions on AWS find their
    secrets; `api_token` opens the owner's API to a program, empty to nobody. `secret_keys` seal secrets of the store,
    the newest first; without them a file beside the store holds the keys.
    `trusted_proxies` are the networks of proxies whose word on a client's address counts, `proxy_secret` is what one
    without a fixed address sends along. `release` says what is deployed.
    `voice_relay`: calls are answered over a WebSocket: "true" for one of our own server, else its address; "" for none.
    `log_level` and `log_file` are for `log_settings`, which also works where others of these are wrong.
    `on_lambda`: this is a function on AWS, with another one as its fallback.
    `aws_access` is how a function on AWS asks without boto3, None where that is not for us to know.
    """

    store: str
    data_dir: Path
    shop_file: Path
    public_url: str
    site_url: str
    owner_phone: str
    openai_api_key: str
    openai_base_url: str
    openai_model: str
    model_daily_cents: int
    twilio_account_sid: str
    twilio_auth_token: str
    twilio_phone_number: str
    twilio_api_url: str
    aws_region: str
    table_prefix: str
    secrets_path: str
    api_token: str
    secret_keys: tuple[str, ...]
    trusted_proxies: tuple[IPv4Network | IPv6Network, ...]
    proxy_secret: str
    release: str
    voice_relay: str
    log_level: str
    log_file: str
    local: bool
    on_lambda: bool
    aws_access: Access | None

    @property
    def has_model(self) -> bool:
        """Tell whether a model is to be asked: a key, or a server of one's own."""
        return bool(self.openai_api_key or self.openai_base_url)

    @property
    def database(self) -> Path:
        """Return the SQLite file."""
        return self.data_dir / "linda.sqlite3"

    @property
    def secrets(self) -> tuple[str, ...]:
        """Return what opens a door, and is in no line of the log."""
        return (self.openai_api_key, self.twilio_auth_token, self.api_token, self.proxy_secret, *self.secret_keys)

    @property
    def private_paths(self) -> tuple[Path, ...]:
        """Return the data folder, what LINDA keeps in it and her log, whether they are there or not."""
        log = (Path(self.log_file),) if self.log_file else ()
        return (
            self.data_dir,
            *database_files(self.database),
            self.data_dir / TOKEN_FILE,
            self.data_dir / KEY_FILE,
            *log,
        )

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> "Settings":
        """Read `environment`; raises `InvalidSettings` with every variable that is wrong and its legal values."""
        reader = _Reader(environment)
        settings = cls(
            store=reader.one_of("LINDA_STORE", ("sqlite", "dynamodb"), "sqlite"),
            data_dir=Path(reader.text("LINDA_DATA_DIR", ".linda")),
            shop_file=Path(reader.text("LINDA_SHOP_FILE", "shop.toml")),
            public_url=reader.url("LINDA_PUBLIC_URL", LOCAL_URL),
            site_url=reader.url("LINDA_SITE_URL", reader.text("LINDA_PUBLIC_URL", LOCAL_URL)),
            owner_phone=reader.phone("LINDA_OWNER_PHONE", "+19045550199"),
            openai_api_key=reader.text("OPENAI_API_KEY", ""),
            openai_base_url=reader.url("OPENAI_BASE_URL", ""),
            openai_model=reader.text("OPENAI_MODEL", "gpt-4o"),
            model_daily_cents=reader.whole("LINDA_MODEL_DAILY_CENTS", 500),
            twilio_account_sid=reader.text("TWILIO_ACCOUNT_SID", ""),
            twilio_auth_token=reader.text("TWILIO_AUTH_TOKEN", ""),
            twilio_phone_number=reader.phone("TWILIO_PHONE_NUMBER", ""),
            twilio_api_url=reader.url("LINDA_TWILIO_API_URL", ""),
            aws_region=reader.text("AWS_REGION", "us-east-1"),
            table_prefix=reader.table_prefix("LINDA_TABLE_PREFIX"),
            secrets_path=reader.path("LINDA_SECRETS_PATH"),
            api_token=reader.token("LINDA_API_TOKEN"),
            secret_keys=reader.secret_keys("LINDA_SECRET_KEYS"),
            trusted_proxies=reader.networks("LINDA_TRUSTED_PROXIES"),
            proxy_secret=reader.token("LINDA_PROXY_SECRET"),
            release=reader.text("LINDA_RELEASE", ""),
            voice_relay=reader.switch_or_socket("LINDA_VOICE_RELAY"),
            log_level=reader.one_of("LINDA_LOG_LEVEL", LOG_LEVELS, LOG_LEVELS[1]),
            log_file=reader.text("LINDA_LOG_FILE", ""),
            local=not reader.text("TWILIO_ACCOUNT_SID", ""),
            on_lambda=bool(environment.get(ON_LAMBDA, "")),
            aws_access=plain_access(environment),
        )
        reader.problems += [
            *_incomplete_phone(settings, environment),
            *_unfit_for_lambda(settings),
            *_unfit_for_a_relay(settings),
            *_in_the_clear(settings),
        ]
        if reader.problems:
            raise InvalidSettings(reader.problems)
        return settings


@dataclass(slots=True)
class _Reader:
    environment: Mapping[str, str]
    problems: list[str]

    def __init__(self, environment: Mapping[str, str]) -> None:
        self.environment = environment
        self.problems = []

    def text(self, name: str, default: str) -> str:
        return self.environment.get(name, "").strip() or default

    def one_of(self, name: str, legal: tuple[str, ...], default: str) -> str:
        return self._checked(name, default, lambda given: given in legal, f"one of {', '.join(legal)}")

    def whole(self, name: str, default: int) -> int:
        legal = "a whole number from 0 to 999999"
        return int(self._checked(name, str(default), _is_whole, legal))

    def url(self, name: str, default: str) -> str:
        legal = "an address that begins with http:// or https:// and has no @, ? or #"
        return self._checked(name, default, _is_url, legal).rstrip("/")

    def switch_or_socket(self, name: str) -> str:
        """Return "" for no, "true" for yes, or the address of a WebSocket."""
        legal = "true, false, or an address that begins with wss:// and has no @, ? or #"
        given = self._checked(name, "false", lambda given: given in {"true", "false"} or _is_socket(given), legal)
        return "" if given == "false" else given.rstrip("/")

    def phone(self, name: str, default: str) -> str:
        given = self.text(name, default)
        try:
            return to_e164(given) if given else ""
        except InvalidInput as bad:
            self.problems.append(f"{name}: {bad}")
            return ""

    def table_prefix(self, name: str) -> str:
        legal = "up to 60 letters, digits, dots, dashes and underscores"
        return self._checked(name, "", lambda given: _TABLE_PREFIX.fullmatch(given) is not None, legal)

    def path(self, name: str) -> str:
        legal = "a path of the Parameter Store, as in /linda"
        return self._checked(name, "", lambda given: _PATH.fullmatch(given) is not None, legal).rstrip("/")

    def token(self, name: str) -> str:
        given = self.text(name, "")
        if given and not _TOKEN.fullmatch(given):
            self.problems.append(f"{name} is too weak; it must be 32 or more letters, digits, dashes and underscores.")
        return given

    def secret_keys(self, name: str) -> tuple[str, ...]:
        given = tuple(each.strip() for each in self.text(name, "").split(",") if each.strip())
        if not all(_SECRET_KEY.fullmatch(each) for each in given):
            self.problems.append(f"{name} must be keys of 32 bytes in URL-safe base64, with commas between them.")
            return ()
        return given

    def networks(self, name: str) -> tuple[IPv4Network | IPv6Network, ...]:
        legal = "IP addresses and networks with commas between, as in 127.0.0.1,10.0.0.0/8"
        given = self._checked(name, "", lambda given: _networks(given) is not None, legal)
        return _networks(given) or ()

    def _checked(self, name: str, default: str, is_legal: Callable[[str], bool], legal: str) -> str:
        given = self.text(name, default)
        if given == default or is_legal(given):
            return given
        self.problems.append(f"{name} is {given!r}; it must be {legal}.")
        return default


def _is_whole(given: str) -> bool:
    return given.isascii() and given.isdigit() and len(given) <= 6


def _networks(given: str) -> tuple[IPv4Network | IPv6Network, ...] | None:
    """Read networks; None where one is none, or is everybody: a proxy is somebody."""
    try:
        networks = tuple(ip_network(each.strip()) for each in given.split(",")) if given else ()
    except ValueError:
        return None
    return networks if all(each.prefixlen for each in networks) else None


def _is_url(given: str) -> bool:
    return _is_address(given, {"http", "https"})


def _is_socket(given: str) -> bool:
    return _is_address(given, {"wss"})


def _is_address(given: str, schemes: set[str]) -> bool:
    try:
        parts = urlsplit(given)
        port = parts.port
    except ValueError:
        return False
    # Python and a browser disagree on a backslash, and a user's name looks like another site.
    is_plain = given.isascii() and given.isprintable() and not set(given) & set(" \\@?#")
    return parts.scheme in schemes and bool(parts.hostname) and port != 0 and is_plain


def _incomplete_phone(settings: Settings, environment: Mapping[str, str]) -> list[str]:
    if settings.local:
        return []
    needed = {
        "TWILIO_AUTH_TOKEN": "without it nobody could tell Twilio's requests from forged ones",
        "TWILIO_PHONE_NUMBER": "the number customers text, in the form +19045550100",
        "LINDA_PUBLIC_URL": "the address Twilio calls, which its signature covers",
        "LINDA_OWNER_PHONE": "where LINDA reaches you when a customer needs you, in the form +19045550199",
    }
    missing = [name for name in needed if not environment.get(name, "").strip()]
    return [f"{name} is missing while TWILIO_ACCOUNT_SID is set: {needed[name]}." for name in missing]


def _unfit_for_lambda(settings: Settings) -> list[str]:
    """Return what would let a function on AWS answer strangers, or forget everything with its container."""
    if not settings.on_lambda:
        return []
    problems = []
    if settings.local:
        problems.append("TWILIO_ACCOUNT_SID is missing: on Lambda there is no simulated phone to stand in for Twilio.")
    if settings.store != "dynamodb":
        problems.append("LINDA_STORE must be dynamodb on Lambda: a file is gone with its container.")
    return problems


def _unfit_for_a_relay(settings: Settings) -> list[str]:
    if settings.on_lambda and settings.voice_relay == "true":
        return ["LINDA_VOICE_RELAY must be false on Lambda, or the address of a WebSocket API: a function holds none."]
    if settings.voice_relay == "true" and not settings.public_url.startswith("https://"):
        return ["LINDA_VOICE_RELAY needs a LINDA_PUBLIC_URL with https://: Twilio opens no WebSocket in the clear."]
    return []


def _in_the_clear(settings: Settings) -> list[str]:
    """Return which addresses would send codes, keys or customers' words over the internet unencrypted."""
    ours = {"LINDA_PUBLIC_URL": settings.public_url}
    if settings.site_url != settings.public_url:
        ours["LINDA_SITE_URL"] = settings.site_url
    others = {"OPENAI_BASE_URL": settings.openai_base_url, "LINDA_TWILIO_API_URL": settings.twilio_api_url}
    return [
        f"{name} is {url!r}; with a real phone number it must begin with https://, or be this machine."
        for name, url in ours.items()
        if url.startswith("http://") and not (settings.local or is_of_this_machine(url))
    ] + [
        f"{name} is {url!r}; it must begin with https://, or be this machine or another one of your own network."
        for name, url in others.items()
        if url.startswith("http://") and not is_of_own_network(url)
    ]


def reachable_in_local_mode(settings: Settings) -> list[str]:
    """Return what would have others reach a LINDA in local mode, where nobody but this machine may; for `linda up`."""
    if not settings.local:
        return []
    own_site = {"LINDA_SITE_URL": settings.site_url} if settings.site_url != settings.public_url else {}
    return [
        f"{name} is {url!r}, which is not this machine, and LINDA is in local mode, where whoever reaches her could "
        "read the owner's sign-in code: set TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, TWILIO_PHONE_NUMBER and "
        f"LINDA_OWNER_PHONE too (docs/tunnels.md), or take {name} out."
        for name, url in {"LINDA_PUBLIC_URL": settings.public_url, **own_site}.items()
        if urlsplit(url).hostname not in THIS_MACHINE
    ]


def with_secrets(
    environment: Mapping[str, str],
    names: Sequence[str],
    read: Callable[[str, Sequence[str], str], Mapping[str, str]],
) -> dict[str, str]:
    """Return `environment`, overlaid by those of the secrets `names` that are kept where LINDA_SECRETS_PATH says.

    `read` gets path, names and region; without a path it is not asked. Raises what `read` raises, and
    `InvalidSettings` for a path that can't be.
    """
    reader = _Reader(environment)
    path, region = reader.path("LINDA_SECRETS_PATH"), reader.text("AWS_REGION", "us-east-1")
    if reader.problems:
        raise InvalidSettings(reader.problems)
    return {**environment, **(read(path, names, region) if path else {})}


def log_settings(environment: Mapping[str, str]) -> tuple[str, str]:
    """Return the level of the log and its file, "" for standard error; a level that can't be is for others to tell."""
    reader = _Reader(environment)
    return reader.one_of("LINDA_LOG_LEVEL", LOG_LEVELS, LOG_LEVELS[1]), reader.text("LINDA_LOG_FILE", "")


def plain_access(environment: Mapping[str, str]) -> Access | None:
    """Return the credentials of a plain function on AWS; None everywhere else, where boto3 has to find them.

    Lambda puts them into the environment when it starts a container, and never changes them while that lives (AWS,
    "Defined runtime environment variables"); boto3 too reads them from there once. With SnapStart they are renewed,
    and come from an address instead.
    """
    if not environment.get(ON_LAMBDA, "") or environment.get("AWS_LAMBDA_INITIALIZATION_TYPE", "") == "snap-start":
        return None
    reader = _Reader(environment)
    key_id, secret = reader.text("AWS_ACCESS_KEY_ID", ""), reader.text("AWS_SECRET_ACCESS_KEY", "")
    if not (key_id and secret) or any(environment.get(name, "") for name in FOR_BOTO3):
        return None
    by_service = {"": "AWS_ENDPOINT_URL", "dynamodb": "AWS_ENDPOINT_URL_DYNAMODB", "ssm": "AWS_ENDPOINT_URL_SSM"}
    endpoints = tuple((service, reader.text(name, "")) for service, name in by_service.items())
    token, ca_bundle = reader.text("AWS_SESSION_TOKEN", ""), reader.text("AWS_CA_BUNDLE", "")
    return Access(key_id, secret, token, endpoints, ca_bundle)


DERIVED = frozenset({"local", "on_lambda", "aws_access"})
"""Settings that no variable of their own sets."""


def variable_names() -> tuple[str, ...]:
    """Return every variable LINDA reads, in the order of the settings."""
    names = tuple(spec.name.upper() for spec in fields(Settings) if spec.name not in DERIVED)
    ours = {"STORE", "DATA_DIR", "SHOP_FILE", "PUBLIC_URL", "OWNER_PHONE", "MODEL_DAILY_CENTS", "TWILIO_API_URL"}
    ours |= {"TABLE_PREFIX", "SECRETS_PATH", "API_TOKEN", "SECRET_KEYS", "RELEASE", "SITE_URL", "VOICE_RELAY"}
    ours |= {"LOG_LEVEL", "LOG_FILE", "TRUSTED_PROXIES", "PROXY_SECRET"}
    return tuple(f"LINDA_{name}" if name in ours else name for name in names)


def signing_token(settings: Settings) -> str:
    """Return the secret that the carrier and LINDA share: it is in no store, and every process has it."""
    return local_token(settings.data_dir) if settings.local else settings.twilio_auth_token


def local_token(data_dir: Path) -> str:
    """Return the token the simulated phone signs with, made once and kept in the data folder."""
    make_folder(data_dir)
    narrow(data_dir, data_dir / TOKEN_FILE)
    return _made_once(data_dir / TOKEN_FILE) or _mended(data_dir)


def _made_once(path: Path) -> str:
    """Return the token in `path`, made where there is none yet by whoever comes first; "" for what is no token."""
    create(path, secrets.token_hex(16).encode("ascii"))
    kept = path.read_bytes().strip()
    return kept.decode("ascii") if kept.isalnum() else ""


def _mended(data_dir: Path) -> str:
    """Put a token in the place of one that was never written to its end; whoever finds it broken agrees on the same."""
    mended = _made_once(data_dir / f"{TOKEN_FILE}.mended")
    replace_file(data_dir / TOKEN_FILE, mended.encode("ascii"))
    return mended
