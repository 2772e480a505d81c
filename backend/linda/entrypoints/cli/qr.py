"""The QR code on the door, and the poster around it, from the terminal."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import click

from linda.bootstrap import Linda
from linda.domain.errors import InvalidInput
from linda.domain.phone_number import display
from linda.domain.time_words import list_words
from linda.entrypoints.cli.shared import data_folder, opened
from linda.entrypoints.terminal import tell

TERMINAL = "terminal"


@click.command()
@click.option("--paper", type=click.Choice(["letter", "a4"]), help="A page for the door instead of the code alone.")
@click.option("--format", "form", type=click.Choice(["svg", "png", "pdf", TERMINAL]), help="Else by the end of --out.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="The file to write.")
@data_folder
def qr(*, paper: str | None, form: str | None, out: Path | None, data: Path | None) -> None:
    """Draw the QR code of the shop's page, here or into a file; with --paper the poster around it.

    A poster comes as PDF or SVG in the exact size of the paper: print it at 100 %.
    """
    wanted = form or (out.suffix.removeprefix(".").lower() if out else "pdf" if paper else TERMINAL)
    with opened(data) as linda:
        drawn = _drawn(linda, paper, wanted)
        if urlsplit(linda.settings.site_url).hostname in {"localhost", "127.0.0.1"}:
            said = f"Only this machine can open {linda.settings.site_url}: set LINDA_SITE_URL before you print."
            tell(said, err=True)
    if wanted == TERMINAL and out is None:
        click.echo(drawn, nl=False)
        return
    file = out or Path(f"linda-poster-{paper}.{wanted}" if paper else f"linda-qr.{wanted}")
    file.write_bytes(drawn)
    tell(f"{file} is ready to print.")


def _drawn(linda: Linda, paper: str | None, form: str) -> bytes:
    forms = _poster_forms(linda, paper) if paper else _code_forms(linda)
    if form not in forms:
        raise InvalidInput(f"{'A poster' if paper else 'A code'} comes as {list_words(list(forms))}, not as {form!r}.")
    return forms[form]()


def _code_forms(linda: Linda) -> dict[str, Callable[[], bytes]]:
    from linda.adapters.poster import QrCode

    code = QrCode(linda.settings.site_url)
    return {
        "svg": lambda: code.svg().encode(),
        "png": code.png,
        "pdf": code.pdf,
        TERMINAL: lambda: code.terminal().encode(),
    }


def _poster_forms(linda: Linda, paper: str) -> dict[str, Callable[[], bytes]]:
    from linda.adapters.poster import PAPERS, Poster, poster_pdf, poster_svg

    shop = linda.shop
    assistant = linda.records.states.current().assistant_name or shop.assistant.name
    poster, sheet = Poster(assistant, shop.name, display(shop.phone), linda.settings.site_url), PAPERS[paper]
    return {"pdf": lambda: poster_pdf(poster, sheet), "svg": lambda: poster_svg(poster, sheet).encode()}
