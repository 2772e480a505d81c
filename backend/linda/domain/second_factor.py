"""The owner's second factor: the secret shared with their app, recovery codes, and the devices that showed it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import Enum, auto

from linda.domain.authenticator import step_of
from linda.domain.limits import Allowance
from linda.domain.sign_in import DEVICE_MS, read_long_code, recovery_digest

MOST_DEVICES = 20


class Verdict(Enum):
    """What became of a code."""

    RIGHT = auto()
    WRONG = auto()
    TOO_MANY = auto()


@dataclass(frozen=True, slots=True)
class SecondFactor:
    """The factor in force; of everything but `secret` only hashes.

    `secret` is what the app's codes are computed from, "" when the key that it was `sealed` with is lost: then only
    recovery codes are right, and the owner has to enroll again. `used_step` is the latest step of 30 seconds that was
    accepted. `devices` are the hashes of cookies with their ends (epoch ms), `tries` the wrong
    codes of a day. `stamp` is another one after each write.
    """

    factor_id: str
    secret: str = field(repr=False)
    used_step: int
    salt: str
    recovery: tuple[str, ...]
    devices: Mapping[str, int] = field(default_factory=dict)
    tries: Allowance = field(default_factory=Allowance)
    stamp: str = ""
    sealed: str = ""

    @property
    def is_lost(self) -> bool:
        """Tell whether no code of the app can be checked any more."""
        return not self.secret

    def knows(self, device_key: str, now_ms: int) -> bool:
        """Tell whether this device showed the factor, not too long ago."""
        return now_ms < self.devices.get(device_key, 0)

    def shown(self, typed: str, now: datetime, *, recovery: bool) -> "SecondFactor | None":
        """Return what is left after the code `typed`; None when it is wrong, or was used.

        With `recovery` a recovery code does too.
        """
        step = None if self.is_lost else step_of(self.secret, typed, now)
        if step is not None:
            return replace(self, used_step=step) if step > self.used_step else None
        return self.recovered(typed) if recovery else None

    def recovered(self, typed: str) -> "SecondFactor | None":
        """Return what is left after the recovery code `typed`; None when it is none."""
        code = read_long_code(typed)
        used = recovery_digest(self.salt, code) if code else ""
        if used not in self.recovery:
            return None
        return replace(self, recovery=tuple(each for each in self.recovery if each != used))

    def remembering(self, device_key: str, now_ms: int) -> "SecondFactor":
        """Return the factor with one more device that need not show it again."""
        known = {key: end for key, end in self.devices.items() if now_ms < end and key != device_key}
        return replace(self, devices=dict([*known.items(), (device_key, now_ms + DEVICE_MS)][-MOST_DEVICES:]))

    def forgetting(self, device_key: str) -> "SecondFactor":
        """Return the factor without this device."""
        return replace(self, devices={key: end for key, end in self.devices.items() if key != device_key})
