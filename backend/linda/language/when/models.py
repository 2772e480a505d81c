"""Numbers that name a device or a thing, and never a date or a time: "iphone 13", "note 9", "order 1030"."""

from linda.language.when.grammar import any_of, no_time, rule

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

RULES = (
    rule("iphone 13", rf"{PRODUCT} (?P<hit>\d{{1,2}}(?:TH)?){NOT_CLOCK}", no_time),
    rule("s 22", rf"[agszx] (?P<hit>\d\d){NOT_CLOCK}", no_time),
    rule("order 1030", rf"{THING} (?P<hit>\d+){NOT_CLOCK}", no_time),
    rule("9th gen", r"\d{1,2}TH (?:gen|generation)", no_time),
)
