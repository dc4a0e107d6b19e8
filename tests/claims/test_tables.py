"""Figures in a chapter's tables are held to the results under their row's and column's headings.

Expected figures are those of the trust's own report (RYV 2020, data/RYV) and of the fictional ZZ1.
"""

from __future__ import annotations

import pytest

from wres.claims import Finding, Passage, check_passages

SURVEY = """| WRES indicator | White | BAME |
|---|---|---|
| 5. Harassment, bullying or abuse from patients, relatives or the public | {} | {} |
| 6. Harassment, bullying or abuse from staff | 11% | 17% |
"""


@pytest.fixture
def held(report):
    def check(text: str, name: str = "RYV 2020", **given) -> list[Finding]:
        return check_passages(
            [Passage("a.ipynb", "cell", text, None, "own", **given)], report(name)
        )

    return check


def told(findings: list[Finding]) -> list[tuple[str, str]]:
    return [(one.kind, one.words) for one in findings]


def test_figures_of_cells_are_confirmed_where_they_stand(held):
    text = SURVEY.format("20%", "25%")
    findings = held(text)
    assert told(findings) == [("agrees", one) for one in ("20%", "25%", "11%", "17%")]
    assert [text[one.start : one.end] for one in findings] == ["20%", "25%", "11%", "17%"]


def test_figures_under_each_others_headings_are_denied(held):
    denied = held(SURVEY.format("25%", "20%"))[:2]
    assert told(denied) == [("contradicted", "25%"), ("contradicted", "20%")]
    assert "White respondents in indicator 5 (survey of autumn 2019) is 20%" in denied[0].message


def test_years_are_read_from_the_headings_of_columns(held):
    text = (
        "| Indicator | {} | {} |\n|:--|--:|--:|\n"
        "| Relative likelihood of appointment from shortlisting | 1.45 | 1.48 |\n"
    )
    assert told(held(text.format("2019", "2020"))) == [("agrees", "1.45"), ("agrees", "1.48")]
    assert {kind for kind, _ in told(held(text.format("2020", "2019")))} == {"wrong year"}


def test_years_of_survey_and_report_are_read_one_way_in_a_whole_table(held):
    text = (
        "Harassment from staff:\n\n"
        "| | {} | {} |\n|---|---|---|\n| BAME | 13% | 17% |\n| White | 10% | 11% |"
    )
    assert {kind for kind, _ in told(held(text.format("2018", "2019")))} == {"agrees"}
    assert {kind for kind, _ in told(held(text.format("2018/19", "2019/20")))} == {"agrees"}
    assert "agrees" not in {kind for kind, _ in told(held(text.format("2019/20", "2018/19")))}


def test_what_headings_lack_is_taken_from_the_corner_and_the_caption(held):
    bands = (
        "| {} | 2019 | 2020 |\n|---|---|---|\n"
        "| Bands 1-4 | 9.3% | 10.7% |\n| Bands 5-7 | 10.8% | {} |"
    )
    caption = "BAME staff as a share of those in each band:\n\n"
    right = held(caption + bands.format("Non-clinical", "15.2%"))
    assert {kind for kind, _ in told(right)} == {"agrees"}
    wrong = held(caption + bands.format("Non-clinical", "9.4%"))
    assert ("contradicted", "9.4%") in told(wrong)


def test_a_caption_below_the_table_is_read(held):
    table = "| | 2019 | 2020 |\n|---|---|---|\n| BAME | 10.9% | {} |\n\n: Share of the workforce"
    assert told(held(table.format("11.5%")))[-1] == ("agrees", "11.5%")
    assert told(held(table.format("12.5%")))[-1] == ("contradicted", "12.5%")


def test_comparators_are_read_from_headings(held):
    text = (
        "Discrimination from a manager, team leader or other colleagues, 2023 survey:\n\n"
        "| | Trust | Benchmark group |\n|---|---|---|\n| BME | {} | {} |"
    )
    assert {kind for kind, _ in told(held(text.format("14.0%", "16.0%"), "ZZ1 2024"))} == {"agrees"}
    swapped = held(text.format("16.0%", "14.0%"), "ZZ1 2024")
    assert {kind for kind, _ in told(swapped)} == {"wrong comparator", "contradicted"}


def test_bare_numbers_take_their_unit_from_the_heading(held):
    head = "| Ethnicity | Headcount | % |\n|---|---|---|\n"
    text = f"{head}| White | 2,077 | 83.8 |\n| BAME | {{}} | 11.5 |"
    assert {kind for kind, _ in told(held(text.format("284")))} == {"agrees"}
    assert ("wrong year", "275") in told(held(text.format("275")))


