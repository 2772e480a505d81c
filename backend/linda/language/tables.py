"""Tables written as text: words in running lines, phrases one a line."""


def words(table: str) -> tuple[str, ...]:
    """The words of a table written in running lines."""
    return tuple(table.split())


def lines(table: str) -> list[str]:
    """The phrases of a table written one a line."""
    return [line.strip() for line in table.splitlines() if line.strip()]
