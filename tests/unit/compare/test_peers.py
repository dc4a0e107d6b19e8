"""Where a trust stands among peers whose public results are at hand."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from wres.compare import read_peers, with_percentiles
from wres.definitions.indicators import definition_version
from wres.errors import InputError
from wres.results import WITHHELD, Result, results_frame, write_results

SURVEY = "survey_year=2020"


def figure(value: float | None, code: str = "RXX", **changed: object) -> Result:
    made = Result(
        organisation=code,
        year=2021,
        indicator="2",
        measure="relative_likelihood",
        group="White",
        comparator_group="BME",
        value=value,
        unit="ratio",
        definition=definition_version(),
    )
    return replace(made, **changed)  # type: ignore[arg-type]


def seven(value: float, code: str, edition: str = "2020") -> Result:
    return figure(
        value,
        code,
        indicator="7",
        measure="percentage",
        breakdown=SURVEY,
        group="BME",
        comparator_group="",
        unit="%",
        edition=edition,
    )


def put(folder: Path, *results: Result) -> None:
    path = folder / results[0].organisation / "results.csv"
    path.parent.mkdir(parents=True)
    write_results(results_frame(results), path)


def shelf(folder: Path, *values: float) -> Path:
    for place, value in enumerate(values):
        put(folder, figure(value, f"RA{place}"))
    return folder


def ranks(own: Result, folder: Path) -> pd.DataFrame:
    frame = with_percentiles(results_frame([own]), read_peers(folder, "RXX", 2021))
    return frame[frame["measure"].eq("percentile")]


def rank(own: Result, folder: Path) -> pd.Series:
    (row,) = (row for _, row in ranks(own, folder).iterrows())
    return row


def test_percentile_is_the_share_of_peers_with_a_lower_value(tmp_path: Path) -> None:
    row = rank(figure(1.5), shelf(tmp_path, 1.1, 1.2, 1.4, 1.6, 1.9))
    assert (row["numerator"], row["comparator_numerator"], row["denominator"]) == (3, 0, 5)
    assert (row["value"], row["unit"], row["breakdown"]) == (60.0, "%", "peers=all")
    assert row["reason"] == "among the public results of 5 trusts at hand; a tie counts half"
    assert row["verdict"] == ""


def test_ties_count_half(tmp_path: Path) -> None:
    row = rank(figure(1.4), shelf(tmp_path, 1.1, 1.4, 1.4, 1.6, 1.9))
    assert (row["numerator"], row["comparator_numerator"]) == (1, 2)
    assert row["value"] == 40.0  # (1 + 2 / 2) of 5


def test_among_fewer_than_five_peers_there_is_no_percentile(tmp_path: Path) -> None:
    row = rank(figure(1.5), shelf(tmp_path, 1.1, 1.2, 1.4, 1.6))
    assert (row["status"], pd.isna(row["value"])) == ("not available", True)
    assert row["reason"] == "4 peers with this figure are at hand; 5 are needed"


def test_the_trust_itself_is_no_peer_of_its_own(tmp_path: Path) -> None:
    put(tmp_path, figure(1.5))
    assert rank(figure(1.5), shelf(tmp_path, 1.1, 1.2, 1.4, 1.6))["status"] == "not available"


def test_a_peer_without_the_figure_does_not_count(tmp_path: Path) -> None:
    for status in ("suppressed", "not available"):
        put(tmp_path, figure(None, f"RB{status[0].upper()}", status=status))
    assert rank(figure(1.5), shelf(tmp_path, 1, 1, 1, 2, 2))["denominator"] == 5


def test_a_withheld_figure_has_no_place(tmp_path: Path) -> None:
    row = rank(figure(None, status="suppressed"), shelf(tmp_path, 1, 1, 1, 2, 2))
    assert (row["status"], row["reason"]) == ("suppressed", WITHHELD)
    assert row[["value", "numerator", "comparator_numerator", "denominator"]].isna().all()


def test_a_figure_that_is_not_available_has_no_row(tmp_path: Path) -> None:
    assert ranks(figure(None, status="not available"), shelf(tmp_path, 1, 1, 1, 2, 2)).empty


def test_a_two_year_average_is_ranked_among_two_year_averages_only(tmp_path: Path) -> None:
    put(tmp_path, figure(1.0, "RC1", reason="two-year average: events of two years"))
    row = rank(figure(1.5), shelf(tmp_path, 1, 1, 1, 2, 2))
    assert row["denominator"] == 5
    assert row["reason"] == (
        "among the public results of 5 trusts at hand; a tie counts half; a two-year average "
        "counts the cases of two years and is not ranked among figures of one year"
    )


def test_one_peer_and_why_another_does_not_count_is_told(tmp_path: Path) -> None:
    put(tmp_path, figure(1.0, "RC1", reason="two-year average: events of two years"))
    assert rank(figure(1.5), shelf(tmp_path, 1))["reason"] == (
        "1 peer with this figure is at hand; 5 are needed; a two-year average counts the cases of "
        "two years and is not ranked among figures of one year"
    )


def test_indicator_7_is_ranked_within_one_edition_only(tmp_path: Path) -> None:
    for place in range(5):
        put(tmp_path, seven(70 + place, f"RA{place}"))
    put(tmp_path, seven(45, "RB0", edition="2021"))
    assert rank(seven(72.5, "RXX"), tmp_path)["denominator"] == 5
    assert rank(seven(72.5, "RXX", edition=""), tmp_path)["status"] == "not available"


def test_another_ratio_is_no_peers_figure(tmp_path: Path) -> None:
    put(tmp_path, figure(1.0, "RC1", indicator="4"))
    put(tmp_path, figure(1.0, "RC2", breakdown="unknown=BME"))
    assert rank(figure(1.5), shelf(tmp_path, 1, 1, 1, 2, 2))["denominator"] == 5


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"year": 2020}, "its results are of 2020, the report is of 2021"),
        ({"definition": "0.9"}, "it was made by version 0.9 of the definitions"),
    ],
)
def test_results_of_another_year_or_definition_are_left_out_with_a_note(
    tmp_path: Path, changed: dict[str, object], told: str
) -> None:
    put(tmp_path, figure(1.0, "RC1", **changed))
    peers = read_peers(shelf(tmp_path, 1, 2), "RXX", 2021)
    assert sorted(peers.results) == ["RA0", "RA1"]
    assert sorted(peers.files) == ["peers/RA0/results.csv", "peers/RA1/results.csv"]
    assert [told in str(note) for note in peers.notes] == [True]


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        (lambda text: text.replace(",public,", ",internal,"), r"column profile: must be public"),
        (lambda text: text.replace("RA0", "RB0"), r"column organisation: must be the results of"),
        (lambda text: text.replace("verdict", "opinion"), r"must be the results of a report"),
        (lambda text: text.replace(",ratio,", ",euros,"), r"must be the results of a report"),
        (lambda text: "", r"must be the results of a report"),
        (lambda text: text.encode("utf-16"), r"must be the results of a report"),
    ],
)
def test_a_file_at_fault_is_refused_by_name(tmp_path: Path, damage, told: str) -> None:  # type: ignore[no-untyped-def]
    path = shelf(tmp_path, 1, 2) / "RA0" / "results.csv"
    content = damage(path.read_text(encoding="utf-8"))
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(InputError, match=rf"RA0/results\.csv.*{told}"):
        read_peers(tmp_path, "RXX", 2021)


def test_a_folder_without_peers_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"holds no ODS/results\.csv of any trust"):
        read_peers(tmp_path, "RXX", 2021)
    with pytest.raises(InputError, match="there is no such folder of peers"):
        read_peers(tmp_path / "build", "RXX", 2021)
