"""`return.csv`: what was submitted is read back as it was, and reasons written by hand stay."""

import pandas as pd
import pytest

from wres.errors import InputError
from wres.national_return import build_return, read_return, save_return
from wres.national_return.saved import SAVED


@pytest.fixture
def saved(trust_year, folder):
    path = folder.path / SAVED
    save_return(build_return(trust_year), path)
    return path


def test_a_saved_return_is_read_back_figure_for_figure(trust_year, folder, saved):
    frame, back = build_return(trust_year), read_return(folder)
    assert list(back["field"]) == list(frame["field"])
    assert back["value"].equals(frame["ours"])
    assert back["years"].equals(frame["years"])


def test_the_file_is_plain_csv_with_blanks_for_what_is_missing(saved):
    lines = saved.read_text(encoding="utf-8").splitlines()
    assert lines[0] == "field,section,label,group,value,years,note,reason"
    assert "20B,1 Clinical,Band 5,BME,40,1,," in lines
    assert "40W,5-8 Staff survey," in "\n".join(lines)
    missing = next(line for line in lines if line.startswith("1W,"))
    assert missing.endswith(
        ',,1,"no figure for it was supplied; where nobody is in it, supply a 0",'
    )


def test_reasons_written_by_hand_stay_when_the_return_is_made_again(trust_year, folder, saved):
    text = saved.read_text(encoding="utf-8")
    row = "20B,1 Clinical,Band 5,BME,40,1,,"
    saved.write_text(text.replace(row, row + "one leaver found in June"), encoding="utf-8")
    save_return(build_return(trust_year), saved, read_return(folder))
    reasons = read_return(folder).dropna(subset="reason")
    assert reasons[["field", "reason"]].to_numpy().tolist() == [["20B", "one leaver found in June"]]


def test_a_text_that_a_spreadsheet_would_compute_is_defused(trust_year, saved):
    frame = build_return(trust_year).assign(reason="=HYPERLINK(1)")
    save_return(frame, saved)
    cells = pd.read_csv(saved, dtype=str, keep_default_na=False)
    assert set(cells["note"]) == {"'=HYPERLINK(1)"}


def test_a_year_without_a_return_has_none(folder):
    assert read_return(folder) is None


@pytest.mark.parametrize(
    ("was", "now", "message"),
    [
        ("20B,", "99X,", "row 60, column field: must be the number of a field of the form"),
        ("BME,40,1", "BME,forty,1", "row 60, column value: must be a number"),
        ("20B,", "20W,", "row 60, column field: must be given once"),
    ],
)
def test_faults_of_the_saved_return_are_located(folder, saved, was, now, message):
    text = saved.read_text(encoding="utf-8")
    saved.write_text(text.replace(was, now), encoding="utf-8")
    with pytest.raises(InputError, match=message):
        read_return(folder)
