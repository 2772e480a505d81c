"""Signing in, when there is no way in any more: from the terminal of the machine that LINDA runs on."""

from pathlib import Path

import click

from linda.entrypoints.cli.shared import as_json, data_folder, opened, show


@click.group("sign-in")
def sign_in() -> None:
    """Look after how the owner signs in."""


@sign_in.command("reset")
@as_json
@data_folder
def reset(*, as_json: bool, data: Path | None) -> None:
    """Sign everybody out and turn the second factor off.

    For when the phone with the authenticator is lost. The owner then signs in with a code by text, and sets up the
    second factor anew.
    """
    with opened(data) as linda:
        ended = len(linda.records.sessions.running())
        had = linda.records.second_factors.current() is not None
        linda.records.sessions.end_all()
        linda.records.second_factors.remove()
        linda.records.login_codes.forget()
        done = {"sessions_ended": ended, "second_factor_removed": had}
        show(done, lambda: _words(ended, had=had, site=linda.settings.site_url), as_json=as_json)


def _words(ended: int, *, had: bool, site: str) -> str:
    browsers = "1 browser is" if ended == 1 else f"{ended} browsers are"
    factor = "The second factor is off" if had else "There was no second factor"
    return f"{browsers} signed out. {factor}. Sign in at {site}/desk/sign-in/ with a code by text."
