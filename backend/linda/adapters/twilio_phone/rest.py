"""Texts that we start, over Twilio's REST API.

The API has no idempotency key: a text whose answer was lost may be out (Twilio, error 20500: sending is not safe to
repeat). So an error says whether that can be, and `find_sent` looks the text up before anybody sends it again. The
SDK costs more to import than the rest of LINDA together, so it is loaded with the first text.
"""

from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from typing import Any

from linda.domain.errors import TextNotSent

_SECONDS = 10.0  # within the 15 s that a webhook may take, should a text ever be sent from one
_NEWEST = 100
_NOT_TAKEN = frozenset({"failed", "canceled"})
# A token that was changed, of which a function hears a quarter of an hour later, or an account that is suspended; too
# many requests; the number's queue is full; maintenance (Twilio, "Error and Warning Dictionary").
_PASSING_CODES = frozenset({20003, 20429, 21611, 21730})


class TwilioSender:
    """Sends texts from the shop's number; a `PhoneSender`."""

    def __init__(self, *, account_sid: str, auth_token: str, number: str, api_url: str | None = None) -> None:
        """Take the account, the shop's number in E.164, and another base for the API, where an emulator listens."""
        self._account_sid = account_sid
        self._auth_token = auth_token
        self._number = number
        self._api_url = api_url

    def send(self, to: str, body: str, idempotency_hint: str) -> str:
        """Send `body` to `to` and return its MessageSid; raises `TextNotSent`."""
        message = _asking(lambda: self._messages.create(to=to, from_=self._number, body=body))
        if not message.sid:  # the SDK takes an empty answer for a message without an id
            raise TextNotSent("Twilio's answer was empty", permanent=False, maybe_sent=True)
        return str(message.sid)

    def find_sent(self, to: str, body: str, since: datetime) -> str | None:
        """Return the MessageSid of a text like this that Twilio took at or after `since`; raises `TextNotSent`.

        Not filtered by the day it was sent: a queued text has none yet. Twilio keeps whole seconds.
        """
        latest = _asking(lambda: self._messages.list(to=to, from_=self._number, limit=_NEWEST))
        floor = since.replace(microsecond=0)
        for message in latest:
            if message.body == body and message.date_created >= floor and message.status not in _NOT_TAKEN:
                return str(message.sid)
        return None

    @cached_property
    def _messages(self) -> Any:
        from twilio.http.http_client import TwilioHttpClient  # type: ignore[import-untyped]
        from twilio.rest import Client  # type: ignore[import-untyped]

        client = Client(
            self._account_sid,
            self._auth_token,
            http_client=TwilioHttpClient(timeout=_SECONDS),
            environment={"TWILIO_REGION": ""},  # not empty, or the SDK would read the process's own
        )
        if self._api_url:
            client.api.base_url = self._api_url
        return client.messages


def _asking(request: Callable[[], Any]) -> Any:
    from requests.exceptions import ConnectionError as NoConnection
    from requests.exceptions import RequestException
    from twilio.base.exceptions import TwilioException  # type: ignore[import-untyped]

    try:
        return request()
    except TwilioException as error:
        raise _refused(getattr(error, "status", 0), getattr(error, "code", 0)) from error
    except NoConnection as error:
        raise TextNotSent("Twilio can't be reached", permanent=False, maybe_sent=not _never_connected(error)) from error
    except (RequestException, ValueError) as error:
        raise TextNotSent("Twilio's answer was lost", permanent=False, maybe_sent=True) from error


def _refused(status: int, code: int) -> TextNotSent:
    message = f"Twilio answered {status}, error {code}: https://www.twilio.com/docs/errors/{code}"
    if status == 429 or code in _PASSING_CODES:
        return TextNotSent(message, permanent=False)
    if 400 <= status < 500:
        return TextNotSent(message, permanent=True)
    return TextNotSent(message, permanent=False, maybe_sent=True)


def _never_connected(error: Exception) -> bool:
    from urllib3.exceptions import ConnectTimeoutError, NameResolutionError, NewConnectionError, SSLError

    cause = getattr(error.args[0], "reason", None) if error.args else None
    return isinstance(cause, ConnectTimeoutError | NameResolutionError | NewConnectionError | SSLError)
