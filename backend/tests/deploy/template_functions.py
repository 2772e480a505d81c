"""Checks: each function runs the code it names, with the limits it needs and exactly the variables that code reads."""

import ast
from typing import Any

from linda.settings import variable_names
from linda.testing.servers.process import ROOT
from tests.deploy.template_reading import differences, of_type
from tests.deploy.transformed import Template

FUNCTIONS = {
    "Dispatcher": "dispatcher",
    "StateManager": "state_manager",
    "Scheduler": "scheduler",
    "Fallback": "fallback",
}
"""Each function with its module in backend/lambda."""

WITH_A_MODEL = ("Dispatcher", "Scheduler")

NOT_SET = {
    "AWS_REGION": "Lambda sets it, and refuses a template that does",
    "LINDA_LOG_FILE": "a function's log is CloudWatch's",
    "LINDA_LOG_LEVEL": "the functions log from the default level on",
    "LINDA_DATA_DIR": "nothing is kept on a function's disk",
    "TWILIO_AUTH_TOKEN": "a secret: read from the Parameter Store",
    "OPENAI_API_KEY": "a secret: read from the Parameter Store",
    "LINDA_API_TOKEN": "a secret: read from the Parameter Store",
    "LINDA_SECRET_KEYS": "a secret: read from the Parameter Store",
    "LINDA_PROXY_SECRET": "a secret: read from the Parameter Store",
}
MODEL = ("OPENAI_MODEL", "OPENAI_BASE_URL", "LINDA_MODEL_DAILY_CENTS")
RELAY = {"Fn::Sub": "${RelayApi.ApiEndpoint}/live"}
FIXED = {
    "LINDA_STORE": "dynamodb",
    "LINDA_SHOP_FILE": "shop.toml",
    "LINDA_VOICE_RELAY": {
        "Fn::If": ["HasVoiceRelay", {"Fn::If": ["HasRelayUrl", {"Ref": "RelayUrl"}, RELAY]}, "false"]
    },
    "LINDA_PUBLIC_URL": {"Fn::If": ["HasPublicUrl", {"Ref": "PublicUrl"}, {"Fn::GetAtt": ["Api", "ApiEndpoint"]}]},
}


def functions(template: Template) -> list[str]:
    """Return a sentence for each way in which a function differs from what its code needs."""
    found = of_type(template, "AWS::Lambda::Function")
    counted = differences("the functions", dict.fromkeys(found, "there"), dict.fromkeys(FUNCTIONS, "there"))
    return counted + [line for name in FUNCTIONS if name in found for line in _compared(name, found[name])]


def variables(template: Template) -> list[str]:
    """Return a sentence for each variable that is set and unknown, missing, or filled from the wrong place."""
    found = of_type(template, "AWS::Lambda::Function")
    known = set(variable_names())
    lines = [f"{name} is excused from being set, and nobody reads it" for name in sorted(set(NOT_SET) - known)]
    for name, function in found.items():
        said = function["Properties"].get("Environment", {}).get("Variables", {})
        lines += [f"{name}: nobody reads the variable {each}" for each in sorted(set(said) - known)]
        lines += differences(f"the variables of {name}", said, _variables(name))
    return lines


def versions(template: Template) -> list[str]:
    """Return a sentence for each function whose alias `live` would not follow a new release."""
    aliases = of_type(template, "AWS::Lambda::Alias")
    published = of_type(template, "AWS::Lambda::Version")
    by_function = {each["Properties"]["FunctionName"]["Ref"]: name for name, each in published.items()}
    lines = []
    for name in FUNCTIONS:
        version = by_function.get(name, "")
        inside = published.get(version, {}).get("Properties", {})
        lines += differences(
            f"the version of {name}", inside, {"FunctionName": {"Ref": name}, "Description": {"Ref": "Release"}}
        )
        newest = {
            "FunctionName": {"Ref": name},
            "Name": "live",
            "FunctionVersion": {"Fn::GetAtt": [version, "Version"]},
        }
        alias = aliases.get(f"{name}Aliaslive", {}).get("Properties", {})
        lines += differences(f"the alias of {name}", alias, newest)
    return lines


def _compared(name: str, function: dict[str, Any]) -> list[str]:
    module = FUNCTIONS[name]
    wanted: dict[str, Any] = {
        "FunctionName": {"Fn::Sub": "${Name}-" + module.replace("_", "-")},
        "Handler": f"{module}.handler",
        "Code": {"S3Bucket": {"Ref": "CodeBucket"}, "S3Key": {"Ref": "CodeKey"}},
        "Runtime": {"Ref": "Runtime"},
        "Architectures": [{"Ref": "Architecture"}],
        "Timeout": 60 if name == "Scheduler" else 14,
        "Role": {"Fn::GetAtt": [f"{name}Role", "Arn"]},
        "LoggingConfig": {"LogGroup": {"Ref": f"{name}Log"}},
    }
    kept = {key: value for key, value in function["Properties"].items() if key in wanted}
    return _no_handler(module) + differences(name, kept, wanted)


def _no_handler(module: str) -> list[str]:
    path = ROOT / "backend" / "lambda" / f"{module}.py"
    parsed = ast.parse(path.read_text(encoding="utf-8")) if path.exists() else ast.Module([], [])
    has_handler = any(isinstance(each, ast.FunctionDef) and each.name == "handler" for each in parsed.body)
    return [] if has_handler else [f"{path} has no function `handler`"]


def _variables(name: str) -> dict[str, Any]:
    left_out = set(NOT_SET) | (set() if name in WITH_A_MODEL else set(MODEL))
    return {each: FIXED.get(each, {"Ref": _parameter(each)}) for each in variable_names() if each not in left_out}


def _parameter(variable: str) -> str:
    return "".join(part.capitalize() for part in variable.removeprefix("LINDA_").split("_"))
