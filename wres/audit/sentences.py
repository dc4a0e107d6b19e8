"""The sentences of a report as candidate claims, by the reading of `wres.claims`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from wres.audit.claim import ALL, SURVEY, Claim, Spot
from wres.audit.words import first_of, is_any
from wres.claims.answers import OTHER, Context, indicators_of
from wres.claims.figures import Claim as Figure
from wres.claims.figures import claims_of
from wres.claims.lexicon import Matcher
from wres.claims.plans import claims_nothing
from wres.claims.reading import Sentence, read_sentence
from wres.claims.scope import Scope
from wres.claims.sentences import sentences

__all__ = ["FROM", "INTERVAL", "read_paragraph"]

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
# A year that words leave open.
_OPEN: Final = -1
_TELLING: Final = re.compile(r"(?:this|that|it|which)\b.{0,12}\bmeans\b", re.IGNORECASE)
# `rounded half up`
_ROUNDING: Final = re.compile(r"half (?:up|down|to even|away)\b", re.IGNORECASE)
INTERVAL: Final = re.compile(r"\s*(?:confidence|intervals?|CIs?)\b", re.IGNORECASE)
# `from 4.5%`, before the figure.
FROM: Final = re.compile(
    r"\bfrom (?:an? |just |about |around |only |over |nearly )?$", re.IGNORECASE
)
_COMPARES: Final = re.compile(
    r"\b(?:we|our|us|ours|the trust|this trust|here|compar\w+|against|above|below|than|higher|lower"
    r"|better|worse|beside|in line|similar to|same as|while|whereas|but)\b|;",
    re.IGNORECASE,
)
_RATIO_WORDS: Final = re.compile(r"(?:relative likelihood|\bratio)\b[^.;%]{0,30}$", re.IGNORECASE)


def read_paragraph(
    spot: Spot, text: str, indicator: str, year: int | None, shift: int | None = 0
) -> Iterator[Claim]:
    """Read the figures of a paragraph that can be tied to one indicator, group and year.

    Parameters
    ----------
    spot : Spot
        Of the paragraph.
    text : str
    indicator : str
        That of its section.
    year : int, optional
        The report's own.
    shift : int, optional
        By how much the report's years of survey figures lie before its reporting years; None where
        it goes by both.
    """
    home = _home(indicator)
    context = Context(home, home)
    for first, last in sentences(text):
        sentence = read_sentence(text[first:last], first, Matcher())
        if is_any("others", sentence.text):
            continue  # of whom no table of this standard tells
        scope = Scope(sentence, context, year or 0)
        place = Spot(spot.place, spot.block, spot.row, spot.column, first, last)
        for figure in claims_of(scope):
            if _is_hypothetical(sentence, figure, year) or _is_of_another_time(figure, sentence):
                continue
            claim = _claim(figure, sentence, place, text[first:last], shift)
            if claim is not None:
                yield claim
        context = _carried(sentence, context)


def _is_of_another_time(figure: Figure, sentence: Sentence) -> bool:
    """Say whether words put a figure before the report's year without naming its year."""
    if figure.query.year_said:
        return False
    before = sentence.text[: sentence.tokens[figure.number.first].start]
    return is_any("earlier", sentence.text) or bool(FROM.search(before))


def _is_hypothetical(sentence: Sentence, figure: Figure, year: int | None) -> bool:
    """Say whether words plan or suppose; `This means that ...` tells what is."""
    if _TELLING.match(sentence.text.strip()):
        return False
    if _ROUNDING.match(sentence.text[sentence.tokens[figure.number.first].start :]):
        return True
    return claims_nothing(sentence, figure.number.first, year or 0)


def _home(indicator: str) -> frozenset[str] | None:
    if not indicator or indicator == "disparity":
        return None
    return (
        frozenset({"1", "workforce"}) if indicator in {"1", "workforce"} else frozenset({indicator})
    )


def _carried(sentence: Sentence, context: Context) -> Context:
    """Give what one sentence was about to the next."""
    topics = set(sentence.values("topic"))
    if topics & {"5", "6"}:
        topics -= {"5|6"}
    named = indicators_of(topics) if topics else context.indicators
    groups = tuple(dict.fromkeys(sentence.values("group"))) or context.groups
    return Context(named, context.home, groups)


