"""Staff in post: one row an assignment, to head counts by staff group, band and ethnicity."""

from __future__ import annotations

import re
from typing import Any, Final

import numpy as np
import pandas as pd

from wres.definitions.bands import load_bands
from wres.definitions.ethnic_codes import is_legacy_code, read_ethnicity
from wres.definitions.grades import Grade, read_grade
from wres.definitions.staff_groups import CLINICAL, read_staff_group
from wres.errors import Problem
from wres.extracts.by_place import places_of
from wres.extracts.contract import Counted, Extract, Field, Layout
from wres.extracts.crosstab import count_crosstab, is_crosstab
from wres.extracts.grids import read_grids
from wres.extracts.headcounts import tabulate
from wres.extracts.in_post import staff_in_post
from wres.extracts.layouts import read_extract
from wres.extracts.people import (
    Labels,
    another_column,
    number_of,
    one_person_once,
    read_labels,
)
from wres.extracts.quoting import is_another_column
from wres.sources.files import InputFile
from wres.sources.trust import Settings

__all__ = ["LAYOUT", "count_workforce", "count_workforce_file"]

LAYOUT: Final = Layout(
    "workforce",
    (
        Field("person", "number of the person, the same in every assignment", True, True),
        Field("primary", "whether it is the person's primary assignment: yes or no"),
        Field("assignment_status", "active, maternity, career break, ..."),
        Field("assignment_category", "permanent, fixed term, bank, ..."),
        Field("staff_group", "staff group, where there is no occupation code or it leaves it open"),
        Field("pay_grade", "pay grade or band", True),
        Field("ethnic_origin", "ethnic origin, as code or words", True),
        Field("occupation_code", "NHS occupation code, which decides what is clinical"),
        Field("division", "division of the assignment"),
        Field("directorate", "directorate of the assignment"),
        Field("site", "site of the assignment"),
        Field("fte", "full-time equivalent, which chooses among assignments"),
        Field("contract", "kind of contract, where the category does not say it"),
    ),
)

_ADD_GRADE: Final = "Correct it, or add it under settings.extracts.grades in trust.yml,"
_ADD_ETHNICITY: Final = "Correct it, or add it under settings.extracts.ethnicity in trust.yml,"
_ADD_STAFF_GROUP: Final = "Correct it, or add it under settings.extracts.staff_groups in trust.yml,"
_DATED: Final = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}.*|[0-9]{1,2}/[0-9]{1,2}/[0-9]{2,4}|[0-9]{1,2}-[A-Z][a-z]{2}.*"
    r"|[A-Z][a-z]{2}-[0-9]{1,2}"
)


def count_workforce_file(file: InputFile, year: int, settings: Settings) -> Counted:
    """Count staff in post from a list of assignments or a crosstab, whichever the file holds.

    Raises
    ------
    InputError
        The file cannot be read, or has neither layout.
    """
    grids = read_grids(file)
    if is_crosstab(grids):
        return count_crosstab(file, grids, year, settings)
    return count_workforce(read_extract(file, LAYOUT, settings.extracts, grids), year, settings)


def count_workforce(extract: Extract, year: int, settings: Settings) -> Counted:
    """Count people in post by staff group, band and ethnicity, each person once.

    Parameters
    ----------
    extract : Extract
        One row an assignment, as on 31 March of the year.
    year : int
        Year of the snapshot.
    settings : Settings
        The trust's own grades, groups and words.
    """
    if not extract.has("staff_group") and not extract.has("occupation_code"):
        rule = "column is missing: staff group or occupation code (to tell clinical staff)"
        return Counted(tabulate(pd.DataFrame()), [extract.problem(rule, "Add one of them", row=1)])
    seen = _Findings(extract)
    in_post = staff_in_post(extract, settings.extracts)
    seen.problems += in_post.problems
    seen.warnings += in_post.warnings
    seen.notes += in_post.notes
    ethnicity = seen.take(_read_ethnicity(extract, settings, in_post.rows))
    elsewhere = _read_ethnicity(extract, settings, extract.rows.index.difference(in_post.rows))
    people = one_person_once(extract, in_post.rows, ethnicity, elsewhere.meanings)
    seen.problems += people.problems
    seen.warnings += people.warnings + _legacy(extract, ethnicity)
    seen.notes += people.notes
    grades = seen.take(_read_grades(extract, settings, people.rows))
    seen.notes += _normalised(extract, grades)
    staff_groups = _read_staff_groups(seen, settings, grades)
    if not len(people.rows):
        seen.problems.append(extract.problem("no one is counted", "Look at the notes"))
    if seen.problems:
        return seen.counted(pd.DataFrame())
    return seen.counted(_frame(extract, people.ethnicity, grades, staff_groups))


class _Findings:
    """What was noticed so far about one extract."""

    def __init__(self, extract: Extract) -> None:
        self.extract = extract
        self.problems: list[Problem] = []
        self.warnings: list[Problem] = []
        self.notes: list[Problem] = list(extract.notes)

    def take(self, labels: Labels) -> pd.Series[Any]:
        """Keep the problems of labels and give their values."""
        self.problems += labels.problems
        return labels.meanings

    def counted(self, people: pd.DataFrame) -> Counted:
        """Close with the counts of these people."""
        return Counted(tabulate(people), self.problems, self.warnings, self.notes)


def _read_ethnicity(extract: Extract, settings: Settings, rows: pd.Index[int]) -> Labels:
    local = settings.extracts.ethnicity
    return read_labels(
        extract, "ethnic_origin", lambda text: read_ethnicity(text, local), _ADD_ETHNICITY, rows
    )


