"""From generated trusts to attacks: results alone, or every published file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import wres.loading
from tests.attack.adversary import Attack, attack
from tests.attack.facts import Fact
from tests.attack.fast_chapters import fast_chapters
from tests.attack.made import Tables, draw_shape, draw_years, write_trust
from tests.attack.reading import ReportFiles, read_report
from tests.attack.results_csv import read_results_csv, two_year_windows
from tests.attack.tracing import unexplained
from tests.attack.truth import true_counts
from wres.disclosure import load_profile
from wres.loading import load_chapter
from wres.report import Report, make_report
from wres.results import write_results

__all__ = [
    "YEARS",
    "attack_reports",
    "attack_results",
    "generated",
    "read_both",
    "render_years",
    "results_of",
    "trust_folder",
]

ROOT = Path(__file__).parents[2]
YEARS = (2020, 2021)
BOTH = ("html", "pdf")


@contextmanager
def trust_folder(code: str, years: dict[int, Tables]) -> Iterator[Path]:
    """Write a trust into a data folder of its own."""
    with TemporaryDirectory() as folder:
        write_trust(Path(folder), code, years, ROOT / "data" / "benchmarks")
        yield Path(folder)


def generated(seed: int) -> tuple[str, dict[int, Tables]]:
    """Draw a trust's code and two years of tables."""
    shape = draw_shape(seed)
    return shape.code, draw_years(shape, YEARS, seed)


def attack_results(code: str, years: dict[int, Tables], *, secondary: bool = True) -> Attack:
    """Attack the results files of two years together."""
    with trust_folder(code, years) as data:
        facts = results_of(data, code, secondary=secondary)
        return attack(facts, true_counts(data, code, YEARS))


def results_of(data: Path, code: str, *, secondary: bool = True) -> list[Fact]:
    """Make results.csv of both years as `wres render` does, and read them."""
    paths = []
    with _profile(secondary=secondary):
        for year in YEARS:
            paths.append(data / f"results-{year}.csv")
            write_results(load_chapter(data, code, year, "public").results, paths[-1])
    windows = two_year_windows(paths)
    return [fact for path in paths for fact in read_results_csv(path, windows=windows)]


def attack_reports(
    code: str, years: dict[int, Tables], *, secondary: bool = True, formats: Sequence[str] = BOTH
) -> Attack:
    """Render the reports of two years, then attack every file of both together."""
    with trust_folder(code, years) as data:
        places = render_years(data, code, data / "shelf", secondary=secondary, formats=formats)
        files = read_both(places)
        facts = [fact for one in files for fact in one.facts]
        made = attack(facts, true_counts(data, code, YEARS))
        made.numbers = sum(one.numbers for one in files)
        made.unexplained = [*unexplained(files[0]), *unexplained(files[1], files[0])]
        return made


def render_years(
    data: Path, code: str, shelf: Path, *, secondary: bool = True, formats: Sequence[str] = BOTH
) -> list[Path]:
    """Render both years' reports with chapters run fast; return their folders."""
    with fast_chapters(), _profile(secondary=secondary):
        return [
            make_report(Report(code, year, data, shelf, ROOT, formats=formats, engine="embedded"))
            for year in YEARS
        ]


def read_both(places: Sequence[Path]) -> list[ReportFiles]:
    """Read the files of both years."""
    windows = two_year_windows(place / "results.csv" for place in places)
    return [
        read_report(place, year, windows=windows) for place, year in zip(places, YEARS, strict=True)
    ]


@contextmanager
def _profile(*, secondary: bool) -> Iterator[None]:
    """Let reports be made without secondary suppression, to see that the attack notices."""
    if secondary:
        yield
        return
    usual = wres.loading.profile_of
    wres.loading.profile_of = lambda *_: load_profile("public").without_secondary()
    try:
        yield
    finally:
        wres.loading.profile_of = usual
