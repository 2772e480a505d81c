"""Checks: each role may do what its function does, on the things it does it to, and nothing else."""

from typing import Any

from linda.entrypoints.functions import DISPATCHER, FALLBACK, SCHEDULER, STATE_MANAGER
from tests.deploy.template_functions import FUNCTIONS
from tests.deploy.template_reading import differences, of_type, strings
from tests.deploy.transformed import Template

GET, PUT, UPDATE, DELETE, QUERY = (
    f"dynamodb:{each}" for each in ("GetItem", "PutItem", "UpdateItem", "DeleteItem", "Query")
)
TURN = {
    "LeadsTable": {GET, PUT},
    "StateTable": {GET, PUT},
    "ScheduleTable": {GET, PUT, UPDATE, DELETE, QUERY},
    "InboxTable": {GET, PUT, UPDATE, DELETE},
}
"""What answering a text does, the owner's own included: "OK 4417" reprices a booking, and ends a question."""

DUE = {"InboxTable/index/inbox_due": {QUERY}}
CHAT = {"LeadsTable": {GET, PUT, QUERY}}
"""The page of a visitor reads his whole conversation."""

DESK = {
    "LeadsTable": {GET, PUT, QUERY},
    "LeadsTable/index/leads_by_activity": {QUERY},
    "StateTable": {GET, PUT},
    "ScheduleTable": {GET, UPDATE, QUERY},
    "InboxTable": {GET, PUT, UPDATE, DELETE},
}
NEEDS: dict[str, dict[str, set[str]]] = {
    "Dispatcher": {**TURN, **CHAT, **DUE},
    "StateManager": DESK,
    "Scheduler": {**TURN, **DUE},
    "Fallback": TURN,
}
SPECS = {"Dispatcher": DISPATCHER, "StateManager": STATE_MANAGER, "Scheduler": SCHEDULER, "Fallback": FALLBACK}
SECRETS = {name: set(spec.secrets) for name, spec in SPECS.items()}
"""What each function asks the Parameter Store for."""

PARAMETER = "arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter${SecretsPath}/"


RELAY_RIGHT = {
    "arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${RelayApi}/live/*/@connections/*": [
        "execute-api:ManageConnections"
    ]
}
"""Sending on the connections of the relay, which nobody knows before; only where there is one."""


def roles(template: Template) -> list[str]:
    """Return a sentence for each right that a role has too much or too little."""
    found = of_type(template, "AWS::IAM::Role")
    wanted = {**{f"{name}Role": _needs(name) for name in FUNCTIONS}, "SweepRole": _sweep()}
    lines = [f"{name} is a role that no function has" for name in sorted(found.keys() - wanted)]
    for name, rights in wanted.items():
        lines += differences(f"the rights of {name}", _rights(found.get(name, {})), rights)
        lines += _trusts(name, found.get(name, {}))
    return lines + [f"{name}: a policy outside the roles" for name in of_type(template, "AWS::IAM::ManagedPolicy")]


def wildcards(template: Template) -> list[str]:
    """Return a sentence for each star in a role, and for each policy that AWS wrote."""
    lines = []
    for name, role in of_type(template, "AWS::IAM::Role").items():
        inside = role["Properties"]
        stars = [text for text in strings(inside.get("Policies", [])) if "*" in text and text not in RELAY_RIGHT]
        lines += [f"{name} has a star: {text}" for text in stars]
        lines += [f"{name} takes over {text}" for text in strings(inside.get("ManagedPolicyArns", []))]
    return lines


def _needs(name: str) -> dict[str, list[str]]:
    tables = {thing: sorted(actions) for thing, actions in NEEDS[name].items()}
    secrets = {PARAMETER + secret: ["ssm:GetParameter"] for secret in SECRETS[name]}
    sockets = RELAY_RIGHT if name == "Dispatcher" else {}
    return {**tables, **secrets, **sockets, f"{name}Log": ["logs:CreateLogStream", "logs:PutLogEvents"]}


def _sweep() -> dict[str, list[str]]:
    return {"SchedulerAliaslive": ["lambda:InvokeFunction"]}


def _rights(role: dict[str, Any]) -> dict[str, list[str]]:
    """Return the actions by what they may be done to; a resource of the template goes by its name there."""
    rights: dict[str, set[str]] = {}
    for policy in role.get("Properties", {}).get("Policies", []):
        for given in policy["PolicyDocument"]["Statement"]:
            statement = given["Fn::If"][1] if "Fn::If" in given else given
            for resource in _list(statement["Resource"]):
                allowed = _list(statement["Action"]) if statement["Effect"] == "Allow" else [statement["Effect"]]
                rights.setdefault(_thing(resource), set()).update(allowed)
    return {thing: sorted(actions) for thing, actions in rights.items()}


def _thing(resource: Any) -> str:
    match resource:
        case {"Fn::GetAtt": [name, "Arn"]} | {"Ref": name}:
            return str(name)
        case {"Fn::Sub": text}:
            return str(text).replace("${InboxTable.Arn}", "InboxTable").replace("${LeadsTable.Arn}", "LeadsTable")
    return str(resource)


def _trusts(name: str, role: dict[str, Any]) -> list[str]:
    trust = role.get("Properties", {}).get("AssumeRolePolicyDocument", {}).get("Statement", [])
    who = "scheduler" if name == "SweepRole" else "lambda"
    wanted = {"Effect": "Allow", "Principal": {"Service": f"{who}.amazonaws.com"}, "Action": "sts:AssumeRole"}
    if name == "SweepRole":
        wanted["Condition"] = {"StringEquals": {"aws:SourceAccount": {"Ref": "AWS::AccountId"}}}
    return [] if trust == [wanted] else [f"{name} trusts {trust}, not {[wanted]}"]


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
