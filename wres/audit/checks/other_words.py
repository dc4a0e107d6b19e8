"""Words that say of a number or a movement that another group, or nothing of the sort, is meant."""

from __future__ import annotations

import re
from typing import Final

from wres.audit.checks.said import AFTER, OF_TWO, has_number, place_of, span_of, years_in
from wres.audit.elsewhere import is_nobodys
from wres.audit.figure_meanings import INTERVAL
from wres.audit.likelihoods import as_likelihood
from wres.audit.region_words import regions_in
from wres.audit.words import matches
from wres.claims.findings import Finding

__all__ = ["is_of_others", "means_another"]

_OWN: Final = re.compile(r"\b(?:we|our|us|ours|the trust|here|this trust)\b|[;]", re.IGNORECASE)
_NUMBER: Final = re.compile(r"\d+(?:\.\d+)?")
_LIMIT: Final = re.compile(
    r"\b(?:above|below|over|under|than|of|at) (?:1|one|0|zero|1\.0+)\b"
    r"|\b[01](?:\.0+)? (?:is|means|would)\b",
    re.IGNORECASE,
)
_RANGE: Final = re.compile(r"\b0\.80?\s*(?:to|and|[-–])\s*1\.25\b")
_EXAMPLES: Final = frozenset({"0", "1", "1.0", "1.00", "0.8", "0.80", "1.25"})
_THINGS: Final = re.compile(
    r"\s(?:of the \w+ |(?!to\s)\w+ )?(?:measures?|indicators?|metrics?|standards?|actions?|areas?"
    r"|reports?|trusts?|questions?|years?|months?|weeks?|days?|sites?)\b",
    re.IGNORECASE,
)
_NOBODY: Final = re.compile(r"\bnot one\b", re.IGNORECASE)
_ONE_PERSON: Final = re.compile(
    r"\b(?:one|each|a single) (?:seat|member|person|answer|case|appointment)\b", re.IGNORECASE
)
_CLAUSES: Final = re.compile(r"[,;:(]|\b(?:and|but|while|whilst|whereas)\b", re.IGNORECASE)
_MOVED: Final = re.compile(
    r"\b(?:rose|ris\w+|f[ae]ll\w*|gr[eo]w\w*|increas\w+|decreas\w+|reduc\w+|dropp?\w*|declin\w+"
    r"|improv\w+|worsen\w*|deteriorat\w+)\b",
    re.IGNORECASE,
)
_PAGE: Final = re.compile(r"\bpage \d+ of \d+", re.IGNORECASE)
# Of an interval.
_LEVEL: Final = "95%"
_FOR: Final = re.compile(r"\s(?:\w+\s)?(?:for|among|of|by)\s((?:\w+\s){0,3}\w+)")
_SIDE: Final = re.compile(
    r"\b(?:above|below|over|under|high\w*|low\w*|more|less|fewer|exceed\w*|ahead|behind)\b",
    re.IGNORECASE,
)
_BOTH: Final = frozenset({"White", "BME"})
# A gap and its size, not how it moved, nor the percentages of both groups.
_A_GAP: Final = re.compile(r"the gap of indicator \S+ \(")
# How far a group's percentage is from a comparator's, of which a gap between groups says nothing.
_SIZES: Final = re.compile(r"how far the (?:percentage|share) of", re.IGNORECASE)


def means_another(found: Finding, sentence: str) -> bool:
    """Say whether a sentence's own words show that a finding was held to what they don't mean.

    Parameters
    ----------
    found : Finding
    sentence : str
        That it stands in.
    """
    return any(
        (
            _defines(sentence),
            _is_of_the_other_group(found, sentence),
            _is_of_the_group_before(found, sentence),
            _is_the_range(found, sentence),
            _has_years_between(found, sentence),
            _names_things(found, sentence),
            _is_of_a_gap(found, sentence),
            _is_a_likelihood(found, sentence),
            _is_nobodys(found, sentence),
        )
    )


def _is_nobodys(found: Finding, sentence: str) -> bool:
    """Say whether a share was held to a group that the words give to the number after it."""
    span = span_of(found, sentence)
    return span is not None and "%" in found.words and is_nobodys(sentence, *span)


def _is_a_likelihood(found: Finding, sentence: str) -> bool:
    """Say whether a number held to a ratio is one group's likelihood: `0.013 for BME staff`."""
    span = span_of(found, sentence)
    of_ratio = (found.row or "").split(" ")[1:2] == ["relative_likelihood"]
    return of_ratio and span is not None and bool(as_likelihood(sentence, *span))


