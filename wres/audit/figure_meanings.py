"""What a figure of a sentence is of, as a claim has it: indicator, measure, part and groups."""

from __future__ import annotations

import re
from typing import Any, Final

from wres.audit.claim import ALL
from wres.audit.figure_wholes import is_elsewhere, is_of_board, is_of_workforce
from wres.audit.likelihoods import OPEN, as_likelihood, group_of_likelihood
from wres.audit.printed import read_printed
from wres.audit.words import matches
from wres.claims.answers import OTHER
from wres.claims.figures import Claim as Figure
from wres.claims.reading import Sentence

__all__ = ["INTERVAL", "meant_by"]

_MEASURES: Final = {
    "2": {"%": "likelihood", "ratio": "relative_likelihood"},
    "3": {"%": "likelihood", "ratio": "relative_likelihood"},
    "4": {"%": "likelihood", "ratio": "relative_likelihood"},
    "5": {"%": "percentage", "points": "gap"},
    "6": {"%": "percentage", "points": "gap"},
    "7": {"%": "percentage", "points": "gap"},
    "8": {"%": "percentage", "points": "gap"},
    "9": {"%": "share", "points": "difference"},
    "1": {"%": "share"},
    "workforce": {"%": "share", "headcount": "headcount"},
}
_BESIDE: Final = frozenset({"comparison"})
INTERVAL: Final = re.compile(r"\s*(?:confidence|intervals?|CIs?)\b", re.IGNORECASE)
# `for White staff it went up by one point to 11%`
_LED_BY_GROUP: Final = re.compile(r"\b(?:for|among|amongst)\s([^,;:()]*)$", re.IGNORECASE)
_CLAUSE: Final = re.compile(
    r"[,;:()]\s|\b(?:and|but|while|whilst|whereas|although|though|yet)\b", re.IGNORECASE
)
_WHOLE: Final = re.compile(
    r"\b(?:workforce|head\s?count|(?:total|overall|all) (?:number of )?(?:staff|people))\b",
    re.IGNORECASE,
)
_RATIO_OF: Final = re.compile(
    r"(?:relative likelihood|\bratio)\b(?: ratio)? (?:of|for|that) ([^.;%()\d]+)$", re.IGNORECASE
)
# `48% higher`: how far a ratio is from 1, and not the ratio.
_HIGHER: Final = re.compile(r"\s(?:higher|lower|greater|smaller|more|less) than\b", re.IGNORECASE)
_RATIO_WORDS: Final = re.compile(r"(?:relative likelihood|\bratio)\b[^.;%]{0,30}$", re.IGNORECASE)
# `Over half of our BME clinical staff (109 of 212, 51.4%) work in bands 5 to 7`
_OF_STAFF: Final = re.compile(
    r"\bof (?:the |our |all |its )+(?P<who>(?:[\w-]+ ){1,3})(?:staff|colleagues|employees) "
    r"\((?:[\d,]+ (?:out )?of [\d,]+,? )?$",
    re.IGNORECASE,
)
_WORK_IN: Final = re.compile(r"\) (?:work|works|worked|are|were|is|sit) (?:in|at)\b", re.IGNORECASE)


def meant_by(figure: Figure, sentence: Sentence) -> dict[str, Any]:
    """Say what a figure is of, as a claim has it; nothing where words leave any of it open."""
    query = figure.query
    number, breakdown = query.indicators.one or _only_home(figure), _breakdown(figure)
    if number == "workforce" and is_of_board(figure, sentence):
        number = "9"
    elif number is not None and is_of_workforce(figure, sentence):
        number, breakdown = "workforce", ALL
    if number is None or breakdown is None or is_elsewhere(figure, sentence, breakdown):
        return {}
    # `6.1 points lower than the benchmark` is of two figures, and neither's own.
    apart = figure.said in {"change", "comparison"} or query.roles_fixed == _BESIDE
    if apart or figure.number.value is None:
        return {}
    measure = _measure(figure, number, sentence)
    group, over = _groups_of(figure, measure, sentence)
    if measure == "likelihood" and query.unit == "ratio":
        tokens = sentence.tokens
        span = (tokens[figure.number.first].start, tokens[figure.number.last].end)
        group, over = group_of_likelihood(sentence.text, *span), ""
    if not measure or group not in {"", *OTHER, "Unknown", "all"}:
        return {}
    if measure not in {"relative_likelihood", "difference", "gap"} and not group:
        return {}
    after = sentence.text[sentence.tokens[figure.number.last].end :]
    higher = measure == "relative_likelihood" and _HIGHER.match(after)
    if INTERVAL.match(after) or higher or (query.unit == "%" and figure.number.unit != "%"):
        return {}
    if number == "workforce" and breakdown != ALL:
        number = "1"  # as tables have it: of clinical staff, or of a band
    return {
        "indicator": number,
        "measure": measure,
        "breakdown": breakdown,
        "group": group,
        "comparator_group": over,
    }


