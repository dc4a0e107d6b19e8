"""Where the trust stands among peers whose public results are at hand.

Peers are read from a shelf (`build/<year>/<ODS>/results.csv`): only public results of the same
year, made by the same definitions, count. A rank says nothing of certainty, so it has no verdict.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from math import isclose
from pathlib import Path
from typing import Any, Final

import pandas as pd

from wres.compare.published import is_compared
from wres.definitions.comparators import FEWEST_PEERS, PEERS, WINDOWS_APART, joined
from wres.definitions.indicators import definition_version, indicator
from wres.errors import InputError, Problem
from wres.results import WITHHELD, Result, over_two_years, read_results, results_frame
from wres.sources.files import fingerprint
from wres.sources.folders import shown_path

__all__ = ["Peers", "read_peers", "with_percentiles"]

_AGAIN: Final = "and run the command again."


@dataclass(frozen=True)
class Peers:
    """Public results of other trusts for the year of the report.

    Parameters
    ----------
    results : dict of str to DataFrame
        By ODS code, as `wres.results.read_results` returns them.
    files : dict of str to str
        SHA-256 of every file, by its place in the folder.
    notes : tuple of Problem
        What was left out, and why.
    """

    results: dict[str, pd.DataFrame] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    notes: tuple[Problem, ...] = ()


def read_peers(folder: Path, organisation: str, year: int) -> Peers:
    """Read the published results of other trusts.

    Parameters
    ----------
    folder : Path
        Folder with `<ODS>/results.csv` for each peer, as `build/<year>/` is.
    organisation : str
        ODS code of the report's own trust, which is left out.
    year : int
        Reporting year; results of another are left out with a note.

    Raises
    ------
    InputError
        There is no such folder or nothing in it, or a file is unreadable, internal, or not that of
        the trust whose folder it lies in; every problem is named.
    """
    paths = _paths(folder)
    peers = Peers()
    notes: list[Problem] = []
    problems: list[Problem] = []
    for path in paths:
        if path.parent.name == organisation:
            continue
        try:
            frame = _read(path)
        except InputError as fault:
            problems += fault.problems
            continue
        # Notes go into published run records, which tell no one's folders.
        name = f"peers/{path.parent.name}/{path.name}"
        left_out = _why_left_out(name, frame, year)
        if left_out is not None:
            notes.append(left_out)
            continue
        peers.results[path.parent.name] = frame
        peers.files[name] = fingerprint(path)
    if problems:
        raise InputError(problems)
    return replace(peers, notes=tuple(notes))


def _paths(folder: Path) -> list[Path]:
    if not folder.is_dir():
        rule = "there is no such folder of peers"
        raise InputError([Problem(shown_path(folder), rule, "Give the folder with --peers.")])
    found = sorted(path for path in folder.glob("*/results.csv") if path.parent.name[0] != ".")
    if not found:
        rule = "holds no ODS/results.csv of any trust"
        remedy = "Give the folder of one year's reports with --peers, as build/2021."
        raise InputError([Problem(shown_path(folder), rule, remedy)])
    return found


def _read(path: Path) -> pd.DataFrame:
    """Read one peer's results; only that trust's own, and only public ones."""
    try:
        frame = read_results(path)
    except (ValueError, OSError) as fault:
        told = str(fault).replace(f"{path}: ", "").split("\n", 1)[0].rstrip(".")
        rule = f"must be the results of a report ({told})"
        raise _fault(path, rule, f"Render it again, or take it away, {_AGAIN}") from None
    whose = {str(code) for code in frame["organisation"]}
    if whose != {path.parent.name}:
        rule = f"must be the results of {path.parent.name}, as its folder is named"
        remedy = f"Name the folder by the trust's ODS code {_AGAIN}"
        raise _fault(path, rule, remedy, column="organisation", given=", ".join(sorted(whose)))
    profiles = {str(profile) for profile in frame["profile"]}
    if profiles != {"public"}:
        rule = "must be public: internal figures are not for another trust's report"
        remedy = f"Take the public results, or none of this trust, {_AGAIN}"
        given = ", ".join(sorted(profiles))
        raise _fault(path, rule, remedy, column="profile", given=given)
    return frame


def _fault(path: Path, rule: str, remedy: str, **place: str) -> InputError:
    return InputError([Problem(shown_path(path), rule, remedy, **place)])  # type: ignore[arg-type]


def _why_left_out(name: str, frame: pd.DataFrame, year: int) -> Problem | None:
    years = sorted({int(one) for one in frame["year"]})
    if years != [year]:
        told = ", ".join(map(str, years))
        rule = f"is left out: its results are of {told}, the report is of {year}"
        return Problem(name, rule, "Nothing need be done.")
    versions = sorted({str(one) for one in frame["definition"]})
    if versions != [definition_version()]:
        rule = f"is left out: it was made by version {', '.join(versions)} of the definitions"
        return Problem(name, rule, "Render it again to count it among the peers.")
    return None


def with_percentiles(results: pd.DataFrame, peers: Peers) -> pd.DataFrame:
    """Add a row of measure ``percentile`` for each headline figure.

    Its value is the share of peers whose figure is lower, those with the same figure counted half;
    `numerator` is the number of the lower, `comparator_numerator` of the same, and `denominator`
    of all peers that have the figure.
    """
    rows: list[Any] = list(results.itertuples())
    ranked = [_rank(row, peers) for row in rows if _is_headline(row)]
    if not ranked:
        return results
    return pd.concat([results, results_frame(ranked)], ignore_index=True)


def _is_headline(row: Any) -> bool:
    if pd.isna(row.value) and row.status != "suppressed":
        return False
    groups = {"BME"} if row.measure == "share" else {"BME", "White"}
    return is_compared(row) and row.group in groups and row.measure != "difference"


def _rank(row: Any, peers: Peers) -> Result:
    rank = _named(row)
    if row.status == "suppressed":
        return replace(rank, status="suppressed", reason=WITHHELD)
    others = list(_others(row, peers))
    values = [float(other.value) for other in others if _is_comparable(row, other)]
    apart = f"; {WINDOWS_APART}" if any(_is_of_other_window(row, one) for one in others) else ""
    if len(values) < FEWEST_PEERS:
        have = "peer with this figure is" if len(values) == 1 else "peers with this figure are"
        reason = f"{len(values)} {have} at hand; {FEWEST_PEERS} are needed{apart}"
        return replace(rank, status="not available", reason=reason)
    same = sum(_is_same(value, row.value) for value in values)
    lower = sum(value < row.value and not _is_same(value, row.value) for value in values)
    return replace(
        rank,
        numerator=lower,
        comparator_numerator=same,
        denominator=len(values),
        value=100 * (lower + same / 2) / len(values),
        reason=f"among the public results of {len(values)} trusts at hand; a tie counts half"
        + apart,
    )


def _is_same(value: float, own: float) -> bool:
    return isclose(value, own, abs_tol=1e-9)


def _named(row: Any) -> Result:
    survey = row.breakdown.startswith("survey_year=")
    return Result(
        organisation=row.organisation,
        year=int(row.year),
        edition=row.edition,
        profile=row.profile,
        indicator=row.indicator,
        measure="percentile",
        breakdown=PEERS if survey else joined(row.breakdown, PEERS),
        group=row.group,
        comparator_group=row.comparator_group,
        unit="%",
        definition=row.definition,
    )


def _others(row: Any, peers: Peers) -> Iterator[Any]:
    """Give the peers' rows of the same figure."""
    keys = ("indicator", "measure", "breakdown", "group", "comparator_group", "unit")
    for frame in peers.results.values():
        same = frame["value"].notna() & frame["status"].isin(["ok", "as published"])
        for key in keys:
            same &= frame[key].eq(getattr(row, key))
        yield from frame[same].itertuples()


def _is_of_other_window(row: Any, other: Any) -> bool:
    apart = over_two_years(row.reason) != over_two_years(other.reason)
    return bool(row.measure == "relative_likelihood" and apart)


def _is_comparable(row: Any, other: Any) -> bool:
    """Tell whether a figure is of one window, and of one edition where that matters."""
    if _is_of_other_window(row, other):
        return False
    if row.measure == "percentage" and indicator(row.indicator).series_break:
        return bool(row.edition and row.edition == other.edition)
    return True