def _legacy(extract: Extract, ethnicity: pd.Series[Any]) -> list[Problem]:
    rows = ethnicity.index[[one is not None and is_legacy_code(one.code) for one in ethnicity]]
    if not len(rows):
        return []
    told = number_of(len(rows), "row", "rows")
    rule = f"numbers were read as those of the 1991 census, 0 White and 1 to 8 BME ({told})"
    action = "If they mean others, say so under settings.extracts.ethnicity in trust.yml"
    given = str(extract.rows.loc[rows[0], "ethnic_origin"])
    return [extract.problem(rule, action, row=int(rows[0]), name="ethnic_origin", given=given)]


def _read_grades(extract: Extract, settings: Settings, rows: pd.Index[int]) -> Labels:
    dated = {
        str(extract.rows.loc[row, "pay_grade"])
        for row in extract.dates.get("pay_grade", frozenset()) & set(rows)
    }

    def read(text: str) -> Grade:
        if text in dated or _DATED.fullmatch(text):  # quoted only if a band becomes it
            raise ValueError(f"pay grade {text!r} is a date: Excel turned a band (1-4?) into it")
        if not text:
            raise ValueError("pay grade must not be blank")
        return read_grade(text, settings.extracts.grades)

    return read_labels(extract, "pay_grade", read, _ADD_GRADE, rows)


def _normalised(extract: Extract, grades: pd.Series[Any]) -> list[Problem]:
    rows = grades.index[[one is not None and not one.clean for one in grades]]
    labels = extract.rows.loc[rows, "pay_grade"]
    return [
        extract.problem(
            f"read as {grades[found.index[0]].band} ({number_of(len(found), 'row', 'rows')})",
            "If that is wrong, add it under settings.extracts.grades in trust.yml",
            row=int(found.index[0]),
            name="pay_grade",
            given=str(label),
        )
        for label, found in labels.groupby(labels, sort=False)
    ]


def _read_staff_groups(
    seen: _Findings, settings: Settings, grades: pd.Series[Any]
) -> pd.Series[str]:
    """Tell clinical staff; whoever has a medical grade is clinical."""
    extract, medical = seen.extract, _medical_bands()
    doctors = pd.Series([g is not None and g.band in medical for g in grades], index=grades.index)
    code, group = (
        _text(extract, name, grades.index) for name in ("occupation_code", "staff_group")
    )
    found = pd.Series(CLINICAL, index=grades.index)
    pairs = pd.DataFrame({"code": code, "group": group})
    refused: list[tuple[pd.Index[int], ValueError]] = []
    others = pairs[~doctors]
    places, firsts = _alike(others)
    meanings = np.full(len(firsts), CLINICAL, dtype=object)
    for place, (code_text, group_text) in enumerate(firsts.itertuples(index=False)):
        try:
            meanings[place] = read_staff_group(
                str(code_text), str(group_text), settings.extracts.staff_groups
            )
        except ValueError as refusal:
            refused.append((others.index[places == place], refusal))
    found[~doctors] = meanings[places]
    seen.problems += _no_staff_groups(extract, pairs[~doctors], refused)
    return found


def _alike(rows: pd.DataFrame) -> tuple[np.ndarray[Any, Any], pd.DataFrame]:
    """Give each row the number of what it holds, in the order first met, and the first of each."""
    places = rows.groupby([*rows.columns], sort=False).ngroup().to_numpy()
    return places, rows.drop_duplicates()


def _medical_bands() -> frozenset[str]:
    return frozenset(band.label for band in load_bands().medical)


def _text(extract: Extract, name: str, rows: pd.Index[int]) -> pd.Series[str]:
    return extract.rows.loc[rows, name] if extract.has(name) else pd.Series("", index=rows)


def _no_staff_groups(
    extract: Extract, pairs: pd.DataFrame, refused: list[tuple[pd.Index[int], ValueError]]
) -> list[Problem]:
    """Name each code and group that leave it open, unless they may be another column."""
    if not refused:
        return []
    name = "staff_group" if extract.has("staff_group") else "occupation_code"
    both = pairs["code"] + "\n" + pairs["group"]
    unknown = both[[row for rows, _ in refused for row in rows]].sort_index()
    if is_another_column(unknown, both.where(both != "\n", "")):
        return [another_column(extract, name, unknown)]
    return [_no_staff_group(extract, name, pairs.loc[rows], refusal) for rows, refusal in refused]


def _no_staff_group(
    extract: Extract, name: str, pairs: pd.DataFrame, refusal: ValueError
) -> Problem:
    """Take the texts out of the refusal: whether they may be shown is told of both together."""
    texts = [text.strip() for text in pairs.iloc[0] if text.strip()]
    rule = str(refusal)
    for text in texts:
        rule = rule.replace(f" {text!r}", "", 1)
    rule = f"{rule} ({number_of(len(pairs), 'row', 'rows')})"
    given = ", ".join(texts) or None
    row = int(pairs.index[0])
    return extract.problem(rule, _ADD_STAFF_GROUP, row=row, name=name, given=given)


def _frame(
    extract: Extract,
    ethnicity: pd.Series[Any],
    grades: pd.Series[Any],
    staff_groups: pd.Series[str],
) -> pd.DataFrame:
    people = pd.DataFrame(
        {
            "staff_group": staff_groups,
            "band": [grade.band for grade in grades],
            "ethnicity": [one.group for one in ethnicity],
            "ethnic_group": [one.detail for one in ethnicity],
        },
        index=grades.index,
    )
    return _with_parts_of_bands(people.join(places_of(extract, people.index)))


def _with_parts_of_bands(people: pd.DataFrame) -> pd.DataFrame:
    """Count senior medical managers, an `of which` line, among the consultants too."""
    wholes = {band.label: band.part_of for band in load_bands().medical if band.part_of}
    parts = people[people["band"].isin(list(wholes))]
    return pd.concat([people, parts.assign(band=parts["band"].map(wholes))])
