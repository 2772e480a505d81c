"""The `linda` command: noun, verb, `--json`; one file a command group.

Exit status: 0 done, 1 a problem that the message names, 2 a command line that can't be.
"""

import sys
from typing import Any

import click

from linda import __version__
from linda.domain.errors import LindaError
from linda.entrypoints.cli.bookings import book, slots
from linda.entrypoints.cli.calling import call
from linda.entrypoints.cli.doctor import doctor
from linda.entrypoints.cli.leads import leads
from linda.entrypoints.cli.qr import qr
from linda.entrypoints.cli.shop import shop
from linda.entrypoints.cli.sign_in import sign_in
from linda.entrypoints.cli.state import state
from linda.entrypoints.cli.store import store
from linda.entrypoints.cli.texting import chat, say
from linda.entrypoints.cli.up import up
from linda.entrypoints.env_files import environment_of_the_log
from linda.entrypoints.logs import logged
from linda.entrypoints.terminal import tell


class _Group(click.Group):
    """Turns what LINDA raises on purpose into one clear message and exit status 1."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        try:
            with logged(environment_of_the_log()):
                return super().invoke(ctx)
        except LindaError as problem:
            tell(str(problem), err=True)
            sys.exit(1)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="linda")
def main() -> None:
    """LINDA answers the phone of a one-man repair shop."""


for command in (up, chat, say, call, state, slots, leads, book, doctor, shop, qr, sign_in, store):
    main.add_command(command)
