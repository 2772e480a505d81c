"""Which answers of the API lead on to which requests, as OpenAPI links: what its description is fuzzed along."""

from typing import Any

from linda.entrypoints.api.openapi import described
from linda.entrypoints.api.openapi_answers import Document
from linda.entrypoints.api.resolving import Resolver
from linda.entrypoints.api.routes import routes
from linda.testing.memory_store import MemoryStore
from tests.shop_desk import open_shop

CONVERSATION = {"conversation": "$response.body#/conversations/0/id"}
HELD = {"conversation": "$request.path.conversation", "message": "$response.body#/message_id"}
SAME_TEXT = {"conversation": "$request.path.conversation", "message": "$request.path.message"}
OWN_BOOKING = {"code": "$response.body#/code", "customer": "$response.body#/customer"}
SOME_BOOKING = {"code": "$response.body#/bookings/0/code", "customer": "$response.body#/bookings/0/customer"}
MORE = {"date": "$response.body#/date", "time": "14:00"}
ORDER = {**MORE, "customer": "+19045550160", "repair_type": "iphone_screen", "device": "iPhone 13"}
CHAT, SAME_CHAT = {"header.x-visitor": "$response.body#/visitor"}, {"header.x-visitor": "$request.header.x-visitor"}
SECTIONS = {name: f"$response.body#/{name}" for name in ("hours", "discounts", "booking")}
SEEN = {"version": "$response.body#/version"}
CALL = {"call": "$response.body#/sid"}

Link = tuple[str, str, dict[str, str], Any]
"""From one operation to another: the parameters and the body that an answer gives the next request."""

