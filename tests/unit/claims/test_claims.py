"""Single sentences and texts; figures by hand from the published reports of RYV 2020."""

from __future__ import annotations

import re

import nbformat
import pytest

from wres.actions import read_plan
from wres.claims import Passage, check_passages, passages_of_actions, passages_of_notebook
from wres.claims.lexicon import Matcher
from wres.claims.reading import read_sentence
from wres.errors import InputError
from wres.loading import load_chapter
from wres.sources.folders import YearFolder
from wres.vocabulary.filling import fill


def numbers_in(text: str) -> list[tuple[float | None, str, str]]:
    found = read_sentence(text, 0, Matcher()).numbers
    return [(one.value, one.unit, one.hedge) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("nearly a quarter of staff", [(25.0, "%", "nearly")]),
        ("one in twenty applicants", [(5.0, "%", "")]),
        ("1.48 times as likely", [(1.48, "ratio", "")]),
        ("a 15pp gap", [(15.0, "points", "")]),
        ("fell from 26 to 25 per cent", [(26.0, "%", ""), (25.0, "%", "")]),
        ("just over one in seven BME staff", [(100 / 7, "%", "barely")]),
        ("there is not a single BME person", [(0.0, "", "")]),
        ("no single BME director", [(0.0, "", "")]),
        ("two hundred and eighty-four staff", [(284.0, "", "")]),
        ("Indicator 3, page 12 and bands 5 to 7 on 31 March 2020", []),
    ],
)
def test_numbers_are_read_with_unit_and_hedge(text, expected):
    assert numbers_in(text) == expected


@pytest.mark.parametrize("written", ["11.5%", "11.5 per cent"])
def test_an_offer_prints_what_was_typed(written, ryv_2020):
    text = f"Of our staff, **{written}** are BAME; 284 people."
    findings = check_passages([Passage("f", "c", text, "workforce")], ryv_2020)
    offers = [one for one in findings if one.offer]
    assert offers[0].words == written
    for one in offers:
        expression = one.offer.removeprefix("`{python} ").removesuffix("`")
        assert fill(expression, ryv_2020) == one.words.replace(" per cent", "%")


@pytest.mark.parametrize(
    "text", ["Of our 2,480 staff 284 (11.5%) are BAME.", "Of 2,480 staff, 11.5% are BAME."]
)
def test_the_staff_that_a_share_is_out_of_are_offered_and_known_by_their_own_row(text, ryv_2020):
    findings = check_passages([Passage("f", "c", text, "workforce")], ryv_2020)
    told = {one.words: (one.offer, one.row) for one in findings}
    assert told["2,480"] == ('`{python} headcount("all")`', "workforce headcount all all")


def test_places_are_those_of_the_markdown(ryv_2020):
    text = "## Ratio\n\n- `{python} term()` at **1.45**, [1.2]{source=''}."
    passage = Passage("f", "c", text, "2", values=(("term()", "BAME applicants"),))
    findings = check_passages([passage], ryv_2020)
    assert [(one.kind, one.words) for one in findings] == [
        ("wrong year", "1.45"),
        ("not found", "[1.2]{source=''}"),
    ]


def test_a_withheld_figure_is_never_told(data):
    public = load_chapter(data, "ZZ1", 2024, "public")
    internal = load_chapter(data, "ZZ1", 2024, "internal")
    row = internal.row(indicator="3", measure="relative_likelihood", breakdown="all")
    assert row is not None
    true = f"{row['value']:.2f}"
    told = set()
    for value in (true, "7.77"):
        passage = Passage("f", "c", f"The disciplinary ratio was {value}.", "3")
        (finding,) = check_passages([passage], public)
        told.add((finding.kind, finding.message, finding.row))
    assert len(told) == 1
    assert next(iter(told))[0] == "not found"


def test_headings_of_a_chapter_say_what_its_cells_are_about(tmp_path):
    cells = ["# The survey", "## Indicator 6: bullying", "Text.", "## Other", "More."]
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell(one) for one in cells])
    nbformat.write(notebook, tmp_path / "staff_survey.ipynb")
    passages = passages_of_notebook(tmp_path / "staff_survey.ipynb")
    assert [one.indicator for one in passages] == [None, None, "6", "6", None]


def test_an_action_plan_is_read_by_row_and_column(tmp_path, ryv_2020):
    folder = YearFolder(tmp_path, "RYV", 2020)
    folder.path.mkdir(parents=True)
    (folder.path / "action_plan.csv").write_text(
        "id,indicators,action,measure,gap\n"
        "A1,2,Train panels,Reduce the ratio from 1.45 to 1.25 by 2022,The ratio is 1.48\n",
        encoding="utf-8",
    )
    plan = read_plan(folder)
    findings = check_passages(passages_of_actions(plan.register, plan.file.shown), ryv_2020)
    assert [(one.passage.cell, one.words, one.kind) for one in findings] == [
        ("row 2, column gap", "1.48", "agrees"),
        ("row 2, column measure", "1.45", "wrong year"),
    ]


def test_a_file_that_is_no_notebook_is_refused(tmp_path):
    (tmp_path / "board.ipynb").write_text("{", encoding="utf-8")
    with pytest.raises(InputError, match=re.escape("must be a notebook that can be read")):
        passages_of_notebook(tmp_path / "board.ipynb")


