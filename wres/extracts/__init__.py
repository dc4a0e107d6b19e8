"""A trust's own extracts, one row a person, an application or a case, to counts tables."""
