"""Counts tables, their extracts, and the trust's own facts: what does not hold together."""

from __future__ import annotations

from tests.damage.damages import Damages
from tests.damage.healthy import TRUST, Trust, write

COUNTS = Damages()

WORKFORCE = "staff_group,band,ethnicity,headcount\n"
RECRUITMENT = "ethnicity,shortlisted,appointed\nWhite,50,10\nBME,20,3\nUnknown,2,0\n"
RATIOS = "indicator,year,numerator_group,denominator_group,ratio,note\n"
SURVEY = "indicator,survey_year,scope,ethnicity,percent,responses\n"


def alone(trust: Trust, name: str, content: str | bytes) -> None:
    """Put a counts table in the place of the extract of its name."""
    (trust.extracts / name).unlink()
    trust.count(name, content)


@COUNTS.at("workforce.csv row 2, column headcount", "whole number", "3.5")
def half_a_person(trust: Trust) -> None:
    alone(trust, "workforce.csv", WORKFORCE + "clinical,5,White,3.5\n")


@COUNTS.at("recruitment.csv row 3, column shortlisted", "whole number", "-20")
def negative_count(trust: Trust) -> None:
    alone(trust, "recruitment.csv", RECRUITMENT.replace("20,3", "-20,3"))


@COUNTS.at("recruitment.csv row 2, column shortlisted", "thousands separator", "1,050")
def thousands_separator_in_a_count(trust: Trust) -> None:
    alone(trust, "recruitment.csv", RECRUITMENT.replace("50,10", '"1,050",10'))


@COUNTS.at("recruitment.csv row 3, column appointed", "not published", "<5")
def count_that_was_withheld(trust: Trust) -> None:
    alone(trust, "recruitment.csv", RECRUITMENT.replace("20,3", "20,<5"))


@COUNTS.at("recruitment.csv row 3, column appointed", "must not exceed shortlisted (20)", "71")
def more_appointed_than_shortlisted(trust: Trust) -> None:
    alone(trust, "recruitment.csv", RECRUITMENT.replace("20,3", "20,71"))


@COUNTS.at("recruitment.csv row 3, column ethnicity", "'Asian'")
def single_group_where_three_are_known(trust: Trust) -> None:
    alone(trust, "recruitment.csv", RECRUITMENT.replace("BME", "Asian"))


@COUNTS.at("recruitment.csv row 5", "row 2")
def group_given_twice(trust: Trust) -> None:
    alone(trust, "recruitment.csv", RECRUITMENT + "White,1,0\n")


@COUNTS.at("recruitment.csv row 1", "commas")
def counts_separated_by_semicolons(trust: Trust) -> None:
    alone(trust, "recruitment.csv", RECRUITMENT.replace(",", ";"))


@COUNTS.at("recruitment.csv", "UTF-16")
def counts_in_utf_16(trust: Trust) -> None:
    alone(trust, "recruitment.csv", RECRUITMENT.encode("utf-16-le"))


@COUNTS.at("recruitment.csv", "web page")
def error_page_saved_as_counts(trust: Trust) -> None:
    alone(trust, "recruitment.csv", "<html><body>502 Bad Gateway</body></html>")


@COUNTS.at("recruitment.csv", "must not be empty")
def counts_of_0_bytes(trust: Trust) -> None:
    alone(trust, "recruitment.csv", b"")


@COUNTS.at("recruitment.csv row 3", "must have 3 cells")
def counts_row_with_a_cell_too_many(trust: Trust) -> None:
    alone(trust, "recruitment.csv", RECRUITMENT.replace("20,3", "20,3,1"))


@COUNTS.at("recruitment.csv row 1, column appointed", "column is missing")
def counts_without_a_column(trust: Trust) -> None:
    alone(trust, "recruitment.csv", "ethnicity,shortlisted\nWhite,50\nBME,20\nUnknown,2\n")


@COUNTS.at("recruitment.csv row 1, column appointed", "each column once")
def counts_with_a_column_twice(trust: Trust) -> None:
    alone(trust, "recruitment.csv", "ethnicity,shortlisted,appointed,appointed\nWhite,50,10,11\n")


@COUNTS.at("training.csv row 3, column accessed", "must not exceed workforce")
def courses_counted_in_place_of_people(trust: Trust) -> None:
    alone(trust, "training.csv", "ethnicity,workforce,accessed\nWhite,20,15\nBME,9,31\n")


@COUNTS.at("staff_survey.csv row 2, column percent", "per cent sign")
def share_with_its_sign(trust: Trust) -> None:
    alone(trust, "staff_survey.csv", SURVEY + "8,2023,trust,BME,18.4%,49\n")


