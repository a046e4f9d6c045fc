"""What the OpenAPI document says that FastAPI cannot tell by itself: the bodies that we read ourselves, and problems."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from pipeline.api.bodies import Said
from pipeline.api.problems import ProblemDetails
from pipeline.form import Form
from pipeline.programme import known_programmes

NAMED = "#/components/schemas/{model}"
NULL = {"type": "null"}
EXAMPLE = {
    "programme": "skill-master-studio-2026",
    "unit": {"name": "北京示例科技有限公司", "kind": "enterprise", "established_on": "2010-05-06"},
    "leader": {"name": "张三", "occupation": "电工", "skill_level": "高级技师", "contract": {"starts_on": "2020-01-01"}},
}


def form_schema() -> dict[str, Any]:
    """The form as it is handed over; keys that it does not name are kept."""
    schema = lenient(Form.model_json_schema(ref_template=NAMED))
    parts = {name: or_null(part) for name, part in schema["properties"].items()}
    del parts["application_id"]  # the address says it
    programme = {"type": "string", "enum": list(known_programmes())}
    described = {"title": "Form", "description": "application.json: the online form", "examples": [EXAMPLE]}
    return {**schema, **described, "properties": {**parts, "programme": programme}, "required": ["programme"]}


def lenient(schema: Any) -> Any:
    """Where a value may be null, an empty text states nothing, too; and null is an empty list."""
    if isinstance(schema, list):
        return [lenient(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    schema = {name: lenient(part) for name, part in schema.items()}
    if schema.get("type") == "array":
        return or_null(schema)
    if NULL in schema.get("anyOf", ()) and not any("$ref" in one for one in schema["anyOf"]):
        return {**schema, "anyOf": [*schema["anyOf"], {"const": ""}]}
    return schema


def or_null(schema: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [schema, NULL]}


def document_schema() -> dict[str, Any]:
    schema = Said.model_json_schema()
    file = {"description": "The scan: PDF or picture.", "type": "string", "contentMediaType": "application/octet-stream"}
    properties = {"file": {**file, "minLength": 1}, **schema["properties"]}
    return {**schema, "title": "NewDocument", "properties": properties, "required": ["file", "slot"]}


def named(schemas: dict[str, dict[str, Any]]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each schema and what it was made of, by name."""
    for name, schema in schemas.items():
        yield from schema.pop("$defs", {}).items()
        yield name, schema


def schema_of(model: type[BaseModel]) -> dict[str, Any]:
    return model.model_json_schema(ref_template=NAMED)


def body(media_type: str, name: str, description: str) -> dict[str, Any]:
    """For ``openapi_extra``: a route's body."""
    content = {media_type: {"schema": {"$ref": NAMED.format(model=name)}}}
    return {"requestBody": {"required": True, "description": description, "content": content}}


SCHEMAS = dict(named({"Form": form_schema(), "NewDocument": document_schema(), "ProblemDetails": schema_of(ProblemDetails)}))
FORM = body("application/json", "Form", "application.json: the online form")
UPLOAD = body("multipart/form-data", "NewDocument", "One scan, and what it was uploaded for")
