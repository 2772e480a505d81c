"""Makes each function once per container; every file of this folder starts here."""

import os

from linda.entrypoints.functions import Function
from linda.entrypoints.functions.container import Container
from linda.entrypoints.functions.snapshot import register
from linda.entrypoints.functions.specs import FunctionSpec


def function(spec: FunctionSpec) -> Function:
    """Return the function `spec`: joined at its first call, or before a snapshot where AWS takes one."""
    container = Container(spec, os.environ)
    register(container)
    return Function(container)
