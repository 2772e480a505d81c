"""Why a deployment stopped."""

from linda.domain.errors import LindaError


class DeploymentStopped(LindaError):
    """The deployment can't go on; the message says why, what was written, and the way out."""
