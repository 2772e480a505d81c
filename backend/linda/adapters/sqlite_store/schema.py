"""The SQL that the table declaration turns into: one SQL table each, the item as JSON, an index per index."""

from collections.abc import Iterator

from linda.records.tables import TABLES, Index, Table

SCHEMA_VERSION = 1

APPLICATION_ID = 0x4C494E44
""""LIND": how a file of ours is told from another program's (SQLite, PRAGMA application_id)."""


def statements() -> Iterator[str]:
    """Yield the SQL that makes every table and index, safe to repeat."""
    for table in TABLES:
        columns = f"{table.partition} TEXT NOT NULL"
        key = table.partition
        if table.sort is not None:
            columns += f", {table.sort} INTEGER NOT NULL"
            key += f", {table.sort}"
        yield (
            f"CREATE TABLE IF NOT EXISTS {table.name} "
            f"({columns}, item TEXT NOT NULL, PRIMARY KEY ({key})) WITHOUT ROWID, STRICT"
        )
        for index in table.indexes:
            yield _index_sql(table, index)


def _index_sql(table: Table, index: Index) -> str:
    partition, sort = field_sql(index.partition), field_sql(index.sort)
    return (
        f"CREATE INDEX IF NOT EXISTS {index.name} ON {table.name} ({partition}, {sort}) "
        f"WHERE {partition} IS NOT NULL AND {sort} IS NOT NULL"
    )


def field_sql(field: str) -> str:
    """Return the SQL expression for `field` of an item."""
    return f"json_extract(item, '$.{field}')"


def key_sql(table: Table) -> str:
    """Return the WHERE clause that finds one item by its key."""
    clause = f"{table.partition} = ?"
    return clause if table.sort is None else f"{clause} AND {table.sort} = ?"