def _is_of_the_other_group(found: Finding, sentence: str) -> bool:
    """Say whether words were held to one group that are said of the other: `improved for White`."""
    place = place_of(found, sentence)
    after = _FOR.match(sentence[place + len(found.words) :]) if place >= 0 else None
    named = matches("group", after[1]) if after else []
    if sets_groups_apart(found, sentence):
        return False  # `a lower proportion of BME staff than of White staff`
    # What was not found was held to no group's figure.
    return bool(named and found.row) and f"{named[0][1]} " not in found.message


def _is_of_the_group_before(found: Finding, sentence: str) -> bool:
    """Say whether a number was held to another group's: `that of White staff by +1.5 points`."""
    place = place_of(found, sentence)
    row = (found.row or "").split(" ")
    if place < 0 or not found.row or {*row[1:2]} & OF_TWO:
        return False
    if not has_number(found):
        return _is_moved_by_another(found, sentence[:place], row[-1])
    named = matches("group", sentence[:place])
    after = matches("group", sentence[place + len(found.words) :][:AFTER])
    own = {row[-1], "all"}
    return bool(named) and named[-1][1] not in own and not own & {name for _, name in after}


def _is_moved_by_another(found: Finding, before: str, group: str) -> bool:
    """Say whether a word of movement's own clause names another group than the one it was held to.

    `The number of BME staff grew by 43, and that of White staff fell by 20`.
    """
    # `(improved)` is said of the clause that it closes.
    clauses = [clause for clause in _CLAUSES.split(before) if clause.strip()] or [""]
    named = {name for _, name in matches("group", clauses[-1])}
    apart = len(clauses) > 1 and bool(named) and group not in {*named, "all"}
    return apart and _MOVED.search(found.words) is not None


def _is_of_a_gap(found: Finding, sentence: str) -> bool:
    """Say whether words were held to a gap of which the sentence doesn't speak."""
    if _SIZES.match(found.message) and re.search(r"\bgaps?\b|\bdifference between\b", sentence):
        return True
    if not _A_GAP.match(found.message) or has_number(found):
        return False
    if sets_groups_apart(found, sentence):
        return False  # `higher among BME staff than among White staff`
    return not re.search(r"\bgap|\bdiffer|\bdispar|between", sentence, re.IGNORECASE)


def sets_groups_apart(found: Finding, sentence: str) -> bool:
    """Say whether words set one group against the other: `now below the level for White staff`."""
    before, than, behind = sentence.partition(" than ")
    if than and _groups_in(before) and _groups_in(behind):
        return True
    place = place_of(found, sentence)
    if place < 0 or not _SIDE.search(found.words):
        return False
    behind = _CLAUSES.split(sentence[place + len(found.words) :], maxsplit=1)[0]
    return bool(_groups_in(sentence[:place]) - _groups_in(behind)) and len(_groups_in(behind)) == 1


def _groups_in(text: str) -> set[str]:
    return {name for _, name in matches("group", text)} & _BOTH


def is_of_others(found: Finding, sentence: str) -> bool:
    """Say whether a comparator is named before the words and the trust itself not after it."""
    place = place_of(found, sentence)
    before = sentence[: max(place, 0)]
    named = [start for start, _ in matches("comparator", before)]
    named += [before.rindex(region) for region in regions_in(before)]
    return bool(named) and not _OWN.search(before[max(named) :])


def _is_the_range(found: Finding, sentence: str) -> bool:
    """Say whether words are of the range that is used nationally, and of no figure."""
    ends = _RANGE.search(sentence)
    return ends is not None and (found.words in ends[0] or not has_number(found))


def _names_things(found: Finding, sentence: str) -> bool:
    """Say whether a number counts something else than people: `one of the nine measures`."""
    word = found.words.strip().lower()
    if word == "zero" or _ONE_PERSON.search(sentence):
        return True
    if word == "one" and _NOBODY.search(sentence):
        return True
    if found.words == _LEVEL and "interval" in sentence:
        return True
    page = _PAGE.search(sentence)
    if page is not None and found.words in page[0]:
        return True
    place = place_of(found, sentence)
    after = sentence[place + len(found.words) :] if place >= 0 else ""
    return bool(_THINGS.match(after)) or bool(INTERVAL.match(after))


def _defines(sentence: str) -> bool:
    """Say whether a sentence tells how to read a figure: `1 is equal; above 1, ...`."""
    numbers = {*_NUMBER.findall(sentence)} - {str(year) for year in years_in(sentence)}
    return bool(_LIMIT.search(sentence)) and numbers <= _EXAMPLES


def _has_years_between(found: Finding, sentence: str) -> bool:
    """Say whether a trend is told with three years or more."""
    return "trend" in found.message and len(years_in(sentence)) > 2
