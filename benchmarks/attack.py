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
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, ProcessPoolExecutor, wait
from multiprocessing import get_context
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.attack.adversary import Attack
from tests.attack.attacking import attack_reports, generated


def main() -> int:
    options = _options()
    started, total, done = time.monotonic(), Attack(), 0
    seeds = range(options.first, options.first + options.reports // 2)
    for seed, outcome in _attacks(seeds, options):
        total.add(outcome)
        _tell(seed, outcome)
        done += 1
        if done % 10 == 0:
            print(f"so far, {2 * done} reports: {total}", flush=True)
    minutes = (time.monotonic() - started) / 60
    print(f"{2 * done} reports of {done} trusts in {minutes:.1f} minutes")
    print(total)
    broken = bool(total.misread or total.unexplained)
    return int(broken or bool(total.findings) is not options.no_secondary)


def _attacks(seeds: range, options: argparse.Namespace) -> Iterator[tuple[int, Attack]]:
    """Attack one trust after the other, as they end, until all are done or time is up."""
    until = time.monotonic() + 60 * options.minutes
    waiting, running = list(seeds), {}
    with ProcessPoolExecutor(options.workers, mp_context=get_context("spawn")) as pool:
        while waiting or running:
            while waiting and len(running) < options.workers and time.monotonic() < until:
                seed = waiting.pop(0)
                running[pool.submit(_attack_one, (seed, not options.no_secondary))] = seed
            if not running:
                return
            for ended in wait(running, return_when=FIRST_COMPLETED).done:
                yield running.pop(ended), ended.result()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--reports", type=int, default=200, help="reports, two a trust")
    parser.add_argument("--no-secondary", action="store_true", help="withhold small counts only")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--minutes", type=float, default=600, help="begin no trust after so long")
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
