"""Signing in: a code by text, on a new device the second factor, and out again."""

from dataclasses import dataclass, replace
from datetime import datetime

from aws_lambda_powertools.event_handler import Response

from linda.conversation.code_texts import CodeTexts
from linda.conversation.delivery import Delivery
from linda.domain.device_words import device_words
from linda.domain.errors import Conflict, Refused
from linda.domain.phone_number import to_e164
from linda.domain.sign_in import CODE_MS, MINUTE_MS, Lacks, read_code
from linda.entrypoints.api.asked import asked, own_session
from linda.entrypoints.api.cookies import (
    device_key,
    give_device_cookie,
    give_session_cookie,
    new_device,
    take_session_cookie,
)
from linda.entrypoints.api.evenly import answer_evenly
from linda.entrypoints.api.parts import Parts
from linda.entrypoints.api.problems import Problem
from linda.entrypoints.api.sign_in_form import CodeGiven, LoginGiven, PhoneGiven, Says, SignedIn
from linda.entrypoints.api.tries import accept_only
from linda.records import epoch_ms
from linda.records.sessions import Session
from linda.records.store import Write
from linda.settings import signing_token

_SENT = "If this is the owner's number, a code is on its way. It is good for 10 minutes."
_WRONG = "This code is wrong, used or too old. Look again, or have another one texted."


@dataclass(frozen=True, slots=True)
class SignIn:
    """The routes under /api/session."""

    parts: Parts

    def show(self) -> SignedIn:
        """Tell how far this browser is."""
        return self._shown(asked().session)

    def send_code(self, given: PhoneGiven) -> Says:
        """Text a code to the owner, if the number is his; the answer is the same for any number."""
        began = self.parts.clock.monotonic()
        number = to_e164(given.phone)
        self.parts.records.login_codes.current()  # a store that can't answer is told to everybody
        if number == self.parts.settings.owner_phone:
            self._texts.send(number, self._words)
        answer_evenly(self.parts.clock, began)
        return Says(says=_SENT)

    def sign_in(self, given: LoginGiven) -> SignedIn:
        """Open a session for the code that was texted; it may need more before anything else is allowed."""
        began = self.parts.clock.monotonic()
        used = self._used(to_e164(given.phone), read_code(given.code))
        opened = self._opened(used) if used else None
        if opened is None:
            answer_evenly(self.parts.clock, began)
            raise Problem(401, _WRONG)
        give_session_cookie(opened[0])
        return self._shown(opened[1])

    def second_factor(self, given: CodeGiven) -> SignedIn:
        """Take a code of the app, or a recovery code; the device is known from then on."""
        session = own_session()
        if session.needs(local=self.parts.settings.local) != Lacks.SECOND_FACTOR:
            raise Refused("This browser is not asked for a second factor.")
        device, key = new_device()
        verdict = self.parts.records.second_factors.check(given.code, self.parts.clock.now(), device_key=key)
        accept_only(verdict, otherwise=401)
        give_device_cookie(device)
        return self._risen(replace(session, lacks="", device_key=key))

    def skip(self) -> SignedIn:
        """Leave the second factor for later; nobody but this machine can reach her in local mode."""
        if not self.parts.settings.local:
            raise Problem(403, "With a real number the second factor can't be put off.")
        session = own_session()
        if session.lacks != Lacks.ENROLMENT:
            raise Refused("This browser is not asked to set up a second factor.")
        return self._risen(replace(session, lacks="", put_off=True))

    def sign_out(self) -> Response[str]:
        """End this session; the device stays known."""
        self.parts.records.sessions.end(own_session().session_id)
        take_session_cookie()
        return Response(204, body="")

    def _used(self, number: str, code: str | None) -> Write | None:
        if number != self.parts.settings.owner_phone or code is None:
            self.parts.records.login_codes.current()
            return None
        return self._texts.attempt(code)

    def _opened(self, used: Write) -> tuple[str, Session] | None:
        """Open a session and use up its code, both or neither; what this browser had before ends."""
        factor, key = self.parts.records.second_factors.current(), device_key()
        known = factor is not None and factor.knows(key, epoch_ms(self.parts.clock))
        lacks = "" if known else Lacks.SECOND_FACTOR if factor else Lacks.ENROLMENT
        before, device = asked().session, device_words(asked().headers.get("user-agent", ""))
        try:
            return self.parts.records.sessions.open(
                device,
                lacks=lacks,
                device_key=key if known else "",
                closes=before.session_id if before else "",
                also=(used,),
            )
        except Conflict:
            return None

    def _risen(self, session: Session) -> SignedIn:
        token, risen = self.parts.records.sessions.rise(session)
        give_session_cookie(token)
        return self._shown(risen)

    def _shown(self, session: Session | None) -> SignedIn:
        settings, shop = self.parts.settings, self.parts.shop
        needs = session.needs(local=settings.local) if session else "code"
        factor = self.parts.records.second_factors.current() if session else None
        ends = datetime.fromtimestamp(session.ends_at / 1000, shop.timezone) if session else None
        return SignedIn(
            signed_in=not needs,
            needs=needs or None,
            csrf=session.csrf if session else None,
            owner=shop.owner,
            shop=shop.name,
            local=settings.local,
            may_skip=settings.local and needs == Lacks.ENROLMENT,
            has_second_factor=factor is not None,
            recovery_codes_left=len(factor.recovery) if factor else 0,
            expires_at=ends,
        )

    def _words(self, code: str) -> str:
        good = f"good for {CODE_MS // MINUTE_MS} minutes"
        return f"{code} is your code for LINDA at {self.parts.shop.name}, {good}. Tell it to nobody."

    @property
    def _texts(self) -> CodeTexts:
        parts = self.parts
        delivery = Delivery(parts.records, parts.clock, parts.sender)
        return CodeTexts(parts.records.login_codes, delivery, parts.clock, signing_token(parts.settings))
