"""Reading a YAML file into a closed model, with every fault located by line and key."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Any, NoReturn, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from wres.errors import InputError, Problem
from wres.sources.files import InputFile, read_text
from wres.sources.yaml_rules import rule_of

Model = TypeVar("Model", bound=BaseModel)

__all__ = ["fit", "key_at", "line_of", "load_content", "read_facts"]


class _Loader(yaml.SafeLoader):
    """Safe YAML that refuses a key given twice, which plain YAML would overwrite in silence."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        for place, key in enumerate(keys):
            if key in keys[:place]:
                mark = node.value[place][0].start_mark
                raise yaml.MarkedYAMLError(problem=f"key {key} given twice", problem_mark=mark)
        return super().construct_mapping(node, deep)


class _AsTyped(_Loader):
    """Leaves numbers, times and yes or no as the text that was typed: 9.20 is not 9.2."""

    def construct_day(self, node: yaml.ScalarNode) -> object:
        """Make a day, or leave one that is none to whoever asks for a day in that place."""
        try:
            return self.construct_yaml_timestamp(node)
        except ValueError:
            return node.value


_AsTyped.yaml_implicit_resolvers = {
    first: [one for one in rules if one[0].endswith((":null", ":timestamp", ":merge"))]
    for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_AsTyped.add_constructor("tag:yaml.org,2002:timestamp", _AsTyped.construct_day)


def read_facts(file: InputFile, model: type[Model]) -> Model:
    """Read a YAML file into a model.

    Raises
    ------
    InputError
        It cannot be read, is not YAML, or does not fit the model; every fault is named.
    """
    made, problems = fit(file, load_content(file), model)
    if made is None:
        raise InputError(problems)
    return made


def load_content(file: InputFile, *, as_typed: bool = False) -> dict[str, Any]:
    """Read the keys and values of a YAML file.

    Parameters
    ----------
    file : InputFile
    as_typed : bool
        Whether what YAML takes for a number or for yes and no stays text.

    Raises
    ------
    InputError
        It cannot be read, or is no YAML with keys and values.
    """
    content = _load(file, read_text(file), _AsTyped if as_typed else _Loader)
    if not isinstance(content, dict):
        rule = "must be a list of keys with values, as in `name: Example NHS Trust`"
        raise InputError([file.problem(rule, "Correct the file")])
    return content


def fit(
    file: InputFile, content: dict[str, Any], model: type[Model]
) -> tuple[Model | None, list[Problem]]:
    """Make a model of what a file holds, or else name all that doesn't fit, each in its line."""
    try:
        return model.model_validate(content), []
    except ValidationError as faults:
        text, found = read_text(file), faults.errors(include_url=False)
        return None, [
            file.problem(
                rule_of(fault, model),
                "Correct the line",
                row=line_of(text, fault["loc"]),
                column=key_at(content, fault["loc"]),
                given=_given(fault),
            )
            for fault in found
            if not _is_of_refused_entries(fault, found)
        ]


def _is_of_refused_entries(fault: Any, others: Sequence[Any]) -> bool:
    """Tell whether a list only lacks the entries that are refused themselves."""
    place = fault["loc"]
    return fault["type"] == "too_short" and any(
        len(one["loc"]) > len(place) and one["loc"][: len(place)] == place for one in others
    )


def key_at(content: object, location: Sequence[int | str]) -> str | None:
    """Name a place by its keys, entries of lists by their number from 1; None for the whole.

    Examples
    --------
    >>> key_at({"sections": ["cover", {"text": ""}]}, ("sections", 1, "text"))
    'sections.2.text'
    """
    said = []
    for part in location:
        # a year may be a key; an entry that stands alone is of a list too
        is_place = isinstance(part, int) and not isinstance(content, dict)
        said.append(str(part + 1 if is_place and isinstance(part, int) else part))
        content = _under(content, part)
    return ".".join(said) or None


def _under(content: object, part: int | str) -> object:
    if isinstance(content, dict):
        return content.get(part)
    within = isinstance(content, list) and isinstance(part, int) and part < len(content)
    return content[part] if within else None  # type: ignore[index]


def _load(file: InputFile, text: str, loader: type[yaml.SafeLoader]) -> object:
    try:
        return yaml.load(text, loader)
    except yaml.MarkedYAMLError as fault:
        mark = fault.problem_mark
        row = mark.line + 1 if mark else None
        _refuse(file, f"must be valid YAML ({fault.problem})", row)
    except (yaml.YAMLError, ValueError, TypeError) as fault:
        _refuse(file, f"must be valid YAML ({str(fault).splitlines()[0]})", None)


def _refuse(file: InputFile, rule: str, row: int | None) -> NoReturn:
    action = "Correct the line (a text with a colon in it stands in quotation marks)"
    raise InputError([file.problem(rule, action, row=row)]) from None


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
