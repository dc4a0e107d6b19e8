"""Results as facts that a sentence may state: one number each, with all that tells it apart.

A row of results holds several: its value, the year before's, the benchmark's, the counts behind
it. Every one of them is shown in the report, so nothing here knows more than its readers do.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

import pandas as pd

from wres.chapters.reading import Chapter
from wres.definitions.comparators import LOCAL_POPULATION, SURVEY_GROUP
from wres.definitions.ethnicity import BME

__all__ = [
    "CHANGE_OF",
    "INVERSE",
    "INVERSES",
    "OF_ALL",
    "OF_PART",
    "OWN",
    "SPREADS",
    "Fact",
    "comparator_kind",
    "is_difference",
    "is_plainly_meant",
    "named_rows",
    "row_facts",
]

OWN: Final = ""
CHANGE_OF: Final = "change of "
INVERSE: Final = "inverse of "
# Ratios turned over: none of them is a figure that anyone publishes.
INVERSES: Final = frozenset(
    INVERSE + one for one in ("relative_likelihood", "benchmark", "disparity_ratio")
)
# What tells one part of the trust from another; all else in a breakdown has a column of its own.
_PLACES = (
    "staff_group", "band", "grouping", "membership", "voting", "from", "to", "unknown",
    "recruitment", "stratified", "part", "at", "peers",
)  # fmt: skip
# Of a group's staff in a band: out of its staff of that staff group, and out of all of its staff.
OF_PART: Final = "distribution"
OF_ALL: Final = "distribution of all"
SPREADS: Final = frozenset({OF_PART, OF_ALL})
# Shares of those known, and of a group over the bands: words say so where they mean these.
_OTHER_WHOLES = SPREADS | {"share of known", "supplementary", "population_share"}
# To be appointed and trained is good, to be disciplined is not.
_LIKELY = {"2": "higher", "3": "lower", "4": "higher"}
_FOUR = ("numerator", "denominator", "comparator_numerator", "comparator_denominator")
_ROLES = {
    "gap": "gap",
    "difference": "difference",
    "change": "change",
    "comparison": "comparison",
    "contribution": "part",
    "headcount": "count",
    "parity_headcount": "people",
    "trajectory": "people",
    "yearly_increase": "people",
    "excess_events": "people",
    "percentile": "percentile",
}


@dataclass(frozen=True)
class Fact:
    """One number that the report shows.

    Parameters
    ----------
    indicator, measure, group, over : str
        As in results; `over` is the comparator group.
    role : str
        `level`, `change`, `gap`, `difference`, `comparison`, `count`, `base`, `relative change`,
        `interval`, `people`, `part`, `share of events`, ...
    year : int
        Reporting year.
    comparator : str
        Whose it is: empty for the trust's own, else a kind (`England`, `benchmark`, `region`,
        a name. Of a comparison, with whom.
    place : tuple of (str, str)
        Parts of the breakdown that name a part of the trust or a scenario.
    value : float
    low, high : float
        Within these, where the value is made from printed ones.
    unit : str
    now, before : float, optional
        Of a change, a gap or a comparison: the two figures.
    since : int, optional
        Year of `before`.
    verdict, good : str
        As in results.
    row : str
        The row of results, by its words.
    name : str
        Of a comparator, its full name.
    published : bool
        Whether it stands as it was published.
    latest : bool
        Whether it is a comparator's newest figure at hand.
    """

    indicator: str
    measure: str
    group: str
    over: str
    role: str
    year: int
    value: float
    unit: str
    comparator: str = OWN
    place: tuple[tuple[str, str], ...] = ()
    low: float = 0.0
    high: float = 0.0
    now: float | None = None
    before: float | None = None
    since: int | None = None
    verdict: str = ""
    good: str = ""
    row: str = ""
    name: str = ""
    published: bool = False
    latest: bool = True

    @property
    def parts(self) -> dict[str, str]:
        """The place as a mapping."""
        return dict(self.place)


def comparator_kind(name: str) -> str:
    """Give the kind of comparator that a name of results is.

    Examples
    --------
    >>> comparator_kind("England, all board members"), comparator_kind("East of England region")
    ('England', 'region')
    """
    if name == "England" or name.startswith("England,"):
        return "England"
    if name.startswith(SURVEY_GROUP):
        return "benchmark"
    if name.startswith(LOCAL_POPULATION):
        return name
    if name.partition(",")[0].endswith(" region"):
        return "region"
    return name.partition(",")[0]


def is_plainly_meant(fact: Fact) -> bool:
    """Say whether plain words mean such a figure: it is not turned over, nor of another whole."""
    measure = fact.measure.removeprefix(CHANGE_OF)
    return not measure.startswith("inverse") and measure not in _OTHER_WHOLES


def is_difference(fact: Fact) -> bool:
    """Say whether it is how far a share is from the workforce's, or how that moved."""
    measure = fact.measure.removeprefix(CHANGE_OF)
    return "difference" in {fact.role, measure} or (fact.indicator, measure) == ("9", "change")


