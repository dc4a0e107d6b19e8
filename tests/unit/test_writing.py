"""Data change under a finished report: the right paragraphs are named, and no others."""

from __future__ import annotations

import shutil
from pathlib import Path

import nbformat
import pytest

from wres.errors import InputError, UsageError
from wres.new_year import begin_chapter, make_year
from wres.review import Review, review
from wres.sources.folders import YearFolder
from wres.writing import accept, as_run, filled, own_chapters

SETUP = "\nfrom wres.vocabulary import *"
NOTE = "Our ratio is `{python} ratio(3)`: managers were trained."
STAFF = "We are `{python} headcount()` people."
PLAIN = "The board meets in public."
RATIO = "the ratio of indicator 3 (formal disciplinary process), BAME over White (2020)"


@pytest.fixture
def folder(tmp_path: Path, project: Path, monkeypatch: pytest.MonkeyPatch) -> YearFolder:
    """Return a copy of the sample trust's data with a chapter of its own."""
    shutil.copytree(project / "data" / "RYV", tmp_path / "data" / "RYV")
    shutil.copytree(project / "data" / "benchmarks", tmp_path / "data" / "benchmarks")
    monkeypatch.chdir(tmp_path)
    begin_chapter(Path("data"), "RYV", 2020, project, "disciplinary")
    made = YearFolder(Path("data"), "RYV", 2020)
    write(made, setup=None, note=NOTE, reading=STAFF, definition=PLAIN)
    return made


def notebook_of(folder: YearFolder) -> Path:
    return folder.path / "notebooks" / "disciplinary.ipynb"


def write(folder: YearFolder, **sources: str | None) -> None:
    notebook = nbformat.read(notebook_of(folder), as_version=4)
    for cell in notebook.cells:
        if cell.id == "setup" and SETUP not in cell.source:
            cell.source += SETUP
        elif sources.get(cell.id) is not None:
            cell.source = sources[cell.id]
    nbformat.write(notebook, notebook_of(folder))


def change(folder: YearFolder, file: str, old: str, new: str) -> None:
    path = folder.path / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def checked(folder: YearFolder, project: Path) -> Review:
    found = review(folder.data, "RYV", 2020, project=project)
    assert found.errors == []
    return found


def to_read_again(folder: YearFolder, project: Path) -> list[str]:
    return [str(one) for one in checked(folder, project).warnings if "read again" in one.rule]


def memory_of(folder: YearFolder) -> str:
    """Give what the texts were accepted against."""
    return (folder.path / "notebooks" / "accepted.csv").read_text(encoding="utf-8")


def test_text_that_stands_as_the_template_has_it_is_nobodys_own(
    folder: YearFolder, project: Path
) -> None:
    checked(folder, project)
    memory = memory_of(folder).splitlines()
    assert [line.split(",")[1] for line in memory[1:]] == ["definition", "note", "reading"]


@pytest.mark.slow
def test_figure_that_moves_names_the_paragraph_that_uses_it_and_no_other(
    folder: YearFolder, project: Path
) -> None:
    assert to_read_again(folder, project) == []
    change(folder, "published_ratios.csv", "3,2020,BME,White,0.81", "3,2020,BME,White,1.31")
    for _ in range(2):  # looking does not accept
        assert to_read_again(folder, project) == [
            "data/RYV/2020/notebooks/disciplinary.ipynb, cell note "
            '("Our ratio is `{python} ratio(3)`: managers ..."): must be read again: ratio(3): '
            "0.81 -> 1.31. Change the text, or if it still holds run wres accept RYV 2020 "
            "--chapter disciplinary --cell note."
        ]


@pytest.mark.slow
def test_changed_text_is_accepted_and_so_is_text_that_still_holds(
    folder: YearFolder, project: Path
) -> None:
    checked(folder, project)
    change(folder, "published_ratios.csv", "3,2020,BME,White,0.81", "3,2020,BME,White,1.31")
    change(folder, "workforce.csv", "non-clinical,1-4,White,", "non-clinical,1-4,White,1")
    assert len(to_read_again(folder, project)) == 2
    write(folder, note=NOTE.replace("were", "will be"))
    assert len(to_read_again(folder, project)) == 1
    anew = accept(folder, project, chapter="disciplinary", cell="reading")
    assert anew.summary == "1 text accepted anew"
    (line,) = anew.news
    assert "cell reading: We are `{python} headcount()` people." in line
    assert to_read_again(folder, project) == []
    again = accept(folder, project)
    assert again.news == []
    assert again.summary == f"nothing new to accept: all {again.texts} texts stand as accepted"
    one = accept(folder, project, chapter="disciplinary", cell="reading")
    assert one.summary == "nothing new to accept: the text stands as accepted"


