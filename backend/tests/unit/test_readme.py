"""The README cannot lie: its transcript is played, its commands and files are there."""

import re
from datetime import timedelta

from linda.entrypoints.cli import main
from tests.shop_desk import CUSTOMER, OWNER, ROOT, clock_of, open_shop, phone_of

README = (ROOT / "README.md").read_text(encoding="utf-8")
TRANSCRIPTS = re.findall(r"```text\n(.*?)```", README, re.DOTALL)
AT = "2026-02-10T14:46"


def test_the_transcripts_are_what_linda_says() -> None:
    texts, call = (each.strip().splitlines() for each in TRANSCRIPTS)
    assert "\n".join(texts) == "\n".join(_played([each.removeprefix("Customer: ") for each in texts[::2]]))
    assert "\n".join(call) == "\n".join(_called([each.removeprefix("Caller: ") for each in call[1::2]]))


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


def _called(sentences: list[str]) -> list[str]:
    with open_shop(AT) as linda:
        phone = phone_of(linda)
        phone.new_id = lambda: "0" * 32
        phone.text(OWNER, "gym till 3:30")
        call = phone.call(CUSTOMER)
        lines = [f"LINDA: {' '.join(call.heard)}"]
        for sentence in sentences:
            lines += [f"Caller: {sentence}", f"LINDA: {' '.join(call.say(sentence))}"]
        return lines
