"""What sounds like a date or time and is none: "iphone 13", "order 1030", "good morning", "24/7"."""

import re

from linda.language.when.grammar import Chart, any_of, no_time, rule

PRODUCT = any_of("""
    iphones?, iph, ip, ipads?, ipod, galaxy, samsung, note, tab, pixel, moto, motorola, lg, oneplus, nokia, htc, series,
    watch, surface, playstation, xbox, macbook, air, pro, plus, max, ultra, edge, fold, flip, mini, se, xr, xs, ios,
    android, gen, generation, model, version
""")
THING = any_of("""
    order, ticket, invoice, code, number, num, case, ref, reference, room, suite, ste, unit, apt, building, bldg,
    option, step, press
""")
NOT_CLOCK = r"(?! (?:AM|PM|oclock) )"

GREETED = r"(?= (?:[!,.]|i|i'm|can|could|do|my|how|what|hi|hey|there) )"


def _opens_the_text(match: re.Match[str], _: Chart) -> bool:
    return match.start() == 0


RULES = (
    rule("good morning", r"(?:good|gud) (?:morning|afternoon|evening|night)|happy DAY\d", no_time),
    rule("morning!", rf"(?:morning|afternoon|evening){GREETED}", no_time, _opens_the_text),
    rule("24/7", r"24/7|50/50", no_time),
    rule("iphone 13", rf"{PRODUCT} (?P<hit>\d{{1,2}}(?:TH)?){NOT_CLOCK}", no_time),
    rule("s 22", rf"[agszx] (?P<hit>\d\d){NOT_CLOCK}", no_time),
    rule("order 1030", rf"{THING} (?P<hit>\d+){NOT_CLOCK}", no_time),
    rule("9th gen", r"\d{1,2}TH (?:gen|generation)", no_time),
)
