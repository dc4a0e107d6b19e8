"""The first pass where trusts are set beside each other: the public results of all of them.

Only what may be published is compared: results under the public profile, and none that are under
embargo. A real trust is never compared with a fictional one.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

from wres.apart import EndedError, run_apart, warm_up
from wres.batch.units import WARM
from wres.chapters.staging import RESULTS_FILE
from wres.errors import WresError
from wres.loading import load
from wres.made_of import made_of
from wres.paper import require_released
from wres.report import Report
from wres.results import write_results
from wres.stamps import Stamp, left_as, read_stamp
from wres.stopping import finishes_telling

__all__ = ["peers_for"]

_KINDS: Final = ("real", "fictional")


def peers_for(
    reports: Sequence[Report], workers: int, tell: Callable[[str, bool], None]
) -> list[Report]:
    """Compute the public results of all trusts, and give each report those of its kind as peers.

    A trust whose results can't be computed is no peer; its own report will tell why.
    """
    warm_up(WARM)
    folder = str(Path.cwd())

    def compute(report: Report) -> str:
        public = replace(report, profile="public", peers=None)
        try:
            return str(run_apart(_compute, public, folder))
        except (EndedError, WresError):
            return ""

    with finishes_telling(), ThreadPoolExecutor(workers) as threads:
        kinds = list(threads.map(compute, reports))
    tell(f"results of {sum(map(bool, kinds))} trusts computed, to set each beside the others", True)
    return [
        replace(report, peers=_shelf(report) / kind) if _others(report, kind) else report
        for report, kind in zip(reports, kinds, strict=True)
    ]


def _compute(tell: Callable[[str], None], report: Report, folder: str) -> str:
    """Put one trust's results on the shelf of peers and say of which kind it is."""
    os.chdir(Path(folder))
    shelf = _shelf(report)
    stamped = shelf / f"{report.organisation}.stamp.json"
    parts = made_of(report)
    stamp = read_stamp(stamped)
    for kind in _KINDS:
        if stamp.holds(parts, shelf / kind / report.organisation):
            return kind
        (shelf / kind / report.organisation / RESULTS_FILE).unlink(missing_ok=True)
    loaded = load(report.data, report.organisation, report.year, "public", report.extracts)
    require_released(report.folder, loaded.sources, loaded.paper, date.today())
    kind = _KINDS[loaded.chapter.facts.fictional]
    place = shelf / kind / report.organisation
    place.mkdir(parents=True, exist_ok=True)
    new = shelf / f"{report.organisation}.new"
    write_results(loaded.chapter.results, new)
    new.replace(place / RESULTS_FILE)
    Stamp(parts, files=left_as(place)).write(stamped)
    return kind


def _shelf(report: Report) -> Path:
    return report.shelf / "internal" / str(report.year) / "peers"


def _others(report: Report, kind: str) -> bool:
    """Tell whether there is any peer of its kind; without one there is nothing to set it beside."""
    found = (_shelf(report) / kind).glob(f"*/{RESULTS_FILE}") if kind else ()
    return any(path.parent.name != report.organisation for path in found)
