"""Words made from results, so that a sentence cannot contradict its figures."""

from wres.narrative.conclusions import conclusions
from wres.narrative.findings import departures, findings, policy
from wres.narrative.locality import no_locality
from wres.narrative.narrative import Narrative
from wres.narrative.national import national, national_sources
from wres.narrative.notes import performance_notes
from wres.narrative.peers import peers
from wres.narrative.travel import NO_TRAVEL, Travel, direction_of_travel

__all__ = [
    "NO_TRAVEL",
    "Narrative",
    "Travel",
    "conclusions",
    "departures",
    "direction_of_travel",
    "findings",
    "national",
    "national_sources",
    "no_locality",
    "peers",
    "performance_notes",
    "policy",
]
