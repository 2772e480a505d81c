"""What the deployment says and asks: a progress bar on a terminal, plain lines anywhere else."""

import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Protocol

import click

from linda.deployment.stopped import DeploymentStopped

Step = Callable[[str, int], None]
"""Takes a line about a part, and how many parts are done by now."""


class Terminal(Protocol):
    """Who reads along, and answers."""

    def say(self, line: str) -> None:
        """Show a line."""

    def ask(self, question: str) -> bool:
        """Return whether the answer is yes."""

    def progress(self, total: int) -> AbstractContextManager[Step]:
        """Show how many of `total` parts are done, until the `with` ends."""


class ClickTerminal:
    """The terminal of the person who deploys; with `yes` every question is answered."""

    def __init__(self, *, yes: bool) -> None:
        """Ask nothing when `yes`."""
        self._yes = yes

    def say(self, line: str) -> None:
        """Show a line."""
        click.echo(line)

    def ask(self, question: str) -> bool:
        """Return whether the answer is yes; raises `DeploymentStopped` when nobody is there to give one."""
        if self._yes:
            return True
        if not sys.stdin.isatty():
            raise DeploymentStopped(f"{question} Nobody is here to answer: add --yes.")
        return click.confirm(question)

    @contextmanager
    def progress(self, total: int) -> Iterator[Step]:
        """Show how many of `total` parts are done, until the `with` ends."""
        if not sys.stdout.isatty():
            yield lambda line, done: click.echo(f"  {line}")
            return
        with click.progressbar(length=total, item_show_func=lambda line: line or "", width=30) as bar:
            yield lambda line, done: bar.update(done - bar.pos, line)
