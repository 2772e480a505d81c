"""The owner's second factor: checked, put in force, and turned off."""

import secrets
from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import datetime

from linda.domain.errors import Conflict, SecretLost
from linda.domain.limits import TRIES_OF_THE_SECOND_FACTOR, Allowance
from linda.domain.second_factor import SecondFactor, Verdict
from linda.domain.sign_in import new_long_code, read_long_code, recovery_digest
from linda.records.enrolments import Enrolment
from linda.records.secret_box import SecretBox
from linda.records.store import Absent, Delete, Equals, Item, Put, Store
from linda.records.tables import INBOX

KEY = {"key": "sign-in#second-factor"}
RECOVERY_CODES = 10
MOST_ATTEMPTS = TRIES_OF_THE_SECOND_FACTOR.most + 10


class SecondFactors:
    """The factor on a store. Every write names what it was read as: no code counts twice, and no try is lost."""

    def __init__(self, store: Store, box: SecretBox) -> None:
        """Keep the factor in `store`, its secret sealed by `box`."""
        self._store = store
        self._box = box

    def current(self) -> SecondFactor | None:
        """Return the factor in force, None when there is none."""
        row = self._store.get(INBOX, KEY)
        if row is None:
            return None
        values = {name: value for name, value in row.items() if name in SecondFactor.__dataclass_fields__}
        # Rows of before secrets were sealed hold it as it is; the next write seals it.
        secret, tries = row.get("secret") or self._opened(row["sealed"]), Allowance.from_item(row["tries"])
        return SecondFactor(**{**values, "secret": secret, "recovery": tuple(row["recovery"]), "tries": tries})

    def check(self, typed: str, now: datetime, *, device_key: str = "", recovery: bool = True) -> Verdict:
        """Use up the code `typed`, or count the try; with the right one `device_key` need not show it again.

        After too many tries a recovery code, which can't be guessed, still counts where `recovery` lets it.
        """
        for _ in range(MOST_ATTEMPTS):
            factor = self.current()
            if factor is None:
                return Verdict.WRONG
            tries = factor.tries.at(_ms(now), TRIES_OF_THE_SECOND_FACTOR)
            is_full = tries.count >= TRIES_OF_THE_SECOND_FACTOR.most
            shown = _shown(factor, typed, now, recovery=recovery, app=not is_full)
            if is_full and not shown:
                return Verdict.TOO_MANY
            after = replace(shown, tries=Allowance()) if shown else replace(factor, tries=tries.used())
            if shown and device_key:
                after = after.remembering(device_key, _ms(now))
            if self._written(after, over=factor):
                return Verdict.RIGHT if shown else Verdict.WRONG
        return Verdict.TOO_MANY

    def recover(self, typed: str) -> bool:
        """Use up the recovery code `typed`; tell whether it was one. Such codes can't be guessed: no try is counted."""
        return self._used_up(lambda factor: factor.recovered(typed))

    def use_app_code(self, typed: str, now: datetime) -> bool:
        """Use up the app's code `typed`; tell whether it was right. No try is counted here: the caller has a limit."""
        return self._used_up(lambda factor: factor.shown(typed, now, recovery=False))

    def reseal(self) -> bool:
        """Seal the secret with the newest key; tell whether there is one that could be opened."""
        for _ in range(MOST_ATTEMPTS):
            factor = self.current()
            if factor is None or factor.is_lost:
                return False
            if self._written(factor, over=factor):
                return True
        return False

    def turn_on(self, enrolment: Enrolment, step: int, now: datetime, *, device_key: str) -> list[str]:
        """Put in force what was begun, its first code, of `step`, being shown; return its recovery codes.

        Raises `Conflict` when another factor was turned on meanwhile.
        """
        codes, salt, digests = _recovery_codes()
        factor = SecondFactor(secrets.token_hex(8), enrolment.secret, step, salt, digests)
        over = Equals("factor_id", enrolment.replaces) if enrolment.replaces else Absent()
        self._store.transact(Put(INBOX, self._item(factor.remembering(device_key, _ms(now))), over))
        return codes

    def renew_recovery_codes(self) -> list[str]:
        """Put other recovery codes in force and return them; raises `Conflict` when there is no factor to recover."""
        codes, salt, digests = _recovery_codes()
        for _ in range(MOST_ATTEMPTS):
            factor = self.current()
            if factor is None:
                break
            if self._written(replace(factor, salt=salt, recovery=digests), over=factor):
                return codes
        raise Conflict(0, f"{INBOX.name} {KEY['key']}")

    def forget_device(self, device_key: str) -> None:
        """Let the device show the factor again when it signs in the next time."""
        for _ in range(MOST_ATTEMPTS):
            factor = self.current()
            if factor is None or self._written(factor.forgetting(device_key), over=factor):
                return

    def remove(self) -> None:
        """Turn the factor off, for every device."""
        self._store.transact(Delete(INBOX, KEY))

    def _used_up(self, shown: Callable[[SecondFactor], SecondFactor | None]) -> bool:
        """Write what `shown` leaves of the factor; False when that is None."""
        for _ in range(MOST_ATTEMPTS):
            factor = self.current()
            after = shown(factor) if factor else None
            if factor is None or after is None:
                return False
            if self._written(after, over=factor):
                return True
        return False

    def _written(self, factor: SecondFactor, *, over: SecondFactor) -> bool:
        try:
            self._store.transact(Put(INBOX, self._item(factor), Equals("stamp", over.stamp)))
        except Conflict:
            return False
        return True

    def _item(self, factor: SecondFactor) -> Item:
        kept = {name: value for name, value in asdict(factor).items() if name != "secret"}
        sealed = factor.sealed if factor.is_lost else self._box.seal(factor.secret)
        return {**KEY, **kept, "sealed": sealed, "recovery": list(factor.recovery), "stamp": secrets.token_hex(8)}

    def _opened(self, sealed: str) -> str:
        try:
            return self._box.open(sealed)
        except SecretLost:
            return ""


def _shown(factor: SecondFactor, typed: str, now: datetime, *, recovery: bool, app: bool) -> SecondFactor | None:
    if app:
        return factor.shown(typed, now, recovery=recovery)
    return factor.recovered(typed) if recovery else None


def _recovery_codes() -> tuple[list[str], str, tuple[str, ...]]:
    """Return new codes as they are shown, with the salt and the hashes that are kept of them."""
    salt = secrets.token_hex(16)
    codes = [new_long_code() for _ in range(RECOVERY_CODES)]
    return codes, salt, tuple(recovery_digest(salt, str(read_long_code(each))) for each in codes)


def _ms(now: datetime) -> int:
    return round(now.timestamp() * 1000)
