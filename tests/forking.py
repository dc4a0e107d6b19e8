"""What tests need where the code forks."""

from __future__ import annotations

import pytest

from wres.apart import can_fork

__all__ = ["needs_fork"]

needs_fork = pytest.mark.skipif(not can_fork(), reason="processes don't fork here")
