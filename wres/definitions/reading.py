"""Reading what we define ourselves: a YAML file of a room of ours, into its closed model."""

from __future__ import annotations

from importlib.resources import files
from typing import TypeVar

import yaml
from pydantic import BaseModel

__all__ = ["read_definitions"]

Model = TypeVar("Model", bound=BaseModel)
# libyaml's parser takes a seventh of the time of Python's own, which serves where it wasn't built.
# What a trust writes is always read by the latter: the two word faults of a file differently.
_LOADER: type[yaml.SafeLoader | yaml.CSafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_definitions(room: str, name: str, model: type[Model]) -> Model:
    """Read a YAML file that lies in a package of ours.

    Parameters
    ----------
    room : str
        The package, as ``wres.definitions``.
    name : str
        The file, as ``bands.yml``.
    model : type of BaseModel
        What it is made into.

    Raises
    ------
    ValidationError
        It doesn't fit the model.
    """
    text = files(room).joinpath(name).read_text(encoding="utf-8")
    return model.model_validate(yaml.load(text, _LOADER))
