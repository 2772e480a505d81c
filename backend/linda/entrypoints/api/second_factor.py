"""The second factor: turned on, put in place of another, given new recovery codes, turned off."""

from dataclasses import dataclass, replace

from aws_lambda_powertools.event_handler import Response

from linda.domain.authenticator import app_uri, qr_svg, step_of
from linda.domain.errors import Refused
from linda.domain.sign_in import Lacks
from linda.entrypoints.api.asked import own_session
from linda.entrypoints.api.cookies import give_device_cookie, give_session_cookie, new_device
from linda.entrypoints.api.parts import Parts
from linda.entrypoints.api.problems import Problem
from linda.entrypoints.api.sign_in_events import Event, told
from linda.entrypoints.api.sign_in_form import CodeGiven, EnrolmentShown, RecoveryCodes
from linda.entrypoints.api.tries import accept_only, wrong_code
from linda.records import epoch_ms
from linda.records.sessions import Session

_CODE_NEEDED = "The second factor is on: send a code of it to put another one in its place."


@dataclass(frozen=True, slots=True)
class SecondFactorRoutes:
    """The routes under /api/second-factor."""

    parts: Parts

    def begin(self, given: CodeGiven | None = None) -> EnrolmentShown:
        """Show a secret for the app, in force once a code of it was shown; where one is on, it takes a code of that."""
        session = self._session(Lacks.ENROLMENT)
        factor = self.parts.records.second_factors.current()
        is_lost = factor is not None and factor.is_lost and session.lacks == Lacks.ENROLMENT
        if factor and given is None and not is_lost:
            raise Problem(422, _CODE_NEEDED, errors=[{"at": "code", "says": _CODE_NEEDED}])
        if factor and given:
            self._check(given)
        replaces = factor.factor_id if factor else ""
        now = epoch_ms(self.parts.machine)
        secret = self.parts.records.enrolments.begin(session.session_id, now, replaces=replaces).secret
        uri = app_uri(secret, account=self.parts.shop.name, issuer="LINDA")
        return EnrolmentShown(secret=secret, uri=uri, qr_svg=qr_svg(uri))

    def turn_on(self, given: CodeGiven) -> RecoveryCodes:
        """Put the secret that was shown in force; every other browser is signed out, for it showed no second factor."""
        session, now = self._session(Lacks.ENROLMENT), self.parts.machine.now()
        enrolment = self.parts.records.enrolments.pending(session.session_id, epoch_ms(self.parts.machine))
        if enrolment is None:
            raise Refused("There is no secret to turn on, or it is too old: begin again.")
        step = step_of(enrolment.secret, given.code, now)
        if step is None:
            raise wrong_code(422)
        device, key = new_device()
        with told(self.parts, Event.FACTOR_ON):
            codes = self.parts.records.second_factors.turn_on(enrolment, step, now, device_key=key)
        self.parts.records.enrolments.over(session.session_id)
        give_device_cookie(device)
        self._rise(replace(session, lacks="", put_off=False, device_key=key))
        return RecoveryCodes(recovery_codes=codes)

    def renew_recovery_codes(self, given: CodeGiven) -> RecoveryCodes:
        """Return other recovery codes; the old ones end. It takes a code of the app."""
        self._session()
        self._check(given, recovery=False)
        with told(self.parts, Event.RECOVERY_CODES):
            return RecoveryCodes(recovery_codes=self.parts.records.second_factors.renew_recovery_codes())

    def turn_off(self, given: CodeGiven) -> Response[str]:
        """Turn it off, and sign every other browser out; with a real number the next one is to be set up at once."""
        session = self._session()
        self._check(given)
        with told(self.parts, Event.FACTOR_OFF):
            self.parts.records.second_factors.remove()
        self._rise(replace(session, put_off=True, device_key=""))
        return Response(204, body="")

    def _session(self, *allowed: str) -> Session:
        session = own_session()
        if session.needs(local=self.parts.settings.local) not in {"", *allowed}:
            raise Problem(401, "Finish signing in first.")
        return session

    def _check(self, given: CodeGiven, *, recovery: bool = True) -> None:
        factors, now = self.parts.records.second_factors, self.parts.machine.now()
        accept_only(factors.check(given.code, now, recovery=recovery), otherwise=422)

    def _rise(self, session: Session) -> None:
        token, _ = self.parts.records.sessions.rise(session, alone=True)
        give_session_cookie(token)
