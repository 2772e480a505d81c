"""A battery that may burn is never overlooked, whoever holds it and however he says it."""

import pytest

from linda.language.intents import Topic, read_intents

SIGNS = """
is swollen|is swelling|is swelled up|is bulging|has a bulge|is puffed up|is puffing up|looks bloated|is ballooning
is expanding|is smoking|started smoking|has smoke coming out|is on fire|caught fire|smells burnt|smells like burning
is leaking|is leaking fluid|is too hot to touch|is burning hot|gets super hot|is overheating|overheats|exploded
blew up|is sparking|is hissing|is melting|melted|burned me|shocked me|popped and hissed|got really hot|is hot
is about to explode|is oozing something|is swolen|is buldging|is smokin|is heating up|keeps getting hot
"""
SUBJECTS = ("my phone", "my iphone 13", "the battery", "battery in my s21", "her phone")
FRAMES = (
    "{}",
    "{} help",
    "hi, {}, what do i do?",
    "how much is a screen? also {}",
    "{} and it wont turn on",
    "I think {}!!",
)
DENIED_THEN_SAID = (
    "its not swollen but its smoking",
    "it isnt hot anymore but it smells burnt",
    "no smoke but the battery is bulging",
    "not just hot, its on fire",
)


def _signs() -> list[str]:
    return [sign for line in SIGNS.strip().splitlines() for sign in line.split("|")]


@pytest.mark.parametrize("sign", _signs())
def test_a_sign_of_danger_comes_first_in_every_wording(sign: str) -> None:
    for subject in SUBJECTS:
        for frame in FRAMES:
            text = frame.format(f"{subject} {sign}")
            assert read_intents(text).topics[:1] == (Topic.DANGER,), text


@pytest.mark.parametrize("text", DENIED_THEN_SAID)
def test_a_sign_denied_hides_no_other_sign(text: str) -> None:
    assert read_intents(text).topics[:1] == (Topic.DANGER,)


@pytest.mark.parametrize(
    "text",
    [
        "my battery isnt swollen",
        "no smoke no smell",
        "its not hot",
        "that deal is fire",
        "i quit smoking",
        "its hot out today",
        "is the hot pink case still there",
        "my battery dies fast",
        "screen is cracked",
        "the screen went black",
        "blowing up my phone with texts",
    ],
)
def test_a_calm_phone_is_no_danger(text: str) -> None:
    assert not read_intents(text).asks(Topic.DANGER)
