"""Sentences of people or of a time of which no table of the report tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from wres.audit.checks.said import (
    AFTER,
    OF_TWO,
    about,
    has_number,
    is_of_change,
    place_of,
    span_of,
    years_in,
)
from wres.audit.claim import SURVEY, Claim
from wres.audit.elsewhere import is_of_a_part, is_of_another_band, is_of_another_place
from wres.audit.figure_times import FROM
from wres.audit.words import first_of, is_any, matches
from wres.claims.findings import Finding

__all__ = ["is_unheld"]

_YEARS_NAMED: Final = re.compile(r"\b(20[0-3]\d)(?:\s?[/–-]\s?((?:20)?\d\d)\b)?")
_UP_FROM: Final = re.compile(
    r"[^.;\d]{0,60}\b(?:up|down|rise|fall|increase\w*|decrease\w*|risen|fallen) from "
    r"(?=\d[\d.]*\s?%)",
    re.IGNORECASE,
)
# Denied by the sentence itself, not by a table.
_OWN_FIGURES: Final = re.compile(r"the sentence's own|the two figures", re.IGNORECASE)
# A base that the tables' own counts make.
_OF_KNOWN: Final = re.compile(r"\bknown ethnicity\b|\bethnicity is known\b", re.IGNORECASE)
_GAP: Final = re.compile(r"\bgap\b|\bdifference between\b", re.IGNORECASE)
# In the name of a row of results, before its group.
_BAND: Final = re.compile(r"\bband=([^;]+?)(?:;|\s(?:BME|White|Unknown|all|known)\b|$)")


def is_unheld(found: Finding, sentence: str, claims: Sequence[Claim], year: int) -> bool:
    """Say whether a sentence tells of people or of a time of which no table of the report does.

    Its figures may be right, then, however unlike those of the tables they are.

    Parameters
    ----------
    found : Finding
    sentence : str
    claims : sequence of Claim
        The figures that the report prints.
    year : int
        The report's own.
    """
    if _OWN_FIGURES.match(found.message):
        return False
    # A share of those known is held to the counts; what is said to move beside it is not.
    share = has_number(found)
    others = is_any("others", _OF_KNOWN.sub("", sentence) if share else sentence)
    if others or _is_elsewhere(found, sentence) or _is_parity_of_another(found, sentence, year):
        return True
    if not found.row:
        return False
    number, measure = [*found.row.split(" "), ""][:2]
    tellers = [one for one in claims if (one.indicator, one.measure) == (number, measure)]
    if measure == "comparison":
        tellers = [one for one in claims if one.indicator == number and one.comparator_value]
    # A number would be held to itself; a word is held to the numbers beside it.
    if has_number(found):
        own = [one for one in tellers if one.numerator is None and _same(one.text, sentence)]
        if tellers and len(own) == len(tellers):
            by_tables = _is_between_groups(found, sentence) and _tables_make_it(found, claims, year)
            made = by_tables or _is_made_here(found, sentence, claims)
            # A change is worked out from two figures that the sentence tells.
            return not (is_of_change(found) or made)
        tellers = [one for one in tellers if one.origin != "sentence"] or tellers
    elif measure == "gap":
        # Two percentages make it.
        told = {"gap", "percentage"}
        tellers = [one for one in claims if one.indicator == number and one.measure in told]
    if _of_years_unprinted(sentence, tellers, found.row.rpartition(" ")[2], year):
        return True
    told_before = _is_told_before(found, sentence)
    group = found.row.rpartition(" ")[2]
    # A percentage is of one group, and says nothing of the other's year before.
    tellers = [
        one
        for one in tellers
        if group in {*(one.groups if one.measure in OF_TWO else (one.group,)), "", "all"}
    ]
    earlier = len({one.year for one in tellers}) > 1 or any(one.previous for one in tellers)
    return bool(told_before) and not earlier


def _is_parity_of_another(found: Finding, sentence: str, year: int) -> bool:
    """Say whether parity is told of another year than the report's: `at parity in 2019`."""
    named = years_in(sentence)
    return "parity" in found.words.lower() and bool(named) and year not in named


def _is_told_before(found: Finding, sentence: str) -> bool:
    """Say whether words put a figure before the report's year; those of a later one don't.

    `8.4%, up from 7.1% last year`.
    """
    place = max(place_of(found, sentence), 0)
    after = _UP_FROM.match(sentence[place + len(found.words) :])
    if after is not None and not matches("group", after[0]) and "%" in found.words:
        sentence = sentence[: place + len(found.words)]
    return is_any("earlier", sentence) or FROM.search(sentence[:place]) is not None


def _is_elsewhere(found: Finding, sentence: str) -> bool:
    """Say whether a number is another place's, or one of a part of the staff held to all."""
    place = span_of(found, sentence)
    if place is None or not has_number(found):
        return False
    band = _BAND.search(found.row or "")
    if band is not None and is_of_another_band(sentence, place[1], band[1]):
        return True
    of_all = about(found) == "workforce"
    return is_of_another_place(sentence, *place) or (of_all and is_of_a_part(sentence, *place))


def _of_years_unprinted(sentence: str, tellers: Sequence[Claim], group: str, year: int) -> bool:
    """Say whether a sentence names a year of which nothing tells the figure."""
    printed: set[int] = set()
    for one in tellers:
        if group in {*one.groups, ""}:
            of = one.year or year
            printed |= {of, one.previous_year or (of - 1 if one.previous else of)}
            # A survey's year may be named by its autumn.
            printed |= {of - 1} if one.indicator in SURVEY else set()
    named = {int(match[1]) + (1 if match[2] else 0) for match in _YEARS_NAMED.finditer(sentence)}
    return bool(named - printed - {year})


def _is_made_here(found: Finding, sentence: str, claims: Sequence[Claim]) -> bool:
    """Say whether a gap's percentages are told beside it: `28.9%, 7.2 points more than White`."""
    number, measure = (found.row or " ").split(" ")[:2]
    told = {
        one.group
        for one in claims
        if (one.indicator, one.measure) == (number, "percentage") and _same(one.text, sentence)
    }
    _, _, after = sentence.partition(found.words)
    named = matches("group", after[:AFTER])
    return measure == "gap" and bool(named) and {"White", "BME"} <= told


def _is_between_groups(found: Finding, sentence: str) -> bool:
    """Say whether words make a number one of points between the two groups, and no trust's."""
    before, _, after = sentence.partition(found.words)
    gap = _GAP.search(before) is not None and not first_of("comparator", sentence)
    return gap or bool(matches("group", after[:AFTER]))


def _tables_make_it(found: Finding, claims: Sequence[Claim], year: int) -> bool:
    """Say whether tables print both percentages of the gap that a number was held to."""
    row = (found.row or "").split(" ")
    autumn = next((part for part in row if part.startswith("survey_year=")), "")
    of = int(autumn.partition("=")[2]) + 1 if autumn else year
    printed = {
        one.group
        for one in claims
        if one.origin not in {"", "sentence"}
        and (one.indicator, one.measure) == (row[0], "percentage")
        and (one.year or year) == of
    }
    return row[1:2] == ["gap"] and {"White", "BME"} <= printed


def _same(one: str, other: str) -> bool:
    return " ".join(one.split()) == " ".join(other.split())
