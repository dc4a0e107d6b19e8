"""The audit of a published report: its claims, recomputed and held against each other."""

from wres.audit.auditing import audit_claims, audit_report
from wres.audit.candidates import Report, read_report
from wres.audit.claim import Claim, Spot
from wres.audit.findings import AuditFinding

__all__ = [
    "AuditFinding",
    "Claim",
    "Report",
    "Spot",
    "audit_claims",
    "audit_report",
    "read_report",
]
