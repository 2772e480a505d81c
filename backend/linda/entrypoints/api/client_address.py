"""What is kept of the internet address that a request comes from: a hash that limits are counted by."""

from linda.domain.visitor import address_digest
from linda.entrypoints.api.asked import asked
from linda.entrypoints.api.parts import Parts
from linda.entrypoints.api.proofs import address_of
from linda.settings import signing_token


def hashed_address(parts: Parts) -> str:
    """Return the hash of the address of the request at hand; a day later the same address has another."""
    day = parts.machine.now().date().isoformat()
    return address_digest(signing_token(parts.settings), day, address_of(asked(), parts.settings))
