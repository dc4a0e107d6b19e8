"""`wres new`: chapters of the trust's own, made from templates, carried over and merged."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import nbformat
import pytest

from wres.chapters.own import own_files, read_own_chapters
from wres.errors import InputError, UsageError
from wres.new_year import begin_chapter, make_year, merge_chapters

TRUST = "ods_code: RXX\nname: Example NHS Trust\nregion: Midlands\ntype: acute\nfictional: true\n"
NOTE = "Few people enter the process."


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "data" / "RXX" / "2024").mkdir(parents=True)
    (tmp_path / "data" / "RXX" / "trust.yml").write_text(TRUST, encoding="utf-8")
    return tmp_path / "data"


@pytest.fixture
def templates(tmp_path: Path, project: Path) -> Path:
    """Return a project of which one template can move on."""
    made = tmp_path / "project"
    (made / "notebooks").mkdir(parents=True)
    for path in (project / "notebooks").glob("*.ipynb"):
        (made / "notebooks" / path.name).write_bytes(path.read_bytes())
    (made / "report.qmd").write_bytes((project / "report.qmd").read_bytes())
    return made


def notebooks(data: Path, year: int = 2024) -> Path:
    return data / "RXX" / str(year) / "notebooks"


def edit(path: Path, name: str, source: str) -> None:
    notebook = nbformat.read(path, as_version=4)
    next(cell for cell in notebook.cells if cell.id == name).source = source
    nbformat.write(notebook, path)


def source(path: Path, name: str) -> str:
    cells = nbformat.read(path, as_version=4).cells
    return next(str(cell.source) for cell in cells if cell.id == name)


def begun(data: Path, templates: Path) -> Path:
    begin_chapter(data, "RXX", 2024, templates, "disciplinary")
    return notebooks(data) / "disciplinary.ipynb"


def told(data: Path, templates: Path, year: int = 2024) -> Any:
    lines, both = merge_chapters(data, "RXX", year, templates)
    return "\n".join(lines), both


# --- a chapter from a template ---


def test_chapter_is_made_from_the_template_for_the_trusts_own_year(
    data: Path, templates: Path
) -> None:
    path = begun(data, templates)
    kept = path.parent / ".templates" / path.name
    assert 'organisation: str = "RXX"' in source(path, "parameters")
    assert "year: int = 2024" in source(path, "parameters")
    assert 'organisation: str = "RYV"' in source(kept, "parameters")
    for written in (path.read_text(encoding="utf-8"), kept.read_text(encoding="utf-8")):
        assert "user_expressions" not in written
        assert "fig-alt" not in written


@pytest.mark.parametrize(("name", "blank"), [("disciplinary", False), ("staff_voices", True)])
def test_chapter_as_made_can_be_part_of_a_report(
    name: str, blank: bool, data: Path, templates: Path
) -> None:
    begin_chapter(data, "RXX", 2024, templates, name, blank=blank)
    files = own_files(notebooks(data), str, "")
    assert [one.name for one in read_own_chapters(files, templates / "notebooks")] == [name]


def test_chapter_that_is_there_is_kept(data: Path, templates: Path) -> None:
    path = begun(data, templates)
    edit(path, "note", "Ours.")
    lines = begin_chapter(data, "RXX", 2024, templates, "disciplinary")
    assert lines == ["kept     data/RXX/2024/notebooks/disciplinary.ipynb"]
    assert source(path, "note") == "Ours."


@pytest.mark.parametrize(
    ("name", "blank", "message"),
    [
        ("disciplinery", False, "no template of a chapter disciplinery: perhaps disciplinary"),
        ("board", True, "got 'board', which every report has: use --chapter"),
        ("our staff", True, "of letters, digits, - and _; got 'our staff'"),
    ],
)
def test_name_that_can_not_be_is_refused(
    name: str, blank: bool, message: str, data: Path, templates: Path
) -> None:
    with pytest.raises(UsageError, match=message):
        begin_chapter(data, "RXX", 2024, templates, name, blank=blank)
    assert not notebooks(data).exists()


def test_chapter_of_a_year_that_was_not_begun_is_refused(data: Path, templates: Path) -> None:
    with pytest.raises(InputError, match="there is no folder for RXX in 2030"):
        begin_chapter(data, "RXX", 2030, templates, "board")


# --- a template that has moved on ---


def test_template_that_has_not_moved_on_changes_no_byte(data: Path, templates: Path) -> None:
    path = begun(data, templates)
    edit(path, "note", "Ours.")
    before = path.read_bytes()
    lines, both = told(data, templates)
    assert (path.read_bytes(), both) == (before, False)
    assert lines == "as it is data/RXX/2024/notebooks/disciplinary.ipynb: nothing to bring in"


def test_what_the_template_changed_comes_in_and_is_told(data: Path, templates: Path) -> None:
    path = begun(data, templates)
    edit(path, "note", "Ours.")
    edit(templates / "notebooks" / "disciplinary.ipynb", "finding-heading", "## Figures")
    lines, both = told(data, templates)
    assert both is False
    assert (
        'from the new template of disciplinary: cell finding-heading ("Figures") changed' in lines
    )
    assert (source(path, "note"), source(path, "finding-heading")) == ("Ours.", "## Figures")
    kept = path.parent / ".templates" / "disciplinary.ipynb"
    assert source(kept, "finding-heading") == "## Figures"
    assert told(data, templates)[0].endswith("nothing to bring in")


def test_conflict_is_marked_and_told_and_the_chapter_kept_as_it_was_until_it_is_settled(
    data: Path, templates: Path
) -> None:
    path = begun(data, templates)
    edit(path, "note", "Ours.")
    edit(templates / "notebooks" / "disciplinary.ipynb", "note", "Theirs.")
    lines, both = told(data, templates)
    assert both is True
    assert 'CONFLICT, both versions stand in cell note ("Ours.")' in lines
    assert "Ours." in source(path, "note")
    assert "Theirs." in source(path, "note")
    kept = path.parent / ".templates" / "disciplinary.before-merge.ipynb"
    assert source(kept, "note") == "Ours."

    files = own_files(path.parent, str, "wres check RXX 2024")
    with pytest.raises(InputError, match=r'cell note \("Ours\."\): holds two versions'):
        read_own_chapters(files, templates / "notebooks")

    again = path.read_bytes()
    assert told(data, templates)[1] is True
    assert (path.read_bytes(), kept.exists()) == (again, True)

    edit(path, "note", "Settled.")
    lines, both = told(data, templates)
    assert (both, kept.exists()) == (False, False)
    assert "both versions are reconciled" in lines
    assert read_own_chapters(files, templates / "notebooks")


def test_unsettled_chapter_is_not_merged_again(data: Path, templates: Path) -> None:
    path = begun(data, templates)
    template = templates / "notebooks" / "disciplinary.ipynb"
    edit(path, "note", "Ours.")
    edit(template, "note", "Theirs.")
    told(data, templates)
    before = path.read_bytes()
    edit(template, "note", "Theirs, again.")
    lines, both = told(data, templates)
    assert "not merged with the new template: first choose in cell note" in lines
    assert (path.read_bytes(), both) == (before, True)


def test_chapter_without_a_kept_template_is_left_and_says_so(data: Path, templates: Path) -> None:
    path = begun(data, templates)
    (path.parent / ".templates" / path.name).unlink()
    edit(templates / "notebooks" / "disciplinary.ipynb", "note", "Theirs.")
    before = path.read_bytes()
    assert "was not kept" in told(data, templates)[0]
    assert path.read_bytes() == before


def test_fault_in_one_chapter_changes_none(data: Path, templates: Path) -> None:
    path = begun(data, templates)
    edit(templates / "notebooks" / "disciplinary.ipynb", "note", "Theirs.")
    (path.parent / "board.ipynb").write_text("{", encoding="utf-8")
    before = path.read_bytes()
    with pytest.raises(InputError, match=r"board\.ipynb: must be a notebook"):
        merge_chapters(data, "RXX", 2024, templates)
    assert path.read_bytes() == before


def test_nothing_to_merge_is_refused(data: Path, templates: Path) -> None:
    with pytest.raises(UsageError, match="holds no chapters of its own"):
        merge_chapters(data, "RXX", 2024, templates)


# --- carried over ---


def test_carried_chapter_is_merged_with_the_new_template_and_last_years_stays(
    data: Path, templates: Path
) -> None:
    path = begun(data, templates)
    edit(path, "note", "Ours.")
    before = path.read_bytes()
    edit(templates / "notebooks" / "disciplinary.ipynb", "finding-heading", "## Figures")
    made = make_year(data, "RXX", 2025, project=templates)
    carried = notebooks(data, 2025) / "disciplinary.ipynb"
    assert (source(carried, "note"), source(carried, "finding-heading")) == ("Ours.", "## Figures")
    assert "year: int = 2025" in source(carried, "parameters")
    (line,) = [one for one in made.made if "notebooks/disciplinary.ipynb: narr" in one]
    assert 'cell finding-heading ("Figures") changed' in line
    kept = notebooks(data, 2025) / ".templates" / "disciplinary.ipynb"
    assert source(kept, "finding-heading") == "## Figures"
    assert path.read_bytes() == before


def test_conflict_of_a_carried_chapter_is_on_the_checklist_and_its_original_kept(
    data: Path, templates: Path
) -> None:
    path = begun(data, templates)
    edit(path, "note", "Ours.")
    edit(templates / "notebooks" / "disciplinary.ipynb", "note", "Theirs.")
    made = make_year(data, "RXX", 2025, project=templates)
    place = "data/RXX/2025/notebooks/disciplinary.ipynb"
    assert f'{place}: choose between both versions in cell note ("Ours.")' in made.missing
    kept = notebooks(data, 2025) / ".templates" / "disciplinary.before-merge.ipynb"
    assert source(kept, "note") == "Ours."


def test_chapter_that_the_trust_added_is_carried_without_a_template(
    data: Path, templates: Path
) -> None:
    begin_chapter(data, "RXX", 2024, templates, "voices", blank=True)
    edit(notebooks(data) / "voices.ipynb", "text", "What staff said.")
    make_year(data, "RXX", 2025, project=templates)
    assert source(notebooks(data, 2025) / "voices.ipynb", "text") == "What staff said."
    assert not (notebooks(data, 2025) / ".templates").exists()


@pytest.mark.parametrize("name", ["findings", "glossary", "trend_shares", "voices"])
def test_added_chapter_has_a_label_that_no_other_has(
    name: str, data: Path, templates: Path
) -> None:
    begin_chapter(data, "RXX", 2024, templates, name, blank=True)
    files = own_files(notebooks(data), lambda path: path.name, "wres check RXX 2024")
    own = read_own_chapters(files, templates / "notebooks")
    assert [one.name for one in own] == [name]
