"""The template is what AWS takes, and what the code needs: tables, functions, variables, routes, rights, alarms."""

import json
from datetime import timedelta

import pytest
import yaml

from linda.adapters.twilio_phone.webhooks import FALLBACK, SMS, STATUS
from linda.domain.errors import TextNotSent
from linda.entrypoints.api.resolving import DESCRIPTION
from linda.entrypoints.api.routes import routes as routes_of_the_api
from linda.entrypoints.functions.specs import answers
from linda.entrypoints.health import HEALTH, HOME
from linda.records import epoch_ms
from linda.records.outbox import OutgoingText, enqueue
from linda.testing.memory_store import MemoryStore
from tests.deploy.routing import function_of
from tests.deploy.template_checks import CHECKS, Check
from tests.deploy.template_reading import of_type, properties, strings
from tests.deploy.template_roles import PARAMETER, SECRETS, SPECS
from tests.deploy.template_watch import TOO_MANY, WINDOW
from tests.deploy.transformed import TEMPLATE, Question, ask, ours
from tests.house import CUSTOMER, House
from tests.shop_desk import open_shop

REQUIRED = {"CodeBucket", "CodeKey", "Release", "OwnerPhone", "TwilioAccountSid", "TwilioPhoneNumber"}
DEFAULTS = {
    "Name": "linda",
    "Architecture": "arm64",
    "Runtime": "python3.13",
    "SnapStart": "on",
    "TablePrefix": "",
    "SecretsPath": "/linda",
    "PublicUrl": "",
    "SiteUrl": "",
    "TrustedProxies": "",
    "TwilioApiUrl": "",
    "OpenaiModel": "gpt-4o",
    "OpenaiBaseUrl": "",
    "ModelDailyCents": 500,
    "VoiceRelay": "off",
    "RelayUrl": "",
    "AlarmEmail": "",
    "ReservedConcurrency": 0,
}
LEADS_TO = {
    "POST /api/chat": "Dispatcher",
    "POST /api/chat/phone/confirm": "Dispatcher",
    "GET /api/public": "Dispatcher",
    "POST /api/bookings": "Scheduler",
    "DELETE /api/bookings/4417": "Scheduler",
    "GET /api/calendar.ics": "Scheduler",
    "POST /api/blocks": "Scheduler",
    "GET /api/cockpit": "StateManager",
    "POST /api/session/code": "StateManager",
    "POST /api/conversations/lead_1/messages": "StateManager",
    "GET /api/simulator": "StateManager",
}
LARGEST_SENT = 51_200 - 2_000
"""What CloudFormation takes with a request (AWS, "CloudFormation quotas"), with room for names that are written out."""


def test_cfn_lint_has_nothing_to_say_not_even_a_remark() -> None:
    assert ours().findings == ()


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_the_template_is_what_the_code_needs(check: Check) -> None:
    assert check(ours().template) == []


def test_every_path_that_the_code_answers_leads_to_a_function_that_answers_it() -> None:
    with open_shop(store=MemoryStore()) as linda:
        owners = [(each.method, each.path) for each in routes_of_the_api(linda.parts)]
    twilio = [("POST", SMS), ("POST", STATUS), ("POST", FALLBACK)]
    paths = [("GET", HOME), ("GET", HEALTH), ("GET", DESCRIPTION), *twilio, *owners]
    assert [astray(method, path) for method, path in paths if astray(method, path)] == []


def test_a_method_that_a_path_does_not_know_is_refused_by_the_function_that_knows_the_path() -> None:
    with open_shop(store=MemoryStore()) as linda:
        paths = {each.path for each in routes_of_the_api(linda.parts)}
    others = [(method, path) for method in ("HEAD", "OPTIONS", "PATCH") for path in sorted(paths)]
    assert [astray(method, path) for method, path in others if astray(method, path)] == []


def astray(method: str, path: str) -> str:
    """Tell when a request is led to a function that does not answer it, "" when all is well."""
    name = function_of(method, path)
    return "" if name and answers(SPECS[name], path) else f"{method} {path} leads to {name}"


def test_what_changes_the_calendar_or_talks_to_customers_goes_where_its_rights_are() -> None:
    led = {each: function_of(*each.split(" ")) for each in LEADS_TO}
    assert led == LEADS_TO


def test_only_what_nobody_can_guess_has_to_be_given() -> None:
    parameters = ours().template["Parameters"]
    assert {name for name, each in parameters.items() if "Default" not in each} == REQUIRED
    assert {name: each["Default"] for name, each in parameters.items() if "Default" in each} == DEFAULTS


def test_every_parameter_says_what_it_is() -> None:
    assert [name for name, each in ours().template["Parameters"].items() if not each.get("Description")] == []


