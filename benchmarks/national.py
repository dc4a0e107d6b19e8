"""Times and memory of `wres split`, beside pandas' `read_parquet` and `groupby` in the same run.

The staff list is made up: labels are drawn evenly, so that it holds more different rows than any
real one, and one person in thirty has a second assignment. Its counts are compared with pandas'
own before times are printed.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pandas as pd
import polars as pl

YEAR = 2024
TRUSTS = 212
SEED = 20240331
ETHNICITY = ("A", "B", "C", "H", "J", "K", "M", "N", "P", "R", "Z", "L")
GRADES = (*(f"NHS|XR{band:02}|Review Body Band {band}" for band in range(2, 8)), "8A", "8B")
STAFF_GROUPS = (
    "Nursing and Midwifery Registered",
    "Administrative and Clerical",
    "Allied Health Professionals",
    "Additional Clinical Services",
    "Estates and Ancillary",
)
# What anybody would write, with the columns that the counts need.
BARE = """
import sys, time, pandas
begun = time.perf_counter()
rows = pandas.read_parquet(sys.argv[1])
rows.groupby(["Org Code", "Staff Group", "Pay Grade", "Ethnic Origin"]).size()
print(time.perf_counter() - begun)
"""


def staff_list(rows: int, path: Path) -> None:
    """Write a staff list of so many rows, in pieces, trusts in no order."""
    random = np.random.default_rng(SEED)
    codes = pl.Series([f"ZZ{place:03}" for place in range(TRUSTS)])
    sizes = random.lognormal(0, 0.7, TRUSTS)

    def drawn(labels: tuple[str, ...]) -> pl.Series:
        return pl.Series(labels).gather(random.integers(len(labels), size=many))

    pieces = []
    for begin in range(0, rows, 1_500_000):
        many = min(1_500_000, rows - begin)
        person = np.arange(begin, begin + many)
        second = random.random(many) < 1 / 30
        second[0] = False
        first = np.where(second, np.arange(many) - 1, np.arange(many))
        of_trust = random.choice(TRUSTS, many, p=sizes / sizes.sum())
        piece = pl.DataFrame(
            {
                "Org Code": codes.gather(of_trust[first]),
                "Employee Number": pl.Series(10_000_000 + person[first]).cast(pl.String),
                "Primary Flag": pl.Series(np.where(second, "No", "Yes")),
                "Status": drawn(("Active Assignment", "Maternity & Adoption")),
                "Category": drawn(("Permanent", "Fixed Term Temp")),
                "Staff Group": drawn(STAFF_GROUPS),
                "Pay Grade": drawn(GRADES),
                "Ethnic Origin": drawn(ETHNICITY).gather(first),
                "FTE": drawn(("1.0", "0.8", "0.6", "0.5")),
                "Division": drawn(tuple(f"Division {number}" for number in range(8))),
            }
        )
        pieces.append(path.with_suffix(f".{begin}"))
        piece.write_parquet(pieces[-1])
    pl.scan_parquet(pieces).sink_parquet(path)
    for piece_path in pieces:
        piece_path.unlink()


def bare(python: str, path: Path) -> float:
    told = subprocess.run([python, "-c", BARE, str(path)], check=True, stdout=subprocess.PIPE)
    return float(told.stdout)


def split(path: Path, data: Path, workers: int) -> tuple[float, float]:
    """Run the command; give its seconds and the most memory, in megabytes, of any process."""
    shutil.rmtree(data, ignore_errors=True)
    command = [sys.executable, "-m", "wres", "split", str(path), "--year", str(YEAR)]
    told = ["--data", str(data), "--workers", str(workers)]
    measured = (
        "import json, resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True, "
        "stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL); "
        "print(json.dumps(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024))"
    )
    begun = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", measured, *command, *told], check=True, stdout=subprocess.PIPE
    )
    return time.perf_counter() - begun, json.loads(done.stdout)


def compare(path: Path, data: Path) -> None:
    """Hold the head counts of every trust against those that pandas gives from the same rows."""
    rows = pl.read_parquet(path, columns=["Org Code", "Employee Number", "Ethnic Origin"])
    people = rows.unique(["Org Code", "Employee Number"]).to_dict(as_series=False)
    groups = dict.fromkeys("ABC", "White") | dict.fromkeys("HJKMNPRL", "BME") | {"Z": "Unknown"}
    frame = pd.DataFrame(people)
    expected = frame.groupby(["Org Code", frame["Ethnic Origin"].map(groups)]).size()
    for (code, group), number in expected.items():
        table = pd.read_csv(data / code / str(YEAR) / "workforce.csv", dtype={"band": "str"})
        parts = table[["division", "ethnic_group"]].isna().all(axis=1)
        counted = table[parts & table["ethnicity"].eq(group)]["headcount"].sum()
        if counted != number:
            raise SystemExit(f"{code} {group}: {counted}, and by pandas {number}")


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--rows", type=int, default=1_500_000)
    asked.add_argument("--times", type=int, default=10, help="how many times as many rows, too")
    asked.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    asked.add_argument("--work", type=Path, default=Path("build/benchmark-national"))
    asked.add_argument("--pandas", default=sys.executable, help="a Python with pandas and pyarrow")
    given = asked.parse_args()
    given.work.mkdir(parents=True, exist_ok=True)
    print(f"{platform.platform()}, Python {platform.python_version()}, {os.cpu_count()} processors")
    few, data = given.work / "few.parquet", given.work / "data"
    staff_list(given.rows, few)
    baselines, times = [], []
    for _ in range(3):
        baselines.append(bare(given.pandas, few))
        times.append(split(few, data, given.workers))
    compare(few, data)
    (took, held), baseline = min(times), min(baselines)
    beside = f"bare {baseline:.1f} s: {took / baseline:.1f} times"
    print(f"{given.rows:,} rows: {took:.1f} s, {held:.0f} MB; {beside}")
    if given.times > 1:
        many = given.work / "many.parquet"
        staff_list(given.rows * given.times, many)
        longer, larger = split(many, data, given.workers)
        told = f"{longer / took:.1f} times the time, {larger / held:.1f} times the memory"
        print(f"{given.rows * given.times:,} rows: {longer:.1f} s, {larger:.0f} MB: {told}")


if __name__ == "__main__":
    main()
