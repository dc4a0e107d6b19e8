"""Measure how often intervals hold the truth, beside the textbook methods.

    python benchmarks/coverage.py                 # 10,000 draws a setting
    python benchmarks/coverage.py --draws 1000

Sizes, likelihoods and seed stand below and were written down before the first run. In each setting
counts are drawn from binomial distributions whose likelihoods are known; an interval is right where
it holds the true share, ratio, difference or change. Both methods of a pair see the same draws.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp, inf, log, nan, sqrt
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))

from wres.stats import (
    Interval,
    Pair,
    is_few,
    is_few_either_way,
    koopman_interval,
    mantel_haenszel,
    mover_interval,
    newcombe_interval,
    relative_likelihood,
    wilson_interval,
)

SEED = 2021
DRAWS = 10_000
Z = 1.959963984540054

Draw = tuple[Pair, ...]
# Bases and likelihoods, one pair a group; of a change, both groups this year, then the year before.
Truth = tuple[tuple[int, float], ...]

SHARES: tuple[Truth, ...] = (
    ((12, 0.02),),
    ((12, 0.20),),
    ((49, 0.18),),
    ((143, 0.0065),),  # disciplinary cases among a small group
    ((500, 0.02),),
    ((1128, 0.04),),
    ((2643, 0.0065),),
    ((2643, 0.62),),
)
RATIOS: tuple[Truth, ...] = (
    ((143, 0.0065), (2643, 0.0065)),
    ((143, 0.0195), (2643, 0.0065)),
    ((20, 0.10), (200, 0.10)),
    ((300, 0.01), (300, 0.01)),
    ((47, 0.23), (855, 0.23)),
    ((47, 0.36), (855, 0.23)),
    ((500, 0.05), (3000, 0.05)),
    ((500, 0.075), (3000, 0.05)),
    ((143, 0.73), (2643, 0.62)),
)
GAPS: tuple[Truth, ...] = (
    ((12, 0.20), (400, 0.15)),
    ((49, 0.05), (1128, 0.05)),
    ((49, 0.184), (1128, 0.04)),
    ((49, 0.76), (1128, 0.88)),
    ((300, 0.25), (3000, 0.25)),
)
RATIO_CHANGES: tuple[Truth, ...] = (
    ((143, 0.0065), (2643, 0.0065), (140, 0.0065), (2600, 0.0065)),
    ((47, 0.36), (855, 0.23), (50, 0.36), (800, 0.23)),
    ((500, 0.05), (3000, 0.05), (480, 0.10), (2900, 0.05)),
    ((2000, 0.20), (3000, 0.20), (2000, 0.26), (3000, 0.20)),
)
GAP_CHANGES: tuple[Truth, ...] = (
    ((49, 0.18), (1128, 0.04), (38, 0.18), (1062, 0.04)),
    ((49, 0.30), (1128, 0.22), (38, 0.40), (1062, 0.22)),
    ((300, 0.25), (3000, 0.20), (280, 0.30), (2900, 0.20)),
)
# Both groups in each stratum, by turns; every stratum of a setting has the same ratio.
STRATA: tuple[Truth, ...] = (
    ((60, 0.02), (900, 0.01), (60, 0.04), (900, 0.02), (20, 0.08), (800, 0.04)),
    ((20, 0.10), (30, 0.10), (25, 0.20), (40, 0.20), (10, 0.30), (60, 0.30)),
    ((200, 0.30), (600, 0.20), (150, 0.45), (500, 0.30), (50, 0.60), (400, 0.40)),
)


@dataclass(frozen=True)
class Method:
    """How an interval is made of a draw, and whether it turns on single people."""

    name: str
    interval: Callable[[Draw], Interval | None]


@dataclass(frozen=True)
class Trial:
    """Two methods, ours first, over settings; the truth, the value of equality, and the caution."""

    title: str
    methods: tuple[Method, Method]
    settings: tuple[Truth, ...]
    true_value: Callable[[Sequence[float]], float]
    equal: float
    few: Callable[[Draw], bool]


def wald_share(draw: Draw) -> Interval:
    (pair,) = draw
    share = pair.events / pair.base
    reach = Z * sqrt(share * (1 - share) / pair.base)
    return Interval(share - reach, share + reach)


def log_ratio(draw: Draw) -> Interval | None:
    group, comparator = draw
    ratio = relative_likelihood(group, comparator)
    if not ratio:
        return None
    parts = [1 / pair.events - 1 / pair.base for pair in draw]
    reach = exp(Z * sqrt(sum(parts)))
    return Interval(ratio / reach, ratio * reach)


def wald_gap(draw: Draw) -> Interval:
    shares = [pair.events / pair.base for pair in draw]
    spread = sum(p * (1 - p) / pair.base for p, pair in zip(shares, draw, strict=True))
    reach = Z * sqrt(spread)
    return Interval(shares[0] - shares[1] - reach, shares[0] - shares[1] + reach)


def newcombe(draw: Draw) -> Interval | None:
    shares = [(pair.events / pair.base, pair.base) for pair in draw]
    return newcombe_interval(shares[0], shares[1])


@cache
def koopman(draw: Draw) -> Interval | None:
    return koopman_interval(*draw)


def moved_ratio(draw: Draw) -> Interval | None:
    """Change of a ratio as the report has it: none where either year has no ratio."""
    ratios = [relative_likelihood(*year) for year in (draw[:2], draw[2:])]
    intervals = [koopman(year) for year in (draw[:2], draw[2:])]
    if ratios[0] is None or ratios[1] is None or intervals[0] is None or intervals[1] is None:
        return None
    return mover_interval(ratios[0], intervals[0], ratios[1], intervals[1])


def delta_ratio(draw: Draw) -> Interval | None:
    """Change of a ratio by the delta method: standard errors of both ratios, squared and added."""
    ratios, spread = [], 0.0
    for year in (draw[:2], draw[2:]):
        ratio = relative_likelihood(*year)
        if not ratio:
            return None
        ratios.append(ratio)
        spread += ratio**2 * sum(1 / pair.events - 1 / pair.base for pair in year)
    reach = Z * sqrt(spread)
    return Interval(ratios[0] - ratios[1] - reach, ratios[0] - ratios[1] + reach)


def moved_gap(draw: Draw) -> Interval | None:
    now, before = newcombe(draw[:2]), newcombe(draw[2:])
    if now is None or before is None:
        return None
    shares = [pair.events / pair.base for pair in draw]
    return mover_interval(shares[0] - shares[1], now, shares[2] - shares[3], before)


def wald_gap_change(draw: Draw) -> Interval:
    p = [pair.events / pair.base for pair in draw]
    value = (p[0] - p[1]) - (p[2] - p[3])
    spread = sum(share * (1 - share) / pair.base for share, pair in zip(p, draw, strict=True))
    return Interval(value - Z * sqrt(spread), value + Z * sqrt(spread))


def strata_of(draw: Draw) -> list[tuple[Pair, Pair]]:
    return list(zip(draw[::2], draw[1::2], strict=True))


def pooled(draw: Draw) -> Interval | None:
    return mantel_haenszel(strata_of(draw)).interval


def inverse_variance(draw: Draw) -> Interval | None:
    """Pooled logarithms, each weighed by its precision; half an event where there was none."""
    weights, total = 0.0, 0.0
    for group, comparator in strata_of(draw):
        more = 0.5 if not group.events or not comparator.events else 0.0
        pairs = [(pair.events + more, pair.base + more) for pair in (group, comparator)]
        variance = sum(1 / events - 1 / base for events, base in pairs)
        if variance > 0:
            (a, n), (b, m) = pairs
            weights += 1 / variance
            total += log(a * m / (n * b)) / variance
    if not weights:
        return None
    centre, reach = total / weights, Z / sqrt(weights)
    return Interval(exp(centre - reach), exp(centre + reach))


def never_few(_: Draw) -> bool:
    return False


def few_in_a_year(draw: Draw) -> bool:
    return is_few(draw[0], draw[1]) or is_few(draw[2], draw[3])


def few_gap_in_a_year(draw: Draw) -> bool:
    """The change of a gap is too few to say where the gap of either year is."""
    return is_few_either_way(draw[0], draw[1]) or is_few_either_way(draw[2], draw[3])


def few_over_strata(draw: Draw) -> bool:
    totals = [sum(pairs, Pair(0, 0)) for pairs in (draw[::2], draw[1::2])]
    return is_few(totals[0], totals[1])


def wilson(draw: Draw) -> Interval | None:
    (pair,) = draw
    return wilson_interval(pair.events / pair.base, pair.base)


TRIALS = (
    Trial(
        "Share",
        (Method("Wilson", wilson), Method("Wald", wald_share)),
        SHARES,
        lambda p: p[0],
        nan,
        never_few,
    ),
    Trial(
        "Relative likelihood",
        (Method("Koopman", koopman), Method("log", log_ratio)),
        RATIOS,
        lambda p: p[0] / p[1],
        1.0,
        lambda draw: is_few(draw[0], draw[1]),
    ),
    Trial(
        "Gap",
        (Method("Newcombe", newcombe), Method("Wald", wald_gap)),
        GAPS,
        lambda p: p[0] - p[1],
        0.0,
        lambda draw: is_few_either_way(draw[0], draw[1]),
    ),
    Trial(
        "Change of a ratio",
        (Method("MOVER", moved_ratio), Method("delta", delta_ratio)),
        RATIO_CHANGES,
        lambda p: p[0] / p[1] - p[2] / p[3],
        0.0,
        few_in_a_year,
    ),
    Trial(
        "Change of a gap",
        (Method("MOVER", moved_gap), Method("Wald", wald_gap_change)),
        GAP_CHANGES,
        lambda p: (p[0] - p[1]) - (p[2] - p[3]),
        0.0,
        few_gap_in_a_year,
    ),
    Trial(
        "Ratio pooled over strata",
        (Method("Mantel-Haenszel", pooled), Method("inverse variance", inverse_variance)),
        STRATA,
        lambda p: p[0] / p[1],
        1.0,
        few_over_strata,
    ),
)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--draws", type=int, default=DRAWS, help="draws a setting")
    draws = parser.parse_args().draws
    print(
        f"{draws} draws a setting, seed {SEED}. Coverage: of the draws that have an interval, the\n"
        "share that holds the truth; 95% is asked for. Width: the median. Told: the share told as\n"
        "different, or as changed, after 'too few to say'; where the truth is equality, wrongly so."
    )
    for number, trial in enumerate(TRIALS):
        print(f"\n## {trial.title}\n")
        print("| Groups | Truth | Method | Coverage | Width | No interval | Too few | Told |")
        print("|---|--:|---|--:|--:|--:|--:|--:|")
        for place, truth in enumerate(trial.settings):
            drawn = draw_counts(truth, draws, (SEED, number, place))
            for line in lines(trial, truth, drawn):
                print(line, flush=True)
    return 0


def draw_counts(truth: Truth, draws: int, seed: tuple[int, ...]) -> list[Draw]:
    generator = np.random.default_rng(seed)
    columns = [generator.binomial(base, likelihood, draws).tolist() for base, likelihood in truth]
    bases = [base for base, _ in truth]
    return [
        tuple(Pair(events, base) for events, base in zip(row, bases, strict=True))
        for row in zip(*columns, strict=True)
    ]


def lines(trial: Trial, truth: Truth, drawn: list[Draw]) -> Iterator[str]:
    target = trial.true_value([likelihood for _, likelihood in truth])
    few = [trial.few(draw) for draw in drawn]
    groups = ", ".join(f"{100 * likelihood:g}% of {base:,}" for base, likelihood in truth)
    for method in trial.methods:
        found = [method.interval(draw) for draw in drawn]
        held = [one for one in found if one is not None]
        covered = sum(one.lower - 1e-12 <= target <= one.upper + 1e-12 for one in held)
        width = float(np.median([min(one.upper - one.lower, inf) for one in held]))
        told = sum(
            one is not None and not rests and not one.lower <= trial.equal <= one.upper
            for one, rests in zip(found, few, strict=True)
        )
        cells = [
            groups,
            f"{target:.3g}",
            method.name,
            f"{100 * covered / len(held):.1f}%",
            f"{width:.3g}",
            f"{100 * (1 - len(held) / len(drawn)):.1f}%",
            "–" if trial.few is never_few else f"{100 * sum(few) / len(drawn):.1f}%",
            "–" if trial.few is never_few else f"{100 * told / len(drawn):.1f}%",
        ]
        yield "| " + " | ".join(cells) + " |"


if __name__ == "__main__":
    sys.exit(main())
