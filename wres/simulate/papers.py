"""The document that a fictional trust describes: kinds differ, and some are drafts."""

from __future__ import annotations

from wres.simulate.draws import Draws
from wres.simulate.plans import PlanTexts, load_plan_texts
from wres.simulate.trusts import SimulatedTrust

__all__ = ["paper_of"]

# Whole reports are what most trusts make.
_KINDS = {
    "board paper": 0.4,
    "full analysis": 0.3,
    "progress report": 0.1,
    "action plan": 0.1,
    "metrics appendix": 0.1,
}
_SIGNED = 0.6


def paper_of(trust: SimulatedTrust, year: int) -> dict[str, object]:
    """Give `board_paper.yml` of a year, published in its September."""
    draws, texts = trust.draws("paper", year), load_plan_texts()
    kind = draws.weighted(_KINDS)
    day = f"{year}-09-{1 + draws.place(28):02d}"
    numbering = draws.pick(("none", "sections", "paragraphs"))
    paper: dict[str, object] = {"kind": kind, "date": day, "numbering": numbering}
    if kind == "full analysis":
        foreword = {"title": "Foreword", "text": texts.foreword, "signed": texts.officer.name}
        paper["sections"] = [foreword, *_OF_FULL_ANALYSIS]
    if kind == "board paper":
        paper["cover"] = _cover(texts, draws, year)
    if draws.number() < _SIGNED:
        paper["sign_off"] = {"name": texts.officer.name, "role": texts.officer.role, "date": day}
    group_by = draws.pick(("indicator", "theme", "objective", "none"))
    paper["register"] = {"group_by": group_by, "key": draws.pick(("RAG", "progress"))}
    return paper


_OF_FULL_ANALYSIS = (
    "summary",
    "about",
    "workforce",
    "recruitment",
    "disciplinary",
    "development",
    "staff_survey",
    "board",
    "trends",
    "progress",
    "action_plan",
    "methods",
    "glossary",
    "sign_off",
)


def _cover(texts: PlanTexts, draws: Draws, year: int) -> dict[str, object]:
    ticked = draws.happens(0.5, len(texts.aims) + len(texts.lines)).tolist()
    return {
        "meeting": texts.meeting,
        "presenter": texts.presenter,
        "executive_summary": {
            "introduction": texts.introduction,
            "achievements": list(texts.achievements),
            "areas_to_improve": list(texts.areas_to_improve),
            "actions": list(texts.pledges),
        },
        "strategic_aims": [
            {"aim": aim, "ticked": tick} for aim, tick in zip(texts.aims, ticked, strict=False)
        ],
        "enquiry_lines": [
            {"line": line, "ticked": tick}
            for line, tick in zip(texts.lines, ticked[len(texts.aims) :], strict=True)
        ],
        "considered_before": [
            {"committee": one, "date": f"{year}-0{7 + place}-0{1 + draws.place(9)}"}
            for place, one in enumerate(texts.committees)
        ],
        "action_required": [
            {"line": "For approval", "ticked": True},
            {"line": "For information", "ticked": False},
        ],
        "governance": texts.governance,
        "risks": texts.risks,
        "recommendations": list(texts.recommendations),
    }