@pytest.mark.parametrize(
    "table",
    [
        "| Division | White | BAME |\n|---|---|---|\n| Medicine | 112 | 31 |",
        "| Course | Places | Completed |\n|---|---|---|\n| Mentoring | 24 | 18 |",
        "Bank staff by ethnicity:\n\n| | Headcount | % |\n|---|---|---|\n| BAME | 210 | 31.3% |",
        "| | White | BAME |\n|---|---|---|\n| Female | 512 | 143 |",
        "| Indicator | What we found |\n|---|---|\n| 5 | 25% of BAME staff told of abuse |",
    ],
)
def test_a_table_that_is_not_understood_is_named_and_not_accused(held, table):
    (finding,) = held(table)
    assert finding.kind == "unverifiable"
    assert "not checked" in finding.message
    assert finding.words.startswith("|")


def test_targets_and_changes_are_not_held_to_levels(held):
    head = "| | 2020 | Change | Target 2028 |\n|---|---|---|---|\n"
    text = f"{head}| BAME share of the workforce | 11.5% | {{}} | 19% |"
    kinds = told(held(text.format("+0.6")))
    assert ("agrees", "11.5%") in kinds
    assert not {"contradicted", "wrong unit", "not found"} & {kind for kind, _ in kinds}


def test_percentages_of_one_groups_people_are_not_taken_for_shares(held):
    # 31.1% of BAME clinical staff are in these bands; of the staff in them 12.5% are BAME.
    text = "| Clinical | % of BAME staff |\n|---|---|\n| Bands 1-4 | {} |\n| Bands 5-7 | 51.4% |"
    assert {kind for kind, _ in told(held(text.format("31.1%")))} == {"agrees"}
    assert "contradicted" not in {kind for kind, _ in told(held(text.format("23.2%")))}


def test_a_table_of_another_base_is_not_accused_figure_by_figure(held):
    rows = "| Bands 1-4 | 31 | 9 |\n| Bands 5-7 | 55 | 12 |\n| Bands 8a-8b | 4 | 1 |"
    text = f"| Clinical | White | BAME |\n|---|---|---|\n{rows}"
    assert {one.kind for one in held(text)} == {"unverifiable"}


def test_values_filled_in_are_left_alone_and_typed_ones_offered(held):
    head = "| | % of the workforce |\n|---|---|\n"
    text = head + '| White | `{python} share("White")` |\n| BAME | 11.5% |'
    (finding,) = held(text, values=(('share("White")', "83.8%"),))
    assert finding.words == "11.5%"
    assert finding.offer == '`{python} share("BME")`'


@pytest.mark.parametrize(
    "text", ["|---|\n|||\n| |", "| a |\n", "|a|b|\n|--|--|\n", "| 5 |\n|---|\n| 6 |"]
)
def test_broken_tables_are_read_over(held, text):
    assert not {"contradicted", "not found"} & {one.kind for one in held(text)}


def test_tables_without_outer_bars_and_in_quotations_are_read(held):
    for text in (
        "Group | % of the workforce\n---|---\nBAME | {}\n",
        "> | Group | % of the workforce |\n> |---|---|\n> | BAME | {} |",
    ):
        assert told(held(text.format("11.5%"))) == [("agrees", "11.5%")]
        assert told(held(text.format("12.5%"))) == [("contradicted", "12.5%")]


def test_items_of_a_list_are_about_what_leads_to_them(held):
    text = "Discrimination from a manager or other colleagues:\n\n- BAME: {}\n- White: {}\n"
    assert told(held(text.format("7%", "3%"))) == [("agrees", "7%"), ("agrees", "3%")]
    assert told(held(text.format("3%", "7%"))) == [("contradicted", "3%"), ("contradicted", "7%")]


def test_sentences_in_cells_are_held_like_others(held):
    rows = (
        "| Indicator 3 | The relative likelihood is {}, down from 0.95. |\n"
        "| Harassment from patients | {} of BAME staff and 20% of White staff experienced it. |"
    )
    text = "| Indicator | Finding |\n|---|---|\n" + rows
    assert {one.kind for one in held(text.format("0.81", "25%"))} == {"agrees"}
    assert ("contradicted", "0.18") in told(held(text.format("0.18", "25%")))
    assert ("contradicted", "52%") in told(held(text.format("0.81", "52%")))


@pytest.mark.parametrize("heading", ["Target", "Finding, 2018", "England"])
def test_sentences_below_targets_other_years_and_trusts_are_named_as_not_checked(held, heading):
    text = f"| Indicator | {heading} |\n|---|---|\n| 3 | The relative likelihood should be 1.00. |"
    (finding,) = held(text)
    assert finding.kind == "unverifiable"
    assert "not checked" in finding.message