LINKS: tuple[Link, ...] = (
    ("SignIn_send_code", "SignIn_sign_in", {}, {"phone": "$request.body#/phone"}),
    ("SignIn_sign_in", "SignIn_second_factor", {}, None),
    ("SignIn_sign_in", "SignIn_skip", {}, None),
    ("SignIn_sign_in", "SecondFactorRoutes_begin", {}, None),
    ("SignIn_skip", "SecondFactorRoutes_begin", {}, None),
    ("SignIn_show", "SignIn_sign_out", {}, None),
    ("SignIn_sign_out", "SignIn_send_code", {}, None),
    ("SecondFactorRoutes_begin", "SecondFactorRoutes_turn_on", {}, {"code": "$response.body#/secret"}),
    ("SecondFactorRoutes_turn_on", "SecondFactorRoutes_begin", {}, {"code": "$response.body#/recovery_codes/0"}),
    ("SecondFactorRoutes_turn_on", "SecondFactorRoutes_renew_recovery_codes", {}, {"code": "$request.body#/code"}),
    ("SecondFactorRoutes_turn_on", "SecondFactorRoutes_turn_off", {}, {"code": "$response.body#/recovery_codes/1"}),
    ("SecondFactorRoutes_turn_on", "SignIn_sign_out", {}, None),
    ("SecondFactorRoutes_renew_recovery_codes", "SecondFactorRoutes_turn_off", {}, None),
    ("SessionRoutes_all", "SessionRoutes_end", {"session": "$response.body#/sessions/1/id"}, None),
    ("SessionRoutes_end", "SessionRoutes_end", {"session": "$request.path.session"}, None),
    ("Openings_of_day", "Bookings_book", {}, ORDER),
    ("Bookings_book", "Bookings_move", OWN_BOOKING, {"date": "$request.body#/date", "time": "15:00"}),
    ("Bookings_book", "Bookings_cancel", OWN_BOOKING, None),
    ("Bookings_ahead", "Bookings_move", SOME_BOOKING, {"date": "2026-02-11", "time": "11:00"}),
    ("Bookings_ahead", "Bookings_cancel", SOME_BOOKING, None),
    ("Bookings_move", "Bookings_cancel", OWN_BOOKING, None),
    ("Bookings_move", "Conversations_show", {"conversation": "$response.body#/conversation_id"}, None),
    ("Bookings_cancel", "Bookings_cancel", OWN_BOOKING, None),
    ("CalendarRoutes_take_off", "CalendarRoutes_give_back", {"block": "$response.body#/id"}, None),
    ("CalendarRoutes_take_off", "Openings_of_day", {"date": "$request.body#/date"}, None),
    ("CockpitRoute_show", "ApprovalRoutes_answer", {"approval": "$response.body#/needs_you/0/id"}, None),
    ("ApprovalRoutes_answer", "ApprovalRoutes_undo", {"approval": "$request.path.approval"}, None),
    ("ApprovalRoutes_undo", "ApprovalRoutes_answer", {"approval": "$request.path.approval"}, None),
    ("Conversations_overview", "Conversations_show", CONVERSATION, None),
    ("Conversations_overview", "Conversations_take_over", CONVERSATION, None),
    ("Conversations_overview", "Conversations_send", CONVERSATION, None),
    ("Conversations_overview", "Conversations_close", CONVERSATION, None),
    ("Conversations_take_over", "Conversations_give_back", {"conversation": "$response.body#/id"}, None),
    ("Conversations_send", "Conversations_undo", HELD, None),
    ("Conversations_send", "Conversations_release", HELD, None),
    ("Conversations_undo", "Conversations_release", SAME_TEXT, None),
    ("Conversations_release", "Conversations_undo", SAME_TEXT, None),
    ("StateOfOwner_show", "StateOfOwner_change", {}, SEEN),
    ("StateOfOwner_change", "StateOfOwner_undo", {}, SEEN),
    ("StateOfOwner_undo", "StateOfOwner_change", {}, SEEN),
    ("SettingsOfShop_show", "SettingsOfShop_change", {}, {**SEEN, "changes": SECTIONS}),
    ("SettingsOfShop_change", "SettingsOfShop_change", {}, SEEN),
    ("SettingsOfShop_change", "SettingsOfShop_reset", SEEN, None),
    ("SettingsOfShop_show", "SettingsOfShop_reset", SEEN, None),
    ("CalendarFeed_link", "CalendarFeed_calendar", {"key": "$response.body#/url"}, None),
    ("CalendarFeed_renew", "CalendarFeed_calendar", {"key": "$response.body#/url"}, None),
    ("ChatRoutes_say", "ChatRoutes_read", {**CHAT, "after": "$response.body#/cursor"}, None),
    ("ChatRoutes_say", "ChatRoutes_say", {}, {"visitor": "$response.body#/visitor"}),
    ("ChatRoutes_say", "ChatNumberRoutes_give", CHAT, {"phone": "+19045550161", "consent": True}),
    ("ChatNumberRoutes_give", "ChatNumberRoutes_confirm", SAME_CHAT, None),
    ("ChatNumberRoutes_confirm", "ChatRoutes_read", SAME_CHAT, None),
    ("SimulatorRoutes_show", "SimulatorRoutes_send", {}, {"from": "+19045550162"}),
    ("SimulatorRoutes_send", "Conversations_overview", {}, None),
    ("SimulatorRoutes_switch", "SimulatorRoutes_send", {}, {"from": "+19045550162"}),
    ("SimulatorRoutes_move", "CockpitRoute_show", {}, None),
    ("SimulatedCallRoutes_begin", "SimulatedCallRoutes_do", CALL, None),
    ("SimulatedCallRoutes_do", "SimulatedCallRoutes_do", CALL, None),
    ("SimulatedCallRoutes_owner", "SimulatedCallRoutes_begin", {}, {"from": "+19045550163"}),
)


def described_api() -> Document:
    """Return the description of the API as it is served, with no link."""
    with open_shop(store=MemoryStore()) as linda:
        table = routes(linda.parts)
        return described(Resolver(table).app, table)


def with_links(document: Document) -> Document:
    """Put the links into the answers of the successes."""
    operations = {each["operationId"]: each for path in document["paths"].values() for each in path.values()}
    for source, target, parameters, body in LINKS:
        status = min(operations[source]["responses"])
        link: Document = {"operationId": target, "parameters": parameters}
        if body is not None:
            link["requestBody"] = body
        operations[source]["responses"][status].setdefault("links", {})[f"{source}-{target}"] = link
    return document
