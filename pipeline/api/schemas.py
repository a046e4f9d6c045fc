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
EXAMPLE = {
    "programme": "skill-master-studio-2026",
    "unit": {"name": "北京示例科技有限公司", "kind": "enterprise", "established_on": "2010-05-06"},
    "leader": {"name": "张三", "occupation": "电工", "skill_level": "高级技师", "contract": {"starts_on": "2020-01-01"}},
}


def form_schema() -> dict[str, Any]:
    """The form as it is handed over; keys that it does not name are kept."""
    schema = Form.model_json_schema(ref_template=NAMED)
    properties = {name: one for name, one in schema["properties"].items() if name != "application_id"}  # the address says it
    properties["programme"]["enum"] = list(known_programmes())
    described = {"title": "Form", "description": "application.json: the online form", "examples": [EXAMPLE]}
    return {**schema, **described, "properties": properties, "required": ["programme"]}


def document_schema() -> dict[str, Any]:
    schema = Said.model_json_schema()
    file = {"type": "string", "contentMediaType": "application/octet-stream", "description": "The scan: PDF or picture."}
    properties = {"file": file, **schema["properties"]}
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
