"""Makes each function once per container; every file of this folder starts here."""

import gc
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from linda.entrypoints.functions import Function


def function(name: str) -> "Function":
    """Return the function `name`: joined at its first call, or before a snapshot where AWS takes one."""
    gc.disable()  # before the imports, most of what there is to look through (linda.entrypoints.functions.collection)
    from linda.entrypoints.functions import Function
    from linda.entrypoints.functions.container import Container
    from linda.entrypoints.functions.snapshot import register
    from linda.entrypoints.functions.specs import SPECS
    from linda.entrypoints.logs import log_in_function

    log_in_function(os.environ)
    container = Container(SPECS[name], os.environ)
    register(container)
    return Function(container)
