"""What is told of a plan's and a document's sentences: each thing once."""

from __future__ import annotations

from wres.claims import Finding, Passage
from wres.sources.folders import YearFolder
from wres.writing.claims import claim_problems


def test_a_gap_that_a_plan_repeats_in_every_action_is_told_once_with_its_rows(data) -> None:
    text = "The BAME share is 40%"
    findings = [
        Finding(
            "contradicted",
            Passage("action_plan.csv", f"row {row}, column gap", text, "1", inline=False),
            *(18, 21, "40%", "the BAME share of the workforce (2020) is 11.5%."),
        )
        for row in (2, 4, 7)
    ]
    (problem,), warnings, notes = claim_problems(YearFolder(data, "RYV", 2020), [], findings)
    assert (problem.row, problem.column) == (2, "gap")
    assert problem.rule.endswith("is 11.5% (also in row 4 and 7)")
    assert not warnings
    assert not notes


def test_one_number_and_its_base_are_denied_once(data) -> None:
    passage = Passage("board_paper.yml", "row 3, column cover.risks", "3 of 9 BAME staff")
    findings = [
        Finding("not found", passage, 0, 6, "3 of 9", "no figure."),
        Finding("not found", passage, 5, 6, "9", "no figure."),
    ]
    _, warnings, _ = claim_problems(YearFolder(data, "RYV", 2020), [], findings)
    assert len(warnings) == 1
