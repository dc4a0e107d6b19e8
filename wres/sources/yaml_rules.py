"""What a key of a YAML file must hold, in words for who typed it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final, get_args

from pydantic import BaseModel

__all__ = ["rule_of"]

# By the kind of fault, where pydantic speaks of its own types.
_PLAIN: Final = {
    "tuple_type": "must be a list: each entry on a line of its own, after a dash",
    "list_type": "must be a list: each entry on a line of its own, after a dash",
    "dict_type": "must be keys with values, as in `key: value`",
    "string_type": "must be a text (in quotation marks where it is all digits or holds a colon)",
    "bool_parsing": "must be true or false",
    "bool_type": "must be true or false",
    "int_parsing": "must be a whole number",
    "int_type": "must be a whole number",
    "float_parsing": "must be a number",
    "string_too_short": "must not be empty",
    "date_type": "must be a day that there is, as in 2024-09-26",
    "date_parsing": "must be a day that there is, as in 2024-09-26",
    "date_from_datetime_parsing": "must be a day that there is, as in 2024-09-26",
    "date_from_datetime_inexact": "must be a day without a time, as in 2024-09-26",
}


def rule_of(fault: Any, model: type[BaseModel]) -> str:
    """Say what was to be held where pydantic found a fault."""
    kind: str = fault["type"]
    if kind == "extra_forbidden":
        return _unknown_key(_model_at(model, fault["loc"][:-1]))
    if kind == "missing":
        return "key is missing"
    if kind == "too_short":
        return "must hold at least one entry"
    if kind in {"model_type", "model_attributes_type"}:
        return f"must be keys with values{_accepted(_model_at(model, fault['loc']))}"
    if kind in _PLAIN:
        return _PLAIN[kind]
    message: str = fault["msg"].removeprefix("Value error, ")
    return re.sub(r"^\w+ should", "must", message)


def _unknown_key(model: type[BaseModel] | None) -> str:
    elsewhere = getattr(model, "elsewhere", "")
    return "unknown key" + _accepted(model) + (f"; {elsewhere}" if elsewhere else "")


def _accepted(model: type[BaseModel] | None) -> str:
    if model is None:
        return ""
    keys = (one.alias or name for name, one in model.model_fields.items())
    return f"; accepted are {', '.join(keys)}"


def _model_at(model: type[BaseModel], location: Sequence[int | str]) -> type[BaseModel] | None:
    """Find the model whose keys stand at a place, following names and aliases."""
    found: type[BaseModel] | None = model
    for part in location:
        if found is None or not isinstance(part, str):
            continue
        fields = found.model_fields
        named = {one.alias or name: one for name, one in fields.items()}
        field = named.get(part)
        found = next(_models_in(field.annotation), None) if field else None
    return found


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _models_in(inner)
