"""Whose reports they are, and whether their figures are those of real organisations."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Any, Final

import yaml

from wres.batch.units import Outcome
from wres.report import Report
from wres.shelf import place_of

__all__ = ["facts_of", "marking_of", "name_of"]

_FICTIONAL: Final = "FICTIONAL: these are not figures of real organisations"
_UNSURE: Final = "MAY BE FICTIONAL: not known for"


def facts_of(wanted: Report, organisation: str) -> dict[str, Any]:
    """Read whose report it is from its data, and from the record of the report that stands.

    It is fictional, or is not, where what can be read says so and nothing says otherwise.
    """
    data = _read(wanted.data / organisation / "trust.yml")
    place = place_of(wanted.shelf, organisation, wanted.year, wanted.profile)
    record = _read(place / "run.json").get("trust")  # JSON is YAML
    told = record if isinstance(record, dict) else {}
    said = [told.get("fictional"), data.get("fictional", False) if "name" in data else None]
    sure = {one for one in said if isinstance(one, bool)}
    return {
        "name": data.get("name") or told.get("name") or "name not known",
        "fictional": sure.pop() if len(sure) == 1 else None,
    }


def name_of(outcome: Outcome, facts: dict[str, Any]) -> str:
    """Name a trust in HTML, with a mark where it is fictional or may be."""
    mark = {True: ", fictional", None: ", may be fictional"}.get(facts["fictional"], "")
    return f"{escape(str(facts['name']))} ({escape(outcome.organisation)}{mark})"


def marking_of(facts: Mapping[str, dict[str, Any]]) -> list[str]:
    """Mark a page all of whose trusts are fictional, and say of which that is not known."""
    unsure = [one for one in facts if facts[one]["fictional"] is None]
    if unsure:
        return [f"{_UNSURE} {escape(', '.join(unsure))}"]
    return [_FICTIONAL] if facts and all(one["fictional"] for one in facts.values()) else []


def _read(path: Path) -> dict[str, Any]:
    try:
        held = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, yaml.YAMLError):
        held = None
    return held if isinstance(held, dict) else {}
