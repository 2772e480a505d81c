"""What is broken, in the words of who broke it."""

import pytest

from linda.language.devices import read_devices
from linda.language.repairs import read_repairs

SYMPTOMS: dict[str, str] = {
    "screen": """
        screen|scren|my screen is cracked|cracked
        shattered|smashed screen|front glass broken|lcd is busted|black screen
        green lines on my display|touch not working|ghost touch|screen wont respond to touch|dropped it and it cracked
        display went black|spider webbed|i need a new screen
        screeen repair|fix my screne|screen still works but its cracked
        my phone is cracked|digitizer|dead pixels
    """,
    "battery": """
        battery|battry|dies fast|phone dies so quick
        battery drains fast|wont hold a charge|doesnt hold a charge|new batt
        dies at 30%|keeps dying|charge doesnt last|battery health 70%|batery replacement|phone doesnt last all day
        have to charge it all day|swap the battery
    """,
    "charging_port": """
        wont charge|not charging|charging port|chargin port|charge port is loose|charger falls out|doesnt charge
        stopped charging|port is broken|only charges at an angle|usb port|cant charge my phone|wiggle the cord
        charging issues|no charge when i plug it in|charger port|it wont charge anymore
    """,
    "back_glass": """
        back glass|back is shattered|cracked back|the back of my phone is cracked|rear glass|back cover broken
        glass on the back broke|its cracked on the back|back glas|backside cracked|fix the back
    """,
    "water_damage": """
        water damage|dropped in the pool|fell in the toilet
        got wet|spilled coffee on it|phone in the ocean|washed my phone
        it went swimming|liquid damage|dropped it in water|left it in the rain|phone took a swim|soaked
    """,
    "diagnostics": """
        wont turn on|not sure whats wrong|diagnostic
        diagnostics|whats wrong with my phone|stuck on apple logo|boot loop
        keeps restarting|my phone is dead|phone died|no sound
        camera not working|mic doesnt work|its acting weird|glitching
        frozen|no service|something is wrong with it
        can you check my phone|speaker broken|wont power on|cant hear anyone
        it just stopped working|idk whats wrong
    """,
    "remote_diagnostic": """
        remote diagnostic|can you diagnose it over the phone|remote diagnostics|virtual check|diagnose online
    """,
}
CASES = [
    (repair, text)
    for repair, table in SYMPTOMS.items()
    for line in table.split("\n")
    for text in line.strip().split("|")
    if text
]


@pytest.mark.parametrize(("repair", "text"), CASES)
def test_a_symptom_means_its_repair_alone(repair: str, text: str) -> None:
    assert read_repairs(text) == (repair,)


@pytest.mark.parametrize("device", ["iphone 13", "s22 ultra", "my pixel 7", "samsung a14"])
def test_a_device_beside_the_part_changes_neither(device: str) -> None:
    for part, repair in (
        ("screen", "screen"),
        ("battery", "battery"),
        ("back glass", "back_glass"),
        ("charging port", "charging_port"),
    ):
        text = f"how much for {device} {part}"
        assert read_repairs(text) == (repair,)
        assert len(read_devices(text)) == 1


@pytest.mark.parametrize(
    ("text", "repairs"),
    [
        ("screen and battery", ("screen", "battery")),
        ("battery n screen", ("battery", "screen")),
        ("cracked my screen and back glass", ("screen", "back_glass")),
        ("back glass and charging port", ("back_glass", "charging_port")),
        ("screen is cracked and it wont charge", ("screen", "charging_port")),
        ("not just the screen, the battery too", ("screen", "battery")),
        ("dropped it in the pool and the screen cracked", ("water_damage", "screen")),
        ("i need the screen and the battery", ("screen", "battery")),
    ],
)
def test_several_repairs_come_in_order(text: str, repairs: tuple[str, ...]) -> None:
    assert read_repairs(text) == repairs


@pytest.mark.parametrize(
    ("text", "repairs"),
    [
        ("not the screen, the battery", ("battery",)),
        ("the screen is fine but the battery dies", ("battery",)),
        ("nothing wrong with the screen its the battery", ("battery",)),
        ("i dont need the screen fixed, just the battery", ("battery",)),
        ("no screen damage just the charging port", ("charging_port",)),
        ("battery instead of the screen", ("battery",)),
        ("screen is not cracked, back is", ()),
        ("the screen is fine", ()),
        ("my battery is good", ()),
        ("screen was already replaced", ()),
        ("without the back glass", ()),
    ],
)
def test_a_part_said_to_be_fine_is_not_repaired(text: str, repairs: tuple[str, ...]) -> None:
    assert read_repairs(text) == repairs


@pytest.mark.parametrize(
    "text",
    [
        "screen protector",
        "do you sell tempered glass protectors",
        "can i come back at 3",
        "ill be right back",
        "call me back",
        "how much",
        "hello",
        "are you open",
        "sent a screenshot",
        "battery case",
        "",
    ],
)
def test_what_names_no_repair_yields_none(text: str) -> None:
    assert read_repairs(text) == ()


ALIASES = {
    "Camera lens": "camera",
    "glass on the rear": "back_glass_deluxe",
    "!!": "nothing",
    "screen": "iphone_screen",
}


@pytest.mark.parametrize(
    ("text", "repairs"),
    [
        ("my camera lens broke", ("camera",)),
        ("CAMERA LENS!", ("camera",)),
        ("glass on the rear is cracked", ("back_glass_deluxe",)),
        ("cracked screen", ("iphone_screen",)),
        ("battery", ("battery",)),
        ("camera lens and battery", ("camera", "battery")),
    ],
)
def test_the_shops_own_names_win(text: str, repairs: tuple[str, ...]) -> None:
    assert read_repairs(text, ALIASES) == repairs
