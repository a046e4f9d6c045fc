"""Data files that people write: YAML text in, validated values out, every error with its line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

import yaml
from pydantic import TypeAdapter, ValidationError

from pipeline.problems import ProgrammeError

Value = TypeVar("Value")


def checked_yaml(text: str, adapter: TypeAdapter[Value], *, file: str, defaults: Mapping[str, object] | None = None) -> Value:
    """The file's content, over ``defaults`` for its top level.

    Raises ``ProgrammeError``, "file:line: path: what is wrong", for the first thing that does not fit."""
    try:
        root = yaml.compose(text, yaml.SafeLoader)
        data = yaml.safe_load(text)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise ProgrammeError(f"{file}:{line}: is not YAML: {error.problem}") from None
    except (yaml.YAMLError, ValueError, RecursionError) as error:  # a date such as 2026-02-30
        raise ProgrammeError(f"{file}: is not YAML: {str(error).splitlines()[0]}") from None
    for key in _written_twice(root):
        raise ProgrammeError(f"{file}:{key.start_mark.line + 1}: {key.value} is written twice")
    try:
        return adapter.validate_python({**(defaults or {}), **data} if isinstance(data, dict) else data)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        path = ".".join(map(str, first["loc"])) or "file"
        raise ProgrammeError(f"{file}:{_line(root, first['loc'])}: {path}: {first['msg']}") from None


def _written_twice(node: yaml.Node | None) -> Iterator[yaml.ScalarNode]:
    """Keys that stand a second time in one mapping: YAML would silently take the last."""
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _written_twice(item)
    if isinstance(node, yaml.MappingNode):
        seen = set()
        for key, value in node.value:
            if key.value in seen:
                yield key
            seen.add(key.value)
            yield from _written_twice(value)


def _line(node: yaml.Node | None, path: Sequence[int | str]) -> int:
    """The line (from 1) of the deepest part of ``path`` that the file has."""
    line = 1
    for step in path:
        if isinstance(node, yaml.MappingNode):
            found = next(((key, value) for key, value in node.value if key.value == str(step)), None)
            if found is None:
                return line
            line, node = found[0].start_mark.line + 1, found[1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
            line = node.start_mark.line + 1
        else:
            return line
    return line
