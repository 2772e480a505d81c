"""What a model is told of the tools: generated, strict, in the flat form of the Responses API."""

import json
import runpy
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from linda.conversation.arguments import Arguments
from linda.conversation.schemas import function_schemas
from linda.conversation.tools import TOOL_TYPES

BACKEND = Path(__file__).resolve().parents[2]
SCHEMAS = BACKEND / "schemas"
GENERATED: dict[str, str] = runpy.run_path(str(BACKEND / "scripts" / "generate.py"))["generated"]()
FUNCTIONS = {each["name"]: each for each in function_schemas()}
TYPES = {"string", "integer", "boolean", "null"}

PLANNED = {
    "check_availability": ["date", "time", "repair_type", "device"],
    "book_slot": ["date", "time", "repair_type", "device", "name", "service_mode"],
    "authorize_discount": ["discount_percent", "reason"],
    "log_upsell": ["item", "accepted"],
}


@pytest.mark.parametrize("name", GENERATED)
def test_a_generated_file_is_what_the_code_says_now(name: str) -> None:
    assert (SCHEMAS / name).read_text(encoding="utf-8") == GENERATED[name], "run: make generate"


def test_nothing_lies_beside_the_generated_files() -> None:
    assert {each.name for each in SCHEMAS.iterdir()} == set(GENERATED)


def test_every_tool_is_in_the_file_in_its_order() -> None:
    assert [each["name"] for each in json.loads(GENERATED["functions.json"])] == [tool.name for tool in TOOL_TYPES]


@pytest.mark.parametrize("name", PLANNED)
def test_the_plans_tools_have_the_plans_arguments(name: str) -> None:
    assert list(FUNCTIONS[name]["parameters"]["properties"])[: len(PLANNED[name])] == PLANNED[name]


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_function_is_flat_and_strict(name: str) -> None:
    function = FUNCTIONS[name]
    assert set(function) == {"type", "name", "description", "parameters", "strict"}
    assert (function["type"], function["strict"]) == ("function", True)
    assert 0 < len(function["description"]) <= 1024
    parameters = function["parameters"]
    assert set(parameters) == {"type", "properties", "required", "additionalProperties"}
    assert (parameters["type"], parameters["additionalProperties"]) == ("object", False)
    Draft202012Validator.check_schema(parameters)
    assert parameters["required"] == list(parameters["properties"]), "strict mode wants every property required"


@pytest.mark.parametrize("name", FUNCTIONS)
def test_every_property_has_a_type_of_json_schema_and_nothing_else(name: str) -> None:
    for schema in FUNCTIONS[name]["parameters"]["properties"].values():
        assert set(schema) == {"type"}
        kinds = [schema["type"]] if isinstance(schema["type"], str) else schema["type"]
        assert kinds
        assert len(set(kinds)) == len(kinds)
        assert set(kinds) <= TYPES


@pytest.mark.parametrize("name", FUNCTIONS)
def test_no_tool_takes_the_customers_number_or_a_price(name: str) -> None:
    properties = set(FUNCTIONS[name]["parameters"]["properties"])
    assert properties.isdisjoint({"phone", "number", "customer", "from", "to", "lead_id", "price", "cents"})


def example(schema: dict[str, Any]) -> object:
    values: dict[str, object] = {"string": "x", "integer": 1, "boolean": True, "null": None}
    kind = schema["type"] if isinstance(schema["type"], str) else schema["type"][-1]
    return values[kind]


@pytest.mark.parametrize("tool", TOOL_TYPES, ids=lambda tool: str(tool.name))
def test_what_the_schema_allows_is_read_and_what_it_forbids_is_not(tool: Any) -> None:
    reads: type[Arguments] = tool.arguments
    properties = FUNCTIONS[tool.name]["parameters"]["properties"]
    given = {name: example(schema) for name, schema in properties.items()}
    assert reads.read(json.dumps(given)).as_given() == given
    for name in given:
        wrongs: tuple[object, ...] = (1.5, [], {}, float("nan"))
        for wrong in wrongs:
            with pytest.raises(ValueError, match=f"{name}: must be"):
                reads.read(json.dumps({**given, name: wrong}))
    with pytest.raises(ValueError, match="phone: there is no such argument"):
        reads.read(json.dumps({**given, "phone": "+19045550150"}))
