"""Phase 7: the model answers, with this key, on the very interface LINDA uses."""

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from urllib.parse import urlsplit

import click

from linda.adapters.openai_brain.request import OPENAI_URL
from linda.adapters.openai_brain.wire import Wire
from linda.conversation.model_failed import ModelFailed
from linda.domain.errors import VendorFailed
from linda.entrypoints.phases.shared import Phase, local, read_settings
from linda.entrypoints.terminal import tell
from linda.settings import Settings
from linda.testing.responses_script import says
from linda.testing.responses_server import ResponsesServer, Step

_SECONDS = 30.0

_SENTENCES: Mapping[int, str] = {
    401: "OpenAI does not accept OPENAI_API_KEY: it is wrong or was revoked; make a new one on "
    "https://platform.openai.com/api-keys.",
    403: "OPENAI_API_KEY may not do this (its project or country): https://platform.openai.com/settings/organization",
    404: "There is no model {model} for this key, or the server does not speak the Responses API: set OPENAI_MODEL to "
    "one of https://platform.openai.com/docs/models.",
}
_REASONS: Mapping[str, str] = {
    "quota": "The OpenAI account has no credit left: https://platform.openai.com/settings/organization/billing",
    "rate_limited": "OpenAI wants to be asked less often; wait a minute and try again.",
    "unreachable": "Nobody answers at {where}: is the address right (OPENAI_BASE_URL), and is the network up?",
    "timeout": f"{{where}} gave no answer within {_SECONDS:.0f} s.",
}


@click.command(cls=Phase)
@local
def main(*, local: bool) -> None:
    """Phase 7: check that the model answers."""
    with model_settings(says("Hello."), local=local) as settings:
        started = time.monotonic()
        ask_once(settings)
        tell(f"✅ OpenAI API connected - Model: {settings.openai_model}")
        tell(f"   It answered in {time.monotonic() - started:.1f} s at {where(settings)}.")


@contextmanager
def model_settings(*script: Step, local: bool) -> Iterator[Settings]:
    """Yield settings with a model, real or a local one that plays `script`; raises `InvalidSettings`."""
    if not local:
        settings = read_settings()
        yield settings if settings.has_model else read_settings("OPENAI_API_KEY")
        return
    with ResponsesServer(*script) as server:
        yield replace(read_settings(), openai_api_key="local", openai_base_url=server.base_url)


def ask_once(settings: Settings) -> None:
    """Let the model say a word; raises `VendorFailed` with what is wrong and the way out."""
    wire = Wire(settings.openai_api_key, settings.openai_base_url or OPENAI_URL)
    request = {"model": settings.openai_model, "input": "Say hello.", "max_output_tokens": 64, "store": False}
    try:
        body = wire.ask(request, _SECONDS)
    except ModelFailed as failure:
        raise refused(failure, settings) from failure
    finally:
        wire.close()
    if not isinstance(body, Mapping) or "output" not in body:
        raise VendorFailed(f"{where(settings)} does not speak the Responses API.", permanent=True)


def refused(failure: ModelFailed, settings: Settings) -> VendorFailed:
    """Return what `failure` means in a sentence."""
    status = getattr(failure.__cause__, "status_code", 0)
    known = _REASONS.get(failure.reason) or _SENTENCES.get(status, "")
    said = known.format(model=settings.openai_model, where=where(settings)) or f"The model failed: {failure}"
    return VendorFailed(said, permanent=not failure.vendor)


def where(settings: Settings) -> str:
    """Return the host that is asked."""
    return urlsplit(settings.openai_base_url or OPENAI_URL).netloc
