"""data/codes.md lists the headings, codes and words that are read, all of them and no others."""

from pathlib import Path

import pytest

from tests.unit.sources.test_data_dictionary import section, table_rows
from wres.definitions.assignments import describe_assignments
from wres.definitions.ethnic_codes import load_ethnic_codes
from wres.definitions.extract_words import load_extract_words
from wres.definitions.grades import load_grades
from wres.definitions.headings import describe_headings
from wres.definitions.staff_groups import load_staff_groups
from wres.definitions.survey_questions import load_survey_questions
from wres.extracts.finding import SOURCES
from wres.national_return.fields import LETTERS, fields_in, known_fields

CODES = (Path(__file__).parents[2] / "data" / "codes.md").read_text(encoding="utf-8")


def documented(title):
    return table_rows(section(title, CODES))


def listed(words):
    return "; ".join(words)


def marked(words):
    """Write words as code, for they are marks of Markdown too."""
    return " ".join(f"`{word}`" for word in words)


def headings(source):
    return table_rows(describe_headings(source).replace("%*", r"%\*"))


def families():
    return [
        [one.name, one.group, one.alone or "", listed(one.words)]
        for one in load_ethnic_codes().families
    ]


def national_codes():
    return [
        [one.code, one.group, one.detail, one.basis, listed(one.words), listed(one.with_family)]
        for one in load_ethnic_codes().categories
    ]


def second_characters():
    return [
        [one.code, one.name, one.basis, "yes" if one.word else "no"]
        for one in load_ethnic_codes().subdivisions
    ]


def old_numbers():
    return [[one.code, one.group, one.detail, one.basis] for one in load_ethnic_codes().legacy]


def grade_codes():
    return [[one.code, " or ".join(one.reads), one.basis] for one in load_grades().codes]


def words_before_a_band():
    return [[one.words, one.basis] for one in load_grades().before]


def named_grades():
    return [[one.band, one.basis, listed(one.words)] for one in load_grades().named]


def grades_without_a_band():
    grades = load_grades()
    return [
        [what, one.basis, listed(one.words)]
        for what, lists in (("left out", grades.outside), ("refused", grades.local))
        for one in lists
    ]


def staff_groups():
    groups = load_staff_groups()
    return [
        *([one.name, one.group, one.basis, listed(one.also)] for one in groups.staff_groups),
        *([one.name, "left out", one.basis, listed(one.also)] for one in groups.outside),
    ]


def occupation_codes():
    return [[one.begins, one.group, one.basis] for one in load_staff_groups().occupation_codes]


def answers():
    return [
        [name.replace("_", " "), one.basis, listed(one.yes_words), listed(one.no_words)]
        for name, one in load_extract_words().questions.items()
    ]


def mandatory_subjects():
    topics = load_extract_words().mandatory_topics
    return [[topics.basis, listed(topics.words), listed(topics.except_words)]]


def survey_questions():
    return [
        [
            str(one.from_year)
            if one.from_year == one.to_year
            else f"{one.from_year}-{one.to_year}",
            one.basis,
            *(" and ".join(one.questions[indicator]) for indicator in "5678"),
        ]
        for one in load_survey_questions().editions
    ]


def survey_words():
    words = load_survey_questions().words.model_dump()
    basis = words.pop("basis")
    return [[meaning, basis, listed(some)] for meaning, some in words.items()]


def marks_of_no_figure():
    return [[marked(load_survey_questions().suppressed)]]


def return_fields():
    """Give each line of the form once, with the letters of its groups and the years it is in."""
    early = {field.number for field in fields_in(2015)}
    lines = {}
    for field in fields_in(2024):
        line = field.number.rstrip("".join(LETTERS.values()))
        since = "" if field.number in early else "2016"
        row = lines.setdefault(line, [line, "", field.sheet, field.label, since])
        row[1] = f"{row[1]} {field.number[-1]}".strip()
    return list(lines.values())


TABLES = {
    "Words for a family of groups": families,
    "National codes": national_codes,
    "Second characters": second_characters,
    "Old numbers": old_numbers,
    "Grade codes": grade_codes,
    "Words before a band": words_before_a_band,
    "Grades by name": named_grades,
    "Grades without a band": grades_without_a_band,
    "Staff groups": staff_groups,
    "Occupation codes": occupation_codes,
    "Words that answer a question": answers,
    "Mandatory subjects": mandatory_subjects,
    "Questions of the staff survey": survey_questions,
    "Words in survey tables": survey_words,
    "Marks in place of a figure": marks_of_no_figure,
    "Fields of the national data return": return_fields,
}


@pytest.mark.parametrize("title", TABLES)
def test_every_code_and_word_is_documented_as_it_is_read(title):
    assert documented(title) == TABLES[title]()


@pytest.mark.parametrize("source", [*SOURCES, "staff_list"])
def test_every_heading_is_documented_with_an_asterisk_where_it_is_unverified(source):
    title = f"Headings of {source.replace('_', ' ')} extracts"
    assert documented(title) == headings(source)


def test_assignment_categories_and_statuses_are_documented_as_they_are_read():
    assert documented("Assignment categories and statuses") == table_rows(describe_assignments())


def test_every_field_that_any_year_has_had_is_among_those_documented():
    numbers = {
        f"{line}{letter}"
        for line, letters, *_ in documented("Fields of the national data return")
        for letter in letters.split()
    }
    assert numbers == set(known_fields())
