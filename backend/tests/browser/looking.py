"""What is wrong with a page as it stands: for axe, and by its width."""

from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Page

THEMES = ("light", "dark")
WIDTHS = (320, 390, 768, 1440)
_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def wear(page: Page, theme: str) -> None:
    """Show the page in a theme, with nothing that moves."""
    page.emulate_media(color_scheme="dark" if theme == "dark" else "light", reduced_motion="reduce")


def wrong_with(page: Page) -> list[str]:
    """Return by how much the page is too wide, and each rule of axe that it breaks."""
    sideways = page.evaluate(_TOO_WIDE)
    found = [f"{sideways} px too wide"] if sideways > 0 else []
    for each in Axe().run(page, options={"runOnly": _TAGS}).response["violations"]:
        where = ", ".join(str(node["target"]) for node in each["nodes"][:3])
        found.append(f"{each['id']} ({each['impact']}) at {where}")
    return found
