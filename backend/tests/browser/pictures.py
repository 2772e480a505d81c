"""Takes the pictures of docs/pictures: every page, wide and light, and narrow and dark, with a day's work in it.

With names of pages behind it, it takes those alone. It ends with 1 when two pictures are the same: one of them does not
show what its name says.
"""

import argparse
import hashlib
import sys
from collections.abc import Collection
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.browser.conftest import CHROMIUM, ready
from tests.browser.hands import call, phone_of, say, sign_in, text, turn_to_calls
from tests.browser.served import Served, serve
from tests.shop_desk import OWNER, ROOT

PICTURES = ROOT / "docs/pictures"
PAGES = {
    "public": "/",
    "sign-in": "/desk/sign-in/",
    "cockpit": "/desk/",
    "inbox": "/desk/inbox/",
    "leads": "/desk/leads/",
    "calendar": "/desk/calendar/",
    "results": "/desk/results/",
    "settings": "/desk/settings/",
    "simulator": "/phone/",
    "call": "/phone/",
    "poster": "/poster/",
}
STRANGERS = frozenset({"sign-in"})
"""Pages that are shown to whoever is not signed in: the owner is led on to the desk."""
DAY = (
    ("+19045550143", "book galaxy s22 screen today 2pm, my name is Joy"),
    ("+19045550143", "yes pls"),
    ("+19045550144", "iphone 12 battery tomorrow 10am my name is Chris"),
    ("+19045550144", "yes book it"),
    ("+19045550145", "do you fix ipads"),
    ("+19045550146", "third time it broke, i want to talk to Brandon"),
    (OWNER, "gym till 3:30"),
    ("+19045550142", "how much for an iphone 13 screen, its Maya"),
    ("+19045550142", "too expensive"),
    ("+19045550142", "still too much"),
    ("+19045550142", "can you do $60? the mall kiosk said 60"),
)


CALLER = "+19045550145"


def take(context: BrowserContext, served: Served, names: Collection[str], folder: Path) -> None:
    """Take the pages called `names` in `context`."""
    page = context.new_page()
    for scheme, width in (("light", 1440), ("dark", 390)):
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce")
        page.set_viewport_size({"width": width, "height": 900})
        for name in names:
            _open(page, served, PAGES[name])
            _act(page, name)
            page.screenshot(path=folder / f"{name}-{scheme}.png", full_page=name != "inbox")
    page.close()


def take_all(browser: Browser, served: Served, names: Collection[str], folder: Path = PICTURES) -> None:
    """Take the pages called `names`, each in a browser of the kind of visitor who sees it."""
    for_strangers = [name for name in names if name in STRANGERS]
    for_the_owner = [name for name in names if name not in STRANGERS]
    stranger, owner = (browser.new_context(timezone_id="America/New_York", reduced_motion="reduce") for _ in range(2))
    take(stranger, served, for_strangers, folder)
    if for_the_owner:
        sign_in(owner.new_page(), served)
    take(owner, served, for_the_owner, folder)
    for context in (stranger, owner):
        context.close()


def same_pictures(folder: Path = PICTURES) -> list[str]:
    """Return the names of pictures that have the same bytes as another one."""
    pictures: dict[str, list[str]] = {}
    for each in sorted(folder.glob("*.png")):
        pictures.setdefault(hashlib.sha256(each.read_bytes()).hexdigest(), []).append(each.name)
    return [" = ".join(names) for names in pictures.values() if len(names) > 1]


def _open(page: Page, served: Served, path: str) -> None:
    """Open a page, and make sure that it is the one that was asked for."""
    ready(page, served.url + path)
    page.wait_for_load_state("networkidle")
    expect(page).to_have_url(served.url + path)


def _act(page: Page, name: str) -> None:
    """Do what a picture shows being done; the call of the wide one goes on in the narrow one."""
    is_wide = page.viewport_size is not None and page.viewport_size["width"] > 1000
    if name == "simulator" and is_wide:
        text(page, "how much to fix a cracked iphone 13 screen")
    if name == "call":
        page.get_by_label("Customer", exact=True).select_option(CALLER)
        turn_to_calls(page)
        if is_wide:
            call(page)
            say(page, "how much for an iphone thirteen screen")
        expect(phone_of(page, "customer").get_by_role("log")).to_contain_text("seventy-nine dollars")


def main(arguments: list[str] | None = None) -> int:
    """Take them all, or those that are named."""
    parser = argparse.ArgumentParser(prog="pictures", description="Take the pictures of docs/pictures.")
    parser.add_argument("names", nargs="*", metavar="PAGE", help=f"one of {', '.join(PAGES)}; without one, all")
    names = parser.parse_args(arguments).names or list(PAGES)
    if unknown := set(names) - set(PAGES):
        parser.error(f"there is no page called {', '.join(sorted(unknown))}")
    PICTURES.mkdir(parents=True, exist_ok=True)
    with serve("2026-02-10T12:46") as served, sync_playwright() as playwright:
        for sender, said in DAY:
            served.phone.text(sender, said)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-dev-shm-usage"])
        take_all(browser, served, names)
        browser.close()
    if same := same_pictures():
        sys.stderr.write(f"The same picture twice: {'; '.join(same)}\n")
        return 1
    sys.stdout.write(f"{len(list(PICTURES.glob('*.png')))} pictures in {Path('docs/pictures')}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
