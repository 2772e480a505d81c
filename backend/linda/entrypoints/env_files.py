"""The variables a command sees: those of `.env` beside the README or in `backend`, and over them the environment's."""

import os
from pathlib import Path

from dotenv import dotenv_values

from linda.domain.errors import InvalidInput

ENV_FILES = (Path(".env"), Path("backend/.env"))


def read_environment() -> dict[str, str]:
    """Return every variable that says something; an empty one is not set. Raises `InvalidInput`."""
    found: dict[str, str] = {}
    for file in ENV_FILES:
        try:
            found |= {name: value for name, value in dotenv_values(file).items() if value}
        except UnicodeDecodeError:
            raise InvalidInput(f"{file} must be saved as UTF-8 text.") from None
    return {name: value.strip() for name, value in {**found, **os.environ}.items() if value.strip()}


def environment_of_the_log() -> dict[str, str]:
    """Return the same, and nothing where a file can't be read: whoever needs what is in it says so."""
    try:
        return read_environment()
    except InvalidInput:
        return {}
