"""What signing in sends and gets, over the API."""

from datetime import datetime
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Typed = Annotated[str, Field(strict=True, max_length=40)]
"""What a person typed: a number, or a code with gaps."""


class Says(BaseModel):
    """A sentence for the person who asked."""

    says: str


class PhoneGiven(BaseModel):
    """The number that a code is asked for."""

    model_config = ConfigDict(extra="forbid")

    phone: Typed


class LoginGiven(PhoneGiven):
    """The number, and the code that was texted to it."""

    code: Typed


class CodeGiven(BaseModel):
    """A code of the authenticator app, or a recovery code."""

    model_config = ConfigDict(extra="forbid")

    code: Typed


class SignedIn(BaseModel):
    """How far this browser is. `csrf` goes into the header x-csrf-token of whatever changes something.

    `second_factor_lost`: the key that sealed the authenticator's secret is gone, and it has to be set up again.
    """

    signed_in: bool
    needs: str | None
    csrf: str | None
    owner: str
    shop: str
    local: bool
    may_skip: bool
    has_second_factor: bool
    second_factor_lost: bool
    recovery_codes_left: int
    expires_at: datetime | None


class EnrolmentShown(BaseModel):
    """The secret for the authenticator app: to type, to open on a phone, and to scan."""

    secret: str
    uri: str
    qr_svg: str


class RecoveryCodes(BaseModel):
    """The recovery codes, shown this once."""

    recovery_codes: list[str]


class SessionRow(BaseModel):
    """A browser that is signed in, or on the way there."""

    id: str
    device: str
    created_at: datetime
    last_seen_at: datetime
    expires_at: datetime
    current: bool


class Sessions(BaseModel):
    """Every browser, the one seen last first."""

    sessions: list[SessionRow]
