"""Workers of a cluster."""

import distributed
import pytest

from wres.batch import workers
from wres.batch.workers import on_cluster
from wres.errors import UsageError


def test_scheduler_without_workers_is_told_and_not_waited_for(monkeypatch):
    monkeypatch.setattr(workers, "_SECONDS_FOR_WORKERS", 1)
    nobody = distributed.LocalCluster(n_workers=0, host="127.0.0.1", dashboard_address=None)
    words = "had no worker for 1 seconds; begin one with: dask worker"
    with nobody, pytest.raises(UsageError, match=words):
        list(on_cluster([], nobody.scheduler_address, 1))


def test_an_address_without_a_port_is_told_at_once() -> None:
    with pytest.raises(UsageError, match="missing port number"):
        list(on_cluster([], "tcp://127.0.0.1", 1))
