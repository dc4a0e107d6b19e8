"""Attack many generated reports and print what was read and what was found.

    python benchmarks/attack.py --reports 200                  # must find nothing
    python benchmarks/attack.py --reports 200 --no-secondary   # must find counts

Reports come in pairs, two consecutive years of one trust: 200 reports are 100 trusts. Every
trust is rendered in full (HTML and PDF, all chapters), then all files of both years are attacked
together (see tests/attack). Two processes by default, one a core.
"""

from __future__ import annotations

import argparse
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.attack.adversary import Attack
from tests.attack.attacking import attack_reports, generated


def main() -> int:
    options = _options()
    started, total = time.monotonic(), Attack()
    seeds = range(options.first, options.first + options.reports // 2)
    jobs = [(seed, not options.no_secondary) for seed in seeds]
    with ProcessPoolExecutor(options.workers, mp_context=get_context("spawn")) as pool:
        for seed, outcome in zip(seeds, pool.map(_attack_one, jobs), strict=True):
            total.add(outcome)
            _tell(seed, outcome)
    minutes = (time.monotonic() - started) / 60
    print(f"{2 * len(seeds)} reports of {len(seeds)} trusts in {minutes:.1f} minutes")
    print(total)
    broken = bool(total.misread or total.unexplained)
    return int(broken or bool(total.findings) is not options.no_secondary)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--reports", type=int, default=200, help="reports, two a trust")
    parser.add_argument("--no-secondary", action="store_true", help="withhold small counts only")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--first", type=int, default=1, help="seed of the first trust")
    return parser.parse_args()


def _attack_one(job: tuple[int, bool]) -> Attack:
    seed, secondary = job
    return attack_reports(*generated(seed), secondary=secondary)


def _tell(seed: int, outcome: Attack) -> None:
    print(f"trust {seed}: {len(outcome.findings)} found", flush=True)
    for line in [*map(str, outcome.findings), *outcome.misread[:5], *outcome.unexplained[:5]]:
        print(f"  {line}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
