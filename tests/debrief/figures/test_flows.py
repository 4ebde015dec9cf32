"""A class on the positions of its story."""

from __future__ import annotations

from game.debrief.figures.flows import flows_of
from game.debrief.figures.sums import Sums, merge
from tests.debrief.a_class import the_exact
from tests.support.counted import a_journal, noisy_ways


def test_every_step_is_followed_from_the_start_and_whoever_stops_is_counted_there() -> None:
    exact = the_exact("three-drinks-down")
    ways = noisy_ways(exact, 12, 4)
    ways[0] = ways[0][:3]
    ways[1] = []
    (counts,) = merge(Sums.of(a_journal(exact, way), exact) for way in ways).groups.values()
    flows = flows_of(counts, exact)
    assert flows.followed
    assert sum(flows.taken.values()) == sum(map(len, ways))
    assert sum(flows.stopped().values()) == 2
    assert flows.stopped()[0] == 1
    assert flows.arrivals()[flows.ways.nodes[0]] == 12
    assert sum(flows.arrivals().get(ending, 0) for ending in flows.ways.endings) == flows.complete == 10
