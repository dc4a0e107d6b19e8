"""What findings say of facts, in plain English."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from wres.chapters.reading import Chapter
from wres.claims.answers import OTHER, RATIOS, SURVEY
from wres.claims.facts import OF_PART, OWN, SPREADS, Fact, is_difference, named_rows
from wres.claims.moved_words import moved_gap
from wres.claims.offers import printed
from wres.definitions.bands import band_title
from wres.definitions.indicators import indicator
from wres.labels import BOARD_PARTS, decapitalise

__all__ = ["Wording", "row_words"]

_EVENTS = {
    "2": "appointed from shortlisting",
    "3": "entering the disciplinary process",
    "4": "having non-mandatory training",
}

_STAFF_GROUPS = frozenset({"clinical", "non-clinical"})

_NUMBERED = re.compile(r"\bindicator ([1-9])\b")


def row_words(chapter: Chapter) -> Mapping[str, str]:
    """Give the words for every row of results, by the name that `accepted.csv` has for it.

    ``3 relative_likelihood all BME`` is *the ratio of indicator 3 (formal disciplinary process),
    BME over White (2020)*.
    """
    wording = Wording(chapter)
    return {row: _titled(wording.name(fact)) for row, fact in named_rows(chapter).items()}


def _titled(words: str) -> str:
    """Let the first indicator that is named by its number have its title beside it."""
    return _NUMBERED.sub(
        lambda named: f"{named[0]} ({decapitalise(indicator(named[1]).short_title)})", words, 1
    )


class Wording:
    """Words for the facts of one report."""

    def __init__(self, chapter: Chapter) -> None:
        self._chapter = chapter

    def same(self, fact: Fact) -> str:
        """Say a fact and its value."""
        if fact.role == "times":
            return self._times(fact)
        moved = moved_gap(fact)
        if moved:
            return f"{self._gap(fact)} {moved}"
        value = printed(fact)
        one = value.lstrip("+−") == "1"
        points = f" percentage point{'' if one else 's'}" if fact.unit == "points" else ""
        return f"{self.name(fact)} is {value}{points}"

    def name(self, fact: Fact) -> str:
        """Name a fact: `the BME share of clinical staff in bands 5 to 7 (2020)`."""
        what = self._what(fact)
        if fact.role == "relative change":
            return f"the change of {what} in per cent from {fact.since} to {fact.year}"
        if fact.role == "change":
            return f"the change of {what} from {fact.since} to {fact.year}"
        if fact.role == "comparison":
            return f"how far {what} is from {fact.name} ({fact.year})"
        whose = "" if fact.comparator == OWN else f", {fact.name}"
        return f"{what}{whose} ({self._when(fact)})"

    def _times(self, fact: Fact) -> str:
        """Say how many times another figure a figure is."""
        unit = "ratio" if fact.good == "towards 1" else "%"
        over = "" if unit == "%" else OTHER.get(fact.group, "")
        own = self._what(replace(fact, unit=unit, role="level", over=over))
        other = "the workforce" if fact.over == "workforce" else fact.name or fact.over
        times = f"{printed(fact)} times that of {self._chapter.group_label(other)}"
        return f"{own} ({self._when(fact)}) is {times}"

    def _when(self, fact: Fact) -> str:
        if fact.indicator in SURVEY and fact.comparator in {OWN, "benchmark"}:
            return f"survey of autumn {fact.year - 1}"
        return str(fact.year)

    def _what(self, fact: Fact) -> str:
        group = self._chapter.group_label(fact.group)
        where = self._where(fact)
        if fact.unit == "ratio" and fact.over:
            other = self._chapter.group_label(fact.over)
            return f"the ratio of indicator {fact.indicator}, {group} over {other}"
        if fact.unit == "headcount":
            whose = "" if fact.group == "all" else f"{group} "
            return f"the number of {whose}people{where}"
        if fact.unit == "points" and (fact.role != "change" or is_difference(fact)):
            return self._apart(fact, group, where)
        return self._share(fact, group, where)

    def _apart(self, fact: Fact, group: str, where: str) -> str:
        if fact.role == "gap":
            return f"the gap of indicator {fact.indicator}"
        if is_difference(fact) and fact.indicator == "9":
            return f"the {group} share{where} less that of the workforce"
        if is_difference(fact):
            return f"the {group} share{where} less that of the whole workforce"
        return self._share(fact, group, where)

    def _gap(self, fact: Fact) -> str:
        if not is_difference(fact):
            return f"the gap of indicator {fact.indicator}"
        group, whole = self._chapter.group_label(fact.group), fact.indicator != "9"
        of = "the whole workforce" if whole else "the workforce"
        return f"the gap between the {group} share{self._where(fact)} and that of {of}"

    def _share(self, fact: Fact, group: str, where: str) -> str:
        if fact.measure.endswith("gap"):
            return f"the gap of indicator {fact.indicator}"
        if fact.indicator in SURVEY:
            return f"the percentage of {group} respondents in indicator {fact.indicator}"
        if fact.measure == "likelihood":
            return f"the share of {group} people {_EVENTS[fact.indicator]}"
        return self._share_of_staff(fact, group, where)

    def _share_of_staff(self, fact: Fact, group: str, where: str) -> str:
        if fact.group == "known":
            return f"the share{where} whose ethnicity is known"
        if fact.measure == "share of known":
            return f"the {group} share of staff whose ethnicity is known"
        if fact.measure in SPREADS:
            return self._spread(fact, group)
        return f"the {group} share{where}"

    def _spread(self, fact: Fact, group: str) -> str:
        """Say out of whom: `all BME staff who work in clinical roles`, `clinical BME staff`."""
        staff, band = fact.parts.get("staff_group", ""), fact.parts.get("band", "")
        of_part = fact.measure == OF_PART and staff in _STAFF_GROUPS
        roles = [f"work in {staff} roles"] if staff in _STAFF_GROUPS and not of_part else []
        title = decapitalise(_band_title(band)) if band else ""
        works = f"work in {title}" if title.startswith("band") else f"are {title}"
        bands = [title if roles else works] if band else []
        whose = staff if of_part else "all"
        return f"the share of {whose} {group} staff who {', '.join([*roles, *bands])}"

    def _where(self, fact: Fact) -> str:
        if fact.indicator == "9":
            key = ";".join(f"{key}={value}" for key, value in fact.place) or "all"
            return f" of {decapitalise(BOARD_PARTS.get(key, 'the board'))}"
        if fact.indicator in RATIOS:
            return f" of indicator {fact.indicator}"
        return self._of_staff(fact)

    def _of_staff(self, fact: Fact) -> str:
        parts = fact.parts
        staff = parts.get("staff_group", "")
        words = [f"{staff} staff"] if staff in _STAFF_GROUPS else []
        if "band" in parts:
            words.append(decapitalise(_band_title(parts["band"])))
        if not words:
            return " of the workforce" if fact.indicator == "workforce" else ""
        return f" of {', '.join(words)}"


def _band_title(band: str) -> str:
    """Name a band; a report that isn't our own may have one that we don't know."""
    try:
        return band_title(band)
    except ValueError:
        return band
