"""Rows of extracts that say what can't be, or what can't be read."""

from __future__ import annotations

from tests.damage.damages import Damages
from tests.damage.healthy import Trust

ROWS = Damages()


@ROWS.at("workforce.csv row 5, column Ethnic Origin", "'Martian'")
def ethnic_origin_that_nothing_knows(trust: Trust) -> None:
    trust.cell("workforce", 5, "Ethnic Origin", "Martian")


@ROWS.at("workforce.csv row 5, column Ethnic Origin", "'Other'")
def ethnic_origin_that_may_be_any_group(trust: Trust) -> None:
    trust.cell("workforce", 5, "Ethnic Origin", "Other")


@ROWS.at("workforce.csv row 5, column Ethnic Origin", "'X9'")
def ethnic_code_outside_the_data_dictionary(trust: Trust) -> None:
    trust.cell("workforce", 5, "Ethnic Origin", "X9")


@ROWS.at("workforce.csv row 5, column Ethnic Origin", "=HYPERLINK")
def cell_with_a_formula_to_inject(trust: Trust) -> None:
    trust.cell("workforce", 5, "Ethnic Origin", '=HYPERLINK("http://example.test")')


@ROWS.at("workforce.csv row 5, column Ethnic Origin")
def cell_with_a_command_for_the_terminal(trust: Trust) -> None:
    trust.cell("workforce", 5, "Ethnic Origin", "\x1b[2J\x1b[1;1HAll is well")


@ROWS.at("workforce.csv row 5, column Ethnic Origin", "(2 rows")
def same_unknown_word_in_two_rows(trust: Trust) -> None:
    trust.cell("workforce", 5, "Ethnic Origin", "Martian")
    trust.cell("workforce", 6, "Ethnic Origin", "Martian")


@ROWS.at("workforce.csv row 5, column Ethnic Origin", "'Martian'", "'Venusian'", problems=2)
def two_unknown_words(trust: Trust) -> None:
    trust.cell("workforce", 5, "Ethnic Origin", "Martian")
    trust.cell("workforce", 6, "Ethnic Origin", "Venusian")


@ROWS.at("workforce.csv row 5, column Pay Grade", "'Band 14'")
def pay_grade_beyond_the_last_band(trust: Trust) -> None:
    trust.cell("workforce", 5, "Pay Grade", "Band 14")


@ROWS.at("workforce.csv row 5, column Pay Grade", "'Band 8'")
def band_8_without_its_range(trust: Trust) -> None:
    trust.cell("workforce", 5, "Pay Grade", "Band 8")


@ROWS.at("workforce.csv row 5, column Pay Grade", "'LOC|TUPE 3|Local'", "local grade")
def local_grade_that_no_setting_explains(trust: Trust) -> None:
    trust.cell("workforce", 5, "Pay Grade", "LOC|TUPE 3|Local")


@ROWS.at("workforce.csv row 5, column Pay Grade", "'Apprentice'")
def apprentice_grade_that_no_setting_explains(trust: Trust) -> None:
    trust.cell("workforce", 5, "Pay Grade", "Apprentice")


@ROWS.at("workforce.csv row 5, column Pay Grade", "05-Aug")
def pay_grade_that_a_spreadsheet_made_a_date_and_saved_as_text(trust: Trust) -> None:
    trust.cell("workforce", 5, "Pay Grade", "05-Aug")


@ROWS.at("workforce.csv row 5, column Pay Grade", "Band 6")
def pay_grade_whose_code_and_words_disagree(trust: Trust) -> None:
    trust.cell("workforce", 5, "Pay Grade", "NHS|XR05|Review Body Band 6")


@ROWS.at("workforce.csv row 5, column Pay Grade", "blank")
def blank_pay_grade(trust: Trust) -> None:
    trust.cell("workforce", 5, "Pay Grade", "")


@ROWS.at("workforce.csv row 5, column Assignment Status", "'Hibernating'")
def assignment_status_that_nothing_knows(trust: Trust) -> None:
    trust.cell("workforce", 5, "Assignment Status", "Hibernating")


@ROWS.at("workforce.csv row 5, column Assignment Category", "'Ornamental'")
def assignment_category_that_nothing_knows(trust: Trust) -> None:
    trust.cell("workforce", 5, "Assignment Category", "Ornamental")


@ROWS.at("workforce.csv row 5, column", "'Astronauts'")
def staff_group_that_nothing_knows(trust: Trust) -> None:
    trust.cell("workforce", 5, "Occupation Code", "")
    trust.cell("workforce", 5, "Staff Group", "Astronauts")


@ROWS.at("workforce.csv row 5, column Primary Assignment", "yes or no")
def primary_flag_that_is_neither_yes_nor_no(trust: Trust) -> None:
    trust.cell("workforce", 5, "Primary Assignment", "perhaps")


@ROWS.at("workforce.csv row 5, column Employee Number", "blank")
def row_without_a_person(trust: Trust) -> None:
    trust.cell("workforce", 5, "Employee Number", "")


@ROWS.at("workforce.csv row 32", "ethnic")
def person_in_two_ethnic_groups(trust: Trust) -> None:
    first = trust.text("workforce").splitlines()[1]
    second = first.replace("A White - British", "H Indian").replace("Yes,Active", "No,Active")
    trust.add("workforce", second)


@ROWS.at("recruitment.csv row 4, column Shortlisted", "'maybe'")
def answer_that_is_neither_yes_nor_no(trust: Trust) -> None:
    trust.cell("recruitment", 4, "Shortlisted", "maybe")


@ROWS.at("recruitment.csv row 4, column Closing Date", "date")
def day_that_no_month_has(trust: Trust) -> None:
    trust.cell("recruitment", 4, "Closing Date", "31/02/2024")


