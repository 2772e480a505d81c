"""Two days that belong together: "drop it off friday and pick it up monday"."""

import re

from linda.language.when.grammar import Chart, Hit
from linda.language.when.reading import Moment

HANDOVER = re.compile(
    r" (?:check ?- ?(?:in|out)|checking|check (?:in|out)|checkout|checkin|returns?|returning|leave|leaving|depart|departing"
    r"|(?:come|coming|turn|turning|go|going|get|getting|head|heading|fly|flying) (?:back|out|home)|picking|pick|pickup"
    r"|drop|dropping|dropoff|collect|ending|back) "
)


def stay(chart: Chart, days: list[tuple[int, Hit]]) -> Hit | None:
    """Return the stretch between two days when the words between them hand something over or come back."""
    if len(days) != 2:
        return None
    (_, first), (place, second) = days
    between = chart.text[days[0][0] : place]
    dates = sorted((first.days[0], second.days[0]))
    if not HANDOVER.search(between) or dates[0] < chart.today or " or " in between:
        return None
    return Hit("R", first=Moment(dates[0]), last=Moment(dates[1]))
