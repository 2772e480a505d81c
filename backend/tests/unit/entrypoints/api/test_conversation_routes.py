"""Conversations over HTTP: the list, the lines with their reasons, and the owner's own hand in them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from tests.owner_program import OwnerProgram, open_api
from tests.shop_desk import CUSTOMER, clock_of, phone_of

OTHER = "+19045550143"
HAGGLE = ("how much for an iphone 13 screen, its Maya", "too expensive", "still too much", "can you do $60?")


@pytest.fixture
def program() -> Iterator[OwnerProgram]:
    with open_api() as opened:
        yield opened


def texted(program: OwnerProgram, *texts: str, sender: str = CUSTOMER) -> None:
    for text in texts:
        clock_of(program.linda).advance(timedelta(seconds=20))
        phone_of(program.linda).text(sender, text)
        program.linda.sweeper.sweep()


def lead_id(program: OwnerProgram, phone: str = CUSTOMER) -> str:
    lead = program.linda.records.leads.get(phone)
    assert lead is not None
    return lead.lead_id


def thread(program: OwnerProgram, query: str = "") -> dict[str, Any]:
    found: dict[str, Any] = program.send("GET", f"/api/conversations/{lead_id(program)}", query=query).body
    return found


def said(program: OwnerProgram) -> list[tuple[str, str]]:
    return [(each["kind"], each["text"]) for each in thread(program)["lines"]]


def heads(program: OwnerProgram, view: str = "open") -> list[tuple[str, str]]:
    found = program.send("GET", "/api/conversations", query=f"view={view}").body["conversations"]
    return [(each["who"], each["status_says"]) for each in found]


def test_a_conversation_is_told_line_by_line_and_each_reply_says_why(program: OwnerProgram) -> None:
    texted(program, "how much for an iphone 13 screen")
    conversation = thread(program)
    question, answer = conversation["lines"]
    assert (question["kind"], question["text"]) == ("customer", "how much for an iphone 13 screen")
    assert "$79" in answer["text"]
    looked_up = next(each for each in answer["why"]["steps"] if each["says"] == "Looked up the price")
    assert (looked_up["detail"], looked_up["status"]) == ("iPhone 13 screen = $79", "done")
    assert (answer["why"]["segments"], answer["why"]["cost_micros"]) == (1, 0)
    assert conversation["head"]["topic"] == "iPhone 13 screen"
    assert (conversation["context"]["quote_cents"], conversation["can_text"]) == (7900, True)


def test_with_a_cursor_only_what_came_since_is_told(program: OwnerProgram) -> None:
    texted(program, "hello")
    cursor = thread(program)["cursor"]
    assert thread(program, f"after={cursor}")["lines"] == []
    texted(program, "how much for a battery")
    assert [each["kind"] for each in thread(program, f"after={cursor}")["lines"]] == ["customer", "linda"]


def test_taken_over_linda_is_silent_and_given_back_she_answers(program: OwnerProgram) -> None:
    texted(program, "hello")
    path = f"/api/conversations/{lead_id(program)}"
    assert program.send("POST", f"{path}/take-over").body["status_says"] == "You have it"
    texted(program, "how much for a battery")
    assert said(program)[-1] == ("customer", "how much for a battery")
    assert program.send("POST", f"{path}/give-back").body["status_says"] == "LINDA is on it"
    texted(program, "how much for an iphone 12 battery")
    assert said(program)[-1][0] == "linda"
    notes = [text for kind, text in said(program) if kind == "note"]
    assert notes == ["You took over. LINDA is silent here.", "You gave it back to LINDA."]


def test_a_text_by_hand_is_held_then_sent_and_undo_gives_it_back(program: OwnerProgram) -> None:
    texted(program, "hello")
    path = f"/api/conversations/{lead_id(program)}/messages"
    held = program.send("POST", path, {"id": "a" * 32, "text": "Noon works"})
    assert (held.status, held.body["status"], held.body["kind"]) == (202, "held", "owner")
    assert held.body["held_until"] == "2026-02-10T10:00:25-05:00"
    assert program.send("DELETE", f"{path}/{'a' * 32}").body == {"text": "Noon works"}
    assert said(program)[-1] != ("owner", "Noon works")
    program.send("POST", path, {"id": "b" * 32, "text": "One works"})
    clock_of(program.linda).advance(timedelta(seconds=5))
    assert program.send("POST", f"{path}/{'b' * 32}/send").body["status"] == "sent"
    assert program.send("DELETE", f"{path}/{'b' * 32}").status == 409
    assert phone_of(program.linda).threads.of(CUSTOMER)[-1].body == "One works"


def test_a_held_line_is_told_again_after_the_cursor_until_it_is_settled(program: OwnerProgram) -> None:
    texted(program, "hello")
    path = f"/api/conversations/{lead_id(program)}/messages"
    program.send("POST", path, {"id": "a" * 32, "text": "Noon works"})
    cursor = thread(program)["cursor"]
    assert [each["status"] for each in thread(program, f"after={cursor}")["lines"]] == ["held"]
    clock_of(program.linda).advance(timedelta(seconds=6))
    program.linda.sweeper.sweep()
    assert [each["status"] for each in thread(program, f"after={cursor}")["lines"]] == ["sent"]


def test_what_could_not_be_sent_waits_for_the_owner_and_is_tried_again(program: OwnerProgram) -> None:
    texted(program, "hello")
    phone_of(program.linda).blocked.add(CUSTOMER)
    path = f"/api/conversations/{lead_id(program)}/messages"
    program.send("POST", path, {"id": "a" * 32, "text": "Noon works"})
    clock_of(program.linda).advance(timedelta(seconds=6))
    program.linda.sweeper.sweep()
    (card,) = program.send("GET", "/api/cockpit").body["needs_you"]
    assert (card["kind"], "could not be sent" in card["title"]) == ("failed_text", True)
    phone_of(program.linda).blocked.clear()
    assert program.send("POST", f"{path}/{'a' * 32}/send").body["status"] == "sent"
    assert program.send("GET", "/api/cockpit").body["needs_you"] == []


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"id": "short", "text": "x"}, 422),
        ({"id": "a" * 32, "text": ""}, 422),
        ({"id": "a" * 32, "text": "x" * 1601}, 422),
        ({"id": "a" * 32}, 422),
        ({"id": "a" * 32, "text": "x", "to": OTHER}, 422),
    ],
    ids=str,
)
def test_a_text_that_can_not_be_is_not_queued(program: OwnerProgram, body: dict[str, str], status: int) -> None:
    texted(program, "hello")
    assert program.send("POST", f"/api/conversations/{lead_id(program)}/messages", body).status == status
    assert all(kind != "owner" for kind, _ in said(program))


def test_who_opted_out_is_not_texted_by_hand(program: OwnerProgram) -> None:
    texted(program, "hello", "STOP")
    conversation = thread(program)
    assert (conversation["can_text"], conversation["can_text_why"]) == (False, "This customer wants no more texts.")
    sent = program.send("POST", f"/api/conversations/{lead_id(program)}/messages", {"id": "a" * 32, "text": "x"})
    assert sent.status == 409


def test_the_list_tells_who_has_each_conversation(program: OwnerProgram) -> None:
    texted(program, "hello im Joe")
    texted(program, "book iphone 13 screen tomorrow 10am, my name is Ana", sender=OTHER)
    texted(program, "i want to talk to Brandon", sender="+19045550144")
    assert heads(program) == [
        ("(904) 555-0144", "Waiting for you"),
        ("Ana", "Booked"),
        ("Joe", "LINDA is on it"),
    ]
    assert heads(program, "waiting") == [("(904) 555-0144", "Waiting for you")]
    program.send("POST", f"/api/conversations/{lead_id(program, '+19045550144')}/done")
    assert heads(program, "done") == [("(904) 555-0144", "Done")]
    assert len(heads(program)) == 2


def test_a_price_is_decided_from_its_card_and_taken_back(program: OwnerProgram) -> None:
    texted(program, *HAGGLE)
    (card,) = program.send("GET", "/api/cockpit").body["needs_you"]
    assert card["title"] == "Maya wants iPhone 13 screen for $60 instead of $67.15"
    assert [each["label"] for each in card["answers"]] == ["Approve $60", "Offer $63", "Keep $67.15"]
    assert card["lapse_says"] == "Without you LINDA keeps $67.15 at 11:01 AM."
    decided = program.send("POST", f"/api/approvals/{card['id']}", {"answer": "approve"})
    assert decided.body["says"] == "LINDA gives $60 for iPhone 13 screen."
    assert program.send("POST", f"/api/approvals/{card['id']}", {"answer": "keep"}).status == 409
    assert ("note", "You approved $60.") in said(program)
    assert program.send("POST", f"/api/approvals/{card['id']}/undo").body == card
    assert ("note", "You approved $60.") not in said(program)
    program.send("POST", f"/api/approvals/{card['id']}", {"answer": "offer"})
    clock_of(program.linda).advance(timedelta(seconds=6))
    program.linda.sweeper.sweep()
    assert program.send("POST", f"/api/approvals/{card['id']}/undo").status == 409
    assert phone_of(program.linda).threads.of(CUSTOMER)[-1].body.startswith("Brandon can do iPhone 13 screen for $63.")


@pytest.mark.parametrize("path", ["/api/conversations/lead_nobody", "/api/approvals/lead_nobody~ask-1"])
def test_what_is_not_there_is_not_found(program: OwnerProgram, path: str) -> None:
    looked = program.send("GET", path) if "conversations" in path else program.send("POST", path, {"answer": "keep"})
    assert looked.status in {404, 422}
    assert "no such conversation" in looked.body["detail"]


def called(program: OwnerProgram, *sentences: str) -> None:
    phone_of(program.linda).owner_does = "busy"
    call = phone_of(program.linda).call(CUSTOMER)
    for each in sentences:
        call.say(each)
    call.hang_up()
    program.linda.sweeper.sweep()


def test_what_was_said_in_a_call_stands_beside_the_texts_and_says_so(program: OwnerProgram) -> None:
    texted(program, "hello")
    called(program, "how much for an iphone 13 screen")
    conversation = thread(program)
    assert [each["channel"] for each in conversation["lines"]] == ["sms", "sms", "voice", "voice", "voice"]
    assert conversation["lines"][-1]["text"].startswith("Called and talked to LINDA")
    assert conversation["head"]["channel"] == "voice"


def test_who_called_in_vain_is_in_the_list_with_the_text_he_got(program: OwnerProgram) -> None:
    called(program)
    (head,) = program.send("GET", "/api/conversations", query="view=open").body["conversations"]
    assert (head["channel"], head["last_who"]) == ("voice", "linda")
    assert "Sorry we missed your call" in head["last_text"]


def test_who_called_in_vain_and_got_no_text_is_in_the_list_too(program: OwnerProgram) -> None:
    state = program.linda.records.states.current(fresh=True)
    program.linda.records.states.change(replace(state, answers_texts=False), by="test")
    called(program)
    (head,) = program.send("GET", "/api/conversations", query="view=open").body["conversations"]
    assert (head["last_who"], head["last_text"]) == ("customer", "(called, and said nothing)")
