"""SnapStart: a container is copied when everything is loaded and tried out, and renewed each time a copy starts.

After AWS, "Lambda SnapStart runtime hooks" and "Handling uniqueness": copies must share no randomness, no connection
and no secret that has changed since.
"""

import gc
import logging
import random
from collections.abc import Mapping
from datetime import UTC, datetime

from linda.adapters.dynamo_store import DynamoStore
from linda.bootstrap import Linda, join
from linda.conversation.brain import Deadline, Draft, Turn
from linda.conversation.toolbox import Toolbox
from linda.entrypoints.functions.collection import resume
from linda.entrypoints.functions.container import Container
from linda.entrypoints.functions.specs import FunctionSpec, answers
from linda.entrypoints.http_event import HttpRequest, build_event
from linda.settings import Settings

PLAYED = "rehearsal-0123456789abcdef0123456789abcdef"
"""Stands for every secret before the snapshot."""

NOBODY = "http://127.0.0.1:9/v1"
"""Where no model listens: asking there loads all that asking takes, and ends at once."""

_CLAIMS = "An iPhone 13 screen is $79 and takes 45 min, 10% off. Brandon is back at 3:30 PM; 2 openings left tomorrow."
_TEXTS = ("how much to fix an iphone 13 screen?", "book it tomorrow at 10 am")
_API = (("GET", "/api/state"), ("GET", "/api/openings"), ("GET", "/api/bookings"), ("GET", "/api/public"))

_log = logging.getLogger(__name__)


def register(container: Container) -> None:
    """Have the hooks called by AWS's runtime, where it has SnapStart."""
    try:
        from snapshot_restore_py import (  # type: ignore[import-untyped]
            register_after_restore,
            register_before_snapshot,
        )
    except ImportError:
        return  # python3.11 has none
    register_before_snapshot(before_snapshot, container)
    register_after_restore(after_restore, container)


def before_snapshot(container: Container) -> None:
    """Load and try out everything, without the real store, network or a secret; a failure only costs the time saved."""
    try:
        played = {name: PLAYED for name in container.spec.secrets if name != "LINDA_SECRET_KEYS"}
        store = container.open(Settings.from_environment({**container.environment, **played}))
        rehearse(container.spec, container.environment)
        if isinstance(store, DynamoStore):
            store.rehearse()
    except Exception:  # noqa: BLE001 - an entry point: without the rehearsal the first answer is slower, and right
        _log.exception("the rehearsal before the snapshot failed")
    gc.collect()  # else each copy would do it in its first call, where it takes longer than the answer
    resume()


def after_restore(container: Container) -> None:
    """Renew what a copy must not share; what fails is tried again, and told, by the first call."""
    random.seed()
    container.forget()
    try:
        container.linda()
    except Exception:  # noqa: BLE001 - an entry point: the first call answers with what is wrong
        _log.exception("LINDA could not be joined after the restore")


def rehearse(spec: FunctionSpec, environment: Mapping[str, str]) -> None:
    """Let a LINDA of her own, on a store that is thrown away, answer what this function will be asked."""
    from tempfile import TemporaryDirectory

    for model in (None, _Claiming()) if "OPENAI_API_KEY" in spec.secrets else (None,):
        with TemporaryDirectory(prefix="linda-rehearsal-") as folder:
            played = {"LINDA_DATA_DIR": folder, "LINDA_API_TOKEN": PLAYED, "OPENAI_BASE_URL": NOBODY}
            shop = {name: environment[name] for name in ("LINDA_SHOP_FILE",) if name in environment}
            settings = Settings.from_environment({**played, **shop})
            linda = join(settings, model=model, rules_only="OPENAI_API_KEY" not in spec.secrets)
            try:
                _texts(linda)
                _requests(linda, spec)
            finally:
                linda.close()


class _Claiming:
    """A model that claims something of everything, so that every check of claims is made once."""

    name = "rehearsal"

    def reply(self, turn: Turn, tools: Toolbox, deadline: Deadline) -> Draft:
        """Return the claims."""
        return Draft(_CLAIMS, turn.facts, None, self.name)


def _texts(linda: Linda) -> None:
    from linda.adapters.simulated_phone import SimulatedPhone

    phone = linda.sender
    if isinstance(phone, SimulatedPhone):
        for text in _TEXTS:
            phone.text("+19045550142", text)


def _requests(linda: Linda, spec: FunctionSpec) -> None:
    headers = (("authorization", f"Bearer {PLAYED}"),)
    for method, path in _API:
        if answers(spec, path):
            request = HttpRequest(method, path, headers=headers)
            linda.api.handle(build_event(request, now=datetime.now(UTC), request_id="rehearsal"), None)
