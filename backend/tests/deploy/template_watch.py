"""Checks: logs end, alarms watch figures that exist and tell somebody, the sweep is called and its result is read."""

import json
import re
from dataclasses import fields
from typing import Any

from linda.entrypoints.jobs import Swept
from tests.deploy.template_functions import FUNCTIONS
from tests.deploy.template_reading import differences, of_type, properties
from tests.deploy.transformed import Template

NAME = {"Ref": "Name"}
TELL = [{"Ref": "AlarmTopic"}]
SWEEP = {"job": "sweep"}
WINDOW, TOO_MANY = 10, 5
"""Of so many minutes, how many with somebody waiting raise the alarm."""
LOGS = {f"{name}Log": "/aws/lambda/${Name}-" + module.replace("_", "-") for name, module in FUNCTIONS.items()}


def logs(template: Template) -> list[str]:
    """Return a sentence for each log group that has another name, or that keeps lines for another time than a month."""
    found = {name: each["Properties"] for name, each in of_type(template, "AWS::Logs::LogGroup").items()}
    names = {**LOGS, "ApiLog": "/aws/vendedlogs/${Name}-api"}
    wanted = {name: {"LogGroupName": {"Fn::Sub": text}, "RetentionInDays": 30} for name, text in names.items()}
    return differences("the log groups", found, wanted)


def alarms(template: Template) -> list[str]:
    """Return a sentence for each alarm that is missing, blind, mute, or that takes silence for the wrong thing."""
    found = of_type(template, "AWS::CloudWatch::Alarm")
    wanted = {**_of_functions(), **_of_the_rest()}
    lines = differences("the alarms", dict.fromkeys(found, "there"), dict.fromkeys(wanted, "there"))
    for name, alarm in wanted.items():
        said = {key: value for key, value in properties(template, name).items() if key in alarm}
        lines += differences(f"the alarm {name}", said, alarm)
    return lines


def sweep(template: Template) -> list[str]:
    """Return a sentence for each fault on the way from the clock to the sweep, and from its result to a figure."""
    schedule = properties(template, "Sweep")
    target = schedule.get("Target", {})
    found = {
        "when": schedule.get("ScheduleExpression"),
        "what": json.loads(target.get("Input", "null")),
        "whom": target.get("Arn"),
        "as": target.get("RoleArn"),
        "again": target.get("RetryPolicy", {}).get("MaximumRetryAttempts"),
    }
    role = {"Fn::GetAtt": ["SweepRole", "Arn"]}
    wanted = {"when": "rate(1 minute)", "what": SWEEP, "whom": {"Ref": "SchedulerAliaslive"}, "as": role, "again": 0}
    lines = differences("the schedule", found, wanted)
    return lines + _metric(template, "Waiting") + _metric(template, "Broken")


def _metric(template: Template, name: str) -> list[str]:
    """Check the filter that reads the figure `name` from the line a sweep prints."""
    found = properties(template, f"{name}Metric")
    field = name.lower()
    figure = {"MetricNamespace": NAME, "MetricName": name, "MetricValue": f"$.{field}", "Unit": "Count"}
    wanted: dict[str, Any] = {
        "LogGroupName": {"Ref": "SchedulerLog"},
        "FilterPattern": f'{{ $.job = "{SWEEP["job"]}" && $.{field} >= 0 }}',
        "MetricTransformations": [figure],
    }
    printed = {"job", *(each.name for each in fields(Swept))}
    unread = sorted(set(re.findall(r"\$\.(\w+)", json.dumps(found))) - printed)
    lines = [f"the figure {name} is read from {each}, which no sweep prints" for each in unread]
    return lines + differences(f"the figure {name}", found, wanted)


def _of_functions() -> dict[str, dict[str, Any]]:
    wanted: dict[str, dict[str, Any]] = {}
    for name in FUNCTIONS:
        one = {"Namespace": "AWS/Lambda", "Dimensions": [{"Name": "FunctionName", "Value": {"Ref": name}}]}
        near = 50_000 if name == "Scheduler" else 12_000
        slow = {"MetricName": "Duration", "ExtendedStatistic": "p99", "Threshold": near}
        wanted[f"{name}Errors"] = {**one, "MetricName": "Errors", **_ANY}
        wanted[f"{name}Throttles"] = {**one, "MetricName": "Throttles", **_ANY}
        wanted[f"{name}Slow"] = {**one, **slow, "TreatMissingData": "notBreaching", "AlarmActions": TELL}
    return wanted


def _of_the_rest() -> dict[str, dict[str, Any]]:
    api = {
        "Namespace": "AWS/ApiGateway",
        "MetricName": "5xx",
        "Dimensions": [{"Name": "ApiId", "Value": {"Ref": "Api"}}],
    }
    # Five minutes of ten without a sweep, or with something left over.
    often = {"Period": 60, "EvaluationPeriods": WINDOW, "DatapointsToAlarm": TOO_MANY, "Threshold": 1}
    waiting = {"MetricName": "Waiting", "Statistic": "Minimum", **often}
    silence = {"TreatMissingData": "breaching", "AlarmActions": TELL}
    return {
        "ApiErrors": {**api, **_ANY},
        "Unanswered": {"Namespace": NAME, **waiting, **silence},
        "Broken": {"Namespace": NAME, "MetricName": "Broken", **_ANY},
    }


_ANY = {"Statistic": "Sum", "Threshold": 1, "TreatMissingData": "notBreaching", "AlarmActions": TELL}
