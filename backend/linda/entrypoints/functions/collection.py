"""The collection of garbage, which `backend/lambda/utils.py` puts off while a container starts.

All that is made from the start to the first answer stays. Looking it through for garbage would take a tenth of a cold
start, and falls into the first call of a copy where it was not done before the snapshot.
"""

import gc


def resume() -> None:
    """Collect again, if that was put off; what there is already is never looked through again."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
