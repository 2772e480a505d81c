"""The one way in which commands tell something: whoever wrote it, the terminal only shows it."""

import click

from linda.domain.terminal_text import for_terminal


def tell(text: str, *, err: bool = False) -> None:
    """Print `text` and a line end, to standard error with `err`."""
    click.echo(for_terminal(text), err=err)
