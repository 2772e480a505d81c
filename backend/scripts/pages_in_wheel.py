"""Take the built pages into the wheel, so that LINDA serves them where there is no Node; a part of its build."""

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class PagesInWheel(BuildHookInterface[Any]):
    """Puts what `make pages` built where `linda up` looks first; without pages the wheel is built all the same."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the pages, unless LINDA is installed to be worked on: then she serves those of the checkout."""
        pages = Path(self.root) / "frontend/out"
        if version != "editable" and (pages / "index.html").is_file():
            build_data["force_include"][str(pages)] = "linda/web"
