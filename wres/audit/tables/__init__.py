"""The tables of published reports: their headings, their figures, the claims that these make."""
