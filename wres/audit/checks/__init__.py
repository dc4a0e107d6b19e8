"""The tests that claims are put to, one module a question."""
