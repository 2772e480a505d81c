"""Signing in, when there is no way in any more: from the terminal of the machine that LINDA runs on."""

from pathlib import Path

import click

from linda.adapters.key_file import KeyFile
from linda.bootstrap import Linda
from linda.domain.errors import Refused
from linda.domain.limits import MINUTE_MS
from linda.domain.sign_in import CODE_MS, new_long_code, read_long_code
from linda.entrypoints.api.first_factor import texts_of
from linda.entrypoints.cli.shared import as_json, data_folder, opened, show


@click.group("sign-in")
def sign_in() -> None:
    """Look after how the owner signs in."""


@sign_in.command("code")
@as_json
@data_folder
def code(*, as_json: bool, data: Path | None) -> None:
    """Show a code that signs the owner in instead of one by text.

    For when no text comes: the carrier is down, or strangers have used up the day's codes. It is good for ten minutes,
    once, in any browser; a new device is asked for the second factor as ever.
    """
    with opened(data) as linda:
        shown = new_long_code()
        texts_of(linda.parts, linda.records.machine_codes).show(str(read_long_code(shown)))
        minutes, page = CODE_MS // MINUTE_MS, _page(linda)
        words = f"{shown} is good for {minutes} minutes, once: enter it at {page} in place of the code from the text."
        show({"code": shown, "good_for_minutes": minutes, "page": page}, lambda: words, as_json=as_json)


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
        done = {"sessions_ended": ended, "second_factor_removed": had}
        show(done, lambda: _words(ended, had=had, page=_page(linda)), as_json=as_json)


@sign_in.command("rotate-key")
@as_json
@data_folder
def rotate_key(*, as_json: bool, data: Path | None) -> None:
    """Seal the second factor's secret with a new key, and forget the old one.

    A running LINDA takes the new key over at once. On AWS the deployment script does it: --rotate-key.
    """
    with opened(data) as linda:
        if linda.settings.secret_keys:
            raise Refused("The keys are in LINDA_SECRET_KEYS: put a new one before the old one there, with a comma.")
        file = KeyFile(linda.settings.data_dir)
        file.rotate()
        resealed = linda.records.second_factors.reseal()
        file.keep_newest()
        words = "The second factor's secret is sealed with it." if resealed else "There is no secret to seal with it."
        show({"resealed": resealed}, lambda: f"There is a new key in {file.path}. {words}", as_json=as_json)


def _words(ended: int, *, had: bool, page: str) -> str:
    browsers = "1 browser is" if ended == 1 else f"{ended} browsers are"
    factor = "The second factor is off" if had else "There was no second factor"
    return f"{browsers} signed out. {factor}. Sign in at {page} with a code by text."


def _page(linda: Linda) -> str:
    return f"{linda.settings.site_url}/desk/sign-in/"
