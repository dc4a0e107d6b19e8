"""Peers on the command line."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from tests.unit.test_cli import wres
from wres.loading import load
from wres.results import write_results


@pytest.fixture
def peers(tmp_path: Path, project: Path) -> Path:
    """Six made-up peers with the figures of RV9 2021, and one with last year's."""
    frame = load(project / "data", "RV9", 2021, "public", None).chapter.results
    for code in (*(f"RA{place}" for place in range(6)), "RB0"):
        path = tmp_path / "peers" / code / "results.csv"
        path.parent.mkdir(parents=True)
        year = 2020 if code == "RB0" else 2021
        write_results(frame.assign(organisation=code, year=year), path)
    return tmp_path / "peers"


@pytest.mark.slow
def test_indicators_place_a_trust_among_the_peers_at_hand(peers: Path, project: Path) -> None:
    asked = ["indicators", "RV9", "2021", "--format", "csv", "--peers", str(peers)]
    done = wres(*asked, cwd=project)
    assert done.returncode == 0, done.stderr
    rows = [row for row in csv.DictReader(io.StringIO(done.stdout)) if row["numerator"]]
    ratio = next(row for row in rows if (row["measure"], row["indicator"]) == ("percentile", "2"))
    # all six have the figure of RV9 itself: none is lower, each tie counts half
    assert (ratio["numerator"], ratio["comparator_numerator"], ratio["value"]) == ("0", "6", "50.0")
    assert "its results are of 2020, the report is of 2021" in done.stderr


@pytest.mark.slow
def test_internal_results_of_a_peer_are_refused(peers: Path, project: Path) -> None:
    path = peers / "RA3" / "results.csv"
    text = path.read_text(encoding="utf-8").replace(",public,", ",internal,")
    path.write_text(text, encoding="utf-8")
    done = wres("indicators", "RV9", "2021", "--peers", str(peers), cwd=project)
    assert done.returncode == 3
    assert "column profile: must be public" in done.stderr


def test_peers_are_told_among_what_a_report_was_made_of(peers: Path, project: Path) -> None:
    loaded = load(project / "data", "RV9", 2021, "public", None, peers)
    assert "peers/RA0/results.csv" in loaded.inputs
    assert "peers/RB0/results.csv" not in loaded.inputs
    assert not any(name.startswith("peers/") for name in loaded.withheld)
    assert len(loaded.notes) == 1
