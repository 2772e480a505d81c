"""What every phase's command needs: its settings, `--local`, sentences instead of tracebacks, an orderly end."""

import signal
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import click

from linda.domain.errors import InvalidSettings, LindaError
from linda.entrypoints.env_files import environment_of_the_log, read_environment
from linda.entrypoints.logs import logged
from linda.entrypoints.terminal import tell
from linda.settings import Settings

WHERE: Mapping[str, str] = {
    "TWILIO_ACCOUNT_SID": "the account's SID (AC...), from https://console.twilio.com",
    "TWILIO_AUTH_TOKEN": "the account's auth token, beside the SID on https://console.twilio.com",
    "TWILIO_PHONE_NUMBER": "the number customers text; buy one under Phone Numbers on https://console.twilio.com",
    "OPENAI_API_KEY": "a key from https://platform.openai.com/api-keys",
    "NGROK_AUTHTOKEN": "the token from https://dashboard.ngrok.com/get-started/your-authtoken (the account is free)",
    "LINDA_PUBLIC_URL": "the address Twilio calls, which backend/scripts/deploy_lambda.py prints",
    "LINDA_OWNER_PHONE": "your own phone, in the form +19045550199",
}
"""Every variable a phase can miss: what it is, and where to get it."""

local = click.option("--local", is_flag=True, help="Use the local double: no account, no key, no network.")


class Phase(click.Command):
    """A command that says in one sentence what is wrong, ends with 1, and cleans up when it is stopped."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        with ended_by_signals():
            try:
                with logged(environment_of_the_log()):
                    return super().invoke(ctx)
            except LindaError as problem:
                tell(str(problem), err=True)
                ctx.exit(1)


class PhaseGroup(Phase, click.Group):
    """A phase with several commands."""


@contextmanager
def ended_by_signals() -> Iterator[None]:
    """Let SIGTERM and a closed terminal end the command as Ctrl-C does: what it changed is put back first."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    signs = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {sign: signal.signal(sign, signal.default_int_handler) for sign in signs}
    try:
        yield
    finally:
        for sign, handler in before.items():
            signal.signal(sign, handler)


def read_settings(*needed: str) -> Settings:
    """Return the settings of which a phase needs the variables `needed`; raises `InvalidSettings`.

    A phase checks one thing: that a real phone needs all of its variables together is asked of LINDA, not here.
    """
    environment = read_environment()
    require(environment, *needed)
    sid = environment.pop("TWILIO_ACCOUNT_SID", "")
    return replace(Settings.from_environment(environment), twilio_account_sid=sid, local=not sid)


def require(environment: Mapping[str, str], *needed: str) -> None:
    """Raise `InvalidSettings` that says of each missing variable what it is and where to get it."""
    missing = [f"{name} is missing: it is {WHERE[name]}." for name in needed if name not in environment]
    if missing:
        raise InvalidSettings([*missing, "Put it in .env beside the README, or run the command with --local."])
