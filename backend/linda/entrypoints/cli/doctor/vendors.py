"""The phone, the proxies before LINDA and the model: asked when they are switched on."""

from collections.abc import Iterator

from linda.deployment.twilio_number import SMS, find_number
from linda.entrypoints.cli.doctor.finding import DEPLOY, Finding, found, tried
from linda.entrypoints.cli.switches import brain_words, phone_words, reach_words
from linda.entrypoints.phases.openai_connection import ask_once
from linda.entrypoints.phases.twilio_connection import verify
from linda.settings import Settings, reachable_in_local_mode


def vendor_findings(settings: Settings) -> Iterator[Finding]:
    """Yield what Twilio and the model say; one that is off is well."""
    if settings.local:
        yield Finding("5 phone", is_well=True, says=phone_words(settings))
        yield _reach(settings)
    else:
        yield tried("5 phone", lambda: _account(settings), "python backend/test_twilio_connection.py")
        yield _reach(settings)
        calls = f"{settings.twilio_phone_number} calls {settings.public_url}{SMS}"
        yield found(
            "6 webhook", lambda: find_number(settings).differences(settings.public_url), well=calls, repair=DEPLOY
        )
    if settings.has_model:
        yield tried("7 brain", lambda: _model(settings), "python backend/test_openai_connection.py")
    else:
        yield Finding("7 brain", is_well=True, says=brain_words(settings))


def _reach(settings: Settings) -> Finding:
    problems = reachable_in_local_mode(settings)
    says = " ".join(problems) or reach_words(settings)
    return Finding("5 proxies", is_well=not problems, says=says, repair="docs/tunnels.md")


def _account(settings: Settings) -> str:
    notes = [line.strip() for line in verify(settings)][2:]
    return " ".join([phone_words(settings), *notes])


def _model(settings: Settings) -> str:
    ask_once(settings)
    return brain_words(settings)
