"""A whole LINDA for tests: fake clock, a store of her own, the simulated phone, no network."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from linda.adapters.simulated_phone import SimulatedPhone
from linda.bootstrap import Linda, join
from linda.conversation.brain import Brain
from linda.records.store import Store
from linda.settings import Settings
from linda.testing.clock import FakeClock

ROOT = Path(__file__).resolve().parents[2]
CUSTOMER = "+19045550142"
OWNER = "+19045550199"


@contextmanager
def open_shop(
    at: str = "2026-02-10T10:00",
    *,
    model: Brain | None = None,
    folder: Path | None = None,
    store: Store | None = None,
    **environment: str,
) -> Iterator[Linda]:
    """Yield a LINDA of the repository's own shop file whose clock shows `at` (shop zone) and moves only when told."""
    with TemporaryDirectory() as temporary:
        settings = local_settings(folder or Path(temporary), **environment)
        clock = FakeClock(datetime.fromisoformat(f"{at}-05:00"))
        linda = join(settings, clock=clock, model=model, store=store)
        clock.set(datetime.fromisoformat(at).replace(tzinfo=linda.shops.file.shop.timezone))
        try:
            yield linda
        finally:
            linda.close()


def local_settings(folder: Path, **environment: str) -> Settings:
    """Return the settings of local mode with its data in `folder`, and what `environment` sets beside."""
    needed = {
        "LINDA_DATA_DIR": str(folder),
        "LINDA_SHOP_FILE": str(ROOT / "shop.toml"),
        "LINDA_OWNER_PHONE": OWNER,
    }
    return Settings.from_environment({**needed, **environment})


def clock_of(linda: Linda) -> FakeClock:
    """Return the clock under the test's control."""
    assert isinstance(linda.clock, FakeClock)
    return linda.clock


def phone_of(linda: Linda) -> SimulatedPhone:
    """Return the simulated phone, with everybody's threads."""
    assert isinstance(linda.sender, SimulatedPhone)
    return linda.sender
