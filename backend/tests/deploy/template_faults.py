"""Faults that somebody could make in the template, each as a change of its text, with who has to notice it."""

from dataclasses import dataclass

from tests.deploy.template_api import gateway, relay, routes
from tests.deploy.template_checks import Check
from tests.deploy.template_functions import functions, variables, versions
from tests.deploy.template_roles import roles, wildcards
from tests.deploy.template_tables import tables
from tests.deploy.template_watch import alarms, logs, sweep

CFN_LINT = None
"""cfn-lint notices it, or SAM's transform."""


@dataclass(frozen=True, slots=True)
class Fault:
    """The first `old` of the template becomes `new`; `found_by` is the check that must find it."""

    what: str
    found_by: Check | None
    old: str
    new: str

    def planted(self, text: str) -> str:
        """Return `text` with this fault in it."""
        assert self.old in text, f"{self.what}: {self.old!r} is not in the template any more"
        return text.replace(self.old, self.new, 1)


FAULTS = (
    Fault("a typo in a property", CFN_LINT, "BillingMode:", "BilingMode:"),
    Fault("a typo in a function's property", CFN_LINT, "MemorySize: 1024", "MemorySise: 1024"),
    Fault("a typo in a type", CFN_LINT, "AWS::ApiGatewayV2::Stage", "AWS::ApiGatewayV2::Stages"),
    Fault(
        "an index over an attribute that is not defined",
        CFN_LINT,
        "        - {AttributeName: phone, AttributeType: S}\n",
        "",
    ),
    Fault("a reference to nothing", CFN_LINT, "!GetAtt FallbackRole.Arn", "!GetAtt FallbackRoll.Arn"),
    Fault("a condition that nobody defined", CFN_LINT, "Condition: HasAlarmEmail", "Condition: HasAlarmMail"),
    Fault("a runtime AWS does not know", CFN_LINT, "Default: python3.13", "Default: python3.31"),
    Fault("an attribute of the wrong type", tables, "timestamp, AttributeType: N", "timestamp, AttributeType: S"),
    Fault("an expiry that was dropped", tables, "      TimeToLiveSpecification:", "      #"),
    Fault("an expiry of another field", tables, "AttributeName: expires_at", "AttributeName: expires"),
    Fault("no restoring", tables, "PointInTimeRecoveryEnabled: true", "PointInTimeRecoveryEnabled: false"),
    Fault("a table that goes with the stack", tables, "DeletionPolicy: Retain", "DeletionPolicy: Delete"),
    Fault("a table that goes with a new name", tables, "UpdateReplacePolicy: Retain", "UpdateReplacePolicy: Delete"),
    Fault("a table that ignores the prefix", tables, "${TablePrefix}Repairs_Schedule", "Repairs_Schedule"),
    Fault("an index that holds keys alone", tables, "ProjectionType: ALL", "ProjectionType: KEYS_ONLY"),
    Fault("a table that was forgotten", tables, "Brandon_State_Log", "Brandon_States"),
    Fault("a function cut off after 3 s", functions, "Timeout: 14", "Timeout: 3"),
    Fault("a handler in no file", functions, "state_manager.handler", "statemanager.handler"),
    Fault("a function under another's role", functions, "!GetAtt FallbackRole.Arn", "!GetAtt DispatcherRole.Arn"),
    Fault("a function that logs elsewhere", functions, "LogGroup: !Ref FallbackLog", "LogGroup: !Ref SchedulerLog"),
    Fault("another alias", versions, "AutoPublishAlias: live", "AutoPublishAlias: alive"),
    Fault("a version that ignores parameters", versions, "      VersionDescription: !Ref Release\n", ""),
    Fault("a variable that nobody reads", variables, "LINDA_SHOP_FILE:", "LINDA_SHOP:"),
    Fault("a variable filled from elsewhere", variables, "!Ref OwnerPhone", "!Ref TwilioPhoneNumber"),
    Fault("a store that is a file", variables, "LINDA_STORE: dynamodb", "LINDA_STORE: sqlite"),
    Fault("a route that was forgotten", routes, '"POST /twilio/status"', '"POST /twilio/stati"'),
    Fault("a route to another function", routes, "${ToFallback}", "${ToDispatcher}"),
    Fault("a route by one method alone", routes, '"ANY /api/openings"', '"GET /api/openings"'),
    Fault(
        "an integration past the alias",
        routes,
        "IntegrationUri: !Ref Fallback.Alias",
        "IntegrationUri: !GetAtt Fallback.Arn",
    ),
    Fault("an event of another form", gateway, 'PayloadFormatVersion: "2.0"', 'PayloadFormatVersion: "1.0"'),
    Fault(
        "a permission without the alias", gateway, "FunctionName: !Ref Scheduler.Alias", "FunctionName: !Ref Scheduler"
    ),
    Fault("an API without limits", gateway, "      DefaultRouteSettings:", "      #"),
    Fault(
        "a relay that is there unasked",
        relay,
        "    Condition: HasVoiceRelay\n    Properties:\n      Name:",
        "    Properties:\n      Name:",
    ),
    Fault("a relay at another stage", relay, "StageName: live", "StageName: later"),
    Fault("frames that nobody takes", relay, "RouteKey: $default, Target", "RouteKey: prompt, Target"),
    Fault("a relay that calls another function", relay, "functions/${Dispatcher.Alias}", "functions/${Fallback.Alias}"),
    Fault("every connection of every API", wildcards, "${RelayApi}/live/*", "*"),
    Fault("every action on a table", wildcards, "Action: dynamodb:Query", 'Action: "dynamodb:*"'),
    Fault("every secret", wildcards, "parameter${SecretsPath}/OPENAI_API_KEY", "parameter${SecretsPath}/*"),
    Fault("a right too much", roles, "Action: ssm:GetParameter", "Action: [ssm:GetParameter, ssm:PutParameter]"),
    Fault(
        "a right too little",
        roles,
        "[dynamodb:GetItem, dynamodb:PutItem, dynamodb:UpdateItem, dynamodb:DeleteItem]",
        "[dynamodb:GetItem, dynamodb:PutItem]",
    ),
    Fault("rights on another table", roles, "Resource: !GetAtt StateTable.Arn", "Resource: !GetAtt LeadsTable.Arn"),
    Fault("a role for any service", roles, "Service: scheduler.amazonaws.com", "Service: lambda.amazonaws.com"),
    Fault("logs that never end", logs, ", RetentionInDays: 30}", "}"),
    Fault("an alarm that tells nobody", alarms, "      AlarmActions: [!Ref AlarmTopic]\n", ""),
    Fault("an alarm on no figure", alarms, "MetricName: 5xx", "MetricName: 5XXError"),
    Fault("an alarm on another function", alarms, "Value: !Ref Fallback", "Value: !Ref Dispatcher"),
    Fault(
        "a dead sweep taken for a good sign", alarms, "TreatMissingData: breaching", "TreatMissingData: notBreaching"
    ),
    Fault("a sweep by the hour", sweep, "rate(1 minute)", "rate(1 hour)"),
    Fault("a job nobody knows", sweep, '{"job": "sweep"}\'\n', '{"job": "swipe"}\'\n'),
    Fault("a figure no sweep prints", sweep, "MetricValue: $.waiting", "MetricValue: $.wating"),
)
