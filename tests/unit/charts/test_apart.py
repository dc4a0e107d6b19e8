"""Labels that keep apart."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wres.charts.apart import spread

places = st.lists(st.floats(0.0, 2.5), min_size=1, max_size=8)


@given(places)
def test_labels_never_overlap_and_stay_within_the_span(wanted):
    middles = sorted(spread(wanted, [0.2] * len(wanted), 0.0, 2.5))
    assert all(below - above >= 0.2 - 1e-9 for above, below in pairwise(middles))
    assert middles[0] >= 0.1 - 1e-9
    assert middles[-1] <= 2.4 + 1e-9


@given(places)
def test_labels_keep_the_order_of_what_they_label(wanted):
    middles = spread(wanted, [0.2] * len(wanted), 0.0, 2.5)
    assert [
        wanted[place] for place in sorted(range(len(wanted)), key=middles.__getitem__)
    ] == sorted(wanted)


def test_labels_with_room_stay_where_they_belong():
    assert spread([2.0, 0.5, 1.0], [0.2] * 3, 0.0, 2.5) == pytest.approx([2.0, 0.5, 1.0])


def test_labels_of_unequal_height_keep_apart():
    assert spread([1.0, 1.0], [0.4, 0.2], 0.0, 4.0) == pytest.approx([0.9, 1.2], abs=0.11)
