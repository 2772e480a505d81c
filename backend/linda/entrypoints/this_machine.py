"""What is this machine and nobody else: its names, and its addresses."""

from ipaddress import ip_address

from linda.settings import THIS_MACHINE

_NAMES = frozenset(f"[{name}]" if ":" in name else name for name in THIS_MACHINE)
"""As a browser writes them into Host."""


def is_named(host: str) -> bool:
    """Tell whether `host`, as in Host, names this machine, at whatever port."""
    name, colon, port = host.rpartition(":")
    is_port = port.isascii() and port.isdigit()
    return (name if colon and is_port else host).lower() in _NAMES


def is_loopback(address: str) -> bool:
    """Tell whether `address` is one that only this machine can come from; what is no address is not."""
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False
