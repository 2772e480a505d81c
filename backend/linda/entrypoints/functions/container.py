"""One LINDA for as long as a container lives; only her secrets are read again."""

import logging
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from linda.adapters.aws_wire import Access
from linda.bootstrap import Linda, join, open_store
from linda.domain.clock import Clock, SystemClock
from linda.domain.errors import LindaError
from linda.entrypoints.functions.specs import FunctionSpec
from linda.entrypoints.logs import hide
from linda.records.store import Store
from linda.settings import Settings, plain_access, with_secrets

FRESH = timedelta(minutes=15)
"""For as long secrets are taken for current; by the wall clock, for between two calls a container stands still."""

AT_MOST_EVERY = timedelta(minutes=1)
"""Secrets are not read more often, whoever sends us wrong tokens."""

Reader = Callable[[str, Sequence[str], str], Mapping[str, str]]

_log = logging.getLogger(__name__)


class ParameterReader:
    """Reads from the Parameter Store through one client, with `access` where boto3 is not needed for that."""

    def __init__(self, access: Access | None = None) -> None:
        """Connect at the first reading."""
        self._access = access
        self._client: Any = None

    def __call__(self, path: str, names: Sequence[str], region: str) -> Mapping[str, str]:
        """Return the secrets `names` under `path`; raises `VendorFailed`."""
        from linda.adapters.parameter_store import connect, read_secrets

        self._client = self._client or connect(region, self._access)
        return read_secrets(self._client, path, names)


class Container:
    """Joins LINDA at the first call, and again when a secret has changed; the store stays open."""

    def __init__(
        self,
        spec: FunctionSpec,
        environment: Mapping[str, str],
        *,
        clock: Clock | None = None,
        read: Reader | None = None,
    ) -> None:
        """Join by `environment` for the function `spec`; nothing is read before the first call."""
        self.spec = spec
        self.environment = environment
        self._clock = clock or SystemClock()
        self._read = read or ParameterReader(plain_access(environment))
        self._store: Store | None = None
        self._linda: Linda | None = None
        self._joined_with: Mapping[str, str] = {}
        self._read_at: datetime | None = None
        self._tried_at: datetime | None = None

    def linda(self) -> Linda:
        """Return LINDA with secrets that are fresh; raises what is wrong with settings, shop, secrets or store."""
        if self._linda is None or (self._is_older(self._read_at, FRESH) and self._may_try()):
            return self._renewed()
        return self._linda

    def has_news(self) -> bool:
        """Look for changed secrets, unless that was done a moment ago; True when LINDA was joined anew."""
        before = self._linda
        return self._may_try() and self._renewed() is not before

    def open(self, settings: Settings) -> Store:
        """Open the store of `settings` ahead of the first call, and return it; it is asked nothing."""
        self._store = self._store or open_store(settings)
        return self._store

    def forget(self) -> None:
        """Let the next call read the secrets and join LINDA anew, on the same store."""
        self._linda = None

    def close(self) -> None:
        """Let go of everything."""
        for each in (self._linda, self._store):
            if each is not None:
                each.close()
        self._linda = self._store = None

    def _may_try(self) -> bool:
        return self._is_older(self._tried_at, AT_MOST_EVERY)

    def _is_older(self, moment: datetime | None, age: timedelta) -> bool:
        return moment is None or not timedelta(0) <= self._clock.now() - moment < age

    def _renewed(self) -> Linda:
        held = self._linda
        self._tried_at = self._clock.now()
        try:
            environment = with_secrets(self.environment, self.spec.secrets, self._read)
            if held is None or environment != self._joined_with:
                held = self._joined(environment)
            self._read_at = self._tried_at
        except LindaError as bad:
            if held is None:
                raise
            _log.error("the secrets could not be renewed, the old ones stay in use: %s", bad)
        return held

    def _joined(self, environment: Mapping[str, str]) -> Linda:
        hide(*(environment.get(name, "") for name in self.spec.secrets))
        settings = Settings.from_environment(environment)
        self.open(settings)
        joined = join(settings, clock=self._clock, store=self._store, rules_only=self.spec.rules_only)
        if self._linda is not None:
            self._linda.close()
        self._linda, self._joined_with = joined, environment
        return joined
