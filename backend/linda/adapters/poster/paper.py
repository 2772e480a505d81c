"""Sheets of paper, in points of 1/72 inch."""

from dataclasses import dataclass

POINTS_PER_MM = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet, upright. `css_width` and `css_height` say its size with a unit, for SVG."""

    width: float
    height: float
    css_width: str
    css_height: str


PAPERS = {
    "letter": Paper(8.5 * 72, 11 * 72, "8.5in", "11in"),
    "a4": Paper(210 * POINTS_PER_MM, 297 * POINTS_PER_MM, "210mm", "297mm"),
}
"""ANSI Letter and ISO 216 A4, by the name on the command line."""
