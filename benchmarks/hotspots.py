"""How often places are named that do not differ, and how often those that do: `hotspots.yml`."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from math import sqrt
from multiprocessing import Pool
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from wres.hotspots.cells import ALL, BME, TRUST, WHITE, Cells, Spot
from wres.hotspots.naming import named
from wres.hotspots.scan import scan

PLAN = yaml.safe_load(Path(__file__).with_suffix(".yml").read_text(encoding="utf-8"))
LABELS = {"lower": "under 1-5", "middle": "6-7", "upper": "8a-VSM"}
BANDS = list(PLAN["bands"])
Planted = tuple[str, int, float] | None


def main() -> None:
    """Draw every trust of the plan, scan it, and print what was named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--share", type=float, default=1.0, help="of the plan's trusts, to try it")
    parser.add_argument("--only", choices=["nothing", "planted"])
    given = parser.parse_args()
    failed = 0
    with Pool(given.workers) as pool:
        if given.only != "planted":
            failed = print_nothing(pool, given.share)
        if given.only != "nothing":
            print_planted(pool, given.share)
    raise SystemExit(failed)


def print_nothing(pool: Any, share: float) -> int:
    """Print how often anything is named where there is nothing; 1 if more often than stated."""
    stated, failed = PLAN["stated_rate"], 0
    print("| trusts without a hotspot | drawn | any place named | stated | places looked at |")
    print("|---|---|---|---|---|")
    for at, setting in enumerate(PLAN["settings"]):
        count = round(PLAN["trusts"]["nothing"] * share)
        jobs = [(setting, None, (PLAN["seed"], at, one)) for one in range(count)]
        made = pool.map(look, jobs, chunksize=5)
        rate = sum(bool(places) for places, _ in made) / count
        looked = sum(size for _, size in made) / count
        print(f"| {setting} | {count} | {rate:.1%} | {stated:.0%} | {looked:.0f} |", flush=True)
        failed |= rate > stated + PLAN["tolerance"] * sqrt(stated * (1 - stated) / count)
    return failed


def print_planted(pool: Any, share: float) -> None:
    """Print how often a planted hotspot is named, and how often another place is."""
    plan = PLAN["planted"]
    count = round(PLAN["trusts"]["planted"] * share)
    print("\n| planted in | staff | odds | named | another named | of all named, others |")
    print("|---|---|---|---|---|---|")
    case = 100
    for indicator in plan["indicators"]:
        for size in plan["divisions"]:
            for odds in plan["odds"]:
                case += 1
                planted = (indicator, size, odds)
                jobs = [
                    (plan["setting"], planted, (PLAN["seed"], case, one)) for one in range(count)
                ]
                made = [places for places, _ in pool.map(look, jobs, chunksize=5)]
                hits = sum(any(hit for hit in places) for places in made) / count
                false = sum(any(not hit for hit in places) for places in made) / count
                rate = sum(places.count(False) / max(len(places), 1) for places in made) / count
                print(
                    f"| {indicator} | {size:,} | {odds} | {hits:.0%} | {false:.1%} | {rate:.1%} |",
                    flush=True,
                )


def look(job: tuple[str, Planted, tuple[int, ...]]) -> tuple[list[bool], int]:
    """Draw a trust and scan it: of each place named, whether it is the planted one."""
    setting, planted, seed = job
    cells = draw(setting, planted, np.random.default_rng(seed))
    findings = scan(cells)
    looked = sum(not one.too_few for one in findings)
    places = named(findings, cells.within)
    hits = [any(_is_planted(one, setting, planted) for one in place.findings) for place in places]
    return hits, looked


def _is_planted(finding: Any, setting: str, planted: Planted) -> bool:
    if planted is None:
        return False
    place = f"D{PLAN['settings'][setting]['divisions'].index(planted[1])}"
    return finding.key == planted[0] and finding.spot.place == place


def draw(setting: str, planted: Planted, rng: np.random.Generator) -> Cells:
    """Draw one trust as `hotspots.yml` says."""
    sizes, uneven = PLAN["settings"][setting]["divisions"], PLAN["settings"][setting]["uneven"]
    shares = np.array([PLAN["bands"][band]["share"] for band in BANDS])
    bme = np.array([PLAN["bands"][band]["bme"] for band in BANDS])
    staff = np.zeros((len(sizes), len(PLAN["sites"]), len(BANDS), 2), dtype=np.int64)
    for division, size in enumerate(sizes):
        mix = rng.dirichlet(PLAN["concentration"] * shares)
        cells = np.outer(PLAN["sites"], mix).ravel()
        heads = rng.multinomial(size, cells).reshape(len(PLAN["sites"]), len(BANDS))
        odds = bme / (1 - bme)
        if planted and planted[:2] == ("workforce", size):
            odds = odds / planted[2]
        staff[division, :, :, 0] = rng.binomial(heads, odds / (1 + odds))
        staff[division, :, :, 1] = heads - staff[division, :, :, 0]
    rows = list(_rows("workforce", staff, np.zeros_like(staff)))
    for key, record in PLAN["indicators"].items():
        if key != "workforce":
            people = rng.binomial(staff, min(record["people"], 1.0))
            logit = np.log([record["likelihood"][band] for band in BANDS])
            logit = logit - np.log1p(-np.exp(logit))
            places = rng.normal(0, uneven, size=len(sizes)) if uneven else np.zeros(len(sizes))
            odds = np.exp(logit[None, None, :, None] + places[:, None, None, None])
            odds = np.repeat(np.repeat(odds, staff.shape[1], axis=1), 2, axis=3)
            odds[..., 0] *= record["gap"]
            if planted and planted[0] == key:
                worse = planted[2] if record["against"] == "more" else 1 / planted[2]
                odds[sizes.index(planted[1]), ..., 0] *= worse
            events = rng.binomial(people, odds / (1 + odds))
            rows += _rows(key, people, events, by_band=record.get("by_band", True))
    return Cells.of(rows)


def _rows(
    key: str, people: np.ndarray, events: np.ndarray, *, by_band: bool = True
) -> Iterator[tuple[str, Spot, str, str, int, int]]:
    divisions, sites = people.shape[:2]
    spots = [(TRUST, np.s_[:, :])]
    spots += [(Spot("division", f"D{one}"), np.s_[one : one + 1, :]) for one in range(divisions)]
    spots += [(Spot("site", f"S{one}"), np.s_[:, one : one + 1]) for one in range(sites)]
    spots += [
        (Spot("division", f"D{one}", "site", f"S{two}"), np.s_[one : one + 1, two : two + 1])
        for one in range(divisions)
        for two in range(sites)
    ]
    for spot, where in spots:
        heads, own = people[where].sum(axis=(0, 1)), events[where].sum(axis=(0, 1))
        for at, group in enumerate((BME, WHITE)):
            yield key, spot, ALL, group, int(heads[:, at].sum()), int(own[:, at].sum())
            for band, name in enumerate(BANDS if by_band else ()):
                counts = int(heads[band, at]), int(own[band, at])
                yield key, spot, LABELS[name], group, *counts


if __name__ == "__main__":
    main()
