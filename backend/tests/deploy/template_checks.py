"""Every check of the template: from a transformed template to sentences, none when all is well."""

from collections.abc import Callable

from tests.deploy.template_api import gateway, relay, routes
from tests.deploy.template_functions import functions, variables, versions
from tests.deploy.template_roles import roles, wildcards
from tests.deploy.template_tables import tables
from tests.deploy.template_watch import alarms, logs, sweep
from tests.deploy.transformed import Template

Check = Callable[[Template], list[str]]

CHECKS: tuple[Check, ...] = (
    tables,
    functions,
    variables,
    versions,
    routes,
    gateway,
    relay,
    roles,
    wildcards,
    logs,
    alarms,
    sweep,
)
