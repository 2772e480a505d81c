"""The small client signs as botocore does, whatever is sent, and knows the same addresses."""

from datetime import UTC, datetime

import botocore.session  # type: ignore[import-untyped]
import pytest
from botocore.auth import SigV4Auth  # type: ignore[import-untyped]
from botocore.awsrequest import AWSRequest  # type: ignore[import-untyped]
from botocore.credentials import Credentials  # type: ignore[import-untyped]
from botocore.regions import EndpointResolver  # type: ignore[import-untyped]
from hypothesis import given
from hypothesis import strategies as st

from linda.adapters.aws_wire import Access
from linda.adapters.aws_wire.signing import signed

KEYS = st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=60)
WORDS = st.from_regex(r"[A-Za-z0-9._-]{1,30}", fullmatch=True)
MOMENTS = st.datetimes(datetime(2020, 1, 1), datetime(2099, 1, 1)).map(lambda each: each.replace(tzinfo=UTC))  # noqa: DTZ001


def botocores(access: Access, service: str, region: str, headers: dict[str, str], body: bytes, *, at: str) -> str:
    """Return the signature of botocore's own signer for the same request at the same moment."""
    request = AWSRequest("POST", f"https://{headers['host']}/", dict(headers), body)
    request.context["timestamp"] = at
    signer = SigV4Auth(Credentials(access.key_id, access.secret, access.token or None), service, region)
    request.headers["X-Amz-Date"] = at
    if access.token:
        request.headers["X-Amz-Security-Token"] = access.token
    asked = signer.canonical_request(request)
    signature = signer.signature(signer.string_to_sign(request, asked), request)
    names = signer.signed_headers(signer.headers_to_sign(request))
    return f"AWS4-HMAC-SHA256 Credential={signer.scope(request)}, SignedHeaders={names}, Signature={signature}"


ACCESSES = st.builds(Access, WORDS, KEYS, st.one_of(st.just(""), KEYS))
SENT = st.fixed_dictionaries(
    {"content-type": st.just("application/x-amz-json-1.0"), "host": WORDS.map(str.lower), "x-amz-target": WORDS}
)
BODIES = st.one_of(st.binary(max_size=300), st.text(max_size=100).map(lambda text: text.encode(errors="replace")))


@given(ACCESSES, st.tuples(WORDS, WORDS), SENT, BODIES, MOMENTS)
def test_a_signature_is_the_one_botocore_makes(
    access: Access, place: tuple[str, str], headers: dict[str, str], body: bytes, moment: datetime
) -> None:
    at = moment.strftime("%Y%m%dT%H%M%SZ")
    sent = signed(access, *place, headers, body, at=at)
    assert sent["authorization"] == botocores(access, *place, headers, body, at=at)
    assert sent.get("x-amz-security-token", "") == access.token
    assert headers.items() <= sent.items()


def test_no_secret_is_shown_with_an_access() -> None:
    shown = repr(Access("AKIA", "very-secret", "very-token"))
    assert "very" not in shown
    assert "AKIA" in shown


def test_every_address_is_botocores_or_unknown() -> None:
    session, access, known = botocore.session.get_session(), Access("k", "s"), 0
    resolver = EndpointResolver(session.get_data("endpoints"))
    for partition in session.get_available_partitions():
        for service in ("dynamodb", "ssm"):
            for region in session.get_available_regions(service, partition, allow_non_regional=False):
                address = access.address(service, region)
                theirs = resolver.construct_endpoint(service, region, partition)
                assert address in {None, f"https://{theirs['hostname']}"}
                known += address is not None
    assert known > 60, "two services in some thirty regions"
    assert access.address("dynamodb", "us-east-1") == "https://dynamodb.us-east-1.amazonaws.com"
    assert access.address("ssm", "cn-north-1") == "https://ssm.cn-north-1.amazonaws.com.cn"


@pytest.mark.parametrize("region", ["us-iso-east-1", "eusc-de-east-1", "moon", "us-east-1.evil.example/", ""])
def test_an_address_that_is_not_known_is_not_guessed(region: str) -> None:
    assert Access("k", "s").address("dynamodb", region) is None


@pytest.mark.parametrize(
    ("endpoints", "address"),
    [
        ({"": "http://127.0.0.1:8000"}, "http://127.0.0.1:8000"),
        ({"": "http://127.0.0.1:8000/"}, "http://127.0.0.1:8000"),
        ({"": "http://a.example", "dynamodb": "https://b.example"}, "https://b.example"),
        ({"": "http://a.example", "ssm": "https://b.example"}, "http://a.example"),
        ({"": "", "dynamodb": ""}, "https://dynamodb.us-east-1.amazonaws.com"),
        ({"": "http://a.example/below"}, None),
        ({"": "http://a.example?b=c"}, None),
        ({"": "http://user@a.example"}, None),
        ({"": "http://a.example:x"}, None),
        ({"": "no address"}, None),
    ],
)
def test_an_address_of_ones_own_goes_first_unless_it_is_beyond_us(
    endpoints: dict[str, str], address: str | None
) -> None:
    assert Access("k", "s", endpoints=tuple(endpoints.items())).address("dynamodb", "us-east-1") == address
