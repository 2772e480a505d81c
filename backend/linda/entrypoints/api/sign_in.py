"""Signing in: a code by text, on a new device the second factor, and out again."""

from dataclasses import dataclass, replace
from datetime import datetime

from aws_lambda_powertools.event_handler import Response

from linda.domain.device_words import device_words
from linda.domain.errors import Conflict, Refused
from linda.domain.phone_number import to_e164
from linda.domain.sign_in import Lacks, read_long_code
from linda.entrypoints.api.asked import asked, own_session
from linda.entrypoints.api.constant_time import answer_in_constant_time
from linda.entrypoints.api.cookies import (
    device_key,
    give_device_cookie,
    give_session_cookie,
    new_device,
    take_code_cookie,
    take_session_cookie,
)
from linda.entrypoints.api.first_factor import OTHER_WAYS, FirstFactor, knows
from linda.entrypoints.api.parts import Parts
from linda.entrypoints.api.problems import Problem
from linda.entrypoints.api.sign_in_events import Event, note, told
from linda.entrypoints.api.sign_in_form import CodeGiven, LoginGiven, PhoneGiven, Says, SignedIn
from linda.entrypoints.api.tries import accept_only
from linda.records.sessions import Session
from linda.records.store import Write

_SENT = (
    "If this is the owner's number, a code is on its way. It is good for 10 minutes, in this browser. "
    f"If none comes, too many may have been asked for today: {OTHER_WAYS}."
)
_WRONG = "This code is wrong, used or too old, or was asked for in another browser. Look again, or get another one."


@dataclass(frozen=True, slots=True)
class SignIn:
    """The routes under /api/session."""

    parts: Parts

    def show(self) -> SignedIn:
        """Tell how far this browser is."""
        return self._shown(asked().session)

    def send_code(self, given: PhoneGiven) -> Says:
        """Text a code to the owner, if the number is theirs; the answer is the same for any number."""
        began = self.parts.clock.monotonic()
        answer_in_constant_time(self.parts, began, FirstFactor(self.parts).ask(to_e164(given.phone)))
        return Says(says=_SENT)

    def sign_in(self, given: LoginGiven) -> SignedIn:
        """Open a session for a first proof; it may need more before anything else is allowed."""
        began = self.parts.clock.monotonic()
        used = FirstFactor(self.parts).shown(to_e164(given.phone), given.code)
        opened = None if used is None else self._opened(used)
        if opened is None:
            answer_in_constant_time(self.parts, began)
            raise Problem(401, _WRONG)
        take_code_cookie()
        note(Event.FIRST_PROOF if opened[1].lacks else Event.SIGNED_IN)
        give_session_cookie(opened[0])
        return self._shown(opened[1])

    def second_factor(self, given: CodeGiven) -> SignedIn:
        """Take a code of the app, or a recovery code; the device is known from then on."""
        session = own_session()
        if session.needs(local=self.parts.settings.local) != Lacks.SECOND_FACTOR:
            raise Refused("This browser is not asked for a second factor.")
        device, key = new_device()
        factors = self.parts.records.second_factors
        factor = factors.current()
        accept_only(factors.check(given.code, self.parts.machine.now(), device_key=key), otherwise=401)
        if read_long_code(given.code):
            note(Event.RECOVERY_CODE)
        give_device_cookie(device)
        # With its key lost only a recovery code is right, and another factor has to be set up at once.
        lacks = Lacks.ENROLMENT if factor and factor.is_lost else ""
        with told(self.parts, Event.NEW_DEVICE):
            return self._risen(replace(session, lacks=lacks, device_key=key))

    def skip(self) -> SignedIn:
        """Leave the second factor for later; nobody but this machine can reach her in local mode."""
        if not self.parts.settings.local:
            raise Problem(403, "With a real number the second factor can't be put off.")
        session = own_session()
        if session.lacks != Lacks.ENROLMENT:
            raise Refused("This browser is not asked to set up a second factor.")
        shown = self._risen(replace(session, lacks="", put_off=True))
        note(Event.SIGNED_IN)
        return shown

    def sign_out(self) -> Response[str]:
        """End this session; the device stays known."""
        self.parts.records.sessions.end(own_session().session_id)
        note(Event.SESSION_ENDED)
        take_session_cookie()
        return Response(204, body="")

    def _opened(self, used: list[Write]) -> tuple[str, Session] | None:
        """Open a session and use up its proof, both or neither; what this browser had before ends."""
        factor, key = self.parts.records.second_factors.current(), device_key()
        known = knows(factor, key, self.parts)
        lacks = "" if known else Lacks.SECOND_FACTOR if factor else Lacks.ENROLMENT
        before, device = asked().session, device_words(asked().headers.get("user-agent", ""))
        try:
            return self.parts.records.sessions.open(
                device,
                lacks=lacks,
                device_key=key if known else "",
                closes=before.session_id if before else "",
                also=tuple(used),
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
            second_factor_lost=factor is not None and factor.is_lost,
            recovery_codes_left=len(factor.recovery) if factor else 0,
            expires_at=ends,
        )
