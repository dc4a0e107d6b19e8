"""What a report has to show, as flags that hide the passages about what it has not.

The flags stand in the report's metadata under ``has``; a chapter hides a passage with Quarto's
own ``::: {.content-visible when-meta="has.bands"}``.
"""

from __future__ import annotations

from wres.chapters.papers import Cover
from wres.chapters.reading import Chapter
from wres.definitions.indicators import indicators

__all__ = ["flags"]


# Passages that stand where a measure has any value: the measure, and a pattern of its breakdown.
OF_MEASURE = {
    "share-change": ("contribution", "part="),
    "disparity": ("disparity_ratio", "^staff_group=[^;]+;from=[^;]+;to=[^;]+$"),
    "model-employer": ("parity_headcount", "^staff_group="),
    "distribution": ("distribution", "^staff_group=(?:clinical|non-clinical);band=[^;]+$"),
    "groupings": ("share", ";grouping="),
    "pay-groups": ("headcount", "^staff_group=[^;]+;(?:grouping=.+|band=(?!all$).+)"),
    "details": ("share", "^ethnic_group=[^;]+$"),
    "comparisons": ("comparison", "comparator=(?!local population of )"),
    "local-population": ("population_share", "area="),
    "local-comparison": ("comparison", "comparator=local population of "),
    "peers": ("percentile", "peers="),
    "earlier-ratios": ("relative_likelihood", "^year="),
    "earlier-shares": ("share", "^(?:voting=yes;)?year="),
    "baseline": ("change", "since="),
}


# The chapters that tell further measures, by a number of theirs, and of which indicators.
BESIDE_CHAPTERS = {
    "1": ("workforce", "1"),
    **{number: (number,) for number in ("2", "3", "4", "9")},
    "5": ("5", "6", "7", "8"),
}


def flags(chapter: Chapter) -> dict[str, bool]:
    """Return each flag and whether it holds for this report."""
    held = {
        "workforce": _any_value(chapter, indicator="workforce"),
        "workforce-change": _any_value(chapter, indicator="workforce", measure="change"),
        "bands": _has_band_shares(chapter),
        "survey": any(_survey(chapter, record.number) for record in indicators("survey")),
        "board": _any_value(chapter, indicator="9", measure="difference"),
        "ratios": any(_ratio(chapter, record.number) for record in indicators("ratio")),
        "missing": not chapter.missing().empty,
        "withheld": not chapter.withheld().empty,
        "policy": bool(chapter.facts.policy),
        "departures": bool(chapter.facts.departures),
        "sources": bool(chapter.facts.sources),
        "actions": bool(chapter.register),
        "figures-asking": bool(chapter.register) and chapter.register_settings.figures,
        "progress": bool(chapter.register and chapter.register_before),
        "objectives": bool(chapter.register)
        and any(one.objective for one in chapter.register_before or ()),
        "national": bool(chapter.national),
        "as-published": _says_as_published(chapter),
        "internal": chapter.facts.profile == "internal",
        "already-published": _all_published(chapter),
    }
    held |= _of_cover(chapter)
    held |= {name: _any_figure(chapter, *wanted) for name, wanted in OF_MEASURE.items()}
    for staff_group in ("clinical", "non-clinical", "all"):
        held[f"{staff_group}-bands"] = _has_staff_group(chapter, staff_group)
    for record in indicators("ratio"):
        held[f"ratio-{record.number}"] = _ratio(chapter, record.number)
        held[f"counts-{record.number}"] = _counts(chapter, record.number)
    for number, beside in BESIDE_CHAPTERS.items():
        held[f"supplementary-{number}"] = _has_further(chapter, beside)
    for record in indicators("survey"):
        held[f"survey-{record.number}"] = _survey(chapter, record.number)
    return held


def _of_cover(chapter: Chapter) -> dict[str, bool]:
    """Say which parts a cover sheet has."""
    cover = chapter.paper.cover if chapter.paper else Cover()
    return {
        "executive-summary": cover.executive_summary is not None,
        "aims": bool(cover.strategic_aims),
        "enquiries": bool(cover.enquiry_lines),
        "considered": bool(cover.considered_before),
        "action-required": bool(cover.action_required),
        "governance": bool(cover.governance),
        "risks": bool(cover.risks),
        "recommendations": bool(cover.recommendations),
    }


def _all_published(chapter: Chapter) -> bool:
    """Say whether nothing had to be protected: a policy is stated wherever something has."""
    facts = chapter.facts
    return facts.already_published and not facts.policy and facts.profile != "internal"


def _any_value(chapter: Chapter, **wanted: str) -> bool:
    return bool(chapter.own_rows(**wanted)["value"].notna().any())


def _any_figure(chapter: Chapter, measure: str, breakdown: str) -> bool:
    """Say whether a measure has a value."""
    rows = chapter.rows(measure=measure)
    return bool(rows["breakdown"].str.contains(breakdown)[rows["value"].notna()].any())


def _says_as_published(chapter: Chapter) -> bool:
    """Say whether the summary's sentences call a figure 'as published': a ratio, a board's share.

    Those of the survey say what can be judged of them themselves.
    """
    ratios = chapter.own_rows(measure="relative_likelihood", breakdown="all")
    board = chapter.own_rows(indicator="9", measure="difference", group="BME")
    board = board[board["value"].notna() & board["breakdown"].isin(["all", "voting=yes"])].head(1)
    counted = board["numerator"].notna() & board["denominator"].notna()
    printed = board["status"].eq("as published") | board["numerator"].notna()
    unjudged = ratios["value"].notna() & ratios["verdict"].eq("")
    return bool(unjudged.any() or (~counted & printed).any())


def _has_further(chapter: Chapter, numbers: tuple[str, ...]) -> bool:
    """Say whether a trust gives a further measure, shown or withheld, beside one of these."""
    rows = chapter.rows(measure="supplementary")
    return bool(rows["indicator"].isin(numbers).any())


def _ratio(chapter: Chapter, number: str) -> bool:
    """Say whether there is a ratio, or at least an interval of one over zero."""
    rows = chapter.own_rows(indicator=number, measure="relative_likelihood", breakdown="all")
    return bool(rows[["value", "lower"]].notna().any(axis=None))


def _counts(chapter: Chapter, number: str) -> bool:
    """Say whether there are counts, or likelihoods of some groups where others are withheld."""
    rows = chapter.own_rows(indicator=number, measure="likelihood", breakdown="all")
    return bool(rows[["value", "numerator", "denominator"]].notna().any(axis=None))


def _survey(chapter: Chapter, number: str) -> bool:
    rows = chapter.own_rows(
        indicator=number, measure="percentage", breakdown=f"survey_year={chapter.facts.year - 1}"
    )
    return bool(rows[rows["group"].isin(["White", "BME"])]["value"].notna().any())


def _has_band_shares(chapter: Chapter) -> bool:
    rows = chapter.own_rows(indicator="1", measure="share", group="BME")
    of_band = rows["breakdown"].str.fullmatch("staff_group=[^;]+;band=(?!all$)[^;]+")
    return bool(rows["value"].notna()[of_band].any())


def _has_staff_group(chapter: Chapter, staff_group: str) -> bool:
    rows = chapter.own_rows(indicator="1")
    rows = rows[rows["measure"].isin(["headcount", "share"])]
    rows = rows[rows["breakdown"].str.fullmatch(f"staff_group={staff_group};band=[^;]+")]
    return bool(rows["value"].notna().any())
