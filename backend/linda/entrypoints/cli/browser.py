"""Whether `linda up` opens the browser by itself: only where somebody sits who can see it."""

from collections.abc import Mapping

_WITH_A_SCREEN = frozenset({"darwin", "win32"})
_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME")
"""One of them is set where a Linux machine has a screen to show windows on."""


def opens_by_itself(environment: Mapping[str, str], *, platform: str, is_terminal: bool) -> bool:
    """Tell whether somebody at a terminal of this machine can see a browser; a machine that builds (CI) has nobody."""
    if environment.get("CI") or not is_terminal:
        return False
    return platform in _WITH_A_SCREEN or any(environment.get(name) for name in _SCREENS)