@COUNTS.at("staff_survey.csv row 2, column survey_year", "before the report year")
def survey_of_the_wrong_autumn(trust: Trust) -> None:
    alone(trust, "staff_survey.csv", SURVEY + "8,2024,trust,BME,18.4,49\n")


@COUNTS.at("published_ratios.csv row 2, column numerator_group", "White over BME")
def ratio_printed_the_wrong_way_round(trust: Trust) -> None:
    trust.count("published_ratios.csv", RATIOS + "2,2023,BME,White,1.48,\n")


@COUNTS.at("published_ratios.csv row 2, column ratio", "per cent sign")
def ratio_printed_with_a_per_cent_sign(trust: Trust) -> None:
    trust.count("published_ratios.csv", RATIOS + "2,2023,White,BME,1.48%,\n")


@COUNTS.at("published_ratios.csv row 2, column year", "must not be after the report year")
def ratio_of_a_year_to_come(trust: Trust) -> None:
    trust.count("published_ratios.csv", RATIOS + "2,2025,White,BME,1.48,\n")


@COUNTS.at("board.csv row 4, column percent", "must add up", "103")
def shares_that_are_more_than_the_whole(trust: Trust) -> None:
    header = "membership,voting,ethnicity,percent\n"
    shares = "all,all,White,91\nall,all,BME,9\nall,all,Unknown,3\n"
    alone(trust, "board.csv", header + shares)


@COUNTS.at("board.csv row 2, column members", "must not be blank")
def blank_in_the_place_of_a_number(trust: Trust) -> None:
    alone(trust, "board.csv", "membership,voting,ethnicity,members\nall,all,White,\n")


@COUNTS.at("workforce.csv row 3, column band", "overlap", "1-4")
def bands_that_overlap(trust: Trust) -> None:
    alone(trust, "workforce.csv", WORKFORCE + "clinical,1-4,White,9\nclinical,2,White,3\n")


@COUNTS.at("workforce.csv row 2, column band", "04-Jan")
def grouping_that_excel_made_a_date(trust: Trust) -> None:
    alone(trust, "workforce.csv", WORKFORCE + "clinical,04-Jan,White,9\n")


@COUNTS.at("workforce.csv row 2, column headcount", "sum of its parts (9 + 3 = 12)", "11")
def total_below_its_parts(trust: Trust) -> None:
    rows = "clinical,all,White,11\nclinical,5,White,9\nclinical,6,White,3\n"
    alone(trust, "workforce.csv", WORKFORCE + rows)


@COUNTS.at("recruitment.csv, column appointed", "must equal what the extract gives", "(3)")
def counts_that_differ_from_their_extract(trust: Trust) -> None:
    # of 12 White applicants rows 0, 4 and 8 are appointed
    trust.count("recruitment.csv", "ethnicity,shortlisted,appointed\nWhite,6,4\n")


@COUNTS.at("workforce.csv, column headcount", "band 5", "(7)")
def grouping_that_differs_from_its_bands(trust: Trust) -> None:
    trust.count("workforce.csv", WORKFORCE + "clinical,5,White,8\nall,all,White,18\n")


@COUNTS.at("recruitmnet.csv", "unknown file", "perhaps recruitment.csv")
def counts_with_a_misspelt_name(trust: Trust) -> None:
    trust.count("recruitmnet.csv", RECRUITMENT)


@COUNTS.at("trust.yml row 2, column name", "TO FILL IN")
def placeholder_in_the_trusts_facts(trust: Trust) -> None:
    text = TRUST.replace("Fictional Damage NHS Trust", "TO FILL IN")
    write(trust.home / "trust.yml", text)


@COUNTS.at("sources.yml row 2, column source", "TO FILL IN")
def placeholder_in_the_sources(trust: Trust) -> None:
    trust.count("sources.yml", "workforce.csv:\n  source: TO FILL IN\n")


@COUNTS.at("trust.yml row 1, column ods_code", "must equal the folder's name")
def facts_of_another_trust(trust: Trust) -> None:
    write(trust.home / "trust.yml", TRUST.replace("ZZ9", "ZZ8"))


@COUNTS.at("trust.yml row 3", "valid YAML")
def facts_that_are_no_yaml(trust: Trust) -> None:
    write(trust.home / "trust.yml", TRUST.replace("region: Midlands", "region: Mid: lands"))


@COUNTS.at("trust.yml row 6, column regoin", "unknown key")
def misspelt_key_in_the_facts(trust: Trust) -> None:
    trust.settings("regoin: London\n")


@COUNTS.at("trust.yml", "no such file")
def trust_without_its_facts(trust: Trust) -> None:
    (trust.home / "trust.yml").unlink()


@COUNTS.at("trust.yml", "month first")
def date_order_that_is_none_of_two(trust: Trust) -> None:
    trust.settings("settings:\n  extracts:\n    dates: year first\n")
