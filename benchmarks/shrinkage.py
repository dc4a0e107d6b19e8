"""Measure how often the shares of places, drawn towards each other, and their ranks are right.

    python benchmarks/shrinkage.py                # 500 draws a setting, some minutes
    python benchmarks/shrinkage.py --draws 50

Numbers and sizes of places, shares, spreads and seed stand below and were written down before the
first run. In each setting true shares are drawn on the scale of log odds from a normal distribution
(not the beta distribution that is fitted), then counts from them. Beside the intervals of a report
stand those of the textbook, which take the likeliest beta distribution for known.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt
from scipy.special import betaln, expit, logit
from scipy.stats import beta

from wres.stats import Pair
from wres.stats.shrinkage import shrunken_shares

SEED, DRAWS = 2026, 500
# BME people of each place.
PLACES = {
    "2 sites": [330, 150],
    "6 divisions": [13, 53, 88, 132, 176, 198],
    "12 divisions": [13, 33, 66, 132, 198, 264, 352, 440, 572, 704, 924, 1142],
    "40 directorates": [10, 15, 20, 30, 40, 60, 90, 130, 180, 240] * 4,
}
SHARES = (0.2, 0.02)
# Standard deviations of the places' log odds: none, some, a doubling of the odds.
SPREADS = (0.0, 0.2, 0.7)
Floats = npt.NDArray[np.float64]
Ends = tuple[Floats, Floats]


def main() -> None:
    """Print coverage of shares and ranks in each setting."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--draws", type=int, default=DRAWS, help="draws a setting")
    draws = parser.parse_args().draws
    print(
        f"{draws} draws a setting, seed {SEED}. Coverage: of all places, 95% is asked for; least:\n"
        "of the place covered least; ranks: where places differ. Width: the median, in points.\n"
    )
    print("| Places | Share | Spread | Method | Coverage | Least | Width | Ranks |")
    print("|---|--:|--:|---|--:|--:|--:|--:|")
    for number, (name, people) in enumerate(PLACES.items()):
        for share in SHARES:
            for spread in SPREADS:
                seed = (SEED, number, int(1000 * share), int(10 * spread))
                for line in lines(np.array(people), share, spread, draws, seed):
                    print(f"| {name} | {share:.0%} | {spread} | {line} |", flush=True)


def lines(
    people: npt.NDArray[np.int64], share: float, spread: float, draws: int, seed: Sequence[int]
) -> list[str]:
    """Draw one setting; give what is printed of each method."""
    random = np.random.default_rng(seed)
    held: dict[str, list[npt.NDArray[np.bool_]]] = {name: [] for name in METHODS}
    widths: dict[str, list[Floats]] = {name: [] for name in METHODS}
    ranked: list[float] = []
    for _ in range(draws):
        truth = expit(logit(share) + spread * random.normal(size=len(people)))
        pairs = [
            Pair(int(one), int(of))
            for one, of in zip(random.binomial(people, truth), people, strict=True)
        ]
        for name, method in METHODS.items():
            (low, high), ranks = method(pairs)
            held[name].append((low <= truth) & (truth <= high))
            widths[name].append(100 * (high - low))
            if ranks is not None and spread:
                true = 1 + np.argsort(np.argsort(-truth))
                ranked.append(float(np.mean((ranks[0] <= true) & (true <= ranks[1]))))
    made = []
    for name in METHODS:
        covered = np.mean(held[name], axis=0)
        of_ranks = f"{np.mean(ranked):.1%}" if name == "weighed" and spread else "–"
        width = np.median(np.concatenate(widths[name]))
        made.append(
            f"{name} | {covered.mean():.1%} | {covered.min():.1%} | {width:.2g} | {of_ranks}"
        )
    return made


def weighed(pairs: Sequence[Pair]) -> tuple[Ends, Ends]:
    """Give the intervals of shares and ranks of a report."""
    found = shrunken_shares(pairs)
    shares, ranks = [one.interval for one in found], [one.ranks for one in found]
    low, high = (np.array([getattr(one, end) for one in shares]) for end in ("lower", "upper"))
    first, last = (np.array([getattr(one, end) for one in ranks]) for end in ("lower", "upper"))
    return (low, high), (first, last)


def fitted(pairs: Sequence[Pair]) -> tuple[Ends, None]:
    """Give intervals that take the likeliest beta distribution for known (empirical Bayes)."""
    events = np.array([one.events for one in pairs], dtype=float)
    people = np.array([one.base for one in pairs], dtype=float)
    centre = logit((events.sum() + 0.5) / (people.sum() + 1))
    means = expit(centre + np.linspace(-1, 1, 60))[:, None]
    sums = np.geomspace(1, 1e7, 70)[None, :]
    first, second = means * sums, (1 - means) * sums
    one, other = first[..., None], second[..., None]
    heights = (betaln(one + events, other + people - events) - betaln(one, other)).sum(axis=2)
    best = np.unravel_index(heights.argmax(), heights.shape)
    after = beta(first[best] + events, second[best] + people - events)
    return (after.ppf(0.025), after.ppf(0.975)), None


METHODS: dict[str, Callable[[Sequence[Pair]], tuple[Ends, Ends | None]]] = {
    "weighed": weighed,
    "fitted": fitted,
}


if __name__ == "__main__":
    main()
