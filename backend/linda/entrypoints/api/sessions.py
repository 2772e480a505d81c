"""Every browser that is signed in, and how to end one."""

from dataclasses import dataclass
from datetime import datetime

from aws_lambda_powertools.event_handler import Response

from linda.entrypoints.api.asked import asked
from linda.entrypoints.api.cookies import take_session_cookie
from linda.entrypoints.api.parts import Parts
from linda.entrypoints.api.problems import Problem
from linda.entrypoints.api.sign_in_events import Event, note
from linda.entrypoints.api.sign_in_form import SessionRow, Sessions
from linda.records.sessions import Session


@dataclass(frozen=True, slots=True)
class SessionRoutes:
    """The routes under /api/sessions."""

    parts: Parts

    def all(self) -> Sessions:
        """Return every session that has not ended."""
        return Sessions(sessions=[self._row(each) for each in self.parts.records.sessions.running()])

    def end(self, session: str) -> Response[str]:
        """End a session; its device has to show the second factor when it signs in again."""
        ended = self.parts.records.sessions.end(session)
        if ended is None:
            raise Problem(404, "This session has ended already.")
        if ended.device_key:
            self.parts.records.second_factors.forget_device(ended.device_key)
        note(Event.SESSION_ENDED)
        if self._is_current(ended):
            take_session_cookie()
        return Response(204, body="")

    def _row(self, session: Session) -> SessionRow:
        return SessionRow(
            id=session.session_id,
            device=session.device,
            created_at=self._moment(session.opened_at),
            last_seen_at=self._moment(session.seen_at),
            expires_at=self._moment(session.ends_at),
            current=self._is_current(session),
        )

    def _is_current(self, session: Session) -> bool:
        mine = asked().session
        return mine is not None and mine.session_id == session.session_id

    def _moment(self, epoch: int) -> datetime:
        return datetime.fromtimestamp(epoch / 1000, self.parts.shop.timezone)