def _claim(
    figure: Figure, sentence: Sentence, spot: Spot, text: str, shift: int | None
) -> Claim | None:
    """Make a claim of a figure whose words tie it to one thing; None where they leave it open."""
    meant = _meant(figure, sentence)
    year = _year(figure, meant.get("indicator", ""), shift, sentence)
    if not meant or year == _OPEN:
        return None
    first, last = figure.number.first, figure.number.last
    start, end = sentence.tokens[first].start, sentence.tokens[last].end
    value = _value_words(sentence.text[start:end])
    here = replace(spot, start=sentence.start + start, end=sentence.start + end)
    claim = Claim(
        place=spot.place,
        text=text,
        unit=figure.number.unit,
        origin="sentence",
        spots={"value": here},
        **meant,
    )
    if whose := _whose(figure, sentence):
        return claim.but(
            comparator_name=whose,
            comparator_value=value,
            comparator_year=year,
            spots={"value": here, "comparator_value": here},
        )
    base = figure.number.base
    return claim.but(value=value, year=year, denominator=int(base) if base else None)


def _meant(figure: Figure, sentence: Sentence) -> dict[str, Any]:
    """Say what a figure is of, as a claim has it; nothing where words leave any of it open."""
    query = figure.query
    number = query.indicators.one or _only_home(figure)
    breakdown = _breakdown(figure)
    if number is None or breakdown is None or _whose(figure, sentence) is None:
        return {}
    if figure.said in {"change", "comparison"} or figure.number.value is None:
        return {}
    measure = _measure(figure, number, sentence)
    group, over = _groups_of(figure, measure)
    if not measure or group not in {"", *OTHER, "Unknown", "all"}:
        return {}
    if measure not in {"relative_likelihood", "difference", "gap"} and not group:
        return {}
    after = sentence.text[sentence.tokens[figure.number.last].end :]
    if INTERVAL.match(after) or (query.unit == "%" and figure.number.unit != "%"):
        return {}
    return {
        "indicator": number,
        "measure": measure,
        "breakdown": breakdown,
        "group": group,
        "comparator_group": over,
    }


def _whose(figure: Figure, sentence: Sentence) -> str | None:
    """Say whose a figure is: blank for the trust's own, None where words leave it open.

    A comparator named before it, in a sentence that neither compares nor names the trust, owns it.
    """
    whose = figure.query.whose
    others = (whose.open or frozenset()) - {""}
    before = sentence.text[: sentence.tokens[figure.number.first].start]
    if len(others) == 1 and first_of("comparator", before) and not _COMPARES.search(sentence.text):
        return next(iter(others))
    return whose.one


def _groups_of(figure: Figure, measure: str) -> tuple[str, str]:
    query = figure.query
    group = query.groups.one or ""
    over = next(iter(query.over)) if query.over and len(query.over) == 1 else ""
    if figure.said == "likelihood":
        over = over or OTHER.get(group, "")
    if measure == "relative_likelihood" and not over:
        group = ""
    return group, over


def _year(figure: Figure, number: str, shift: int | None, sentence: Sentence) -> int | None:
    """Give the reporting year that words name; None where they name none, _OPEN where several.

    The year of a survey may be meant as its autumn's or as the report's: as the tables have it.
    """
    years = sorted(figure.query.years or ())
    if not figure.query.year_said or not years:
        return _OPEN if len(years) > 1 and not _is_beside_another(figure, sentence) else None
    if len(years) == 2 and number in SURVEY:
        return _OPEN if shift is None else years[shift]
    return years[0]


def _is_beside_another(figure: Figure, sentence: Sentence) -> bool:
    """Say whether a figure is set against one of another group or of another whole.

    `44.4% of BME staff, compared with 69.1% of White staff`: both are of one time.
    """
    if figure.query.indicators.one == "workforce" and "9" in sentence.values("topic"):
        return True
    group = figure.query.groups.one
    return group is not None and {group, OTHER.get(group)} <= set(sentence.values("group"))


def _value_words(words: str) -> str:
    return re.sub(r"\s*\b(?:of|out of|in) (?:the |our |all )?[\d,]+$", "", words) or words


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
    if measure == "likelihood" and _RATIO_WORDS.search(before):
        return "relative_likelihood"
    if measure == "share" and figure.base == "group":
        return "distribution"
    # A ratio with a sign is the change of one.
    signed = measure == "relative_likelihood" and figure.number.sign
    return "" if signed or (measure == "likelihood" and figure.base == "band") else measure


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
