"""Makes each function once per container; every file of this folder starts here."""

import gc
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from linda.entrypoints.functions import Function


def function(name: str) -> "Function":
    """Return the function `name`: joined at its first call, or before a snapshot where AWS takes one.

    Garbage is collected from its first answer, or the snapshot, on (`linda.entrypoints.functions.collection`).
    """
    gc.disable()  # before the imports, which are most of what there is to look through
    from linda.entrypoints.functions import Function
    from linda.entrypoints.functions.container import Container
    from linda.entrypoints.functions.snapshot import register
    from linda.entrypoints.functions.specs import SPECS

    container = Container(SPECS[name], os.environ)
    register(container)
    return Function(container)
