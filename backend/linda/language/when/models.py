"""Numbers that name a device or a thing, and never a date or a time: "iphone 13", "note 9", "order 1030"."""

import re

from linda.language.when.grammar import Chart, Hit, rule

PRODUCTS = (
    r"(?:iphone|iphones|phone|iph|ip|ipad|ipads|ipod|galaxy|samsung|sam|note|tab|pixel|moto|motorola|lg|oneplus|nokia|htc"
    r"|series|watch|surface|playstation|xbox|macbook|air|pro|plus|max|ultra|edge|fold|flip|mini|z|s|a|g|se|x|xr|xs|ios"
    r"|android|generation|gen|model|version)"
)
THINGS = r"(?:order|ticket|invoice|code|number|no|num|case|ref|reference|room|suite|ste|unit|apt|building|bldg|option|step|press)"


def _a_name(_: re.Match[str], __: Chart) -> Hit:
    return Hit("X")


RULES = (
    rule("iphone 13", rf"{PRODUCTS} (?P<hit>\d{{1,2}}(?:TH)?)(?! (?:AM|PM|oclock) )", _a_name),
    rule("order 1030", rf"{THINGS} (?P<hit>\d+)(?! (?:AM|PM|oclock) )", _a_name),
    rule("9th gen", r"\d{1,2}TH (?:gen|generation)", _a_name),
)