@pytest.mark.parametrize(
    ("chapter", "cell", "message"),
    [
        ("disciplinery", None, "there is no chapter disciplinery .*perhaps disciplinary"),
        ("disciplinary", "notes", "there is no cell notes .*perhaps note"),
        (None, "title", "there is no cell title with text of the trust's own"),
    ],
)
def test_accepting_what_is_not_there_is_refused(
    chapter: str | None, cell: str | None, message: str, folder: YearFolder, project: Path
) -> None:
    with pytest.raises(UsageError, match=message):
        accept(folder, project, chapter=chapter, cell=cell)


@pytest.mark.slow
def test_text_carried_into_a_new_year_is_named_until_it_is_accepted(
    folder: YearFolder, project: Path
) -> None:
    checked(folder, project)
    shutil.copytree(folder.path, folder.data / "RYV" / "2021")
    new = YearFolder(folder.data, "RYV", 2021)
    shutil.rmtree(new.path / "notebooks")
    for table in ("published_ratios.csv", "staff_survey.csv"):
        (new.path / table).unlink()
    make_year(folder.data, "RYV", 2021, project=project)
    (new.path / "extracts").rename(new.path.parent / "templates")
    found = review(folder.data, "RYV", 2021, project=project)
    named = [one for one in found.warnings if "read again" in one.rule]
    assert found.errors == []
    assert [str(one.cell).split()[0] for one in named] == ["definition", "reading", "note"]
    assert all("it is the text of 2020" in one.rule for one in named)
    assert "ratio(3): 0.81 -> not available" in named[-1].rule
    assert len(accept(new, project).news) == 3
    again = review(folder.data, "RYV", 2021, project=project)
    assert not [one for one in again.warnings if "read again" in one.rule]


def test_damaged_memory_is_told_with_the_other_faults(folder: YearFolder, project: Path) -> None:
    (folder.path / "notebooks" / "accepted.csv").write_text("chapter\nx\n", encoding="utf-8")
    (folder.path / "notebooks" / "board.ipynb").write_text("{", encoding="utf-8")
    found = review(folder.data, "RYV", 2020, project=project)
    told = "\n".join(str(one) for one in found.errors)
    assert "accepted.csv row 1, column cell: column is missing" in told
    assert "board.ipynb: must be a notebook" in told


def test_all_faulty_values_of_all_chapters_are_told_at_once(
    folder: YearFolder, project: Path
) -> None:
    write(folder, note="`{python} rato(3)` and `{python} share('BMEE')`")
    begin_chapter(folder.data, "RYV", 2020, project, "voices", blank=True)
    path = folder.path / "notebooks" / "voices.ipynb"
    notebook = nbformat.read(path, as_version=4)
    notebook.cells[-1].source = "`{python} gapp(5)`"
    nbformat.write(notebook, path)
    found = review(folder.data, "RYV", 2020, project=project)
    assert [(one.file.split("/")[-1], str(one.cell).split()[0]) for one in found.errors] == [
        ("disciplinary.ipynb", "note"),
        ("disciplinary.ipynb", "note"),
        ("voices.ipynb", "text"),
    ]


def test_file_that_no_report_reads_is_a_warning(folder: YearFolder, project: Path) -> None:
    (folder.path / "notebooks" / "board.qmd").write_text("# Board", encoding="utf-8")
    warned = [one for one in checked(folder, project).warnings if "board.qmd" in one.file]
    assert ["is not read" in one.rule for one in warned] == [True]


def test_value_that_only_a_run_can_tell_is_taken_from_the_run(
    folder: YearFolder, project: Path, ryv_2020: object, tmp_path: Path
) -> None:
    from wres.chapters.reading import Chapter  # noqa: PLC0415 - only its type

    assert isinstance(ryv_2020, Chapter)
    write(folder, note="`{python} chapter.facts.name.upper()` and `{python} ratio(3)`")
    written = filled(own_chapters(folder, project), ryv_2020)
    values = next(one.values for one in written if one.cell.id == "note")
    assert values == {"chapter.facts.name.upper()": None, "ratio(3)": "0.81"}
    notebook = nbformat.read(notebook_of(folder), as_version=4)
    for cell in notebook.cells:
        if cell.id == "note":
            stored = {"status": "ok", "data": {"text/plain": "'CAMBRIDGESHIRE'"}, "metadata": {}}
            entry = {"expression": "chapter.facts.name.upper()", "result": stored}
            cell.metadata["user_expressions"] = [entry]
    nbformat.write(notebook, tmp_path / "disciplinary.ipynb")
    values = next(one.values for one in as_run(written, tmp_path) if one.cell.id == "note")
    assert values == {"chapter.facts.name.upper()": "CAMBRIDGESHIRE", "ratio(3)": "0.81"}


