"""Which function a request reaches: of the template's routes that fit, API Gateway takes the most specific.

After AWS, "Create routes for HTTP APIs in API Gateway": a whole path before one with a greedy end, and then, as seen on
AWS by the authors of MiniStack, fixed parts before variable ones, and the method itself before ANY.
"""

from tests.deploy.template_api import ROUTES

GREEDY = "{proxy+}"


def function_of(method: str, path: str) -> str | None:
    """Return the function that a request is led to, by its name in the template; None when there is no route."""
    fitting = [key for key in ROUTES if _fits(key, method, path)]
    return ROUTES[max(fitting, key=_exactness)] if fitting else None


def _fits(key: str, method: str, path: str) -> bool:
    verb, _, template = key.partition(" ")
    parts, given = template.split("/"), path.split("/")
    if parts[-1] == GREEDY and len(given) > len(parts):
        given = given[: len(parts)]
    fits = len(parts) == len(given) and all(
        bool(here) if part.startswith("{") else part == here for part, here in zip(parts, given, strict=True)
    )
    return fits and verb in {method, "ANY"}


def _exactness(key: str) -> tuple[bool, int, bool]:
    parts = key.split("/")
    return GREEDY not in parts, sum(not part.startswith("{") for part in parts), not key.startswith("ANY")
