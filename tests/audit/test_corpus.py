"""The planted mistakes of `corpus/`: what the audit finds of them, and what it leaves alone.

The lists were written before there was an audit. The limits below are what it finds today: they
may be raised, never lowered.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from wres.audit import AuditFinding, Claim, audit_claims, audit_report, read_report
from wres.audit.checks.comparators import National, national_figures
from wres.audit.documents import read_document
from wres.definitions.ethnicity import GROUPS
from wres.sources.benchmarks import load_benchmarks

ROOT = Path(__file__).parents[2]
CORPUS = Path(__file__).parent / "corpus"
FIGURES = {"%": "share", "ratio": "relative_likelihood", "points": "difference"}
# By the claim alone these can't be told: the figures that deny them are not in it.
ALONE = {"claim-44", "claim-48", "claim-58", "claim-80"}


@cache
def known() -> tuple[National, ...]:
    return tuple(national_figures(load_benchmarks(ROOT / "data")))


def rows() -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = yaml.safe_load((CORPUS / "claims.yml").read_text("utf-8"))
    return listed


def measure_of(row: dict[str, Any]) -> str:
    measure = str(row["measure"]).replace(" ", "_")
    if measure == "comparison":
        survey = row["unit"] == "%" and str(row["indicator"]) in "5678"
        return "percentage" if survey else FIGURES.get(row["unit"], "")
    return "" if measure in {"none", "trend"} else measure


def claim_of(row: dict[str, Any]) -> Claim:
    """Write a row of the list as one of a claims table."""
    value = str(row.get("value") or "")
    group = str(row.get("group") or "")
    indicator = str(row["indicator"] or "")
    return Claim(
        place=row["place"],
        text=row["text"],
        indicator=indicator if indicator in {*"123456789", "workforce"} else "",
        measure=measure_of(row),
        group=group if group in {*GROUPS, "all"} else "",
        comparator_group=row.get("comparator_group") or "",
        year=row.get("year"),
        value=f"{value}%" if row.get("unit") == "%" and value and "%" not in value else value,
        unit=row.get("unit") or "",
        **{name: row.get(name) for name in (
            "numerator", "denominator", "comparator_numerator", "comparator_denominator",
            "previous_year", "comparator_year",
        )},
        previous=str(row.get("previous_value") or ""),
        comparator_name=row.get("comparator") or "",
        comparator_value=str(row.get("comparator_value") or ""),
        direction=row.get("direction") or "",
        confirmed="yes",
    )  # fmt: skip


def audited(row: dict[str, Any]) -> list[AuditFinding]:
    return audit_claims([claim_of(row)], known(), row.get("year"))


@pytest.mark.parametrize("row", [row for row in rows() if row["right"]], ids=lambda row: row["id"])
def test_a_right_claim_is_left_alone(row: dict[str, Any]) -> None:
    assert [one.mistake for one in audited(row) if one.kind != "uncheckable"] == []


@pytest.mark.parametrize(
    "row",
    [row for row in rows() if not row["right"] and row["id"] not in ALONE],
    ids=lambda row: row["id"],
)
def test_a_wrong_claim_is_found(row: dict[str, Any]) -> None:
    kinds = {one.kind for one in audited(row)}
    assert kinds & {"contradiction", "rounding", "wording"} or row["verdict"] in kinds


@cache
def report_findings(name: str) -> tuple[AuditFinding, ...]:
    document = read_document(CORPUS / f"{name}.md")
    return tuple(audit_report(read_report(document), known()))


def faults(name: str) -> list[dict[str, Any]]:
    text = (CORPUS / f"{name}_faults.yml").read_text("utf-8")
    return [row | {"report": name} for row in yaml.safe_load(text)["faults"]]


def is_at(one: AuditFinding, fault: dict[str, Any]) -> bool:
    """Say whether a finding stands at the words of a fault."""
    words, published = fault["words"].lower(), one.published.lower()
    if "row" in fault:
        head = fault["row"].split("|")[1].strip().lower()
        return head in one.text.lower() and published.rstrip("%") in words
    near = published in words or words in published
    return near and (published in one.text.lower()) and _same_sentence(one, fault)


def _same_sentence(one: AuditFinding, fault: dict[str, Any]) -> bool:
    return fault["words"].lower() in one.text.lower()


@pytest.mark.parametrize(
    "fault", [*faults("report_a"), *faults("report_b")], ids=lambda fault: fault["id"]
)
def test_a_fault_of_a_report_is_found(fault: dict[str, Any]) -> None:
    findings = report_findings(fault["report"])
    if fault["mistake"] == "finding without action":
        assert fault["mistake"] in [one.mistake for one in findings]
    else:
        told = [one for one in findings if one.kind != "uncheckable"]
        assert any(is_at(one, fault) for one in told)


@pytest.mark.parametrize("name", ["report_a", "report_b"])
def test_all_else_in_a_report_is_left_alone(name: str) -> None:
    wrong = [one for one in report_findings(name) if one.kind in {"contradiction", "rounding"}]
    # One fault may be told at more than one of its words: `23.2% of BME and 28.7% of White`.
    assert [
        (one.published, one.message)
        for one in wrong
        if not any(
            is_at(one, fault) or (_same_sentence(one, fault) and one.published in fault["words"])
            for fault in faults(name)
        )
    ] == []
