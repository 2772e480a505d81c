"""Joins the parts once per container; every function of this folder starts here."""

import os
from functools import cache

from linda.bootstrap import Linda, join
from linda.settings import Settings


@cache
def linda() -> Linda:
    """Return LINDA as the environment describes her, joined at the first call."""
    return join(Settings.from_environment(os.environ))