@ROWS.at("recruitment.csv row 4, column Closing Date", "day first")
def date_with_the_month_first(trust: Trust) -> None:
    trust.cell("recruitment", 4, "Closing Date", "06/13/2023")


@ROWS.at("recruitment.csv row 4, column Closing Date", "date")
def year_in_place_of_a_date(trust: Trust) -> None:
    trust.cell("recruitment", 4, "Closing Date", "2023")


@ROWS.at("recruitment.csv row 22, column Ethnic Origin", "ethnic group")
def applicant_in_two_ethnic_groups(trust: Trust) -> None:
    first = trust.text("recruitment").splitlines()[1]
    trust.add("recruitment", first.replace("A White - British", "H Indian"))


@ROWS.at("disciplinary.csv row 3, column Date Opened", "date")
def case_opened_on_no_date(trust: Trust) -> None:
    trust.cell("disciplinary", 3, "Date Opened", "last spring")


@ROWS.at("disciplinary.csv row 3, column Date Opened", "blank")
def case_without_a_date(trust: Trust) -> None:
    trust.cell("disciplinary", 3, "Date Opened", "")


@ROWS.at("disciplinary.csv row 3, column Formal", "'sort of'")
def formality_that_nothing_knows(trust: Trust) -> None:
    trust.cell("disciplinary", 3, "Formal", "sort of")


@ROWS.at("disciplinary.csv row 5, column Ethnic Origin", "ethnic group")
def person_of_two_cases_in_two_ethnic_groups(trust: Trust) -> None:
    trust.add("disciplinary", "PX70001,CX90009,14/02/2024,Yes,Dismissed,K Bangladeshi")


@ROWS.at("disciplinary.csv row 3, column Employee Number", "blank")
def case_without_a_person(trust: Trust) -> None:
    trust.cell("disciplinary", 3, "Employee Number", "")


@ROWS.at("training.csv row 3, column Mandatory", "'dunno'")
def mandatory_mark_that_nothing_knows(trust: Trust) -> None:
    trust.cell("training", 3, "Mandatory", "dunno")


@ROWS.at("training.csv row 3, column Status", "'Teleported'")
def attendance_that_nothing_knows(trust: Trust) -> None:
    trust.cell("training", 3, "Status", "Teleported")


@ROWS.at("training.csv row 3, column Date Completed", "date")
def training_on_no_date(trust: Trust) -> None:
    trust.cell("training", 3, "Date Completed", "00/00/0000")


@ROWS.at("staff_survey.csv row 3, column Percent", "from 0 to 100", "118.4")
def share_above_100(trust: Trust) -> None:
    trust.cell("staff_survey", 3, "Percent", "118.4")


@ROWS.at("staff_survey.csv row 3, column Percent", "from 0 to 100", "-3")
def share_below_0(trust: Trust) -> None:
    trust.cell("staff_survey", 3, "Percent", "-3")


@ROWS.at("staff_survey.csv row 3, column Responses", "whole number", "8.5")
def half_a_respondent(trust: Trust) -> None:
    trust.cell("staff_survey", 3, "Responses", "8.5")


@ROWS.at("staff_survey.csv row 3, column Responses", "whole number", "-8")
def fewer_than_no_respondents(trust: Trust) -> None:
    trust.cell("staff_survey", 3, "Responses", "-8")


@ROWS.at("staff_survey.csv row 3, column Indicator", "q99")
def question_that_is_no_indicator(trust: Trust) -> None:
    trust.cell("staff_survey", 3, "Indicator", "q99")


@ROWS.at("staff_survey.csv row 3, column Ethnicity", "'Green'")
def group_that_is_none_of_the_standard(trust: Trust) -> None:
    trust.cell("staff_survey", 3, "Ethnicity", "Green")


@ROWS.at("staff_survey.csv row 3, column Base", "'everyone'")
def base_that_is_none_of_two(trust: Trust) -> None:
    trust.cell("staff_survey", 3, "Base", "everyone")


@ROWS.at("board.csv row 3, column Membership", "'Mascot'")
def membership_that_is_none_of_two(trust: Trust) -> None:
    trust.cell("board", 3, "Membership", "Mascot")


@ROWS.at("board.csv row 3, column Voting", "'sometimes'")
def vote_that_is_neither_yes_nor_no(trust: Trust) -> None:
    trust.cell("board", 3, "Voting", "sometimes")


@ROWS.at("board.csv row 3, column Ethnic Origin", "'Martian'")
def member_of_an_unknown_ethnic_origin(trust: Trust) -> None:
    trust.cell("board", 3, "Ethnic Origin", "Martian")


@ROWS.at("board.csv row 7", "ethnic")
def member_in_two_ethnic_groups(trust: Trust) -> None:
    trust.add("board", "MX60001,Executive,Yes,H Indian,Chief Executive")


@ROWS.at("workforce.csv row 5, column Ethnic Origin")
def person_number_in_the_place_of_ethnicity(trust: Trust) -> None:
    trust.cell("workforce", 5, "Ethnic Origin", "PX70004")


@ROWS.at("disciplinary.csv row 3, column Formal")
def case_number_in_the_place_of_an_answer(trust: Trust) -> None:
    trust.cell("disciplinary", 3, "Formal", "CX90002")


@ROWS.at("staff_survey.csv row 3, column Responses", "thousands separator")
def thousands_separator_in_a_number_of_answers(trust: Trust) -> None:
    trust.cell("staff_survey", 3, "Responses", "1,016")


@ROWS.at("staff_survey.csv row 10", "")
def survey_row_twice_with_two_shares(trust: Trust) -> None:
    trust.add("staff_survey", "5,2023,trust,White,31.3,16,2023,")
