"""`board_paper.yml` of a new year: last year's arrangement, without a word of last year's text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import yaml

from wres.chapters.papers import Cover, ExecutiveSummary, Paper
from wres.definitions.placeholders import TO_FILL_IN
from wres.errors import InputError
from wres.sources.folders import YearFolder
from wres.sources.yaml_facts import fit, load_content

__all__ = ["PAPER", "paper_skeleton"]

PAPER: Final = "board_paper.yml"
_HEAD: Final = f"""\
# The document that the report becomes; data/README.md says what each key holds, docs/board_paper.md
# what each kind looks like. `wres check` names every {TO_FILL_IN} that is left. Every page is
# marked DRAFT until the sign-off is recorded:
# date: {{year}}-09-30
# sign_off: {{{{name: ..., role: ..., date: ...}}}}
"""
_DATED: Final = {"date": TO_FILL_IN}
_TICKED: Final = ("strategic_aims", "enquiry_lines", "action_required")
_NEW: Final[dict[str, Any]] = {
    "kind": "board paper",
    "cover": {
        "meeting": TO_FILL_IN,
        "agenda_item": TO_FILL_IN,
        "presenter": TO_FILL_IN,
        "executive_summary": {
            "achievements": [TO_FILL_IN],
            "areas_to_improve": [TO_FILL_IN],
            "actions": [TO_FILL_IN],
        },
        "considered_before": [{"committee": TO_FILL_IN, "date": TO_FILL_IN}],
        "action_required": [
            {"line": "For approval", "ticked": False},
            {"line": "For information", "ticked": False},
        ],
        "governance": TO_FILL_IN,
        "risks": TO_FILL_IN,
        "recommendations": [TO_FILL_IN],
    },
}


def paper_skeleton(folder: YearFolder) -> bytes:
    """Write `board_paper.yml`: arranged as last year's, else a board paper to fill in.

    Names, texts and ticks are asked for anew; aims, lines of enquiry, committees, the order of
    sections and the columns of the register stay.
    """
    before = _before(folder.before)
    content = _NEW if before is None else _carried(before)
    text = yaml.safe_dump(content, sort_keys=False, allow_unicode=True, width=100)
    return (_HEAD.format(year=folder.year) + text).encode()


def _before(folder: YearFolder) -> Paper | None:
    file = folder.table(PAPER)
    try:
        content = load_content(file, as_typed=True) if file.path.exists() else None
        return None if content is None else fit(file, content, Paper)[0]
    except InputError:
        return None  # `wres check` tells of last year's faults


def _carried(before: Paper) -> dict[str, Any]:
    given = before.model_dump(mode="json", by_alias=True, exclude_unset=True)
    kept: dict[str, Any] = {
        key: given[key] for key in ("kind", "contents", "numbering", "register") if key in given
    }
    if "sections" in given:
        kept["sections"] = [_section(one) for one in given["sections"]]
    if "cover" in given:
        kept["cover"] = _cover(given["cover"])
    return kept


def _section(given: Mapping[str, Any]) -> Any:
    if "text" in given:
        asked = {"text": TO_FILL_IN} | ({"signed": TO_FILL_IN} if "signed" in given else {})
        return {"title": given["title"], **asked}
    return given["section"] if set(given) == {"section"} else dict(given)


def _cover(given: Mapping[str, Any]) -> dict[str, Any]:
    return {key: _asked_anew(key, said) for key, said in given.items() if key in Cover.model_fields}


def _asked_anew(key: str, said: Any) -> Any:
    """Ask for a text again; keep what a line of a form is called, unticked."""
    if key == "executive_summary":
        parts = ExecutiveSummary.model_fields
        return {one: TO_FILL_IN if one == "introduction" else [TO_FILL_IN] for one in parts}
    if key == "considered_before":
        asked = {"date": TO_FILL_IN, "outcome": TO_FILL_IN}
        return [{name: asked.get(name, one[name]) for name in one} | _DATED for one in said]
    if key == "labels":
        return said
    if isinstance(said, dict):
        return dict.fromkeys(said, TO_FILL_IN)
    if isinstance(said, list):
        return [{**one, "ticked": False} for one in said] if key in _TICKED else [TO_FILL_IN]
    return TO_FILL_IN
