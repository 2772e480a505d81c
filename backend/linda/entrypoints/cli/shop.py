"""The shop file from the terminal."""

from datetime import timedelta
from pathlib import Path

import click

from linda.adapters.shop_file import load_shop
from linda.domain.clock import SystemClock
from linda.domain.errors import InvalidInput
from linda.domain.hours import propose_holidays
from linda.domain.time_words import date_words, weekly_words
from linda.entrypoints.cli.shared import as_json, data_folder, local_now, opened, read_settings, show
from linda.entrypoints.terminal import tell
from linda.private_files import replace

LOOK_AHEAD = timedelta(days=120)


@click.group()
def shop() -> None:
    """Look after the shop file."""


@shop.command("check")
@click.argument("file", required=False, type=click.Path(path_type=Path))
@as_json
def check(*, file: Path | None, as_json: bool) -> None:
    """Check the shop FILE as a whole (LINDA_SHOP_FILE, else shop.toml): every mistake with its line and key."""
    path = file or read_settings().shop_file
    found = load_shop(path)
    today = local_now(SystemClock(), found).date()
    ahead = [day for year in (today.year, today.year + 1) for day in propose_holidays(found, year)]
    soon = [each for each in ahead if today <= each.day <= today + LOOK_AHEAD]
    lines = [f"{path} is fine: {found.name}, {len(found.services)} services, {weekly_words(found.hours)}."]
    lines += [f"  Not a day off so far: {each.name}, {date_words(each.day)}" for each in soon]
    item = {"file": str(path), "shop": found.name, "services": len(found.services)}
    show(item, lambda: "\n".join(lines), as_json=as_json)


@shop.command("export")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file, shop.toml for one.")
@data_folder
def export(*, out: Path | None, data: Path | None) -> None:
    """Print the shop file with what was changed on the dashboard in it; comments stay.

    To overwrite the shop file use --out: a redirection would empty it before it is read.
    """
    from linda.adapters.shop_file.exporting import exported

    with opened(data) as linda:
        text = exported(linda.shops.file, linda.shops.current())
    if out is None:
        click.echo(text, nl=False)
        return
    _overwrite(out, text.encode())
    tell(f"{out} is the shop as it is in force.")


def _overwrite(out: Path, content: bytes) -> None:
    """Put `content` in the place of `out`, through no link, for those who may read it now; raises `InvalidInput`."""
    try:
        mode = out.stat().st_mode & 0o777 if out.exists() else None
        replace(out, content)
        if mode is not None:
            out.chmod(mode)
    except OSError as bad:
        raise InvalidInput(f"{out} can't be written ({bad.strerror}); name another file.") from None
