"""Calls to DynamoDB: asked again while the trouble is one that passes, explained when it does not."""

import random
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from botocore.exceptions import BotoCoreError, ClientError  # type: ignore[import-untyped]

from linda.adapters.dynamo_store.client import Client
from linda.adapters.dynamo_store.failures import explained
from linda.adapters.dynamo_store.troubles import Trouble, trouble

Sleep = Callable[[float], None]
Jitter = Callable[[], float]


class Calls:
    """One client, and the patience with it: every kind of trouble has its own bound."""

    def __init__(self, client: Client, *, sleep: Sleep = time.sleep, jitter: Jitter = random.random) -> None:
        """Wait by `sleep` (seconds) for `jitter` (0 to 1) of the bound of each pause."""
        self.client = client
        self._sleep = sleep
        self._jitter = jitter

    def __call__(self, operation: str, **request: Any) -> Any:
        """Return the answer to `request`; the same request is made again, so it must be one that may be.

        Raises `ClientError` or `BotoCoreError` for what does not pass, or did not in time.
        """
        failed: Counter[Trouble] = Counter()
        while True:
            try:
                return getattr(self.client, operation)(**request)
            except (BotoCoreError, ClientError) as bad:
                kind = trouble(bad)
                if kind is None or failed[kind] + 1 >= kind.tries:
                    raise
                failed[kind] += 1
                self._sleep(kind.pause(failed[kind], self._jitter()))

    @contextmanager
    def explained(self, *tables: str) -> Iterator[None]:
        """Turn what boto3 raises about `tables` into `StoreUnavailable`, or `ValueError` for an impossible request."""
        try:
            yield
        except (BotoCoreError, ClientError) as bad:
            meta = self.client.meta
            raise explained(bad, region=meta.region_name, endpoint=meta.endpoint_url, tables=tables) from bad

    def close(self) -> None:
        """Close the client's connections."""
        self.client.close()
