"""How hard the generated sentences are to read, over published reports and made-up trusts.

The grade of Flesch and Kincaid (Kincaid et al. 1975) is years of schooling in the United States.
The whole may not exceed 9: lower secondary education, which is what success criterion 3.1.5 of WCAG
2.2 (Reading Level) asks for. One kind of text may exceed it, since the standard's own words
(harassment, disciplinary, non-mandatory, organisation) are long, but not go beyond 11, at which
age 16 compulsory schooling ends in England. GOV.UK's guide to content design has sentences split
from 25 words on: few are longer, and the mean is well below that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
import textstat

from tests.spec.test_within_bands import RECRUITMENT
from tests.unit.chapters.withheld import full_chapter, hide, hide_all
from tests.unit.compare.many_years import chapter_of_years
from tests.unit.indicators.made_trusts import ENGLAND
from tests.unit.indicators.trusts import chapter_of, trust_year
from wres.chapters.reading import Chapter
from wres.definitions.indicators import indicators
from wres.loading import load_chapter
from wres.narrative import Narrative, conclusions, findings
from wres.simulate import simulate_trusts

WHOLE, KIND, WORDS = 9, 11, 25
BY_INDICATOR = ("finding", "headline", "previous", "change", "since_baseline", "compare")
OF_RATIOS = ("in_people", "within_bands", "flag", "reading", "unknown")
OF_ALL = (
    "workforce",
    "workforce_change",
    "share_change",
    "benchmark_share",
    "bands",
    "disparity",
    "model_employer",
    "without_international",
    "comparisons",
    "unknown_share",
)
NUMBER = re.compile(r"[+−]?\d[\d,]*(?:\.\d+)?%?")


def texts(made: Chapter) -> Iterator[tuple[str, str]]:
    """Give every generated text with the method that it comes from."""
    say = Narrative(made)
    for record in indicators():
        names = (*BY_INDICATOR, *(OF_RATIOS if record.kind == "ratio" else ()))
        yield from ((name, getattr(say, name)(record.number)) for name in names)
    yield from ((name, getattr(say, name)()) for name in OF_ALL)
    for told in (findings, conclusions):
        for line in told(made).text.splitlines():
            yield told.__name__, re.sub(r"\(#.*?\)|[\\*\[\]]", "", line)


def plain(text: str) -> str:
    """Count each number as one short word: its point is no end of a sentence."""
    return NUMBER.sub("9", text)


def sentences(text: str) -> list[str]:
    return [one for one in re.split(r"(?<=[.])\s+", plain(text)) if one]


def clearly_moved() -> Chapter:
    """Two years that differ, so that every verdict's words are read."""
    counts = "White,1000,{}\nBME,1000,{}\nUnknown,10,1"
    survey = "{1},{0},trust,White,{2},900,,\n{1},{0},trust,BME,{3},300,,"
    years = [
        trust_year(
            year,
            recruitment=counts.format(300, cases),
            disciplinary=counts.format(10, cases // 4),
            training=counts.format(500, 500 - cases),
            staff_survey="\n".join(
                survey.format(year - 1, number, 20, 20 + cases // 10) for number in "568"
            ),
            workforce="all,all,White,850\nall,all,BME,150\nall,all,Unknown,20",
            board=f"all,all,White,9\nall,all,BME,{cases // 100}\nall,all,Unknown,0",
        )
        for year, cases in ((2021, 100), (2020, 250), (2019, 100))
    ]
    return chapter_of_years(*years, benchmarks=ENGLAND, baseline=2019)


def read(*samples: Chapter) -> dict[str, list[str]]:
    """Read every text once, by its kind."""
    within = chapter_of(trust_year(recruitment=RECRUITMENT))
    withheld = (hide(full_chapter(), indicator="3"), hide_all(full_chapter()))
    kinds: dict[str, dict[str, None]] = {}
    for made in (*samples, clearly_moved(), within, *withheld):
        for kind, text in texts(made):
            if text:
                kinds.setdefault(kind, {})[text] = None
    return {kind: list(some) for kind, some in kinds.items()}


def grade(some: Iterable[str]) -> float:
    return float(textstat.flesch_kincaid_grade(plain(" ".join(some))))


def require_easy(kinds: dict[str, list[str]]) -> None:
    all_texts = [text for some in kinds.values() for text in some]
    assert grade(all_texts) <= WHOLE
    grades = {kind: grade(some) for kind, some in kinds.items()}
    assert {kind: level for kind, level in grades.items() if level > KIND} == {}
    lengths = [len(one.split()) for text in all_texts for one in sentences(text)]
    assert sum(lengths) / len(lengths) < WORDS * 0.7
    assert sum(length > WORDS for length in lengths) / len(lengths) < 0.1


def test_generated_texts_are_easy_enough_to_read(ryv_2020: Chapter, rv9_2021: Chapter) -> None:
    kinds = read(ryv_2020, rv9_2021)
    assert set(kinds) >= {*BY_INDICATOR, *OF_RATIOS, "findings", "conclusions", "share_change"}
    require_easy(kinds)


def drafts_of(made: Chapter) -> list[str]:
    """Give what the report drafts where nobody has written."""
    return [text for kind, text in texts(made) if text and kind in {"findings", "conclusions"}]


@pytest.mark.parametrize(("organisation", "year"), [("RYV", 2020), ("RV9", 2021), ("ZZ1", 2024)])
def test_the_guide_prints_the_grade_of_each_sample_trusts_drafts(
    organisation: str, year: int, data: Path, project: Path
) -> None:
    drafts = drafts_of(load_chapter(data, organisation, year, "public"))
    lengths = [len(one.split()) for text in drafts for one in sentences(text)]
    guide = (project / "docs" / "writing.md").read_text(encoding="utf-8")
    printed = re.search(rf"^\| {organisation} {year}.*? \| (\S+) \| (\S+) \|$", guide, re.MULTILINE)
    assert printed is not None
    assert printed.groups() == (
        f"{grade(drafts):.1f}",
        f"{sum(lengths) / len(lengths):.1f}",
    )
    assert grade(drafts) <= WHOLE


@pytest.mark.slow
def test_texts_of_fictional_trusts_with_extracts_are_as_easy(data: Path, tmp_path: Path) -> None:
    # The committed one, and two of the smallest that are drawn.
    samples = [load_chapter(data, "ZZ1", 2024, "public")]
    for seed in (9, 31):
        drawn = tmp_path / str(seed)
        simulate_trusts(drawn, 1, 2024, seed=seed)
        samples.append(load_chapter(drawn, "ZZ1", 2024, "public"))
    require_easy(read(*samples))
