"""What no line of a log may hold: phone numbers in every written form, and what opens a door.

Where a run of digits could be a number it is taken for one: a line that has lost an honest figure can still be read, a
number that was written stays in every copy of the log. What looks alike and is known to be honest is let through first.
"""

import re
from collections.abc import Iterable
from functools import cache

NUMBER, SECRET = "[number]", "[secret]"

_HEX = r"[0-9A-Fa-f]"
_ESCAPED = rf"%(?:25){{0,4}}{_HEX}{{2}}|\\{{1,8}}(?:u{_HEX}{{4}}|x{_HEX}{{2}}|[nrtfb\"'/])|&(?:nbsp|\#\d{{2,4}});"
_GAP = rf"(?:{_ESCAPED}|[^\w]|_)"
"""Anything that is neither letter nor digit, as it is or escaped for an address, JSON, Python or HTML."""

_START = rf"(?:(?<!\d)|(?<=%{_HEX}{{2}})|(?<=\\u{_HEX}{{4}})|(?<=\\x{_HEX}{{2}}))"
_PLUS_SIGN = r"(?:\+|%(?:25){0,4}2[Bb]|\\{1,8}u002[Bb]|\\{1,8}x2[Bb]|&\#43;)"
_PLUS = rf"(?:{_PLUS_SIGN}|011|00)"
_AREA, _LINE = r"[2-9]\d{2}", r"\d{4}(?!\d)"
_COUNTRY = rf"(?:(?:{_PLUS}{_GAP}{{0,2}})?1{_GAP}{{0,6}})?(?:\(|%(?:25){{0,4}}28)?"

_HONEST = rf"""
    (?<![0-9A-Za-z])[A-Z]{{2}}[0-9a-f]{{32}}(?![0-9A-Za-z])                            # Twilio's SIDs
  | (?<![0-9A-Za-z]){_HEX}{{8}}(?:-{_HEX}{{4}}){{3}}-{_HEX}{{12}}(?![0-9A-Za-z])       # UUIDs
  | (?<![0-9A-Za-z%])(?=\d*[a-f])[0-9a-f]{{16,}}(?![0-9A-Za-z])                        # hashes
  | (?<![\d.])\d{{1,3}}(?:\.\d{{1,3}}){{3}}(?!\d)(?::\d{{1,5}}(?!\d))?                 # IPv4 addresses and their ports
"""
_NORTH_AMERICAN = rf"""
    {_START}{_COUNTRY}{_AREA}{_GAP}{{1,6}}{_AREA}{_GAP}{{1,6}}{_LINE}                  # (904) 555-0142, 904.555.0142
  | {_START}{_COUNTRY}{_AREA}(?![.,:]){_GAP}{{1,6}}{_AREA}{_LINE}                      # (904)5550142
  | {_START}{_COUNTRY}{_AREA}{_AREA}(?![.,:]){_GAP}{{1,6}}{_LINE}                      # 904555-0142
  | {_START}(?:{_PLUS}?1[ -]?)?(?<!\d\.){_AREA}{_AREA}{_LINE}                          # +19045550142, 9045550142
  | {_START}(?:1[ .-]{{1,2}})?[2-9](?:[ .-]{{1,2}}\d){{9}}(?!\d)                       # 9 0 4 5 5 5 0 1 4 2
"""
_BETWEEN = r"(?:[ ().\-/]|%(?:25){0,4}(?:20|2[89DdEeFf])){0,2}"
_OF_OTHER_COUNTRIES = rf"""
    {_PLUS_SIGN}[ ]?[1-9](?:{_BETWEEN}\d){{6,14}}(?!\d)                                # +44 20 7946 0958
  | {_START}(?:00|011)[1-9]\d{{8,12}}(?!\d)                                            # 00442079460958
"""
_NUMBERS = rf"(?P<honest>{_HONEST})|(?:{_NORTH_AMERICAN}|{_OF_OTHER_COUNTRIES})"

_QUOTED = r"""(?P<quote>\\{0,8}["'])(?:(?!(?P=quote)).)*(?P=quote)"""
_HEADER = (
    r"(?:proxy-)?authorization|(?:set-)?cookie|x-twilio-signature|x-csrf-token|x-visitor|x-api-key|api-key"
    r"|x-amz-security-token"
)
_NAME = r"[\w-]{0,40}(?:token|secret|password|passwd|api_?key|ticket|csrf|signature|visitor|credentials?)"
_RECOVERY = r"[a-z2-9]{5}[ -]?[a-z2-9]{5}\b"
_SECRETS = rf"""
    (?P<before>
        \b(?:{_HEADER})\\{{0,8}}["']?\s*[:=]\s*\[?\s*b?(?=[\\"'])                         # "cookie": "..."
      | \b(?:{_HEADER})\\{{0,8}}["']\s*,\s*b?(?=[\\"'])                                   # (b"cookie", b"...")
      | \b{_NAME}\\{{0,8}}["']\s*[:,]\s*b?(?=\\{{0,8}}["'])                               # "token": "..."
      | \b{_NAME}=(?=\\{{0,8}}["'])                                                       # token='...'
    ){_QUOTED}
  | (?P<before2>\b(?:{_HEADER})\s*:\s*)[^\s\\"'][^\r\n\\"']*                              # Cookie: a=b; c=d
  | (?P<before3>(?:\b{_NAME}=|[?&](?:key|code|booking)=))[^\s&"'\\,;)\]}}]+               # ?token=...
  | (?P<before4>\b(?:Bearer|Basic)\s+)[A-Za-z0-9._~+/-]{{16,}}=*
  | (?P<before5>\bcode\b\W{{1,6}}(?:is\W+)?)(?:\d{{6}}(?!\d)|{_RECOVERY}(?=\\{{0,8}}["']))  # "code": "123456"
  | (?<!\d)\d{{6}}(?=\W+is\W+your\W+code)
  | \bsk-[A-Za-z0-9_-]{{12,}}
  | (?P<before6>://[^\s/:@"']{{1,64}}:)[^\s/@"']+(?=@)                                 # https://user:password@host
"""


def redact(text: str, secrets: Iterable[str] = ()) -> str:
    """Return `text` without phone numbers, without what opens a door, and without the known `secrets`."""
    for secret in secrets:
        text = text.replace(secret, SECRET)
    return _compiled(_NUMBERS).sub(_unless_honest, _compiled(_SECRETS, re.IGNORECASE).sub(_value_hidden, text))


@cache
def _compiled(pattern: str, how: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """Compile at the first line of the log, which a function on AWS may never write."""
    return re.compile(pattern, re.VERBOSE | how)


def _unless_honest(found: re.Match[str]) -> str:
    return found[0] if found["honest"] else NUMBER


def _value_hidden(found: re.Match[str]) -> str:
    groups = found.groupdict()
    before = next((groups[name] for name in groups if name.startswith("before") and groups[name]), "")
    quote = groups["quote"] or ""
    return f"{before}{quote}{SECRET}{quote}"
