"""The local doubles that `--local` puts in the place of AWS, Twilio and OpenAI."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from urllib.parse import urlsplit

from linda.settings import Settings
from linda.testing.servers import TwilioEmulator, ministack, twilio_emulator

_HERE = frozenset({"127.0.0.1", "localhost", "::1"})
_ROOT = {"AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test"}
_REAL = ("AWS_PROFILE", "AWS_SESSION_TOKEN", "AWS_ENDPOINT_URL_DYNAMODB", "AWS_ENDPOINT_URL_STS")


@contextmanager
def local_aws() -> Iterator[bool]:
    """Let boto3 speak with an AWS of this machine inside the `with`, whatever credentials are at hand.

    It is the one AWS_ENDPOINT_URL names, when that is on this machine; else a fresh one, which is gone afterwards.
    Yields True for a fresh, empty one. Raises `ServerMissing`.
    """
    given = os.environ.get("AWS_ENDPOINT_URL", "")
    if urlsplit(given).hostname in _HERE:
        with _environment({**_ROOT, **_named(*_ROOT)}):
            yield False
        return
    with ministack() as server, _environment(server.environment):
        yield True


@contextmanager
def local_twilio(settings: Settings) -> Iterator[tuple[TwilioEmulator, Settings]]:
    """Yield a Twilio of this machine, and `settings` that name it; raises `ServerMissing`."""
    with twilio_emulator() as twilio:
        yield (
            twilio,
            replace(
                settings,
                twilio_account_sid=twilio.account_sid,
                twilio_auth_token=twilio.auth_token,
                twilio_phone_number=twilio.number,
                twilio_api_url=twilio.url,
                local=False,
            ),
        )


def _named(*names: str) -> dict[str, str]:
    return {name: os.environ[name] for name in names if name in os.environ}


@contextmanager
def _environment(variables: Mapping[str, str]) -> Iterator[None]:
    """Set `variables` for boto3, and hide what would lead it to a real account."""
    before = _named(*variables, *_REAL)
    for name in _REAL:
        os.environ.pop(name, None)
    os.environ.update(variables)
    try:
        yield
    finally:
        for name in variables:
            os.environ.pop(name, None)
        os.environ.update(before)
