"""Scope: what no line of a log may hold, and what must stay in it."""

import json
import string
import time
from collections.abc import Callable
from urllib.parse import quote, quote_plus

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linda.entrypoints.redaction import redact

NUMBERS = [
    "+19045550142",
    "19045550142",
    "9045550142",
    "(904) 555-0142",
    "(904)555-0142",
    "(904)5550142",
    "904-555-0142",
    "904.555.0142",
    "904 555 0142",
    "904/555/0142",
    "904_555_0142",
    "904 \u2013 555 \u2013 0142",
    "904\u2011555\u20110142",
    "904\xa0555\xa00142",
    "904, 555, 0142",
    "904-5550142",
    "904555-0142",
    "1-904-555-0142",
    "1 (904) 555-0142",
    "+1 904 555 0142",
    "+1-904-555-0142",
    "+1.904.555.0142",
    "+1(904)555-0142",
    "0019045550142",
    "011 1 904 555 0142",
    "9 0 4 5 5 5 0 1 4 2",
    "9-0-4-5-5-5-0-1-4-2",
    "%2B19045550142",
    "%252B19045550142",
    "%2B1%20904%20555%200142",
    "%28904%29+555-0142",
    "904%E2%80%91555%E2%80%910142",
    r"\u002b19045550142",
    r"904\u2011555\u20110142",
    r"904\xa0555\xa00142",
    "&#43;19045550142",
    "904&nbsp;555&nbsp;0142",
    "+442079460958",
    "+44 20 7946 0958",
    "%2B44%2020%207946%200958",
    "00442079460958",
]

PLACES = [
    "{}",
    "a text from {} came in",
    "{}: no answer",
    "'{}'",
    '{{"From": "{}", "Body": "hi"}}',
    "b'From={}&To=1'",
    "/api/leads/{}/texts",
    "https://api.example.com/2010-04-01/Accounts/AC0b/Messages.json?To={}&PageSize=100",
    "tel:{}",
    "lead|{}",
    "call#{}#1",
    "Traceback (most recent call last):\n  File \"x.py\", line 3, in f\nValueError: '{}' is no number",
    r"call me\n{} now",
    r"call me\t{}\n",
    "%22{}%22",
    "%20{}%20",
    r"\u00a0{}\u00a0",
    r"\x0c{}",
    "2026-02-10 14:46:03,123 INFO {}",
    "message SM" + "1c" * 16 + " of {}",
    "x{}x",
]


@pytest.mark.parametrize("place", PLACES)
def test_no_number_survives_wherever_it_stands(place: str) -> None:
    left = {number: redact(place.format(number)) for number in NUMBERS}
    digits = {
        number: [each for each in ("5550142", "0142", "79460958", "0958", "4 2", "4-2") if each in said]
        for number, said in left.items()
    }
    assert {number: left[number] for number in left if digits[number]} == {}


HONEST = [
    "INFO linda.conversation.turn: message SM" + "23456789" * 4 + " is accepted and waits for the sweeper",
    "a step of call ['CA" + "0" * 22 + "2345678901'] broke",
    "account AC23456789012345678901234567890123",
    "2026-02-10 14:46:03,123 WARNING linda: the sweep failed",
    "2026-02-10T14:46:03.123456+00:00",
    "2026-02-10T19:46:03.904Z",
    "20260210T144603Z",
    "[10/Feb/2026:14:46:03 +0000] 127.0.0.1",
    "from Tue Feb 10 2:46 PM to 3:30 PM",
    "iPhone 13 screen $79, $71.10, $1,234.50, 7110 cents, 10%",
    "code 1503, error 11200, error code: 429, errors [20003, 21610]",
    "http://localhost:8000/desk/ 127.0.0.1:54321 10.0.212.245:8000 203.0.113.42",
    "at 2001:db8::8a2e:370:7334",
    "due_at 1770753960000, expires_at 1770753960, step 2",
    "took 0.2345678901 s, 12.5 s, 234.5678901 ms, 1.5e-07 s",
    "RequestId: 8f5d0a12-2345-4678-8901-234567890123 Duration: 234.56 ms Memory: 1024 MB",
    "arn:aws:lambda:us-east-1:123456789012:function:linda-dispatcher",
    "Root=1-67890123-234567890123456789012345",
    "release 2345678901abcdef2345678901abcdef",
    "lead_a2b3c4d5e6f7a2b3, book_7abcdefghij23456, block_2222222222222222",
    "HTTP/1.1 200 OK, 404, 503, GET /api/state 200 1234",
    '  File "linda/records/store.py", line 234, in transact',
    "the reply to SM1 was not delivered: {'failed'}, error ['30003']",
    "312 requests with a wrong signature in the last minute, from 4 addresses (the signature is not Twilio's: 312)",
    "TWILIO_AUTH_TOKEN is missing while TWILIO_ACCOUNT_SID is set",
    "LINDA_API_TOKEN is too weak; it must be 32 or more letters",
    "POST /twilio/status?ref=SM" + "0" * 32,
    "the code was tried too often; a cookie, or a token, is missing: sign in",
    "python 3.11.7, twilio 9.8.1, sqlite 3.45.1",
    "555-0142",
]


@pytest.mark.parametrize("line", HONEST)
def test_an_honest_line_is_left_as_it_is(line: str) -> None:
    assert redact(line) == line


