"""Reading a YAML file into a closed model, with every fault located by line and key."""

from __future__ import annotations

import re
from collections.abc import Hashable
from typing import Any, NoReturn, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from wres.errors import InputError
from wres.sources.files import InputFile, read_text

Model = TypeVar("Model", bound=BaseModel)

__all__ = ["line_of", "read_facts"]


class _Loader(yaml.SafeLoader):
    """Safe YAML that refuses a key given twice, which plain YAML would overwrite in silence."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        for place, key in enumerate(keys):
            if key in keys[:place]:
                mark = node.value[place][0].start_mark
                raise yaml.MarkedYAMLError(problem=f"key {key} given twice", problem_mark=mark)
        return super().construct_mapping(node, deep)


def read_facts(file: InputFile, model: type[Model]) -> Model:
    """Read a YAML file into a model.

    Raises
    ------
    InputError
        It cannot be read, is not YAML, or does not fit the model; every fault is named.
    """
    text = read_text(file)
    content = _load(file, text)
    if not isinstance(content, dict):
        rule = "must be a list of keys with values, as in `name: Example NHS Trust`"
        raise InputError([file.problem(rule, "Correct the file")])
    try:
        return model.model_validate(content)
    except ValidationError as faults:
        accepted = ", ".join(one.alias or name for name, one in model.model_fields.items())
        errors = faults.errors(include_url=False)
        raise InputError(
            [
                file.problem(
                    _rule(fault, accepted),
                    "Correct the line",
                    row=line_of(text, fault["loc"]),
                    column=".".join(str(part) for part in fault["loc"]) or None,
                    given=_given(fault),
                )
                for fault in errors
            ]
        ) from None


def _load(file: InputFile, text: str) -> object:
    try:
        return yaml.load(text, _Loader)
    except yaml.MarkedYAMLError as fault:
        mark = fault.problem_mark
        row = mark.line + 1 if mark else None
        _refuse(file, f"must be valid YAML ({fault.problem})", row)
    except (yaml.YAMLError, ValueError, TypeError) as fault:
        _refuse(file, f"must be valid YAML ({str(fault).splitlines()[0]})", None)


def _refuse(file: InputFile, rule: str, row: int | None) -> NoReturn:
    action = "Correct the line (a text with a colon in it stands in quotation marks)"
    raise InputError([file.problem(rule, action, row=row)]) from None


def _rule(fault: Any, accepted: str) -> str:
    if fault["type"] == "extra_forbidden":
        return f"unknown key; accepted are {accepted}" if len(fault["loc"]) == 1 else "unknown key"
    if fault["type"] == "missing":
        return "key is missing"
    message: str = fault["msg"].removeprefix("Value error, ")
    return re.sub(r"^\w+ should", "must", message)


def _given(fault: Any) -> str | None:
    shown = isinstance(fault["input"], str | int | float) and fault["type"] != "missing"
    return str(fault["input"]) if shown else None


def line_of(text: str, location: tuple[int | str, ...]) -> int | None:
    """Find the line of a key or of an item of a list, as deep as it can be followed."""
    node, found = yaml.compose(text, yaml.SafeLoader), None
    for part in location:
        place = _child(node, part)
        if place is None:
            break
        mark, node = place
        found = mark.start_mark.line + 1
    return found


def _child(node: yaml.Node | None, part: int | str) -> tuple[yaml.Node, yaml.Node] | None:
    """Give what a key or an item begins with, and what stands under it."""
    if isinstance(node, yaml.MappingNode):
        pairs = (pair for pair in node.value if pair[0].value == str(part))
        return next(pairs, None)
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        return node.value[part], node.value[part]
    return None
