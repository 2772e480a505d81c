"""Scope: the plan's ten phases in order, as the plan writes them, against the local doubles."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from linda.deployment.local import TOKEN
from linda.records.tables import TABLES
from linda.settings import LOCAL_ACCOUNT
from linda.testing.servers import ministack
from tests.phases.plan import ROOT, typed

TWILIO_SID = r"AC[0-9a-f]{32}"
MESSAGE_SID = r"SM[0-9a-f]{32}"
JSON = r"\{.*\}"
ALL_TABLES = ", ".join(table.name for table in TABLES)


@dataclass(frozen=True, slots=True)
class Step:
    """A command of the plan, and patterns of lines that it prints in this order (others may stand between)."""

    command: str
    prints: tuple[str, ...]


STEPS = (
    Step("""python -c "import boto3, openai, twilio; print('✅ All imports work')" """, ("✅ All imports work",)),
    Step("python backend/test_aws_connection.py --local", ("✅ Connected to AWS - Region: us-east-1", "   Tables: .*")),
    Step("python backend/scripts/create_tables.py --local", (f"✅ Tables ready in us-east-1: {ALL_TABLES}",)),
    Step("python backend/scripts/create_tables.py --local", ("No table was missing.", "✅ Tables ready .*")),
    Step("aws dynamodb list-tables", tuple(rf'\s*"{name}",?' for name in sorted(table.name for table in TABLES))),
    Step("python backend/test_aws_connection.py --local", ("   Tables: .*Brandon_State_Log.*Repairs_Lead_Log.*",)),
    Step(
        "python backend/test_dynamodb_operations.py --local",
        (
            f"✅ Wrote Brandon state: {JSON}",
            f"✅ Read Brandon state: {JSON}",
            f"✅ Updated Brandon state: {JSON}",
            f"✅ Wrote lead: {JSON}",
            f"✅ Read lead: {JSON}",
            f"✅ Updated lead: {JSON}",
            f"✅ Queried lead: {JSON}",
        ),
    ),
    Step("python backend/test_twilio_connection.py --local", (f"✅ Twilio account verified - SID: {TWILIO_SID}",)),
    Step(
        """python backend/test_twilio_sms.py send --to=+19045550142 --message="Hello from LINDA" --local""",
        (rf"✅ Text sent to \+19045550142 - SID: {MESSAGE_SID}",),
    ),
    Step(
        "python backend/test_twilio_sms.py receive --local --count 2",
        (r"\+19045550142: Hello .*, text 1", r"\+19045550142: Hello .*, text 2", r"✅ Received 2 text\(s\)"),
    ),
    Step("python backend/test_openai_connection.py --local", ("✅ OpenAI API connected - Model: gpt-4o",)),
    Step(
        "python backend/test_openai_functions.py --local",
        (
            "User: .*iPhone 13 screen.*",
            r"AI: \[calls check_availability\]",
            r'Function Result: \{"available": true, .*\}',
            r"AI Response: Yes, \d.* are open, \d+ openings in all.*",
        ),
    ),
    Step(
        "python backend/test_e2e.py --local",
        (
            "Scenario 1: availability while the owner is at the gym",
            "   LINDA: .*at the gym until 3:15 PM.*Only 2 .*left.*",
            '✅ "2 left" is true: .*',
            "Scenario 2: book a slot by text",
            r"✅ Booked in the calendar: Tue Feb 10 at 3:15 PM, iPhone 13 screen, code \d{4}",
            "Scenario 3: a voice call",
            r"✅ Booked on the phone: Tue Feb 10 at 4 PM, iPhone 13 screen, code \d{4}; confirmed by text",
            "Scenario 4: a state change that changes the next reply",
            "✅ The next reply differs: 0 left while he was away, 6 now",
            "Leads in the store:",
            r"   \(904\) 555-0182  booked  lead_\w+",
            "      customer: .*book me.*",
            "      LINDA: .*You're booked.*",
            "✅ 4 of 4 scenarios passed",
        ),
    ),
)

DEPLOYMENT = (
    Step("python backend/scripts/deploy_lambda.py --local", (r"LINDA is deployed, release \w+\.", r"  API +http://.*")),
    *(
        Step(f"aws lambda invoke --function-name {name} /dev/stdout", (r'.*"ok": ?true.*', r'.*"StatusCode": 200.*'))
        for name in ("linda-dispatcher", "linda-state-manager", "linda-scheduler")
    ),
)
"""Phase 9, between the functions of phase 8 and the whole of phase 10."""

ON_AWS = Step(
    "python backend/test_e2e.py",
    (
        '✅ "2 left" is true: .*',
        "✅ Booked in the calendar: .*",
        "✅ Booked on the phone: .*; confirmed by text",
        "✅ The next reply differs: .*",
        "✅ 4 of 4 scenarios passed",
    ),
)


def test_every_command_of_the_plan_works_in_order_on_a_machine_without_an_account(tmp_path: Path) -> None:
    with ministack() as aws:
        printed = {step: done(step, aws.environment, tmp_path) for step in (*STEPS[:-1], *DEPLOYMENT, STEPS[-1])}
        # Phase 10 as after a real deployment: over the functions' own HTTP API, into the tables of AWS.
        (address,) = (line.split()[-1] for line in printed[DEPLOYMENT[0]] if line.startswith("  API "))
        deployed = {
            "LINDA_PUBLIC_URL": address,
            "LINDA_STORE": "dynamodb",
            "TWILIO_ACCOUNT_SID": LOCAL_ACCOUNT,
            "TWILIO_AUTH_TOKEN": TOKEN,
            "TWILIO_PHONE_NUMBER": "+19045550100",
        }
        done(ON_AWS, {**aws.environment, **deployed}, tmp_path)


def done(step: Step, variables: Mapping[str, str], home: Path) -> list[str]:
    """Return what `step` prints, having worked."""
    ran = typed(step.command, variables, home)
    assert (ran.status, ran.problem) == (0, ""), f"{step.command}\n{ran.printed}\n{ran.problem}"
    assert_in_order(step, ran.lines)
    return ran.lines


def test_the_example_of_the_variables_is_where_the_plan_looks_for_it() -> None:
    assert (ROOT / "backend/.env.example").is_file()
    assert (ROOT / "backend/schemas/functions.json").is_file()


@pytest.mark.parametrize("step", [*STEPS, *DEPLOYMENT], ids=lambda step: step.command[:60])
def test_the_installers_page_names_every_command(step: Step) -> None:
    page = (ROOT / "docs/phases.md").read_text(encoding="utf-8")
    program, *arguments = step.command.split()
    assert " ".join([program, *arguments[: 2 if program == "aws" else 1]]) in page


def assert_in_order(step: Step, lines: list[str]) -> None:
    ahead = iter(lines)
    for pattern in step.prints:
        assert any(re.fullmatch(pattern, line) for line in ahead), f"{step.command}: no {pattern!r} in {lines}"
