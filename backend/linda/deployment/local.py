"""A deployment that stays on this machine: nothing it makes can reach a real Twilio or a real model."""

import platform
import re
import sys
from dataclasses import replace
from urllib.parse import urlsplit

from linda.deployment.aws import Aws
from linda.settings import LOCAL_ACCOUNT, Settings

TOKEN = "token-of-a-deployment-on-this-machine"  # noqa: S105 - it opens nothing but an emulator of AWS
NOBODY = "http://127.0.0.1:9"
"""The port that throws everything away (RFC 863): a text sent there is one that was not sent."""

_HERE = frozenset({"127.0.0.1", "localhost", "::1"})
_API_ID = re.compile(r"//([^./:]+)\.execute-api\.")


def options() -> dict[str, str]:
    """Return what suits the emulator: it runs the package with this machine's processor and Python."""
    architecture = "arm64" if platform.machine() in {"arm64", "aarch64"} else "x86_64"
    return {"Architecture": architecture, "Runtime": f"python3.{sys.version_info.minor}", "SnapStart": "off"}


def stand_in(settings: Settings, number: str) -> Settings:
    """Return `settings` with nothing real in them; `number` is the shop's, where no emulator has one."""
    has_twilio = _is_here(settings.twilio_api_url) and not settings.local
    has_model = _is_here(settings.openai_base_url)
    kept = (
        settings
        if has_twilio
        else replace(
            settings,
            twilio_account_sid=LOCAL_ACCOUNT,
            twilio_auth_token=TOKEN,
            twilio_phone_number=number,
            twilio_api_url=NOBODY,
        )
    )
    return replace(
        kept,
        local=False,
        openai_api_key=settings.openai_api_key if has_model else "",
        openai_base_url=settings.openai_base_url if has_model else "",
    )


def reachable(aws: Aws, url: str) -> str:
    """Return the address under which the emulator answers for the API at `url`: no DNS knows the one it names."""
    return _path_of_emulator(aws, url, "$default")


def reachable_socket(aws: Aws, url: str) -> str:
    """Return the same for the WebSocket API whose stage is at `url`.

    It is a wss address, as Twilio opens no other, and stands for the ws address that the emulator has.
    """
    here = _path_of_emulator(aws, url, url.rpartition("/")[2])
    return f"wss://{here.partition('://')[2]}"


def _path_of_emulator(aws: Aws, url: str, stage: str) -> str:
    api = _API_ID.search(url)
    endpoint = str(aws.client("cloudformation").meta.endpoint_url).rstrip("/")
    return f"{endpoint}/_aws/execute-api/{api[1]}/{stage}" if api else url


def _is_here(url: str) -> bool:
    return urlsplit(url).hostname in _HERE