def row_facts(chapter: Chapter) -> Iterator[Fact]:
    """Give the facts of every row that shows a figure."""
    year = chapter.facts.year
    rows = [
        {str(key): value for key, value in row.items()}
        for row in chapter.results.to_dict("records")
    ]
    verdicts = {_key(row): str(row["verdict"]) for row in rows if row["measure"] == "change"}
    for row in rows:
        base = _base(row, year)
        if _shown(row["value"]):
            yield from _valued(base, row, verdicts)
        yield from _counts(base, row)
        yield from _beside(base, row)


def named_rows(chapter: Chapter) -> dict[str, Fact]:
    """Give what each row of results is of, by its name, whether it has a value or none."""
    found: dict[str, Fact] = {}
    for row in chapter.results.to_dict("records"):
        known = {str(key): value for key, value in row.items()}
        fact = _base(known, chapter.facts.year)
        since = _before(known, fact.year) if fact.role == "change" else fact.since
        found[fact.row] = replace(fact, since=since)
    return found


def _key(row: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(str(row[key]) for key in ("indicator", "breakdown", "group", "comparator_group"))


def _shown(value: Any) -> bool:
    return not pd.isna(value)


def _base(row: Mapping[str, Any], year: int) -> Fact:
    """Take what all facts of a row have in common."""
    parts = dict(
        part.partition("=")[::2] for part in str(row["breakdown"]).split(";") if "=" in part
    )
    if "survey_year" in parts:
        year = int(parts["survey_year"]) + 1
    elif "year" in parts:
        year = int(parts["year"])
    comparator, name = OWN, ""
    if parts.get("scope") == "benchmark":
        comparator, name = "benchmark", SURVEY_GROUP
    elif "comparator" in parts:
        name = parts["comparator"]
        comparator = comparator_kind(name)
    place = tuple(
        ("band" if key == "grouping" else key, parts[key]) for key in _PLACES if key in parts
    )
    return Fact(
        indicator=str(row["indicator"]),
        measure=str(row["measure"]),
        group=str(row["group"]),
        over=str(row["comparator_group"]),
        role=_ROLES.get(str(row["measure"]), "level"),
        year=year,
        value=0.0,
        unit=str(row["unit"]),
        comparator=comparator,
        place=tuple(pair for pair in place if pair != ("band", "all")),
        since=int(parts["since"]) if "since" in parts else None,
        verdict=str(row["verdict"]),
        good=str(row["good_direction"]) or _good_for_bme(row),
        row=" ".join((*_row_words(row), str(row["group"]))),
        name=name,
        published=str(row["status"]) == "as published",
    )


def _good_for_bme(row: Mapping[str, Any]) -> str:
    """Say which way is good for BME people to be likely, which results say of ratios alone."""
    told = row["measure"] == "likelihood" and row["group"] == BME
    return _LIKELY.get(str(row["indicator"]), "") if told else ""


def _row_words(row: Mapping[str, Any]) -> tuple[str, str, str]:
    return str(row["indicator"]), str(row["measure"]), str(row["breakdown"])


def _at(fact: Fact, value: Any, **changed: Any) -> Fact:
    number = float(value)
    return replace(fact, **{"value": number, "low": number, "high": number, **changed})


def _valued(
    base: Fact, row: Mapping[str, Any], verdicts: Mapping[tuple[str, ...], str]
) -> Iterator[Fact]:
    value = float(row["value"])
    if base.measure == "change":
        if base.since is not None and _shown(row["previous"]):
            yield _at(base, value, now=value + float(row["previous"]), before=row["previous"])
        return
    now: dict[str, Any] = {}
    if base.measure == "comparison" and _shown(row["benchmark"]):
        other = float(row["benchmark"])
        now = {"now": value + other, "before": other, "since": None}
        now["name"] = str(row["benchmark_name"])
    if base.measure == "difference" and all(_shown(row[column]) for column in _FOUR):
        first, whole, second, all_staff = (float(row[column]) for column in _FOUR)
        now = {"now": 100 * first / whole, "before": 100 * second / all_staff}
    yield _at(base, value, **now)
    if not _shown(row["previous"]) or base.role in {"part", "people"}:
        return
    before, year = float(row["previous"]), _before(row, base.year)
    yield _at(base, before, year=year, verdict="")
    change = {
        "measure": f"{CHANGE_OF}{base.measure}",
        "now": value,
        "before": before,
        "since": year,
        "verdict": _verdict_of(base, row, verdicts),
        "unit": {"%": "points"}.get(base.unit, base.unit),
    }
    yield _at(base, value - before, role="change", **change)
    if before and base.unit != "points":
        relative = 100 * (value - before) / before
        yield _at(base, relative, **(change | {"role": "relative change", "unit": "%"}))


def _verdict_of(base: Fact, row: Mapping[str, Any], verdicts: Mapping[tuple[str, ...], str]) -> str:
    """Take the verdict of the change that belongs to a figure; of the board, its difference's."""
    if base.measure == "headcount" or (base.indicator, base.measure) == ("9", "share"):
        return ""
    return verdicts.get(_key(row), "")


def _before(row: Mapping[str, Any], year: int) -> int:
    return int(row["previous_year"]) if _shown(row["previous_year"]) else year - 1


def _counts(base: Fact, row: Mapping[str, Any]) -> Iterator[Fact]:
    """Give the people behind a figure."""
    if base.measure in {"headcount", "contribution", "comparison", "percentile"}:
        return
    count = replace(base, unit="headcount", verdict="", good="")
    before = base.year if base.role in {"gap", "level", "difference"} else _before(row, base.year)
    other = base.over or base.group
    beside = base.measure not in {"difference", "parity_headcount"}
    for column, group, year in (
        ("numerator", base.group, base.year),
        ("comparator_numerator", other, before),
    ):
        if _shown(row[column]) and (beside or column == "numerator"):
            yield _at(count, row[column], role="count", measure="count", group=group, year=year)
    for column, group, year in (
        ("denominator", base.group, base.year),
        ("comparator_denominator", other, before),
    ):
        if _shown(row[column]) and (beside or column == "denominator"):
            shared = base.indicator in {"workforce", "1", "9"} and base.measure != "distribution"
            whole = "all" if shared else group
            # Of a distribution over bands, the base is a group's staff of every band.
            spread = base.measure == "distribution"
            place = tuple(one for one in base.place if not spread or one[0] != "band")
            # A base of everyone stands in the row of each group; a text that states it is read
            # again when the figure of BME people moves, which it stands beside in most.
            named = BME if whole == "all" else base.group
            yield _at(
                replace(count, row=" ".join((*_row_words(row), named))),
                row[column], role="base", measure="base", group=whole, year=year, place=place,
            )  # fmt: skip


def _beside(base: Fact, row: Mapping[str, Any]) -> Iterator[Fact]:
    """Give the benchmark's figure, and the ends of intervals."""
    if _shown(row["benchmark"]) and base.measure != "difference":
        name = str(row["benchmark_name"])
        level = {
            "role": "level",
            "comparator": comparator_kind(name),
            "name": name,
            "year": int(row["benchmark_year"]) if _shown(row["benchmark_year"]) else base.year,
            "unit": {"points": "%"}.get(base.unit, base.unit),
            "verdict": "",
            "measure": "benchmark",
        }
        yield _at(base, row["benchmark"], **level)
        if base.measure != "comparison" and _shown(row["value"]):
            away = float(row["value"]) - float(row["benchmark"])
            yield _at(
                base, away, role="comparison", comparator=level["comparator"], name=name,
                now=row["value"], before=row["benchmark"], verdict="", measure="beside",
                unit={"%": "points"}.get(base.unit, base.unit),
            )  # fmt: skip
    for column in ("lower", "upper", "unknown_low", "unknown_high"):
        if _shown(row[column]):
            yield _at(base, row[column], role="interval", verdict="")
