"""The HTTP API: what the pages, the owner's programs and the simulator ask for, one file a subject."""

from linda.entrypoints.api.door import Api
from linda.entrypoints.api.parts import Parts

__all__ = ["Api", "Parts"]