def test_unknown_memory_stops_accepting(folder: YearFolder, project: Path) -> None:
    (folder.path / "notebooks" / "accepted.csv").write_text("x\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"accepted\.csv"):
        accept(folder, project)


# --- claims of the text ---

PLAN = (
    "id,indicators,theme,objective,gap,action,measure,outcome,lead,start,due,status\n"
    "A1,3,Cases,Fewer cases,The ratio rose to 1.40,Train managers,,,HR lead,,March 2021,Started\n"
)


def test_sentence_that_the_figures_deny_is_a_contradiction_in_its_place(
    folder: YearFolder, project: Path
) -> None:
    # 0.81 in 2020, 0.95 in 2019 (data/RYV/2020/published_ratios.csv)
    write(folder, note="The ratio worsened to 1.31.", reading="The ratio fell from 0.95 to 0.81.")
    found = checked(folder, project)
    (told,) = {str(one.cell) for one in found.contradictions}
    assert told == 'note ("The ratio worsened to 1.31.")'
    assert any("'1.31' is written" in one.rule for one in found.contradictions)
    assert "0.81" in str(found.contradictions[0])


def test_typed_figure_that_agrees_is_offered_inline_and_remembered_by_its_row(
    folder: YearFolder, project: Path
) -> None:
    write(folder, note="The ratio of indicator 3 was 0.81.", reading="Nothing.")
    found = checked(folder, project)
    offers = [one.remedy for one in found.notes if "'0.81' is written" in one.rule]
    assert offers == ["Write `{python} ratio(3)` to keep it so."]
    assert "3 relative_likelihood all BME,0.81" in memory_of(folder)
    change(folder, "published_ratios.csv", "3,2020,BME,White,0.81", "3,2020,BME,White,1.31")
    found = checked(folder, project)
    (told,) = [one.rule for one in found.warnings if "read again" in one.rule]
    assert told == f"must be read again: {RATIO}: 0.81 -> 1.31"
    assert any("'0.81' is written" in one.rule for one in found.contradictions)


def test_typed_figure_that_was_accepted_is_still_remembered(
    folder: YearFolder, project: Path
) -> None:
    write(folder, note="BAME staff were less likely to enter the process.", reading="Nothing.")
    checked(folder, project)
    accept(folder, project)
    assert "3 relative_likelihood all BME,0.81" in memory_of(folder)
    change(folder, "published_ratios.csv", "3,2020,BME,White,0.81", "3,2020,BME,White,0.88")
    (told,) = to_read_again(folder, project)
    assert f"{RATIO}: 0.81 -> 0.88" in told


def test_accepting_names_the_texts_that_the_figures_contradict(
    folder: YearFolder, project: Path
) -> None:
    write(folder, note="The ratio of indicator 3 was 0.91.", reading="The ratio fell to 0.81.")
    accepted = accept(folder, project)
    assert "disciplinary,note," in memory_of(folder)
    (told,) = accepted.contradicted
    assert accepted.summary.endswith(" as accepted; see above what the figures contradict")
    assert str(told.cell) == 'note ("The ratio of indicator 3 was ...")'
    assert told.rule.startswith("contradicted: '0.91' is written; the ratio of indicator 3")
    assert to_read_again(folder, project) == []
    # Only of what is accepted now, and again until it is mended.
    assert accept(folder, project, chapter="disciplinary", cell="reading").contradicted == []
    assert accept(folder, project).contradicted == [told]


def test_text_on_the_size_of_a_board_is_not_read_again_for_its_white_members(
    folder: YearFolder, project: Path
) -> None:
    """Of the twelve one tells no ethnicity any more; 1 of 12 is BAME as before."""
    write(folder, note="1 of the 12 voting board members is BAME.", reading="Nothing.")
    checked(folder, project)
    accept(folder, project)
    assert "9 share voting=yes BME" in memory_of(folder)
    change(folder, "board.csv", "non-executive,yes,White,5", "non-executive,yes,White,4")
    change(folder, "board.csv", "non-executive,yes,Unknown,0", "non-executive,yes,Unknown,1")
    assert to_read_again(folder, project) == []


def test_action_plan_is_held_to_the_figures_by_row_and_column(
    folder: YearFolder, project: Path
) -> None:
    (folder.path / "action_plan.csv").write_text(PLAN, encoding="utf-8")
    found = checked(folder, project)
    told = [*found.contradictions, *found.warnings]
    (wrong,) = {(one.file, one.row, one.column) for one in told if "'1.40' is written" in one.rule}
    assert wrong == ("data/RYV/2020/action_plan.csv", 2, "gap")


def test_text_that_stands_as_in_the_template_is_not_held_against_its_author(
    folder: YearFolder, project: Path
) -> None:
    begin_chapter(folder.data, "RYV", 2020, project, "methods")
    found = checked(folder, project)
    assert not [one for one in found.notes + found.warnings if "methods.ipynb" in one.file]


def test_placeholder_in_a_text_cell_of_ones_own_is_named_with_its_cell(
    folder: YearFolder, project: Path
) -> None:
    note = "Led by [name].\n\n```\n[date]\n```\n\n`XXX` <!-- TBC -->\n\n____\n"
    write(folder, note=note, reading="See [Name of it](https://example.org/XXX), [date][1], `TBC`.")
    told = [one for one in checked(folder, project).warnings if "placeholder" in one.rule]
    assert [(one.cell, one.given) for one in told] == [('note ("Led by [name].")', "[name]")]
    assert told[0].file.endswith("disciplinary.ipynb")


def test_placeholder_in_a_cell_that_holds_only_a_heading_is_named(
    folder: YearFolder, project: Path
) -> None:
    write(folder, note="## Cases at XXX\n", reading="::: {.note}\n### What TBC did\n:::")
    told = [one for one in checked(folder, project).warnings if "placeholder" in one.rule]
    assert sorted(str(one.given) for one in told) == ["TBC", "XXX"]


def test_a_heading_that_nothing_stands_under_is_named(folder: YearFolder, project: Path) -> None:
    write(folder, note="## Cases\n\n## What we did {#sec-did}\n\n### In 2020\n\nMuch.")
    told = [one for one in checked(folder, project).warnings if "without a text" in one.rule]
    assert [one.given for one in told] == ["Cases"]
    assert told[0].file.endswith("disciplinary.ipynb")


PAPER = """kind: action plan
cover:
  risks: The ratio of indicator 3 was 0.81.
  governance: The board meets in public.
"""


def test_a_text_of_the_document_is_named_when_a_figure_that_it_states_moves(
    folder: YearFolder, project: Path
) -> None:
    shutil.rmtree(folder.path / "notebooks")
    paper = folder.path / "board_paper.yml"
    paper.write_text(PAPER, encoding="utf-8")
    checked(folder, project)
    assert [line.split(",")[:2] for line in memory_of(folder).splitlines()[1:]] == [
        ["board_paper.yml", "cover.risks"]
    ]
    assert to_read_again(folder, project) == []
    change(folder, "published_ratios.csv", "3,2020,BME,White,0.81", "3,2020,BME,White,1.31")
    (told,) = to_read_again(folder, project)
    assert told.startswith("data/RYV/2020/board_paper.yml row 3, column cover.risks: must be read")
    assert f"{RATIO}: 0.81 -> 1.31" in told
    assert "wres accept RYV 2020 --chapter board_paper.yml --cell cover.risks." in told
    change(folder, "board_paper.yml", "0.81", "1.31")
    assert to_read_again(folder, project) == []


def test_a_text_of_the_document_that_still_holds_is_accepted_by_its_keys(
    folder: YearFolder, project: Path
) -> None:
    paper = folder.path / "board_paper.yml"
    paper.write_text(PAPER, encoding="utf-8")
    checked(folder, project)
    change(folder, "published_ratios.csv", "3,2020,BME,White,0.81", "3,2020,BME,White,1.31")
    (line,) = accept(folder, project, chapter="board_paper.yml", cell="cover.risks").news
    assert line.startswith("data/RYV/2020/board_paper.yml, cell cover.risks: The ratio of")
    assert not [one for one in to_read_again(folder, project) if "board_paper" in one]


def test_looking_at_another_document_forgets_nothing_of_the_years_own(
    folder: YearFolder, project: Path
) -> None:
    (folder.path / "board_paper.yml").write_text(PAPER, encoding="utf-8")
    checked(folder, project)
    memory = folder.path / "notebooks" / "accepted.csv"
    before = memory.read_text(encoding="utf-8")
    other = folder.path / "plan.yml"
    other.write_text(PAPER.replace("risks", "recommendations"), encoding="utf-8")
    review(folder.data, "RYV", 2020, project=project, paper=other)
    assert memory.read_text(encoding="utf-8") == before