def told(text: str, chapter, indicator: str | None = None) -> list[tuple[str, str]]:
    findings = check_passages([Passage("f", "c", text, indicator)], chapter)
    assert not any(one.offer for one in findings if one.kind != "agrees")
    return [(one.kind, one.words) for one in findings]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("BME staff are 18.4% of those who reported discrimination.", "turned round"),
        ("18.4% of those who reported discrimination were BME.", "turned round"),
        ("Of those who reported discrimination, 18.4% were BME.", "turned round"),
        ("BME staff are 23.9% of those who reported discrimination.", "not found"),
        ("18.4% of BME staff reported discrimination.", "agrees"),
        ("18.4% of staff who were BME reported discrimination.", "agrees"),
    ],
)
def test_a_survey_percentage_is_never_a_share_of_those_who_answered_yes(text, kind, data):
    (share,) = re.findall(r"[\d.]+%", text)
    assert told(text, load_chapter(data, "RV9", 2021, "public"), "8") == [(kind, share)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Of staff in clinical bands 5 to 7, 51.4% are BAME.", "turned round"),
        ("Of staff in clinical bands 5 to 7, 9.4% are BAME.", "agrees"),
        ("Of BAME staff, 51.4% work in clinical bands 5 to 7.", "agrees"),
    ],
)
def test_a_distribution_is_no_share_of_a_band(text, kind, ryv_2020):
    (share,) = re.findall(r"[\d.]+%", text)
    assert told(text, ryv_2020, "1") == [(kind, share)]


@pytest.mark.parametrize(
    ("text", "verb", "against"),
    [
        ("The ratio fell from 1.45 to 1.48.", "fell", True),
        ("The ratio rose from 1.45 to 1.48.", "rose", False),
        ("The number of sites fell from 25 in 2019 to 30.", "fell", True),
        ("Referrals rose to 25 from 30.", "rose", True),
        ("Referrals rose to 30 from 25.", "rose", False),
    ],
)
def test_a_movement_is_held_to_its_own_two_numbers(text, verb, against, ryv_2020):
    findings = check_passages([Passage("f", "c", text, "2")], ryv_2020)
    said = [one.message for one in findings if one.words == verb]
    assert (said == ["the sentence's own numbers say the reverse."]) is against


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("BAME staff's belief of 81% is 11 points behind that of White staff (92%).", "7"),
        ("The workforce shrank by 54 people, from 2,534 to 2,480.", "1"),
        ("One in nine of our staff is BAME, roughly half the proportion in England (21%).", "1"),
        ("18 of 42 consultants (42.9%) are BAME.", "1"),
    ],
)
def test_true_sentences_are_not_denied(text, indicator, ryv_2020):
    assert {kind for kind, _ in told(text, ryv_2020, indicator)} == {"agrees"}


def test_a_number_of_staff_moves_as_the_head_count_does(ryv_2020):
    assert told("The workforce grew to 2,480.", ryv_2020, "1")[0] == ("contradicted", "grew")
    assert told("The workforce fell to 2,480.", ryv_2020, "1")[0] == ("agrees", "fell")


def test_a_figure_from_elsewhere_that_the_results_deny_passes_with_a_note(ryv_2020):
    text = 'The BAME share of our workforce is [18.4%]{source="Census 2021"}.'
    (finding,) = check_passages([Passage("f", "c", text, "1")], ryv_2020)
    assert (finding.kind, finding.words) == ("unverifiable", "18.4%")
    # 284 of 2,480.
    assert "from 'Census 2021'" in finding.message
    assert "is 11.5%" in finding.message


def test_a_figure_of_someone_else_from_elsewhere_is_not_noted(ryv_2020):
    text = '[18.4%]{source="Census 2021"} of the local population was BAME.'
    assert check_passages([Passage("f", "c", text, "1")], ryv_2020) == []


def test_progress_of_an_action_is_held_to_both_years(ryv_2020):
    text = "Harassment of BAME staff is down from 30% to 25%."
    findings = check_passages([Passage("plan", "row 2, column update", text, "5")], ryv_2020)
    # 26% in the survey of 2018, 25% in that of 2019.
    assert [(one.words, one.kind) for one in findings if one.words.endswith("%")] == [
        ("30%", "contradicted"),
        ("25%", "agrees"),
    ]


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("first board held; 6 candidates", "9"),
        ("3 of 9 signed", "2"),
        ("Risk 1: reputational (BAF 3.2, score 12)", None),
        ("Reverse mentoring: cohort 1 (12 pairs)", None),
        ("85% completed e-learning", None),
        ("Meeting of 14 members held; rated 2.5", "9"),
    ],
)
def test_a_plans_own_numbers_claim_nothing_of_the_standard(ryv_2020, text, indicator):
    passage = Passage("action_plan.csv", "row 2, column update", text, indicator, inline=False)
    assert check_passages([passage], ryv_2020) == []


@pytest.mark.parametrize(
    ("text", "indicator", "words"),
    [
        ("The ratio is 1.60", "2", "1.60"),
        ("Only 40% of BAME staff agree", "7", "40%"),
        ("There are 9 BAME board members", "9", "9"),
    ],
)
def test_what_a_plan_states_of_the_standard_is_held_to_the_figures(
    ryv_2020, text, indicator, words
):
    passage = Passage("action_plan.csv", "row 2, column gap", text, indicator, inline=False)
    assert [(one.kind, one.words) for one in check_passages([passage], ryv_2020)] == [
        ("contradicted", words)
    ]


def test_a_text_without_inline_values_is_offered_none(ryv_2020):
    text = "Of our staff, 11.5% are BAME."
    for inline, offered in ((True, True), (False, False)):
        passage = Passage("f", "c", text, "workforce", inline=inline)
        (found,) = check_passages([passage], ryv_2020)
        assert found.kind == "agrees"
        assert (found.offer is not None) is offered


def test_bands_that_are_not_named_are_held_to_nothing(ryv_2020):
    passage = Passage("f", "c", "Underrepresentation in non-clinical bands", "1", inline=False)
    assert {one.kind for one in check_passages([passage], ryv_2020)} <= {"unverifiable"}
