"""AWS's Signature Version 4 of a POST to "/" without a query (AWS, IAM user guide, "Create a signed request")."""

import hmac
from collections.abc import Mapping
from hashlib import sha256

from linda.adapters.aws_wire.access import Access

_METHOD = "AWS4-HMAC-SHA256"


def signed(
    access: Access, service: str, region: str, headers: Mapping[str, str], body: bytes, *, at: str
) -> dict[str, str]:
    """Return `headers` (names in small letters, the host among them) with those that sign them and `body`.

    Args:
        access: whose signature it is.
        service: the name of the service.
        region: its region.
        headers: all that is sent; each of them is signed.
        body: what is sent.
        at: the moment, as in 20260210T150000Z; AWS takes signatures for five minutes.
    """
    whole = {**headers, "x-amz-date": at, **({"x-amz-security-token": access.token} if access.token else {})}
    names = ";".join(sorted(whole))
    lines = "".join(f"{name}:{whole[name]}\n" for name in sorted(whole))
    request = f"POST\n/\n\n{lines}\n{names}\n{sha256(body).hexdigest()}"
    scope = f"{at[:8]}/{region}/{service}/aws4_request"
    to_sign = f"{_METHOD}\n{at}\n{scope}\n{sha256(request.encode()).hexdigest()}"
    key = f"AWS4{access.secret}".encode()
    for part in scope.split("/"):
        key = hmac.digest(key, part.encode(), "sha256")
    signature = hmac.digest(key, to_sign.encode(), "sha256").hex()
    given = f"{_METHOD} Credential={access.key_id}/{scope}, SignedHeaders={names}, Signature={signature}"
    return {**whole, "authorization": given}
