"""Whether a webhook was signed by Twilio.

Twilio signs the URL it was told to call and every form field (Twilio, "Secure webhooks"). The URL is put together
from our own setting and the raw path and query of the event, never from a Host or X-Forwarded header, which whoever
calls can write. Whatever is odd about a request is a reason to refuse it.
"""

import base64
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl

from twilio.request_validator import (  # type: ignore[import-untyped]
    SIGNATURE_HEADER,
    SIGNATURE_SETTINGS_HEADER,
    RequestValidator,
    get_signature_algorithm,
)

from linda.adapters.twilio_phone.form import Form
from linda.refusals import Refusals

_FORM = "application/x-www-form-urlencoded"
_PATH = re.compile(r"/[A-Za-z0-9/_.~-]*")  # an HTTP API decodes the path, so an escape in it can't be verified
_QUERY = re.compile(r"[!\"$-~]*")  # printable ASCII without the number sign
_MOST_FIELDS = 500
_NOT_TWILIOS = "the signature is not Twilio's"


class _Doubtful(Exception):
    """The request is not one that Twilio sends."""


def read_signed_form(
    event: Mapping[str, Any], *, public_url: str, auth_token: str, refusals: Refusals | None = None
) -> Form | None:
    """Return the fields of a webhook that Twilio signed, or None for anything else.

    Args:
        event: an API Gateway HTTP API event, payload 2.0.
        public_url: what stands before the path in the URL that Twilio was told to call, as in
            "https://linda.example.com"; with a custom domain's mapping key, that key too.
        auth_token: the account's token, or the secret of the shared key that signs.
        refusals: where what is refused is counted; without it each one is a line of the log.

    Returns:
        The form, or None on any doubt and on any exception: the answer to both is 403.
    """
    try:
        return _verified(event, public_url, auth_token)
    except Exception as error:  # noqa: BLE001 - an error while verifying must refuse, whatever it is
        (refusals or Refusals()).count(_reason(error), _address(event))
        return None


def is_signed_handshake(
    address: str, headers: Mapping[str, str], *, auth_token: str, client: str = "", refusals: Refusals | None = None
) -> bool:
    """Tell whether Twilio asks for a WebSocket at `address`: what it signs is the URL, as our document named it.

    After Twilio's page "Onboarding" of ConversationRelay. `headers` have lower-case names; any doubt is a No, which
    `refusals` counts under the `client` it came from.
    """
    try:
        _verify_handshake(address, headers, auth_token)
    except Exception as error:  # noqa: BLE001 - an error while verifying must refuse, whatever it is
        (refusals or Refusals()).count(_reason(error), client)
        return False
    return True


def _verify_handshake(address: str, headers: Mapping[str, str], auth_token: str) -> None:
    algorithm = get_signature_algorithm(headers.get(SIGNATURE_SETTINGS_HEADER.lower()))
    genuine = RequestValidator(auth_token).validate(address, {}, headers[SIGNATURE_HEADER.lower()], algorithm)
    if genuine is not True or not auth_token:
        raise _Doubtful(_NOT_TWILIOS)


def _reason(error: Exception) -> str:
    if isinstance(error, KeyError):
        return "something that Twilio sends is missing"
    return str(error) if isinstance(error, _Doubtful) else type(error).__name__


def _address(event: Mapping[str, Any]) -> str:
    try:
        return str(event["requestContext"]["http"]["sourceIp"])
    except (KeyError, TypeError):
        return ""


def _verified(event: Mapping[str, Any], public_url: str, auth_token: str) -> Form:
    if not auth_token or not public_url:
        raise _Doubtful("no token or no public URL to verify with")
    headers = event["headers"]
    form = _form(event, headers)
    genuine = RequestValidator(auth_token).validate(
        _called_url(event, public_url),
        form,
        headers[SIGNATURE_HEADER.lower()],
        get_signature_algorithm(headers.get(SIGNATURE_SETTINGS_HEADER.lower())),
    )
    if genuine is not True:
        raise _Doubtful(_NOT_TWILIOS)
    return form


def _called_url(event: Mapping[str, Any], public_url: str) -> str:
    path: str = event["rawPath"]
    query: str = event["rawQueryString"]
    if not _PATH.fullmatch(path) or not _QUERY.fullmatch(query):
        raise _Doubtful("the path or the query has characters that no webhook of ours has")
    return public_url.rstrip("/") + path + (f"?{query}" if query else "")


def _form(event: Mapping[str, Any], headers: Mapping[str, str]) -> Form:
    if event["requestContext"]["http"]["method"] != "POST":
        raise _Doubtful("not a POST")
    if headers["content-type"].split(";")[0].strip().lower() != _FORM or "," in headers["content-type"]:
        raise _Doubtful("not a form")
    body = event["body"]
    if event["isBase64Encoded"]:
        body = base64.b64decode(body, validate=True).decode("utf-8")
    return Form(
        parse_qsl(body, keep_blank_values=True, strict_parsing=True, errors="strict", max_num_fields=_MOST_FIELDS)
    )
