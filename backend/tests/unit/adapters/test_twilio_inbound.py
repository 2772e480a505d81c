import pytest

from linda.adapters.twilio_phone.form import Form
from linda.adapters.twilio_phone.inbound import read_inbound
from linda.conversation.inbound import Inbound, Media
from linda.domain.errors import InvalidInput
from tests.faults.signature_vectors import SID, fields


def test_a_text_is_read_from_its_fields() -> None:
    assert read_inbound(Form(fields(Body=" Hi\n"))) == Inbound(
        sid=SID, channel="sms", customer="+19045550142", text=" Hi\n", sent_to="+19045550100"
    )


def test_pictures_come_with_their_type_and_an_empty_text() -> None:
    form = Form(
        fields(
            MessageSid="MM" + "0c" * 16,
            Body="",
            NumMedia="2",
            MediaUrl0="https://api.example.com/0",
            MediaContentType0="image/jpeg",
            MediaUrl1="https://api.example.com/1",
            MediaContentType1="video/mp4",
        )
    )
    inbound = read_inbound(form)
    assert inbound.text == ""
    assert inbound.media == (
        Media("https://api.example.com/0", "image/jpeg"),
        Media("https://api.example.com/1", "video/mp4"),
    )


@pytest.mark.parametrize("count", ["", "0", "-1", "two", "1e3", "99", "\u0663", "9" * 5000])
def test_an_odd_number_of_pictures_is_no_reason_to_fail(count: str) -> None:
    assert read_inbound(Form(fields(NumMedia=count))).media == ()


def test_a_short_code_is_a_sender_too() -> None:
    assert read_inbound(Form(fields(From="72975"))).customer == "72975"


@pytest.mark.parametrize(
    "sender", ["", "LYFT", "whatsapp:+19045550142", "9045550142", "+1 904 555 0142", "client:anna", "+19045550142\n"]
)
def test_a_sender_that_cannot_be_answered_is_refused_and_not_named(sender: str) -> None:
    with pytest.raises(InvalidInput, match=r"^there is no sender that can be answered$"):
        read_inbound(Form(fields(From=sender)))


@pytest.mark.parametrize("sid", ["", "SM123", "CA" + "0a" * 16, SID.upper(), SID + "\n", SID + "0"])
def test_without_a_message_id_there_is_no_message(sid: str) -> None:
    with pytest.raises(InvalidInput, match="no MessageSid"):
        read_inbound(Form(fields(MessageSid=sid)))


@pytest.mark.parametrize("name", ["MessageSid", "From", "To", "Body", "NumMedia"])
def test_a_message_with_two_of_a_kind_is_not_guessed_at(name: str) -> None:
    with pytest.raises(InvalidInput, match=f"the field {name} is there 2 times"):
        read_inbound(Form([*fields(), (name, "x")]))
