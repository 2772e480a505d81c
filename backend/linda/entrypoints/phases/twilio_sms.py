"""Phase 6: a text goes out, and texts come in."""

import secrets
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import click

from linda.adapters.twilio_phone.rest import TwilioSender
from linda.domain.errors import InvalidInput, TextNotSent, VendorFailed
from linda.domain.phone_number import display, to_e164
from linda.entrypoints.env_files import read_environment
from linda.entrypoints.phases.doubles import local_twilio
from linda.entrypoints.phases.shared import PhaseGroup, local, read_settings, require
from linda.entrypoints.phases.twilio_account import VARIABLES, TwilioAccount, sentence
from linda.entrypoints.phases.twilio_connection import twilio_settings
from linda.entrypoints.phases.webhook_receiver import PATH, Receiver
from linda.entrypoints.terminal import tell
from linda.settings import Settings

LOCAL_CUSTOMER = "+19045550142"


@click.group(cls=PhaseGroup)
def main() -> None:
    """Phase 6: send a text, and receive texts."""


@main.command("send")
@click.option("--to", required=True, metavar="NUMBER", help="Whose phone, as +19045550142.")
@click.option("--message", required=True, help="What to say.")
@local
def send_command(*, to: str, message: str, local: bool) -> None:
    """Send one text from your number, and print its SID."""
    person = to_e164(to)
    if not message.strip():
        raise InvalidInput("--message is empty; say something.")
    with twilio_settings(local=local) as settings:
        tell(f"✅ Text sent to {person} - SID: {send(settings, person, message)}")


@main.command("receive")
@click.option("--count", type=click.IntRange(min=1), help="End after this many texts; without it, with Ctrl-C.")
@local
def receive_command(*, count: int | None, local: bool) -> None:
    """Print each text to your number until Ctrl-C, through an ngrok tunnel to this machine.

    The number calls the tunnel meanwhile, and afterwards whatever it called before. With --local the texts send
    themselves.
    """
    if local:
        _receive_locally(count or 1)
        return
    settings = read_settings(*VARIABLES, "NGROK_AUTHTOKEN")
    receiver = Receiver(settings.twilio_auth_token, _tell, count)
    with receiver.serving() as port, tunnel(port) as url, receiving(settings, receiver, url):
        tell(f"Text {display(settings.twilio_phone_number)} now. Ctrl-C ends it.")
        with suppress(KeyboardInterrupt):  # how this is meant to be stopped
            receiver.enough.wait()
    tell(f"✅ Received {receiver.count} text(s)")


def _receive_locally(count: int) -> None:
    with local_twilio(read_settings()) as (twilio, settings):
        receiver = Receiver(settings.twilio_auth_token, _tell, count)
        with receiver.serving() as port, receiving(settings, receiver, f"http://127.0.0.1:{port}"):
            for number in range(1, count + 1):
                twilio.text_in(LOCAL_CUSTOMER, f"Hello from a local phone, text {number}")
            if not receiver.enough.wait(timeout=30):
                raise VendorFailed("The local Twilio did not bring its texts.", permanent=True)
    tell(f"✅ Received {receiver.count} text(s)")


def send(settings: Settings, to: str, message: str) -> str:
    """Send `message` to the E.164 number `to` and return its SID; raises `VendorFailed`, `InvalidSettings`."""
    TwilioAccount.connect(settings)
    sender = TwilioSender(
        account_sid=settings.twilio_account_sid,
        auth_token=settings.twilio_auth_token,
        number=settings.twilio_phone_number,
        api_url=settings.twilio_api_url or None,
    )
    try:
        return sender.send(to, message, f"phase-6#{secrets.token_hex(4)}")
    except TextNotSent as problem:
        doubt = " It may be out all the same: look before you repeat it." if problem.maybe_sent else ""
        said = sentence(problem.__cause__) if getattr(problem.__cause__, "code", None) else f"{problem}."
        raise VendorFailed(f"{said}{doubt}", permanent=problem.permanent) from problem


@contextmanager
def receiving(settings: Settings, receiver: Receiver, url: str) -> Iterator[None]:
    """Let the number's texts come to `receiver`, which the world knows as `url`, inside the `with`."""
    receiver.public_url = url
    account = TwilioAccount.connect(settings)
    number = account.number(settings.twilio_phone_number)
    with account.texts_go_to(number, url + PATH, tell=tell):
        yield


@contextmanager
def tunnel(port: int) -> Iterator[str]:
    """Yield the public address of an ngrok tunnel to `port` of this machine; raises `VendorFailed`."""
    import ngrok

    environment = read_environment()
    require(environment, "NGROK_AUTHTOKEN")
    try:
        listener = ngrok.forward(port, authtoken=environment["NGROK_AUTHTOKEN"])
    except ValueError as refused:
        why = ", ".join(str(each) for each in refused.args)
        raise VendorFailed(
            f"ngrok opened no tunnel ({why}): is NGROK_AUTHTOKEN the one of "
            "https://dashboard.ngrok.com/get-started/your-authtoken?",
            permanent=True,
        ) from refused
    try:
        yield listener.url()
    finally:
        ngrok.disconnect(listener.url())


_saying = threading.Lock()


def _tell(sender: str, text: str) -> None:
    with _saying:
        tell(f"{sender}: {text}")
