"""The shop in force: the file's, with the sections the owner has changed on the dashboard in place of its own."""

import logging
from collections.abc import Mapping
from typing import Any

from linda.adapters.shop_file.checks import Finding
from linda.adapters.shop_file.load import ShopFile, key_words, shop_of
from linda.domain.owner_state import OwnerState
from linda.domain.shop import Shop
from linda.records import Records

_log = logging.getLogger(__name__)


class Shops:
    """The shop as each state of the owner's has it; the store is asked once for every version of the settings."""

    def __init__(self, file: ShopFile, records: Records) -> None:
        """Start from `file`; `records` hold what the owner has changed since."""
        self.file = file
        self._records = records
        self._held = (0, file.shop)

    def current(self) -> Shop:
        """Return the shop as it is right now; raises `StoreUnavailable`."""
        return self.of(self._records.states.current())

    def of(self, state: OwnerState) -> Shop:
        """Return the shop that goes with `state`; raises `StoreUnavailable`.

        Settings that no longer fit the shop file are left out: then what was in force before stays, which at the
        start is the file alone.
        """
        version, shop = self._held
        if version != state.settings_version:
            shop = self._read(state.settings_version, instead=shop)
            self._held = (state.settings_version, shop)
        return shop

    def with_sections(self, sections: Mapping[str, Any]) -> Shop | list[Finding]:
        """Return the file's shop with `sections` in place of its own, or all that can't be in it."""
        return shop_of({**self.file.tables, **sections})

    def problems(self, version: int) -> list[str]:
        """Return why the settings of `version` can't be in force beside this shop file; nothing when they are."""
        sections = self._records.shop_settings.sections(version)
        if sections is None:
            return [f"the settings of version {version} are not in the store"]
        shop = self.with_sections(sections)
        return [] if isinstance(shop, Shop) else [f"{key_words(path)}: {sentence}" for path, sentence in shop]

    def _read(self, version: int, *, instead: Shop) -> Shop:
        sections = self._records.shop_settings.sections(version)
        shop = self.with_sections(sections) if sections is not None else None
        if isinstance(shop, Shop):
            return shop
        _log.error("the settings of version %d do not fit %s and are left out: linda doctor", version, self.file.name)
        return instead