SECRETS = [
    "Authorization: Bearer s3cr3t-s3cr3t-s3cr3t",
    "authorization: Basic czNjcjN0OnMzY3IzdA",
    "{'authorization': 'Bearer s3cr3t-s3cr3t', 'host': 'localhost'}",
    '{"headers": {"Cookie": "__Host-linda=s3cr3t; a=s3cr3t"}}',
    r"{\"x-twilio-signature\": \"s3cr3t/s3cr3t=\"}",
    "[(b'cookie', b'__Host-linda=s3cr3t'), (b'host', b'localhost')]",
    "Cookie: __Host-linda=s3cr3t; other=s3cr3t",
    "Set-Cookie: __Host-linda=s3cr3t; Secure",
    "X-Twilio-Signature: s3cr3t+s3cr3t=",
    "x-csrf-token: s3cr3t",
    "x-visitor: s3cr3t",
    "TWILIO_AUTH_TOKEN=s3cr3t",
    "Settings(openai_api_key='s3cr3t', twilio_auth_token='s3cr3t')",
    '{"token": "s3cr3t", "visitor": "s3cr3t", "csrf": "s3cr3t"}',
    "GET /api/calendar.ics?key=s3cr3t HTTP/1.1",
    "/api/public/appointment.ics?booking=s3cr3t",
    "otpauth://totp/LINDA?secret=s3cr3t&issuer=LINDA",
    "key sk-proj-s3cr3t-s3cr3t",
    "https://user:s3cr3t@proxy.example/",
]


@pytest.mark.parametrize("line", SECRETS)
def test_what_opens_a_door_does_not_survive(line: str) -> None:
    said = redact(line)
    assert "s3cr3t" not in said
    assert "czNjcjN0" not in said
    assert "[secret]" in said


@pytest.mark.parametrize(
    "line",
    [
        '{"phone": null, "code": "271828"}',
        r"{\"code\": \"271828\"}",
        "code=271828",
        "271828 is your code for LINDA at the shop",
        "the code is 271828",
    ],
)
def test_a_sign_in_code_does_not_survive(line: str) -> None:
    assert "271828" not in redact(line)


def test_a_recovery_code_does_not_survive() -> None:
    assert "abcde" not in redact('{"code": "abcde-fgh23"}')


def test_a_known_secret_does_not_survive_in_any_place() -> None:
    assert redact("it is 0123abcd!", ["0123abcd"]) == "it is [secret]!"


def test_json_stays_json() -> None:
    line = json.dumps(
        {"message": "hi from +19045550142", "headers": {"cookie": "a=b"}, "exc": 'say "(904) 555-0142"\n'}
    )
    assert json.loads(redact(line)) == {
        "message": "hi from [number]",
        "headers": {"cookie": "[secret]"},
        "exc": 'say "[number]"\n',
    }


AREAS = st.integers(200, 999).map(str)
GAPS = st.sampled_from([" ", "-", ".", "/", "_", "·", "  ", " - ", "\u2013", "\u2011", "\xa0", "\n", ") ", ", ", "|"])


ESCAPES: list[Callable[[str], str]] = [
    str,
    quote,
    quote_plus,
    lambda text: quote(quote(text)),
    lambda text: json.dumps(text)[1:-1],
    lambda text: json.dumps(json.dumps(text)),
    ascii,
    repr,
]


@st.composite
def written_numbers(draw: st.DrawFn) -> tuple[str, str]:
    """Draw a US number as somebody may write it, and its ten digits."""
    area, exchange, line = draw(AREAS), draw(AREAS), f"{draw(st.integers(0, 9999)):04}"
    gap = draw(st.one_of(st.just(""), GAPS))
    number = draw(
        st.sampled_from([f"{area}{gap}{exchange}{gap}{line}", f"({area}) {exchange}{gap}{line}"])
        if gap
        else st.sampled_from([f"{area}{exchange}{line}", f"({area}){exchange}-{line}"])
    )
    prefix = (
        draw(st.sampled_from(["", "1", "1-", "1 ", "+1", "+1 ", "+1-", "+1."]))
        if gap
        else draw(st.sampled_from(["", "1", "+1"]))
    )
    escape = draw(st.sampled_from(ESCAPES))
    return escape(prefix + number), area + exchange + line


AROUND = st.text(string.ascii_letters + " :=&'\"/{}[]()<>|#?,;\n", max_size=12)


@settings(max_examples=1500)
@given(written_numbers(), AROUND, AROUND)
def test_any_number_of_the_united_states_in_any_written_form_is_gone(
    written: tuple[str, str], before: str, after: str
) -> None:
    number, digits = written
    said = redact(before + number + after)
    assert digits[6:] not in said
    assert digits[:6] not in said


@settings(max_examples=500)
@given(st.text(max_size=200))
def test_any_text_is_redacted_once_and_for_all(text: str) -> None:
    assert redact(redact(text)) == redact(text)


@pytest.mark.parametrize(
    "part",
    [
        "9",
        "+1 ",
        "904 555 ",
        "%20",
        "%25",
        '"',
        "\\",
        "a-",
        "token",
        "token='",
        'token="a',
        "cookie ",
        "code-",
        "1 ",
        "://a:",
    ],
)
def test_a_long_line_takes_no_time(part: str) -> None:
    started = time.process_time()
    redact(part * (30_000 // len(part)))
    redact("cookie: code is 123456" + part * (30_000 // len(part)))
    assert time.process_time() - started < 2.0
