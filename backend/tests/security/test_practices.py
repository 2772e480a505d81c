"""What docs/security/practices.md says of limits, keys, ways and places is what the code does."""

import re
from pathlib import Path

import pytest

from linda.conversation.toolbox import MAX_CALLS
from linda.conversation.tools.booking import MOST_BOOKINGS
from linda.domain.limits import DAY_MS, MINUTE_MS
from linda.domain.sign_in import DEVICE_MS, HALFWAY_MS, IDLE_MS, LONGEST_MS
from linda.domain.visitor import LONGEST
from linda.entrypoints.api.access import Access
from linda.entrypoints.api.files import MOST_LEADS
from linda.records.sessions import MOST_SESSIONS
from linda.settings import variable_names
from tests.shop_desk import ROOT

PAGE = (ROOT / "docs/security/practices.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## (.+?)\n\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL))
TEMPLATE = (ROOT / "infra/template.yaml").read_text(encoding="utf-8")


def words(section: str) -> str:
    return " ".join(SECTIONS[section].split())


def test_the_rules_of_input_name_where_each_kind_is_described() -> None:
    for described in ("openapi.json", "shop.schema.json", "reference.md", "E.164", "ISO 8601"):
        assert described in words("Input")
    for link in re.findall(r"\]\(([^)#]+)\)", PAGE):
        assert (ROOT / "docs/security" / link).exists(), link


def test_rules_for_what_belongs_together_are_written_down() -> None:
    assert "What belongs together is checked together" in words("Input")


def test_the_limits_of_the_business_are_the_codes_own() -> None:
    said = words("Limits of the business")
    assert (MAX_CALLS, MOST_BOOKINGS) == (8, 3)
    assert "three bookings ahead for a customer; eight tool calls a turn" in said
    assert f"a text of the chat has {LONGEST} characters" in said
    for name in re.findall(r"`([A-Z_]+)`", said):
        assert name in variable_names()


def test_the_ends_of_sessions_are_the_codes_own() -> None:
    said = words("Sessions")
    assert f"ends after {IDLE_MS // DAY_MS} days without use and after {LONGEST_MS // DAY_MS} days in any case" in said
    assert f"not finished after {HALFWAY_MS // MINUTE_MS} minutes" in said
    assert f"known for {DEVICE_MS // DAY_MS} days" in said
    assert "NIST SP 800-63B" in said


def test_how_many_sessions_may_run_is_written_down() -> None:
    assert f"At most {MOST_SESSIONS} sessions run at once: one more ends the oldest." in words("Sessions")


def test_every_kind_of_access_has_its_row() -> None:
    rows = words("Who may do what")
    for kind, said in {
        Access.PUBLIC: "| everybody |",
        Access.LOCAL: "| this machine |",
        Access.OWNER: "| a browser that is signed in |",
        Access.SIGNING_IN: "but signing in and the second factor",
    }.items():
        assert said in rows, kind
    assert set(Access) == {Access.PUBLIC, Access.LOCAL, Access.OWNER, Access.SIGNING_IN}


def test_what_nobody_may_read_or_write_of_a_record_is_written_down() -> None:
    assert "Of a session the cookie and its hash are shown to nobody" in words("Who may do what")


def test_every_way_to_sign_in_is_written_down() -> None:
    for way in ("code by text", "`LINDA_API_TOKEN`", "a text from the owner's number", "link of the calendar"):
        assert way in words("Ways to sign in")


def test_what_a_stolen_number_can_do_is_written_down() -> None:
    said = words("Ways to sign in")
    for told in (
        "another SIM",
        "second factor or a recovery code",
        "set by text what the owner is doing",
        "sign-in reset",
    ):
        assert told in said, told


def test_every_secret_that_the_settings_read_is_among_the_keys() -> None:
    secrets = {name for name in variable_names() if re.search("TOKEN|KEY|SECRET(?!S)", name)}
    assert len(secrets) >= 3
    assert {name for name in secrets if f"`{name}`" not in SECTIONS["Keys"]} == set()


def test_every_address_that_the_settings_let_linda_call_is_among_those_she_calls() -> None:
    called = {name for name in variable_names() if name.endswith(("BASE_URL", "API_URL"))}
    assert len(called) == 2
    assert {name for name in called if f"`{name}`" not in SECTIONS["Whom LINDA calls"]} == set()


def test_data_has_classes_and_each_says_how_it_is_kept() -> None:
    rows = dict(re.findall(r"^\| ([a-z' ]+) \| .+ \| (.+) \|$", SECTIONS["Data"], re.MULTILINE))
    assert list(rows) == ["class", "secrets", "customers' data", "the shop's own", "for everybody"]
    assert all(rows.values())


def test_a_time_for_updates_is_set_and_every_lock_is_in_the_inventory() -> None:
    said = words("Components")
    assert re.search(r"within \d+ days when the hole is critical or high, within \d+ days when it is moderate", said)
    locks = {
        each.relative_to(ROOT) for each in Path(ROOT).glob("**/package-lock.json") if "node_modules" not in each.parts
    }
    assert len(locks) == 2
    assert [str(each) for each in locks if f"`{each}`" not in said] == []


def test_what_takes_long_is_named_with_its_bound() -> None:
    assert f"no more than {MOST_LEADS:,} leads" in words("Components")
    assert "cut after 9 seconds" in words("Components")


def test_every_log_of_the_template_is_in_the_inventory_with_its_days() -> None:
    groups = re.findall(r'LogGroupName: !Sub "(/aws/[a-z]+/)\$\{Name\}-([a-z-]+)", RetentionInDays: (\d+)', TEMPLATE)
    assert len(groups) >= 5
    for where, name, days in groups:
        rows = [
            row
            for row in SECTIONS["Logs"].splitlines()
            if f"`{where}linda-{name}`" in row or f"`{where}linda-*`" in row
        ]
        assert rows, name
        assert f"{days} days" in rows[0]


@pytest.mark.parametrize("section", SECTIONS)
def test_every_section_says_something(section: str) -> None:
    assert len(words(section)) > 100
