"""The README cannot lie: its transcript is played, its commands and files are there."""

import re
from datetime import timedelta

from linda.entrypoints.cli import main
from tests.shop_desk import CUSTOMER, OWNER, ROOT, clock_of, open_shop, phone_of

README = (ROOT / "README.md").read_text(encoding="utf-8")
TRANSCRIPT = re.search(r"```text\n(.*?)```", README, re.DOTALL)
AT = "2026-02-10T14:46"


def test_the_transcript_is_what_linda_says() -> None:
    assert TRANSCRIPT is not None
    lines = TRANSCRIPT[1].strip().splitlines()
    assert "\n".join(lines) == "\n".join(_played([each.removeprefix("Customer: ") for each in lines[::2]]))


def test_every_file_and_command_the_readme_names_is_there() -> None:
    named = set(re.findall(r"\]\(([^)#]+)\)", README)) | set(re.findall(r"`(backend/[\w/.]+)`", README))
    missing = [each for each in named if not (ROOT / each).exists()]
    commands = set(re.findall(r"`linda (\w+)", README)) - set(main.commands)
    targets = set(re.findall(r"`make (\w+)`", README)) - set(re.findall(r"^(\w+):", _makefile(), re.MULTILINE))
    assert (missing, commands, targets) == ([], set(), set())


def _makefile() -> str:
    return (ROOT / "Makefile").read_text(encoding="utf-8")


def _played(texts: list[str]) -> list[str]:
    lines = []
    with open_shop(AT) as linda:
        phone = phone_of(linda)
        phone.text(OWNER, "gym till 3:30")
        for number, text in enumerate(texts):
            clock_of(linda).advance(timedelta(seconds=20))
            replies = phone.text(CUSTOMER, text, sid=f"SM{number:032x}").replies
            lines += [f"Customer: {text}", f"LINDA: {' '.join(replies)}"]
    return lines
