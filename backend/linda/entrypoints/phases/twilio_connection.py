"""Phase 5: the Twilio account is there, the number is its own and can text."""

from collections.abc import Iterator
from contextlib import contextmanager

import click

from linda.entrypoints.phases.doubles import local_twilio
from linda.entrypoints.phases.shared import Phase, local, read_settings
from linda.entrypoints.phases.twilio_account import VARIABLES, TwilioAccount
from linda.entrypoints.terminal import tell
from linda.settings import Settings


@click.command(cls=Phase)
@local
def main(*, local: bool) -> None:
    """Phase 5: check the Twilio account and its number."""
    with twilio_settings(local=local) as settings:
        for line in verify(settings):
            tell(line)


@contextmanager
def twilio_settings(*, local: bool) -> Iterator[Settings]:
    """Yield settings with a Twilio account, real or local; raises `InvalidSettings`, `ServerMissing`."""
    if not local:
        yield read_settings(*VARIABLES)
        return
    with local_twilio(read_settings()) as (_, settings):
        yield settings


def verify(settings: Settings) -> Iterator[str]:
    """Yield a line for each thing that is well; raises `VendorFailed`, `InvalidSettings`."""
    account = TwilioAccount.connect(settings)
    kind = account.verify()
    yield f"✅ Twilio account verified - SID: {account.sid}"
    number = account.number(settings.twilio_phone_number)
    yield f"   Number {number.phone_number} is yours and can text."
    yield from account_words(kind)


def account_words(kind: str) -> Iterator[str]:
    """Yield what there is to know of an account of this `kind`."""
    if kind == "Trial":
        yield "   It is a trial account: it texts only numbers you have verified, until you upgrade it."