def _groups_of(figure: Figure, measure: str, sentence: Sentence) -> tuple[str, str]:
    query = figure.query
    group = query.groups.one or ""
    if measure == "headcount":
        return _counted(figure, sentence, group), ""
    if measure in {"percentage", "likelihood"} and group in OTHER:
        group = _leading_group(figure, sentence) or group
    over = next(iter(query.over)) if query.over and len(query.over) == 1 else ""
    if figure.said == "likelihood":
        over = OTHER.get(group, over)
        return (over, group) if _is_times_less(figure, sentence) else (group, over)
    if measure == "relative_likelihood" and not over:
        before = sentence.text[: sentence.tokens[figure.number.first].start]
        led = _RATIO_OF.search(before)
        named = {name for _, name in matches("group", led[1])} & set(OTHER) if led else set()
        group = named.pop() if len(named) == 1 else ""
        over = OTHER.get(group, "")
    return group, over


def _counted(figure: Figure, sentence: Sentence, group: str) -> str:
    """Give whom a number of people counts: those of its own clause, where that names any.

    `While BME staff increased from 275 to 284, the total workforce fell from 2,534 to 2,480`.
    """
    clause = _CLAUSE.split(sentence.text[: sentence.tokens[figure.number.first].start])[-1]
    named = {name for _, name in matches("group", clause)}
    if group == "all" and len(named) == 1 and not _WHOLE.search(clause):
        return named.pop()
    if group in OTHER and group not in named and _WHOLE.search(clause):
        return "all" if named <= {"all"} else ""
    return group


def _leading_group(figure: Figure, sentence: Sentence) -> str:
    """Give the one group of whom a figure's own clause is told: `while for White staff it ...`."""
    led = _LED_BY_GROUP.search(sentence.text[: sentence.tokens[figure.number.first].start])
    named = {name for _, name in matches("group", led[1])} & set(OTHER) if led else set()
    pronoun = led is not None and re.search(r"\bit\b", led[1])
    return named.pop() if pronoun and len(named) == 1 else ""


def _is_times_less(figure: Figure, sentence: Sentence) -> bool:
    """Say whether `1.57 times less likely` is told: a ratio above 1 of the other group."""
    first, last = figure.number.first, figure.number.last
    words = sentence.text[sentence.tokens[first].start : sentence.tokens[last].end]
    printed = read_printed(words)
    likely = sentence.values("likely", last + 1)[:1]
    return likely == ["less"] and printed is not None and printed.value > 1 and "%" not in words


def _only_home(figure: Figure) -> str | None:
    found = figure.query.indicators.fixed
    if found and found <= {"1", "workforce"}:
        return "1" if figure.query.bands.one else "workforce"
    return None


def _measure(figure: Figure, number: str, sentence: Sentence) -> str:
    query = figure.query
    if query.unit == "headcount":
        return "headcount" if number == "workforce" and figure.said == "count" else ""
    measure = _MEASURES.get(number, {}).get(query.unit, "")
    before = sentence.text[: sentence.tokens[figure.number.first].start]
    if measure == "likelihood" and (_RATIO_WORDS.search(before) or _RATIO_OF.search(before)):
        return "relative_likelihood"
    if measure == "relative_likelihood" and figure.said != "likelihood":
        end = sentence.tokens[figure.number.last].end
        measure = as_likelihood(sentence.text, len(before), end) or measure
        measure = "" if measure == OPEN else measure
    if measure == "share" and (figure.base == "group" or _is_of_staff(figure, sentence)):
        return "distribution"
    # A ratio with a sign is the change of one.
    signed = measure == "relative_likelihood" and figure.number.sign
    return "" if signed or (measure == "likelihood" and figure.base == "band") else measure


def _is_of_staff(figure: Figure, sentence: Sentence) -> bool:
    """Say whether a share in brackets is of a group's staff named before it, at work in a part."""
    start, end = (sentence.tokens[one].start for one in (figure.number.first, figure.number.last))
    led = _OF_STAFF.search(sentence.text[:start])
    after = sentence.text[end:].partition(")")
    return bool(led and matches("group", led["who"]) and _WORK_IN.match(f"{after[1]}{after[2]}"))


def _breakdown(figure: Figure) -> str | None:
    query = figure.query
    parts = []
    if query.staff_groups.one:
        parts.append(f"staff_group={query.staff_groups.one}")
    if query.bands.one:
        parts.append(f"band={query.bands.one}")
    if query.boards.one:
        parts.append(query.boards.one)
    answers = (query.staff_groups, query.bands, query.boards)
    if any(answer.fixed is None or len(answer.fixed) > 1 for answer in answers):
        return None
    return ";".join(parts) or ALL
