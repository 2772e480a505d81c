"""The shop's settings: look, change, go back to the shop file, or take them along as one."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.openapi.params import Query

from linda.adapters.shop_file.form import START_EVERY
from linda.adapters.shop_file.load import key_words
from linda.adapters.shop_file.sections import SECTIONS, changed_sections, sections_of
from linda.domain.discount import Reason
from linda.domain.errors import Conflict
from linda.domain.owner_state import OwnerState
from linda.domain.shop import Persona, Shop
from linda.entrypoints.api.downloads import download
from linda.entrypoints.api.parts import Parts
from linda.entrypoints.api.problems import Problem
from linda.entrypoints.api.settings_form import LegalSettings, SettingsChange, ShopSettings
from linda.language.devices import BRAND_NAMES

MOST_LETTERS = 100_000
"""So long may the changed sections be as JSON; a row of DynamoDB holds four times as much."""

_LEGAL = LegalSettings(
    brands=list(BRAND_NAMES),
    reasons=[str(each) for each in Reason],
    personas=[str(each) for each in Persona],
    start_every=list(START_EVERY),
)


@dataclass(frozen=True, slots=True)
class SettingsOfShop:
    """The routes under /api/settings."""

    parts: Parts

    def show(self) -> ShopSettings:
        """Return the settings in force."""
        return self._document(self.parts.records.states.current(fresh=True))

    def change(self, change: SettingsChange) -> ShopSettings:
        """Put whole sections in force; 409 with the current ones when somebody else was faster."""
        state = self.parts.records.states.current(fresh=True)
        if state.settings_version != change.version:
            raise self._stale()
        before = sections_of(self.parts.shops.of(state))
        wanted = self._checked(before, {name: _given(each) for name, each in change.changes.items()})
        return self._put_in_force(changed_sections(wanted, self.parts.shops.file.shop), change.version)

    def reset(self, version: Annotated[int, Query(ge=0)]) -> ShopSettings:
        """Go back to the shop file; 409 with the current settings when `version` is not theirs."""
        return self._put_in_force({}, version)

    def export(self) -> Response[str]:
        """Return the settings in force as a shop file, with the comments of the one that is there."""
        from linda.adapters.shop_file.exporting import exported

        shop = self.parts.shops.of(self.parts.records.states.current(fresh=True))
        return download("shop.toml", "text/plain; charset=utf-8", exported(self.parts.shops.file, shop))

    def _checked(self, before: Mapping[str, Any], changes: Mapping[str, Any]) -> Shop:
        unknown = [(name, "stands in shop.toml alone and is changed there") for name in changes if name not in SECTIONS]
        shop = self.parts.shops.with_sections({**before, **changes})
        if isinstance(shop, Shop) and not unknown:
            return shop
        findings = [] if isinstance(shop, Shop) else [(key_words(path), sentence) for path, sentence in shop]
        raise _unfit(unknown or findings)

    def _put_in_force(self, sections: Mapping[str, Any], version: int) -> ShopSettings:
        if len(json.dumps(sections)) > MOST_LETTERS:
            raise _unfit([("", f"These settings are longer than {MOST_LETTERS} letters; leave something out.")])
        try:
            return self._document(self.parts.records.shop_settings.put_in_force(sections, over=version))
        except Conflict:
            raise self._stale() from None

    def _stale(self) -> Problem:
        said = "The settings were changed by somebody else: look at the current ones, and change those."
        return Problem(409, said, current=self.show().model_dump(mode="json"))

    def _document(self, state: OwnerState) -> ShopSettings:
        shop = self.parts.shops.of(state)
        changed = list(changed_sections(shop, self.parts.shops.file.shop))
        sections = sections_of(shop)
        return ShopSettings(version=state.settings_version, changed=changed, legal=_LEGAL, **sections)


def _given(value: Any) -> Any:
    """Return what JSON says without its nulls: in the shop file a key that says nothing is left out."""
    if isinstance(value, dict):
        return {key: _given(each) for key, each in value.items() if each is not None}
    return [_given(each) for each in value] if isinstance(value, list) else value


def _unfit(findings: list[tuple[str, str]]) -> Problem:
    errors = [{"at": at, "says": says} for at, says in sorted(set(findings))]
    said = "; ".join(f"{each['at']}: {each['says']}" if each["at"] else each["says"] for each in errors)
    return Problem(422, said, errors=errors)
