"""Checks: the HTTP API has exactly the paths that the functions answer, and each goes to its function's alias."""

from typing import Any

from tests.deploy.template_functions import FUNCTIONS
from tests.deploy.template_reading import differences, of_type, properties
from tests.deploy.transformed import Template

ROUTES = {
    "GET /": "Dispatcher",
    "GET /health": "Dispatcher",
    "POST /twilio/sms": "Dispatcher",
    "POST /twilio/status": "Dispatcher",
    "POST /twilio/fallback": "Fallback",
    "POST /twilio/voice": "Dispatcher",
    "POST /twilio/voice/{proxy+}": "Dispatcher",
    "POST /twilio/voice/fallback": "Fallback",
    "ANY /api/public": "Dispatcher",
    "ANY /api/public/{proxy+}": "Dispatcher",
    "ANY /api/chat": "Dispatcher",
    "ANY /api/chat/{proxy+}": "Dispatcher",
    "ANY /api/openings": "Scheduler",
    "ANY /api/bookings": "Scheduler",
    "ANY /api/bookings/{code}": "Scheduler",
    "ANY /api/bookings.csv": "Scheduler",
    "ANY /api/calendar": "Scheduler",
    "ANY /api/calendar.ics": "Scheduler",
    "ANY /api/blocks": "Scheduler",
    "ANY /api/blocks/{block}": "Scheduler",
    "ANY /api/{proxy+}": "StateManager",
}
API = {"Ref": "Api"}
RELAY = {"Ref": "RelayApi"}
RELAY_ROUTES = ("$connect", "$default")
RELAY_PARTS: dict[str, dict[str, Any]] = {
    "RelayApi": {"ProtocolType": "WEBSOCKET", "RouteSelectionExpression": "$request.body.type"},
    "RelayStage": {"ApiId": RELAY, "StageName": "live", "AutoDeploy": True},
    "RelayToDispatcher": {
        "ApiId": RELAY,
        "IntegrationType": "AWS_PROXY",
        "IntegrationUri": {
            "Fn::Sub": "arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/"
            "${DispatcherAliaslive}/invocations"
        },
    },
    "RelayPermission": {
        "Action": "lambda:InvokeFunction",
        "Principal": "apigateway.amazonaws.com",
        "FunctionName": {"Ref": "DispatcherAliaslive"},
        "SourceArn": {"Fn::Sub": "arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${RelayApi}/*"},
    },
}
"""The WebSocket API of calls: its parts by name, with what matters of each."""


def routes(template: Template) -> list[str]:
    """Return a sentence for each route that is missing, strange, or goes astray."""
    found = {
        each["Properties"]["RouteKey"]: _function_of(template, each["Properties"])
        for each in of_type(template, "AWS::ApiGatewayV2::Route").values()
        if each["Properties"]["ApiId"] != RELAY
    }
    return differences("the routes", found, ROUTES)


def gateway(template: Template) -> list[str]:
    """Return a sentence for each fault of the API, its stage, its integrations and their permissions."""
    lines = differences("the API", _some(template, "Api", "ProtocolType"), {"ProtocolType": "HTTP"})
    stage = _some(template, "ApiStage", "ApiId", "StageName", "AutoDeploy", "DefaultRouteSettings")
    limits = {"ThrottlingRateLimit": 50, "ThrottlingBurstLimit": 100}
    here = {"ApiId": API, "StageName": "$default", "AutoDeploy": True, "DefaultRouteSettings": limits}
    lines += differences("the stage", stage, here)
    log = properties(template, "ApiStage").get("AccessLogSettings", {}).get("DestinationArn")
    lines += differences("the access log", {"to": log}, {"to": {"Fn::GetAtt": ["ApiLog", "Arn"]}})
    for name in FUNCTIONS:
        alias = {"Ref": f"{name}Aliaslive"}
        lines += differences(f"the integration of {name}", properties(template, f"To{name}"), _integration(alias))
        lines += differences(
            f"the permission for {name}", properties(template, f"{name}Permission"), _permission(alias)
        )
    return lines


def relay(template: Template) -> list[str]:
    """Return a sentence for each fault of the WebSocket API, which is there only where it was asked for."""
    lines = []
    for name, wanted in RELAY_PARTS.items():
        lines += differences(name, _some(template, name, *wanted), wanted)
    routes_there = {
        each["Properties"]["RouteKey"]: each["Properties"]["Target"]
        for each in of_type(template, "AWS::ApiGatewayV2::Route").values()
        if each["Properties"]["ApiId"] == RELAY
    }
    there = {key: {"Fn::Sub": "integrations/${RelayToDispatcher}"} for key in RELAY_ROUTES}
    lines += differences("the routes of the relay", routes_there, there)
    ours = {name: each for name, each in template["Resources"].items() if name.startswith("Relay")}
    return lines + [
        f"{name} is there unasked" for name, each in ours.items() if each.get("Condition") != "HasVoiceRelay"
    ]


def _function_of(template: Template, route: dict[str, Any]) -> str:
    """Follow a route to its function, through integration and alias; tell where the way ends."""
    if route["ApiId"] != API:
        return "another API"
    target = str(route.get("Target", {}).get("Fn::Sub", ""))
    integration = properties(template, target.removeprefix("integrations/${").removesuffix("}"))
    alias = properties(template, str(integration.get("IntegrationUri", {}).get("Ref", "")))
    return str(alias.get("FunctionName", {}).get("Ref", target)) if alias.get("Name") == "live" else target


def _integration(alias: dict[str, str]) -> dict[str, Any]:
    return {"ApiId": API, "IntegrationType": "AWS_PROXY", "IntegrationUri": alias, "PayloadFormatVersion": "2.0"}


def _permission(alias: dict[str, str]) -> dict[str, Any]:
    ours = "arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${Api}/*"
    who = {"Action": "lambda:InvokeFunction", "Principal": "apigateway.amazonaws.com"}
    return {**who, "FunctionName": alias, "SourceArn": {"Fn::Sub": ours}}


def _some(template: Template, name: str, *keys: str) -> dict[str, Any]:
    return {key: value for key, value in properties(template, name).items() if key in keys}
