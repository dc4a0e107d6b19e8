"""From generated trusts to attacks: results alone, or every published file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import wres.loading
from tests.attack.adversary import Attack, attack
from tests.attack.beside import PLAIN, Beside, draw_beside
from tests.attack.facts import Fact
from tests.attack.fast_chapters import fast_chapters
from tests.attack.made import Tables, draw_shape, draw_years, write_trust
from tests.attack.peers import peers_of, write_peers
from tests.attack.reading import ReportFiles, read_report
from tests.attack.result_rows import two_year_windows
from tests.attack.results_csv import read_results_csv
from tests.attack.tracing import unexplained
from tests.attack.truth import true_counts
from wres.disclosure import Chosen, Profile, load_profile
from wres.loading import load
from wres.render import FORMATS
from wres.report import Report, make_report
from wres.results import write_results
from wres.sources import TrustYear

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
BENCHMARKS = ROOT / "data" / "benchmarks"
YEARS = (2020, 2021)


@contextmanager
def trust_folder(code: str, years: dict[int, Tables], beside: Beside = PLAIN) -> Iterator[Path]:
    """Write a trust into a data folder of its own, and peers beside it."""
    with TemporaryDirectory() as folder:
        write_trust(Path(folder), code, years, BENCHMARKS, beside)
        if beside.peers:
            write_peers(Path(folder), YEARS, BENCHMARKS)
        yield Path(folder)


def generated(seed: int, beside: Beside | None = None) -> tuple[str, dict[int, Tables], Beside]:
    """Draw a trust's code, its tables of two years or more, and what it has beside them."""
    shape = draw_shape(seed)
    beside = draw_beside(seed) if beside is None else beside
    return shape.code, draw_years(shape, YEARS, seed, beside), beside


def attack_results(
    code: str, years: dict[int, Tables], beside: Beside = PLAIN, *, secondary: bool = True
) -> Attack:
    """Attack the results files of two years together."""
    with trust_folder(code, years, beside) as data:
        facts = results_of(data, code, secondary=secondary)
        return attack(facts, true_counts(data, code, tuple(years)), since=YEARS[0])


def results_of(data: Path, code: str, *, secondary: bool = True) -> list[Fact]:
    """Make results.csv of both years as `wres render` does, and read them."""
    paths = []
    with _remembered(), _profile(secondary=secondary):
        for year in YEARS:
            paths.append(data / f"results-{year}.csv")
            made = load(data, code, year, "public", None, peers_of(data, year))
            write_results(made.chapter.results, paths[-1])
    windows = two_year_windows(paths)
    return [
        fact
        for path, year in zip(paths, YEARS, strict=True)
        for fact in read_results_csv(path, windows=windows, peers=peers_of(data, year))
    ]


def attack_reports(
    code: str,
    years: dict[int, Tables],
    beside: Beside = PLAIN,
    *,
    secondary: bool = True,
    formats: Sequence[str] = FORMATS,
) -> Attack:
    """Render the reports of two years, then attack every file of both together."""
    with trust_folder(code, years, beside) as data:
        places = render_years(data, code, data / "shelf", secondary=secondary, formats=formats)
        files = read_both(places, data)
        facts = [fact for one in files for fact in one.facts]
        made = attack(facts, true_counts(data, code, tuple(years)), since=YEARS[0])
        made.numbers = sum(one.numbers for one in files)
        made.unexplained = [*unexplained(files[0]), *unexplained(files[1], files[0])]
        return made


def render_years(
    data: Path, code: str, shelf: Path, *, secondary: bool = True, formats: Sequence[str] = FORMATS
) -> list[Path]:
    """Render both years' reports with chapters run fast; return their folders."""
    with fast_chapters(points=False), _remembered(), _profile(secondary=secondary):
        return [
            make_report(
                Report(
                    code,
                    year,
                    data,
                    shelf,
                    ROOT,
                    formats=formats,
                    engine="embedded",
                    chapters="standard",  # in whose place stands the fast one
                    peers=peers_of(data, year),
                )
            )
            for year in YEARS
        ]


def read_both(places: Sequence[Path], data: Path) -> list[ReportFiles]:
    """Read the files of both years, and the peers' that anyone can read too."""
    windows = two_year_windows(place / "results.csv" for place in places)
    return [
        read_report(place, year, windows=windows, peers=peers_of(data, year))
        for place, year in zip(places, YEARS, strict=True)
    ]


@contextmanager
def _remembered() -> Iterator[None]:
    """Protect each year of a trust once: a later report protects it again, to the same end."""
    usual, done = wres.loading.protect, {}

    def protect(trust_year: TrustYear, profile: Profile, chosen: Chosen | None = None) -> TrustYear:
        if trust_year.year not in done:
            done[trust_year.year] = usual(trust_year, profile, chosen)
        return done[trust_year.year]

    wres.loading.protect = protect
    try:
        yield
    finally:
        wres.loading.protect = usual


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
