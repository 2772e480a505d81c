"""Where what runs on AWS is no longer what was deployed, or what was deployed is no longer what is wanted here."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from linda.deployment import secrets
from linda.deployment.aws import Aws, explained
from linda.deployment.order import Order
from linda.deployment.stack import Stack
from linda.deployment.template import declared, read_template
from linda.deployment.versions import ALIAS

_FUNCTION = "AWS::Lambda::Function"
_COMPARED = ("Handler", "Timeout", "MemorySize", "Runtime")


def of_template(aws: Aws, order: Order, stack: Stack) -> list[str]:
    """Return a sentence when the template here is not the deployed one; raises `DeploymentStopped`."""
    wanted = read_template(order.template).sent(
        table_prefix=stack.parameters.get("TablePrefix", ""), code_key=stack.parameters.get("CodeKey", "")
    )
    deployed = _template(aws, stack, "Original")
    same = deployed == wanted if isinstance(deployed, str) else False
    return [] if same else [f"{order.template.name} is not the template that stack {stack.name} was deployed with"]


def of_parameters(aws: Aws, order: Order, stack: Stack) -> list[str]:
    """Return a sentence for each parameter that is deployed with another value than the settings here give it."""
    wanted = order.parameters(stack, declared(aws, read_template(order.template)))
    return [
        f"{name} is deployed as {stack.parameters.get(name, '')!r}, and here it is {value!r}"
        for name, value in sorted(wanted.items())
        if stack.parameters.get(name, "") != value
    ]


def of_secrets(aws: Aws, order: Order, stack: Stack) -> list[str]:
    """Return a sentence, without its value, for each secret that is not stored as it is set here."""
    path = order.secrets_path(stack)
    changed = secrets.changed(aws, path, order.secrets())
    missing = (
        [] if secrets.has_keys(aws, path) else [f"{path}/{secrets.MADE} is not there: no second factor can be kept"]
    )
    return [*missing, *(f"{path}/{name} is not the {name} that is set here" for name in changed)]


def of_functions(aws: Aws, stack: Stack) -> list[str]:
    """Return a sentence for each thing in which a function that answers is not as the template made it.

    Looked at is the version behind the alias: that is what Twilio and the schedule reach.
    """
    resources = _parsed(_template(aws, stack, "Processed")).get("Resources", {})
    declarations = {key: each["Properties"] for key, each in resources.items() if each.get("Type") == _FUNCTION}
    if not declarations:
        return [f"stack {stack.name} holds no functions"]
    return [line for declaration in declarations.values() for line in _of_function(aws, stack, declaration)]


def _of_function(aws: Aws, stack: Stack, declaration: Mapping[str, Any]) -> Iterator[str]:
    name = str(_resolved(declaration["FunctionName"], stack))
    client = aws.client("lambda")
    with explained(f"looking at function {name}", aws.region):
        try:
            live = client.get_function_configuration(FunctionName=name, Qualifier=ALIAS)
        except client.exceptions.ResourceNotFoundException:
            yield f"{name} is gone, or its alias {ALIAS!r} is"
            return
    for field in _COMPARED:
        wanted = _resolved(declaration.get(field), stack)
        if wanted is not None and str(live[field]) != str(wanted):
            yield f"{name} has {field} {live[field]}, and the template says {wanted}"
    variables = live.get("Environment", {}).get("Variables", {})
    for variable, declared_value in declaration.get("Environment", {}).get("Variables", {}).items():
        wanted = _resolved(declared_value, stack)
        if wanted is not None and variables.get(variable, "") != str(wanted):
            yield f"{name} has another {variable} than the stack"


def _resolved(value: Any, stack: Stack) -> Any:
    """Return what the template's `value` comes to, as far as the parameters alone tell; None for the rest."""
    match value:
        case str() | int():
            return value
        case {"Ref": str(name)}:
            return stack.parameters.get(name)
        case {"Fn::Sub": str(text)}:
            for name, given in stack.parameters.items():
                text = text.replace(f"${{{name}}}", given)
            return None if "${" in text else text
    return None


def _template(aws: Aws, stack: Stack, stage: str) -> Any:
    with explained(f"reading the template of stack {stack.name}", aws.region):
        answer = aws.client("cloudformation").get_template(StackName=stack.name, TemplateStage=stage)
    return answer["TemplateBody"]


def _parsed(body: Any) -> Mapping[str, Any]:
    parsed: Mapping[str, Any] = json.loads(body) if isinstance(body, str) else body
    return parsed
