"""Who asks AWS, and where: what a function on AWS is told by its environment."""

import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

_REGION = re.compile(r"(?:af|ap|ca|cn|eu|il|me|mx|sa|us|us-gov)-[a-z]+-\d{1,2}")
"""Regions whose addresses are known here; the isolated ones and the sovereign ones have addresses of their own."""


@dataclass(frozen=True, slots=True)
class Access:
    """Credentials that stay for the life of the process, and addresses in place of AWS's own.

    `endpoints` goes by the name of the service; "" is for all others. `ca_bundle` is a file of certificates, in place
    of the system's.
    """

    key_id: str
    secret: str = field(repr=False)
    token: str = field(default="", repr=False)
    endpoints: tuple[tuple[str, str], ...] = ()
    ca_bundle: str = ""

    def address(self, service: str, region: str) -> str | None:
        """Return where to ask `service`, None when that is nothing to be answered here."""
        given = dict(self.endpoints)
        chosen = given.get(service) or given.get("")
        if chosen:
            return chosen.rstrip("/") if _is_plain(chosen) else None
        if not _REGION.fullmatch(region):
            return None
        return f"https://{service}.{region}.amazonaws.com{'.cn' if region.startswith('cn-') else ''}"


def _is_plain(address: str) -> bool:
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return False
    has_more = parts.path.strip("/") or parts.query or parts.fragment or parts.username
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and port != 0 and not has_more
