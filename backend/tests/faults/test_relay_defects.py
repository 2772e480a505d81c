"""Every safety test of the relay is able to fail: without the protection it is there for, it does."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from linda.adapters.twilio_phone.relay import session as relay_session
from linda.conversation import sentence_gate
from linda.conversation.calls import relayed_call
from linda.conversation.checking import Checker
from linda.entrypoints import relay_socket
from linda.records.calls import Calls
from tests import relay_line
from tests.relay_line import PATH, relay_served
from tests.unit.relay import test_relay_over_a_socket, test_relayed_replies, test_sentence_gate

Defect = Callable[[pytest.MonkeyPatch], None]
Check = Callable[[], None]

FORGED = {"customParameters": {"ticket": "0" * 64, "step": "1"}}
HEARD = ["An iPhone thirteen..."]


def whatever_the_model_writes_is_said(patch: pytest.MonkeyPatch) -> None:
    """No sentence is judged."""
    patch.setattr(Checker, "may_say", lambda *_: True)


def a_full_stop_ends_a_sentence(patch: pytest.MonkeyPatch) -> None:
    """A sentence is over at the first full stop."""
    patch.setattr(sentence_gate, "first_sentence", lambda text: text[: text.index(".") + 1] if "." in text else None)


def anybody_may_open_a_socket(patch: pytest.MonkeyPatch) -> None:
    """No handshake is verified."""
    patch.setattr(relay_socket, "is_signed_handshake", lambda *_, **__: True)


def any_ticket_is_good(patch: pytest.MonkeyPatch) -> None:
    """No ticket is looked at."""
    patch.setattr(relay_session, "is_ticket", lambda *_: True)


def a_call_is_handed_over_again(patch: pytest.MonkeyPatch) -> None:
    """A session that is played again begins."""
    patch.setattr(Calls, "relay", Calls.get)


def what_was_not_heard_was_said(patch: pytest.MonkeyPatch) -> None:
    """A reply that was broken off stays whole."""
    patch.setattr(relayed_call, "keep_what_was_heard", lambda *_: None)


def on_a_call(check: Callable[..., None], **given: object) -> Check:
    def on_one_call() -> None:
        with relay_served() as shop:
            check(shop, caller=shop.caller(), **given)

    return on_one_call


def an_unsigned_handshake() -> None:
    with relay_served() as shop:
        test_relay_over_a_socket.test_who_is_not_surely_twilio_is_refused_before_anything_is_accepted(shop, PATH, "")


PAIRS: list[tuple[Defect, Check]] = [
    (
        whatever_the_model_writes_is_said,
        lambda: test_sentence_gate.test_a_lie_is_never_said_and_neither_is_anything_after_it("It's $60. When?", []),
    ),
    (
        whatever_the_model_writes_is_said,
        test_relayed_replies.test_a_lie_in_the_second_sentence_is_never_heard_and_the_rules_go_on,
    ),
    (a_full_stop_ends_a_sentence, lambda: test_sentence_gate.test_no_pieces_let_half_a_price_out("$71.10")),
    (anybody_may_open_a_socket, an_unsigned_handshake),
    (
        any_ticket_is_good,
        on_a_call(
            test_relay_over_a_socket.test_a_session_that_is_not_for_this_call_is_closed_and_the_call_goes_on,
            changes=FORGED,
        ),
    ),
    (
        a_call_is_handed_over_again,
        on_a_call(test_relay_over_a_socket.test_a_session_that_is_played_again_is_refused_and_the_first_one_goes_on),
    ),
    (
        what_was_not_heard_was_said,
        lambda: test_relayed_replies.test_what_was_not_heard_is_in_no_history("An iPhone thirteen", HEARD),
    ),
]


@contextmanager
def impatient() -> Iterator[pytest.MonkeyPatch]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(relay_line, "PATIENCE_S", 1.0)
        yield patch


@pytest.mark.parametrize(("defect", "check"), PAIRS, ids=[defect.__name__ for defect, _ in PAIRS])
def test_a_safety_test_of_the_relay_fails_under_its_defect_and_only_then(defect: Defect, check: Check) -> None:
    with impatient() as patch:
        defect(patch)
        with pytest.raises((AssertionError, TimeoutError, pytest.fail.Exception)):
            check()
    check()
