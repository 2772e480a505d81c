"""The browser opens by itself only where somebody can see it."""

import pytest

from linda.entrypoints.cli.browser import opens_by_itself


@pytest.mark.parametrize(
    ("platform", "environment", "opens"),
    [
        ("darwin", {}, True),
        ("win32", {}, True),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"WSL_DISTRO_NAME": "Debian"}, True),
        ("linux", {"SSH_CONNECTION": "192.0.2.1 50000 192.0.2.2 22"}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0", "CI": "true"}, False),
        ("darwin", {"CI": "true"}, False),
    ],
)
def test_at_a_terminal_with_a_screen_and_not_on_a_machine_that_builds(
    platform: str, environment: dict[str, str], *, opens: bool
) -> None:
    assert opens_by_itself(environment, platform=platform, is_terminal=True) is opens


def test_never_where_the_output_goes_to_a_file() -> None:
    assert not opens_by_itself({"DISPLAY": ":0"}, platform="darwin", is_terminal=False)
