"""The authenticator app: codes by time (TOTP, RFC 6238, as every app has it: SHA-1, six digits, 30 seconds)."""

import hmac
from datetime import datetime

from linda.domain.sign_in import read_code

TOLERANCE = (0, -1, 1)
"""Steps beside the present one that are good too: clocks differ, and people type slowly."""


def step_of(secret: str, typed: str, now: datetime) -> int | None:
    """Return the 30-second step whose code was `typed`, None for a wrong one.

    A step that was used once is not to be accepted again; the caller remembers it.
    """
    import pyotp

    code = read_code(typed)
    if code is None:
        return None
    totp = pyotp.TOTP(secret)
    step = totp.timecode(now)
    fitting = [step + each for each in TOLERANCE if hmac.compare_digest(totp.generate_otp(step + each), code)]
    return fitting[0] if fitting else None


def new_secret() -> str:
    """Return 160 random bits as apps take them, in base32."""
    import pyotp

    return pyotp.random_base32()


def app_uri(secret: str, *, account: str, issuer: str) -> str:
    """Return the address that an app reads from the QR code."""
    import pyotp

    return pyotp.TOTP(secret).provisioning_uri(name=account, issuer_name=issuer)


def qr_svg(text: str) -> str:
    """Return `text` as a QR code in SVG that fits any width; it needs a light ground."""
    import segno

    svg: str = segno.make(text, error="m", micro=False).svg_inline(omitsize=True, border=2)
    return svg
