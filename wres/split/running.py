"""From a staff list to the data folder: parted, counted side by side, written whole."""

from __future__ import annotations

import multiprocessing
import tempfile
from collections.abc import Callable, Generator, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

import polars as pl

from wres.apart import can_fork, leave_ending_to_asker, warm_up
from wres.definitions.headings import fold_heading
from wres.errors import InputError, Problem
from wres.extracts.people import number_of
from wres.scratch import scratch_folder
from wres.shelf import told_of_disk
from wres.sources.files import InputFile
from wres.sources.folders import shown_path
from wres.sources.trust import is_ods_code
from wres.split.counting import Asked, Split, count_part
from wres.split.layout import NUMBER, ORGANISATION, REQUIRED, REQUIRED_OF_TOTALS, TOTALS
from wres.split.opening import StaffList, open_staff_list
from wres.split.parting import parted
from wres.split.widths import require_even
from wres.split.writing import write_split

__all__ = ["SplitList", "split_staff_list"]


@dataclass(frozen=True)
class SplitList:
    """What became of a list.

    Parameters
    ----------
    trusts : list of (Split, str)
        Every trust by ODS code, and what became of it: `written`, `unchanged` or `failed`.
    notes : list of Problem
        What was left out of the list itself.
    """

    trusts: list[tuple[Split, str]] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)


def split_staff_list(
    file: InputFile,
    data: Path,
    year: int,
    *,
    headings: Mapping[str, str] | None = None,
    source: str | None = None,
    replacing: bool = False,
    workers: int = 2,
    told: Callable[[Split, str], None] | None = None,
) -> SplitList:
    """Count the staff of every trust of a list and write each trust's workforce table.

    The list is read once and never held: rows go to one file a trust in a folder that only this
    user may read and that is gone at the end, and are counted from there.

    Parameters
    ----------
    file : InputFile
        One row an assignment on 31 March: the columns of the workforce extract and the trust's ODS
        code.
    data : Path
        The data folder; a trust that has none gets a folder.
    year : int
        Year of the snapshot.
    headings : mapping of str to str, optional
        Further headings, and the field that each means.
    source : str, optional
        What reports are to name as the source.
    replacing : bool
        Whether a table that is there with other counts is written over.
    workers : int
        How many processes count.
    told : callable, optional
        Takes each trust, and what became of it, as it is done.

    Raises
    ------
    InputError
        The list can't be read, or has rows of no trust; nothing is written then. What is wrong
        with one trust's rows is among its problems, and keeps no other back.
    ShelfError
        A disk is full, or nothing may be written to it; what was written until then is whole.
    """
    if data.exists() and not data.is_dir():
        rule, remedy = "must be a folder", "Give the data folder with --data."
        raise InputError([Problem(shown_path(data), rule, remedy)])
    staff = open_staff_list(file, headings)
    require_even(staff)
    asked = Asked(file, staff.headings, data, year)
    origin = source or f"staff list of many trusts ({file.path.name})"
    done: list[tuple[Split, str]] = []
    scratch = Path(tempfile.gettempdir())
    with told_of_disk(data, "another data folder with --data"), scratch_folder() as folder:
        with told_of_disk(scratch, "another folder in the environment as TMPDIR"):
            parts = parted(staff, folder)
        notes = [*staff.notes, *_left_out(staff, parts)]
        with closing(_counted(parts, asked, workers)) as counted:  # nobody counts beyond it
            for split in chain(_no_codes(parts, asked), counted):
                outcome = write_split(split, asked, origin, replacing=replacing)
                done.append((split, outcome))
                if told is not None:
                    told(split, outcome)
    return SplitList(sorted(done, key=lambda one: one[0].organisation), notes)


def _left_out(staff: StaffList, parts: dict[str, Path]) -> Iterator[Problem]:
    """Take blank rows, totals, remarks and repeated headers out; refuse rows of no trust."""
    heading = fold_heading(staff.headings[ORGANISATION])
    for code in [one for one in parts if one in TOTALS or not is_ods_code(one)]:
        rows = pl.read_parquet(parts[code]).sort(NUMBER)
        if fold_heading(code) == heading:
            what = "repeated header left out"
        elif _is_blank(rows, REQUIRED_OF_TOTALS if code in TOTALS else REQUIRED):
            what = "blank row, total or remark left out"
        elif code and code not in TOTALS:
            continue  # refused as a trust
        else:
            told = f"must say which trust's it is ({number_of(len(rows), 'row', 'rows')})"
            raise InputError([_problem(staff, rows, told, given=code or None)])
        del parts[code]
        told = f"{what} ({number_of(len(rows), 'row', 'rows')})"
        yield _problem(staff, rows, told, "Nothing need be done; if it should count, complete it")


def _is_blank(rows: pl.DataFrame, names: list[str]) -> bool:
    return all((rows[name].str.strip_chars() == "").all() for name in names)


def _problem(
    staff: StaffList,
    rows: pl.DataFrame,
    rule: str,
    action: str = "Complete the rows",
    given: str | None = None,
) -> Problem:
    column = staff.headings[ORGANISATION]
    return staff.file.problem(rule, action, row=int(rows[NUMBER][0]), column=column, given=given)


def _counted(parts: dict[str, Path], asked: Asked, workers: int) -> Generator[Split]:
    """Count the parts, the largest first, so that no process is left with it at the end."""
    codes = sorted(parts, key=lambda code: -parts[code].stat().st_size)
    warm_up(["wres.split.counting"])
    context = multiprocessing.get_context("forkserver" if can_fork() else "spawn")
    with ProcessPoolExecutor(workers, context, initializer=leave_ending_to_asker) as processes:
        waiting = {processes.submit(count_part, code, parts[code], asked): code for code in codes}
        try:
            for done in as_completed(waiting):
                try:
                    yield done.result()
                except BrokenProcessPool:
                    yield _ended(waiting[done], asked)
        except BaseException:
            processes.shutdown(cancel_futures=True)
            raise


def _no_codes(parts: dict[str, Path], asked: Asked) -> Iterator[Split]:
    """Take out of the parts, and refuse, those whose code is none."""
    for code in [one for one in parts if not is_ods_code(one)]:
        rows = pl.read_parquet(parts.pop(code), columns=[NUMBER])[NUMBER]
        rule = "must be an ODS code, 3 to 6 letters and digits "
        rule += f"({number_of(len(rows), 'row', 'rows')})"
        column, row = asked.headings[ORGANISATION], int(str(rows.min()))
        problem = asked.file.problem(rule, "Correct the code", row=row, column=column, given=code)
        yield Split(code, len(rows), problems=[problem])


def _ended(code: str, asked: Asked) -> Split:
    rule = f"{code} was not counted: the process that counted ended (out of memory, or killed)"
    return Split(code, 0, problems=[asked.file.problem(rule, "Give fewer --workers")])