def test_a_secret_is_named_only_where_a_role_may_read_it() -> None:
    # Whoever may look at the stack sees its parameters, and a template can't make a SecureString.
    assert of_type(ours().template, "AWS::SSM::Parameter") == {}
    secrets = {name for names in SECRETS.values() for name in names}
    said = [text for text in strings(ours().template["Resources"]) if any(name in text for name in secrets)]
    assert {text.removeprefix(PARAMETER) for text in said} == secrets


def test_only_the_dispatcher_starts_from_a_snapshot_and_only_where_python_can() -> None:
    snaps = {
        name
        for name, each in of_type(ours().template, "AWS::Lambda::Function").items()
        if "SnapStart" in each["Properties"]
    }
    assert snaps == {"Dispatcher"}
    on_demand = {"Fn::If": ["HasSnapStart", {"ApplyOn": "PublishedVersions"}, {"Ref": "AWS::NoValue"}]}
    assert properties(ours().template, "Dispatcher")["SnapStart"] == on_demand
    not_311 = {"Fn::Not": [{"Fn::Equals": [{"Ref": "Runtime"}, "python3.11"]}]}
    wanted = {"Fn::And": [{"Fn::Equals": [{"Ref": "SnapStart"}, "on"]}, not_311]}
    assert ours().template["Conditions"]["HasSnapStart"] == wanted


def test_calls_are_reserved_for_twilios_functions_and_only_when_asked_for() -> None:
    found = {
        name: each["Properties"].get("ReservedConcurrentExecutions")
        for name, each in of_type(ours().template, "AWS::Lambda::Function").items()
    }
    asked = {"Fn::If": ["ReservesConcurrency", {"Ref": "ReservedConcurrency"}, {"Ref": "AWS::NoValue"}]}
    assert found == {"Dispatcher": asked, "Fallback": asked, "StateManager": None, "Scheduler": None}


def test_an_alarm_is_mailed_only_to_an_address_that_was_given() -> None:
    subscriptions = of_type(ours().template, "AWS::SNS::Subscription")
    assert {name: each.get("Condition") for name, each in subscriptions.items()} == {
        "AlarmSubscription": "HasAlarmEmail"
    }
    assert properties(ours().template, "AlarmSubscription")["TopicArn"] == {"Ref": "AlarmTopic"}


def test_a_new_key_of_the_package_is_a_new_version_of_every_function() -> None:
    text = TEMPLATE.read_text(encoding="utf-8")
    old, new = ask([Question(text, {"CodeKey": "old.zip"}), Question(text, {"CodeKey": "new.zip"})])
    kind = "AWS::Lambda::Version"
    assert len(of_type(old.template, kind)) == 4
    assert of_type(old.template, kind).keys().isdisjoint(of_type(new.template, kind))


def test_the_access_log_is_json_and_holds_nothing_of_a_customer() -> None:
    line = json.loads(properties(ours().template, "ApiStage")["AccessLogSettings"]["Format"])
    assert set(line) == {"at", "id", "route", "status", "ms", "function", "why"}


def test_the_template_fits_into_a_request() -> None:
    assert len(TEMPLATE.read_bytes()) < LARGEST_SENT


def test_the_template_uses_nothing_of_yaml_that_cloudformation_does_not_read() -> None:
    # Neither aliases nor merges (AWS, "CloudFormation template formats").
    tokens = [type(token) for token in yaml.scan(TEMPLATE.read_text(encoding="utf-8"))]
    assert tokens
    assert not {yaml.AliasToken, yaml.AnchorToken} & set(tokens)


def test_a_text_that_can_not_be_sent_raises_the_alarm_though_it_is_not_tried_in_every_minute() -> None:
    house = House(MemoryStore())
    house.phone.trouble["hello"] = TextNotSent("the carrier is down", permanent=False)
    now = epoch_ms(house.clock)
    house.records.store.transact(enqueue(OutgoingText("out#a#0", CUSTOMER, "hello", due_at=now, created_at=now)))
    waited = []
    for _ in range(WINDOW):
        waited.append(house.sweep().waiting >= 1)
        house.clock.advance(timedelta(minutes=1))
    assert TOO_MANY <= sum(waited) < WINDOW


def test_the_outputs_name_the_address_and_the_functions() -> None:
    outputs = {name: each["Value"] for name, each in ours().template["Outputs"].items()}
    functions = {name: {"Ref": name} for name in ("Dispatcher", "StateManager", "Scheduler", "Fallback")}
    relay = {"Fn::Sub": "${RelayApi.ApiEndpoint}/live"}
    assert outputs == {"ApiUrl": {"Fn::GetAtt": ["Api", "ApiEndpoint"]}, "RelayUrl": relay, **functions}
