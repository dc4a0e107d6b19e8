"""Plans and documents of fictional trusts are read, differ, and hold no figure of their own."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from wres.actions import check_actions, read_plan
from wres.chapters.papers import KINDS, Paper
from wres.definitions.placeholders import placeholder_in
from wres.paper import check_paper, read_paper
from wres.simulate import plan_trusts, simulate_trusts
from wres.simulate.papers import paper_of
from wres.simulate.plans import plan_bytes, plans_by_year
from wres.sources.folders import YearFolder

TRUSTS = [trust for seed in range(1, 11) for trust in plan_trusts(5, seed)]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("planned") / "data"
    simulate_trusts(output, 1, 2024, seed=7)
    return output


def rows(year: int) -> list[dict[str, str]]:
    """Read the plans of fifty trusts for a year, as they would be written."""
    return [
        row
        for trust in TRUSTS
        for row in csv.DictReader(
            io.StringIO(plan_bytes(plans_by_year(trust, 2023, 2024)[year]).decode())
        )
    ]


@pytest.mark.parametrize("year", [2023, 2024])
def test_plan_and_document_of_every_year_are_read_without_a_problem(made: Path, year: int) -> None:
    folder = YearFolder(made, "ZZ1", year)
    plan, paper = read_plan(folder), read_paper(folder)
    assert plan is not None
    assert paper is not None
    assert paper.text.startswith("# Fictional")
    settings, day = paper.paper.action_register, paper.paper.date or date(year, 9, 1)
    before = read_plan(folder.before)
    found = check_actions(plan, before.register if before else None, year, day, settings)
    assert not [one for one in found if "names no action" in one.rule or "is after" in one.rule]
    assert not [one for one in found if "what it means is not known" in one.rule]
    assert not [one for one in check_paper(paper) if "DRAFT" not in one.rule]


def test_every_action_says_that_it_is_fictional() -> None:
    assert all(row["theme"].endswith("(fictional)") for row in rows(2023) + rows(2024))


def test_no_text_of_a_plan_holds_a_number_beside_its_days() -> None:
    for row in rows(2024):
        texts = [
            row[name]
            for name in ("theme", "objective", "gap", "action", "measure", "outcome", "lead")
        ]
        update = re.sub(r"^\d\d/\d\d/\d{4}: ", "", row["update"], flags=re.MULTILINE)
        assert not re.search(r"\d|\b(?:half|twice|one|two|ten)\b", " ".join([*texts, update]))
        assert not any(placeholder_in(text) for text in row.values())


def test_plans_show_everything_that_a_register_can_hold() -> None:
    plan = rows(2024)
    assert {"all", "1, 9", "5-8", "2"} <= {row["indicators"] for row in plan}
    assert {row["status"] for row in plan} == {
        "On track", "Some delay", "Off track", "Not started", "Complete",
    }  # fmt: skip
    for column in ("lead", "measure", "due"):
        assert {bool(row[column]) for row in plan} == {True, False}
    assert any(row["due_date"] < "2024-09-01" for row in plan if row["due_date"])
    assert any("\n  - " in row["gap"] for row in plan)
    assert any(row["update"].count("\n") for row in plan)


def test_what_is_complete_ends_and_some_of_the_rest_is_carried_over() -> None:
    fates: Counter[str] = Counter()
    for trust in TRUSTS:
        before, now = plans_by_year(trust, 2023, 2024).values()
        origins = {one.cells.get("carried_from") for one in now}
        for one in before:
            done, kept = one.cells["status"] == "Complete", one.cells["id"] in origins
            assert not (done and kept)
            fates["done" if done else "carried" if kept else "dropped"] += 1
        assert origins - {None} <= {one.cells["id"] for one in before}
        assert any("carried_from" not in one.cells for one in now)
    assert min(fates.values()) > 10


def test_the_first_year_carries_nothing_over() -> None:
    assert not any(row["carried_from"] for row in rows(2023))


def test_documents_are_of_every_kind_signed_and_not() -> None:
    papers = [Paper.model_validate(paper_of(trust, 2024)) for trust in TRUSTS]
    assert {paper.kind for paper in papers} == set(KINDS)
    assert {paper.sign_off.is_recorded for paper in papers} == {True, False}
    assert {paper.numbering for paper in papers} == {"none", "sections", "paragraphs"}
