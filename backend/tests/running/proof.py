"""How thorough the mass proofs are: a tenth in the gate, whole with LINDA_PROOF=1 (`make proof`)."""

import os

IS_WHOLE = os.environ.get("LINDA_PROOF") == "1"


def in_proof(whole: int) -> int:
    """Return `whole` in the whole proof, and a tenth of it in the gate."""
    return whole if IS_WHOLE else whole // 10
