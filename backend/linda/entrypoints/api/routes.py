"""Every route of the API, in one table."""

from linda.conversation.tools.by_text import APPOINTMENT
from linda.entrypoints.api.appointment_file import AppointmentFile
from linda.entrypoints.api.bookings import IDEMPOTENCY_KEY, Bookings
from linda.entrypoints.api.calendar_routes import CalendarRoutes
from linda.entrypoints.api.chat import ChatRoutes
from linda.entrypoints.api.chat_number import ChatNumberRoutes
from linda.entrypoints.api.cockpit import CockpitRoute
from linda.entrypoints.api.conversations import Conversations
from linda.entrypoints.api.feed import CalendarFeed
from linda.entrypoints.api.files import Files
from linda.entrypoints.api.leads import LeadRoutes
from linda.entrypoints.api.needs_you import ApprovalRoutes
from linda.entrypoints.api.openings import Openings
from linda.entrypoints.api.owner_state import StateOfOwner
from linda.entrypoints.api.parts import Parts
from linda.entrypoints.api.public_page import CountedOpenings, PublicRoutes
from linda.entrypoints.api.qr import CodeOfShop
from linda.entrypoints.api.results import ResultRoutes
from linda.entrypoints.api.route import Route
from linda.entrypoints.api.second_factor import SecondFactorRoutes
from linda.entrypoints.api.sessions import SessionRoutes
from linda.entrypoints.api.settings import SettingsOfShop
from linda.entrypoints.api.sign_in import SignIn
from linda.entrypoints.api.simulated_calls import SimulatedCallRoutes
from linda.entrypoints.api.simulator import SimulatorRoutes
from linda.entrypoints.api.visiting import VISITOR


def routes(parts: Parts) -> tuple[Route, ...]:
    """Return the routes over these parts."""
    state = StateOfOwner(parts)
    openings = Openings(parts)
    bookings = Bookings(parts)
    calendar = CalendarRoutes(parts)
    conversations = Conversations(parts)
    approvals = ApprovalRoutes(parts)
    settings = SettingsOfShop(parts)
    simulator, calls = SimulatorRoutes(parts), SimulatedCallRoutes(parts)
    public = PublicRoutes(parts, CountedOpenings(parts))
    chat, number = ChatRoutes(parts), ChatNumberRoutes(parts)
    files, feed, code = Files(parts), CalendarFeed(parts), CodeOfShop(parts)
    sign_in, factor, sessions = SignIn(parts), SecondFactorRoutes(parts), SessionRoutes(parts)
    return (
        Route("GET", "/api/public", public.page),
        Route("GET", "/api/public/call", public.call, 302),
        Route("GET", "/api/public/text", public.text, 302),
        Route("GET", APPOINTMENT, AppointmentFile(parts).show, media="text/calendar", problems=(404,)),
        Route("POST", "/api/chat", chat.say, problems=(404,)),
        Route("GET", "/api/chat", chat.read, problems=(404,), headers=(VISITOR,)),
        Route("POST", "/api/chat/phone", number.give, 202, problems=(404,), headers=(VISITOR,)),
        Route("POST", "/api/chat/phone/confirm", number.confirm, problems=(404,), headers=(VISITOR,)),
        Route("GET", "/api/session", sign_in.show),
        Route("POST", "/api/session/code", sign_in.send_code, 202),
        Route("POST", "/api/session", sign_in.sign_in, problems=(401,)),
        Route("POST", "/api/session/second-factor", sign_in.second_factor, problems=(409,)),
        Route("POST", "/api/session/skip", sign_in.skip, problems=(409,)),
        Route("DELETE", "/api/session", sign_in.sign_out, 204),
        Route("POST", "/api/second-factor/enrolment", factor.begin),
        Route("POST", "/api/second-factor", factor.turn_on, problems=(409,)),
        Route("POST", "/api/second-factor/recovery-codes", factor.renew_recovery_codes),
        Route("POST", "/api/second-factor/removal", factor.turn_off, 204),
        Route("GET", "/api/sessions", sessions.all),
        Route("DELETE", "/api/sessions/<session>", sessions.end, 204),
        Route("GET", "/api/state", state.show),
        Route("PUT", "/api/state", state.change, problems=(409,)),
        Route("GET", "/api/state/history", state.history),
        Route("POST", "/api/state/undo", state.undo, problems=(409, 422)),
        Route("GET", "/api/cockpit", CockpitRoute(parts).show),
        Route("POST", "/api/approvals/<approval>", approvals.answer, problems=(409,)),
        Route("POST", "/api/approvals/<approval>/undo", approvals.undo, problems=(409,)),
        Route("GET", "/api/conversations", conversations.overview),
        Route("GET", "/api/conversations/<conversation>", conversations.show),
        Route("POST", "/api/conversations/<conversation>/take-over", conversations.take_over, problems=(409,)),
        Route("POST", "/api/conversations/<conversation>/give-back", conversations.give_back, problems=(409,)),
        Route("POST", "/api/conversations/<conversation>/done", conversations.close, problems=(409,)),
        Route("POST", "/api/conversations/<conversation>/messages", conversations.send, 202, problems=(409,)),
        Route("DELETE", "/api/conversations/<conversation>/messages/<message>", conversations.undo, problems=(409,)),
        Route(
            "POST", "/api/conversations/<conversation>/messages/<message>/send", conversations.release, problems=(409,)
        ),
        Route("GET", "/api/leads", LeadRoutes(parts).rows),
        Route("GET", "/api/results", ResultRoutes(parts).of_days),
        Route("GET", "/api/openings", openings.of_day),
        Route("GET", "/api/calendar", calendar.days),
        Route("POST", "/api/blocks", calendar.take_off, 201, problems=(409,)),
        Route("DELETE", "/api/blocks/<block>", calendar.give_back, 204),
        Route("GET", "/api/bookings", bookings.ahead),
        Route("POST", "/api/bookings", bookings.book, 201, problems=(409,), headers=(IDEMPOTENCY_KEY,)),
        Route("PUT", "/api/bookings/<code>", bookings.move, problems=(409,)),
        Route("DELETE", "/api/bookings/<code>", bookings.cancel, problems=(409,)),
        Route("GET", "/api/settings", settings.show),
        Route("PUT", "/api/settings", settings.change, problems=(409,)),
        Route("DELETE", "/api/settings", settings.reset, problems=(409,)),
        Route("GET", "/api/settings/export", settings.export, media="text/plain"),
        Route("GET", "/api/leads.csv", files.leads, media="text/csv"),
        Route("GET", "/api/bookings.csv", files.bookings, media="text/csv"),
        Route("GET", "/api/feed", feed.link),
        Route("POST", "/api/feed", feed.renew),
        Route("GET", "/api/calendar.ics", feed.calendar, media="text/calendar", problems=(404,)),
        Route("GET", "/api/qr.svg", code.svg, media="image/svg+xml"),
        Route("GET", "/api/qr.png", code.png, media="image/png"),
        Route("GET", "/api/qr.pdf", code.pdf, media="application/pdf"),
        Route("GET", "/api/simulator", simulator.show),
        Route("POST", "/api/simulator/texts", simulator.send),
        Route("PUT", "/api/simulator/faults", simulator.switch),
        Route("POST", "/api/simulator/clock", simulator.move, problems=(409,)),
        Route("GET", "/api/simulator/calls", calls.all),
        Route("POST", "/api/simulator/calls", calls.begin, 201),
        Route("POST", "/api/simulator/calls/<call>", calls.do, problems=(409,)),
        Route("PUT", "/api/simulator/owner", calls.owner),
    )