WEB = """<table>
<caption>Harassment, bullying or abuse, survey of 2019</caption>
<thead>
<tr><th rowspan="2">WRES indicator</th><th colspan="2">Group</th></tr>
<tr><th>White</th><th>BAME</th></tr>
</thead>
<tbody>
<tr><td>5. ... from patients, relatives or the public</td><td><b>{}</b></td><td>{}</td></tr>
<tr><td>6. Harassment, bullying or abuse from staff<td>11%<td>17&nbsp;%</tr>
</tbody>
</table>
"""
GRID = """+------------------------+-------------+-------------+
| WRES indicator         | Group                     |
+------------------------+-------------+-------------+
|                        | White       | BAME        |
|                        | respondents | respondents |
+:=======================+============:+============:+
| 5. Harassment,         | {}         |             |
| bullying or abuse      |             | {}         |
| from patients          |             |             |
+------------------------+-------------+-------------+
| 6. Harassment, bullying| 11%         | 17%         |
| or abuse from staff    |             |             |
+------------------------+-------------+-------------+
"""


@pytest.mark.parametrize("table", [WEB, GRID], ids=["html", "grid"])
def test_tables_in_html_and_in_grids_are_held_like_others(held, table):
    # RYV 2020: indicator 5 is 20% of White and 25% of BAME respondents, indicator 6 11% and 17%.
    right = table.format("20%", "25%")
    findings = held(right)
    assert [one.words.replace("&nbsp;", "") for one in findings] == ["20%", "25%", "11%", "17%"]
    assert {one.kind for one in findings} == {"agrees"}
    assert [right[one.start : one.end] for one in findings] == [one.words for one in findings]
    swapped = held(table.format("25%", "20%"))[:2]
    assert told(swapped) == [("contradicted", "25%"), ("contradicted", "20%")]


def test_what_stands_around_a_table_in_html_is_read_in_its_place(held):
    text = WEB.format("20%", "25%") + "\nBAME staff are 12.5% of the workforce, not 11.5%.\n"
    (denied,) = [one for one in held(text) if one.kind == "contradicted"]
    assert text[denied.start : denied.end] == denied.words == "12.5%"


def test_a_cell_that_spans_rows_heads_each_of_them(held):
    row = "<tr>{}<td>{}</td><td>{}</td></tr>"
    led = '<td rowspan="2">Harassment, bullying or abuse from staff</td>'
    head = "<tr><th>Indicator</th><th>Group</th><th>Autumn 2019</th></tr>"
    text = f"<table>{head}{row.format(led, 'White', '11%')}{row.format('', 'BAME', '{}')}</table>"
    assert told(held(text.format("17%"))) == [("agrees", "11%"), ("agrees", "17%")]
    assert told(held(text.format("16%")))[-1] == ("contradicted", "16%")


def test_sentences_in_cells_of_several_lines_are_held(held):
    text = (
        "+---------------+-------------------------------+\n"
        "| Indicator     | Finding                       |\n"
        "+===============+===============================+\n"
        "| Indicator 3   | The relative likelihood       |\n"
        "|               | is {}, down from 0.95.      |\n"
        "+---------------+-------------------------------+\n"
    )
    assert {one.kind for one in held(text.format("0.81"))} == {"agrees"}
    assert ("contradicted", "0.18") in told(held(text.format("0.18")))


@pytest.mark.parametrize(
    "table",
    [
        "<table><tr><th>Division</th><th>White</th></tr><tr><td>Surgery</td><td>112</td></tr></table>",
        "+----------+-------+\n| Division | White |\n+==========+=======+\n"
        "| Surgery  | 112   |\n+----------+-------+",
    ],
    ids=["html", "grid"],
)
def test_a_drawn_table_that_is_not_understood_is_named(held, table):
    (finding,) = held(table)
    assert (finding.kind, finding.words) == ("unverifiable", "Division")
    assert "not checked" in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "<table></table>",
        "<table><tr></tr></table>",
        "<table><tr><td colspan='0'>5</td></tr><tr><td rowspan='x'>6%</table>",
        "<table><tr><td>5%</td></tr></table></table>",
        "+---+\n+---+",
        "+---+---+\n| a",
        "+===+\n| 5 |\n+---+",
    ],
)
def test_broken_drawn_tables_are_read_over(held, text):
    assert not {"contradicted", "not found"} & {one.kind for one in held(text)}
