"""Who makes the reports: processes of this machine, or the workers of a Dask cluster."""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

from wres.apart import given_up_on_interrupt, warm_up
from wres.batch.units import ATTEMPTS, GIVEN_UP, WARM, Outcome, failed, make_apart
from wres.errors import UsageError
from wres.report import Report
from wres.stopping import finishes_telling

__all__ = ["in_processes", "on_cluster"]

# Workers that are begun together with the run need some time to come.
_SECONDS_FOR_WORKERS = 60


def in_processes(
    reports: Sequence[Report], workers: int, told: Callable[[str, str], None]
) -> Generator[Outcome]:
    """Yield what became of each report as it is done, `workers` at a time on this machine.

    `told` takes the organisation and what is being done. Of reports that were not finished when
    somebody ended the run, nothing is said.
    """
    warm_up(WARM)
    folder = str(Path.cwd())
    threads = ThreadPoolExecutor(workers, thread_name_prefix="wres-report")
    waiting = [
        threads.submit(make_apart, one, folder, partial(told, one.organisation)) for one in reports
    ]
    try:
        with finishes_telling(), given_up_on_interrupt():
            for done in as_completed(waiting):
                outcome = done.result()
                if outcome.status != GIVEN_UP:
                    yield outcome
    finally:
        threads.shutdown(wait=True, cancel_futures=True)


def on_cluster(reports: Sequence[Report], address: str, workers: int) -> Generator[Outcome]:
    """Yield what became of each report as it is done, on a Dask cluster.

    Parameters
    ----------
    reports : sequence of Report
        Their paths must lead to the same files from every worker: paths are sent, not data.
    address : str
        Of a scheduler (``tcp://...``), or ``local`` for one on this machine.
    workers : int
        How many workers a local cluster has.

    Raises
    ------
    UsageError
        Dask isn't installed, no scheduler answers, or it has no workers.
    """
    try:
        dask: Any = import_module("distributed")  # an optional extra
    except ImportError:
        raise UsageError("--cluster needs Dask: pip install 'wres[cluster]'") from None
    folder = str(Path.cwd())
    with _client(dask, address, workers) as client:
        sent = {
            client.submit(_on_worker, one, folder, pure=False, retries=ATTEMPTS - 1): one
            for one in reports
        }
        for done in dask.as_completed(sent, loop=client.loop):
            if done.status == "finished":
                yield done.result()
            else:  # the worker ended with it, again and again
                yield failed(sent[done], f"its worker ended: {done.exception()}", time.monotonic())


@contextmanager
def _client(dask: Any, address: str, workers: int) -> Iterator[Any]:
    if address != "local":
        try:
            # A client that can't know where to ask is never quite closed.
            dask.comm.get_address_host_port(address)
            client = dask.Client(address, timeout="20s", set_as_default=False)
        except (OSError, ValueError) as fault:
            raise UsageError(f"no scheduler answers at {address} ({fault})") from None
        with client:
            try:
                client.wait_for_workers(1, timeout=_SECONDS_FOR_WORKERS)
            except TimeoutError:
                told = (
                    f"the scheduler at {address} had no worker for {_SECONDS_FOR_WORKERS} seconds"
                )
                raise UsageError(f"{told}; begin one with: dask worker {address}") from None
            yield client
        return
    with (
        dask.LocalCluster(
            n_workers=workers,
            threads_per_worker=1,
            host="127.0.0.1",
            dashboard_address=None,
            silence_logs="ERROR",
        ) as cluster,
        dask.Client(cluster, set_as_default=False) as client,
    ):
        yield client


def _on_worker(report: Report, folder: str) -> Outcome:
    """Make one report on a worker, whose threads keep it from forking: a fork server does."""
    # A worker is started as a process that may have no children, for fear that they outlive it.
    # Ours end with it.
    multiprocessing.current_process().daemon = False
    warm_up(WARM)
    return make_apart(report, folder)
