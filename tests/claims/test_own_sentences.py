"""What the product itself writes is never contradicted: whatever the trust or what is withheld."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from tests.gallery.places import places
from tests.unit.hotspots.anew import worded_anew
from tests.unit.hotspots.made import FEW_CASES, MANY_CASES, cases_of, hotspots
from wres.chapters import Chapter
from wres.claims import CONTRADICTIONS, STRICT, Passage, check_passages, passages_of_notebook
from wres.hotspots import Hotspots, answer, detail_text, not_shown, view_text
from wres.hotspots.kinds import KINDS
from wres.loading import load_chapter
from wres.simulate import simulate_trusts
from wres.vocabulary.filling import fill

SEEDS = (3, 8, 21)
INLINE = re.compile(r"`\{python\}\s+([^`]+?)\s*`")


def written_out(notebook: Path, chapter: Chapter) -> list[Passage]:
    """Give a chapter's passages with their values typed, as an author would have."""

    def value(match: re.Match[str]) -> str:
        return fill(match[1], chapter) or ""

    return [
        replace(passage, text=INLINE.sub(value, passage.text), values=())
        for passage in passages_of_notebook(notebook)
    ]


def raised(project: Path, chapter: Chapter, kinds=STRICT) -> list[tuple[str, str, str, str]]:
    passages = [
        passage
        for notebook in sorted((project / "notebooks").glob("*.ipynb"))
        for passage in written_out(notebook, chapter)
    ]
    assert len(passages) > 50
    return [
        (one.passage.file, one.passage.cell, one.words, one.message)
        for one in check_passages(passages, chapter)
        if one.kind in kinds
    ]


EARLIER = [pytest.param(name, marks=pytest.mark.slow) for name in ("RYV 2019", "ZZ1 2023")]


@pytest.mark.parametrize("name", ["RYV 2020", "RV9 2021", "ZZ1 2024", *EARLIER])
def test_generated_sentences_raise_nothing(name, report, project):
    assert raised(project, report(name)) == []


@pytest.fixture(scope="module", params=SEEDS)
def invented(request, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("invented") / "data"
    simulate_trusts(folder, 2, 2024, seed=request.param)
    return folder


@pytest.mark.slow
@pytest.mark.parametrize("profile", ["public", "internal"])
def test_generated_sentences_of_invented_trusts_are_never_contradicted(invented, project, profile):
    for trust in ("ZZ1", "ZZ2"):
        chapter = load_chapter(invented, trust, 2024, profile)
        assert raised(project, chapter, CONTRADICTIONS) == []


def told_of(spots: Hotspots) -> list[str]:
    """Give all that hotspots say of a trust's parts, as an author may copy it into a chapter."""
    views = [
        view_text(spots.in_year(year), key, dimension)
        for key in spots.measures()
        for dimension in spots.dimensions()
        for year in spots.years()
    ]
    return [answer(spots), not_shown(spots), detail_text(spots), *views]


def test_changes_over_all_pay_bands_together_raise_nothing():
    spots = hotspots(before=cases_of(FEW_CASES, "6-7"), **cases_of(MANY_CASES))
    told = [answer(spots), view_text(spots, "3", "division")]
    assert all("all pay bands together" in one.lower() for one in told)
    found = check_passages([Passage("own.ipynb", "c", one) for one in told], spots.chapter)
    assert [(one.words, one.message) for one in found if one.kind in STRICT] == []


@pytest.mark.parametrize("kind", ["ordinary", "withheld"])
def test_sentences_about_parts_of_the_trust_raise_nothing(kind):
    spots = places(kind)
    told = told_of(spots)
    assert any("worth a conversation" in one for one in told) == (kind == "ordinary")
    assert sum("compared." in one for one in told) > 3
    passages = [Passage("own.ipynb", "c", one) for one in told]
    found = check_passages(passages, spots.chapter)
    assert [(one.words, one.message) for one in found if one.kind in STRICT] == []


@pytest.mark.parametrize("names", ["AB", "ABCD", "ABCDEF"])
@pytest.mark.parametrize("own", [((900, 300, 9), (9, 6)), ((99, 1, 0), (0, 0))])
def test_that_nothing_stands_out_of_the_trusts_parts_raises_nothing(names, own):
    spots = hotspots(dict.fromkeys(names, own))
    said = answer(spots)
    assert said.startswith("**Nothing ")
    found = check_passages([Passage("own.ipynb", "c", said)], spots.chapter)
    assert [(one.words, one.message) for one in found if one.kind in STRICT] == []


@pytest.mark.parametrize("profile", ["public", "internal"])
def test_sentences_about_what_can_not_be_shown_of_the_parts_raise_nothing(profile):
    few = {"Alpha": ((14, 6, 1), (1, 1)), "Beta": ((9, 5, 1), (1, 0))}
    spots = hotspots(few, profile=profile)
    told = [answer(spots), not_shown(spots)]
    told += [view_text(spots, key, one) for key in ("workforce", "1", "2", "3") for one in KINDS]
    found = check_passages([Passage("own.ipynb", "c", one) for one in told], spots.chapter)
    assert [(one.words, one.message) for one in found if one.kind in STRICT] == []


def test_rarer_sentences_about_parts_of_the_trust_raise_nothing():
    for words, spots in worded_anew():
        found = check_passages([Passage("own.ipynb", "c", words)], spots.chapter)
        assert [(one.words, one.message) for one in found if one.kind in STRICT] == []


def test_a_figure_of_a_part_leaves_the_sentences_of_other_paragraphs_denied():
    spots = places("ordinary")
    part = view_text(spots, "workforce", "division")
    passage = Passage("own.ipynb", "c", f"{part}\n\nThe share of BME staff was 99.9%.")
    found = check_passages([passage], spots.chapter)
    assert [one.words for one in found if one.kind == "contradicted"] == ["99.9%"]


def test_the_share_of_staff_agrees_in_any_chapter(report):
    text = "The share of BAME staff is 11.5%."
    for indicator, chapter in (("3", "disciplinary"), ("1", "workforce"), (None, "summary")):
        passage = Passage("f", "c", text, indicator, chapter)
        (finding,) = check_passages([passage], report("RYV 2020"))
        assert (finding.kind, finding.words) == ("agrees", "11.5%")


def test_values_that_are_filled_in_are_not_judged_again(report):
    text = "The ratio is `{python} ratio(2)`, against 1.45 last year."
    passage = Passage("f", "c", text, "2", values=(("ratio(2)", "9.99"),))
    assert [one.words for one in check_passages([passage], report("RYV 2020"))] == ["1.45"]


def test_words_around_a_filled_value_are_held_to_it(report):
    text = "The ratio fell to `{python} ratio(2)`."
    passage = Passage("f", "c", text, "2", values=(("ratio(2)", "1.48"),))
    (finding,) = check_passages([passage], report("RYV 2020"))
    assert (finding.kind, finding.words) == ("contradicted", "fell")
    assert passage.text[finding.start : finding.end] == "fell"
