"""What opens a sign-in: a texted code on the browser that asked for it, a recovery code, or the machine's own code.

Nobody who knows the owner's number can take these from the owner: a texted code is bound to its browser, a known
device has its own limits, and the other two can't be guessed and are not used up by trying.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, tzinfo
from functools import partial

from linda.conversation.code_texts import CodeTexts
from linda.conversation.delivery import Delivery
from linda.domain.errors import Conflict, StoreUnavailable
from linda.domain.limits import (
    APP_CODES_ON_A_DEVICE,
    CODES_ASKED_FOR,
    CODES_OF_A_DEVICE,
    CODES_TEXTED,
    CODES_TYPED,
    CODES_TYPED_ON_A_DEVICE,
    MINUTE_MS,
    Limit,
)
from linda.domain.second_factor import SecondFactor
from linda.domain.sign_in import CODE_MS, new_long_code, read_code, read_long_code
from linda.domain.time_words import clock_time
from linda.entrypoints.api.client_address import hashed_address
from linda.entrypoints.api.cookies import code_key, device_key, give_code_cookie
from linda.entrypoints.api.parts import Parts
from linda.entrypoints.api.problems import too_many
from linda.entrypoints.api.sign_in_events import Event, note
from linda.records import epoch_ms
from linda.records.outbox import OutgoingText, enqueue, outgoing_key
from linda.records.rates import Exceeded
from linda.records.store import Write
from linda.records.texted_codes import TextedCodes
from linda.settings import signing_token

OTHER_WAYS = "use a recovery code, or run `linda sign-in code` where LINDA runs"
_TOO_MANY = f"That was too often from here. Wait, {OTHER_WAYS}."


@dataclass(frozen=True, slots=True)
class FirstFactor:
    """Asks for a first proof and takes it; each answer is the same for any number."""

    parts: Parts

    def ask(self, number: str) -> Callable[[], None]:
        """Put a code for this browser in force, and return what texts it: nothing when `number` is not the owner's.

        Raises `Problem` (429) when this address or device has asked too often, `StoreUnavailable`.
        """
        is_owner, device = number == self.parts.settings.owner_phone, self._known_device()
        self._admit(device, CODES_OF_A_DEVICE, CODES_ASKED_FOR)
        # As many calls of the store for any number: a slow one would tell them apart.
        shop, whose = self.parts.shop, "owner" if is_owner else "others"
        full = None if device else self.parts.records.rates.take({CODES_TEXTED: whose})
        codes = self._texts(self.parts.records.login_codes(give_code_cookie(number)))
        if is_owner and full is None:
            return partial(codes.deliver, codes.issue(number, lambda code: _words(code, shop.name)))
        codes.pretend()
        return partial(self._tell, codes, full, shop.timezone) if is_owner and full else _nothing

    def shown(self, number: str, typed: str) -> list[Write] | None:
        """Return the writes that use the proof up, for a right one; None for any that is wrong.

        Raises `Problem` (429) when this address or device has tried too often.
        """
        is_owner, code, long = number == self.parts.settings.owner_phone, read_code(typed), read_long_code(typed)
        # Here too all is looked up for any number, and only then whose it is.
        machine = self._texts(self.parts.records.machine_codes).attempt(long) if long else None
        if machine is not None and is_owner:
            return [machine]
        device = self._known_device()
        self._admit(device, CODES_TYPED_ON_A_DEVICE, CODES_TYPED)
        if long:
            return [] if self._recovers(long, is_owner=is_owner) else None
        used = self._texts(self.parts.records.login_codes(code_key(number))).attempt(code) if code else None
        if used is not None and is_owner:
            return [used]
        return [] if device and code and is_owner and self._is_of_the_app(code, device) else None

    def _recovers(self, code: str, *, is_owner: bool) -> bool:
        """Tell whether the recovery code `code` opens a sign-in; for another number it is as much work, for nothing."""
        opens = self.parts.records.second_factors.recover(code if is_owner else new_long_code()) and is_owner
        if opens:
            note(Event.RECOVERY_CODE)
        return opens

    def _is_of_the_app(self, code: str, device: str) -> bool:
        """Tell whether `code` is the authenticator's; a known device has shown it before, so it may begin with it."""
        full = self.parts.records.rates.take({APP_CODES_ON_A_DEVICE: device})
        return full is None and self.parts.records.second_factors.use_app_code(code, self.parts.machine.now())

    def _admit(self, device: str, of_device: Limit, of_address: Limit) -> None:
        uses = {of_device: device} if device else {of_address: hashed_address(self.parts)}
        full = self.parts.records.rates.take(uses)
        if full is not None:
            raise too_many(full, _TOO_MANY)

    def _known_device(self) -> str:
        factor, key = self.parts.records.second_factors.current(), device_key()
        return key if knows(factor, key, self.parts) else ""

    def _tell(self, codes: CodeTexts, full: Exceeded, zone: tzinfo) -> None:
        """Tell the owner, once in the limit's time, that no more codes are texted, and of other ways.

        Nobody waits for it; what the store can't take now is told when the next code is asked for.
        """
        now = epoch_ms(self.parts.clock)
        ends = epoch_ms(self.parts.machine) + full.retry_s * 1000
        until = clock_time(datetime.fromtimestamp(ends / 1000, zone).time())
        key = outgoing_key(f"codes-used-up#{ends // CODES_TEXTED.window_ms}")
        text = OutgoingText(key, self.parts.settings.owner_phone, _used_up(until), due_at=now, created_at=now)
        with suppress(Conflict, StoreUnavailable):  # Conflict: told already
            self.parts.records.store.transact(enqueue(text))
            codes.deliver(text)

    def _texts(self, codes: TextedCodes) -> CodeTexts:
        return texts_of(self.parts, codes)


def texts_of(parts: Parts, codes: TextedCodes) -> CodeTexts:
    """Return what texts these codes and knows them again."""
    delivery = Delivery(parts.records, parts.clock, parts.sender)
    return CodeTexts(codes, delivery, parts.clock, parts.machine, signing_token(parts.settings))


def knows(factor: SecondFactor | None, key: str, parts: Parts) -> bool:
    """Tell whether the second factor knows the device of this cookie hash."""
    return factor is not None and bool(key) and factor.knows(key, epoch_ms(parts.machine))


def _words(code: str, shop: str) -> str:
    return f"{code} is your code for LINDA at {shop}, good for {CODE_MS // MINUTE_MS} minutes. Tell it to nobody."


def _used_up(until: str) -> str:
    return (
        f"Too many sign-in codes were asked for today, so no more are texted until {until} to new devices. "
        f"Known devices still get them. Else {OTHER_WAYS}."
    )


def _nothing() -> None:
    """Send nothing."""
