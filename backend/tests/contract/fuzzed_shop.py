"""A shop full of secrets: customers, calendar and owner with words that no honest answer to others can hold."""

import re
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

from linda.bootstrap import Linda, join
from linda.domain.clock import Clock, MovableClock
from linda.records.feed_key import FeedKey
from linda.testing.clock import FakeClock
from linda.testing.memory_store import MemoryStore
from tests.cookie_browser import Browser
from tests.owner_program import TOKEN, OwnerProgram
from tests.shop_desk import OWNER, local_settings, phone_of
from tests.visitor import Visitor

HAGGLER, BOOKED, CHATTING = "+19045550151", "+19045550152", "+19045550153"
MESSAGE = "abcdef0123456789"
NAMES = ("Zebulonia", "Quarkenfest", "Xerxesia")
WORDS = ("grumbledore", "snarkpuddle", "wobblefinch", "flumpwhistle")
"""Said by a customer, written by the owner, noted at time off, and known to the price book alone."""


class ShownClock(MovableClock):
    """A fake clock that the simulator may set; what goes by the machine's time stays on the fake one."""

    def __init__(self, fake: FakeClock) -> None:
        super().__init__()
        self.fake = fake

    @property
    def machine(self) -> Clock:
        return self.fake

    def now(self) -> datetime:
        return self.fake.now() + self._ahead

    def monotonic(self) -> float:
        return self.fake.monotonic()

    def sleep(self, seconds: float) -> None:
        self.fake.sleep(seconds)

    def move_to(self, moment: datetime) -> None:
        self._ahead = moment - self.fake.now()


@dataclass(frozen=True, slots=True)
class FuzzedShop:
    """The shop, who is there, what must not get out, and the names of real things for those who guess well."""

    linda: Linda
    clock: ShownClock
    browser: Browser
    visitor: Visitor
    markers: tuple[str, ...]
    names: dict[str, list[str]]

    def told(self, text: str) -> list[str]:
        """Return the markers that `text` holds, in whatever case; a booking's four digits stand by themselves."""
        lowered, alone = text.lower(), set(re.findall(r"\w+", text))
        return [each for each in self.markers if (each in alone if len(each) == 4 else each.lower() in lowered)]

    def wait(self, seconds: int) -> None:
        """Let some time pass, on the shop's clock and the machine's."""
        self.clock.fake.advance(timedelta(seconds=seconds))


@contextmanager
def open_fuzzed_shop() -> Iterator[FuzzedShop]:
    """Yield one in local mode, on a store in memory and a fake clock."""
    opening = datetime(2026, 2, 10, 10, tzinfo=ZoneInfo("America/New_York"))
    with TemporaryDirectory() as folder:
        settings = local_settings(Path(folder), LINDA_API_TOKEN=TOKEN)
        clock = ShownClock(FakeClock(opening))
        with closing(join(settings, clock=clock, store=MemoryStore())) as linda:
            yield _filled(linda, clock)


def _filled(linda: Linda, clock: ShownClock) -> FuzzedShop:
    program, browser, other = OwnerProgram(linda), Browser(linda), Browser(linda)
    browser.signs_in()
    other.signs_in()
    haggling = (f"my name is {NAMES[0]}", "how much for an iphone 13 screen", "too expensive", "still too much")
    for text in (*haggling, f"can you do $60? {WORDS[0]}"):
        phone_of(linda).text(HAGGLER, text)
    chatting = Visitor(linda, address="198.51.100.9")
    for text in (f"my name is {NAMES[2]}", f"how much is a pixel 7 battery {WORDS[0]}"):
        chatting.post(text)
    chatting.confirms(CHATTING)
    visitor = Visitor(linda, address="198.51.100.8")
    visitor.post("how much is an ipad screen")
    _owners_things(program)
    names = _names(program)
    assert all(names.values()), names
    markers = (*NAMES, *WORDS, *_numbers(HAGGLER, BOOKED, CHATTING, OWNER), *names["code"], *names["customer"], TOKEN)
    secrets = (FeedKey(linda.records.store).current(), browser.csrf, other.csrf, *browser.cookies.values())
    kept = (*markers, *secrets, *names["session"], *names["conversation"])
    return FuzzedShop(linda, clock, browser, visitor, kept, names)


def _owners_things(program: OwnerProgram) -> None:
    """Have the owner take time off, change a setting and write to a customer."""
    off = {"date": "2026-02-13", "time": "09:00", "minutes": 60, "note": WORDS[2]}
    settings = program.send("GET", "/api/settings").body
    services = [{**settings["services"][0], "aliases": [WORDS[3]]}, *settings["services"][1:]]
    change = {"version": settings["version"], "changes": {"services": services}}
    last = program.send("GET", "/api/conversations").body["conversations"][-1]["id"]
    own = {"id": MESSAGE, "text": f"{WORDS[1]} it is"}
    done = (
        program.send("POST", "/api/blocks", off),
        program.send("PUT", "/api/settings", change),
        program.send("POST", f"/api/conversations/{last}/messages", own),
    )
    assert [each.status for each in done] == [201, 200, 202], done


def _names(program: OwnerProgram) -> dict[str, list[str]]:
    """Have the owner book, and return what everything there is called in paths."""
    day = {"date": "2026-02-12", "time": "10:30"}
    order = {**day, "customer": BOOKED, "repair_type": "iphone_screen", "device": "iPhone 13", "name": NAMES[1]}
    booked = program.send("POST", "/api/bookings", order).body
    days = program.send("GET", "/api/calendar").body["days"]
    return {
        "code": [booked["code"]],
        "customer": [booked["customer"], HAGGLER],
        "block": [each["id"] for day in days for each in day["items"] if each["kind"] == "block"],
        "conversation": [each["id"] for each in program.send("GET", "/api/conversations").body["conversations"]],
        "message": [MESSAGE],
        "approval": [each["id"] for each in program.send("GET", "/api/cockpit").body["needs_you"]],
        "session": [each["id"] for each in program.send("GET", "/api/sessions").body["sessions"]],
        "call": ["CA" + "0" * 32],
    }


def _numbers(*numbers: str) -> list[str]:
    """Return the numbers as they are written, with and without what stands between the digits."""
    forms = ("{0}{1}{2}", "({0}) {1}-{2}", "{0}-{1}-{2}", "{0} {1} {2}")
    return [form.format(each[2:5], each[5:8], each[8:]) for each in numbers for form in forms]
