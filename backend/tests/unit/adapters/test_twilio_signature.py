import pytest

from linda.adapters.twilio_phone.form import Form
from linda.adapters.twilio_phone.signature import read_signed_form
from linda.domain.errors import InvalidInput
from tests.faults.signature_vectors import FORGED_REQUESTS, TRUE_REQUESTS, Vector, fields, signed


def read(vector: Vector) -> Form | None:
    return read_signed_form(vector.event, public_url=vector.public_url, auth_token=vector.auth_token)


@pytest.mark.parametrize("vector", TRUE_REQUESTS, ids=lambda vector: vector.name)
def test_what_twilio_signed_is_accepted(vector: Vector) -> None:
    assert read(vector) is not None


@pytest.mark.parametrize("vector", FORGED_REQUESTS, ids=lambda vector: vector.name)
def test_everything_else_is_refused(vector: Vector) -> None:
    assert read(vector) is None


def test_there_are_as_many_vectors_as_promised_and_none_twice() -> None:
    names = [vector.name for vector in TRUE_REQUESTS + FORGED_REQUESTS]
    assert len(set(names)) == len(names)
    assert len(TRUE_REQUESTS) >= 20
    assert len(FORGED_REQUESTS) >= 60


def test_every_field_arrives_as_it_was_signed() -> None:
    pairs = [*fields(Body=" é📱\r\n+&=% "), ("Tag", "b"), ("Tag", "a"), ("Blank", "")]
    form = read_signed_form(
        signed(pairs), public_url="https://linda.example.com", auth_token=TRUE_REQUESTS[0].auth_token
    )
    assert form is not None
    assert list(form) == [name for name, _ in pairs]
    assert (form.one("Body"), form.getall("Tag"), form.one("Blank")) == (" é📱\r\n+&=% ", ["b", "a"], "")


def test_a_field_that_should_be_there_once_is_never_chosen_from_two() -> None:
    form = Form([("Body", "a"), ("Body", "b")])
    with pytest.raises(InvalidInput, match="the field Body is there 2 times"):
        form.one("Body")


def test_a_refusal_is_logged_without_anything_the_caller_sent(caplog: pytest.LogCaptureFixture) -> None:
    for vector in FORGED_REQUESTS:
        read(vector)
    logged = " ".join(caplog.messages)
    assert "evil" not in logged
    assert "iPhone" not in logged
