"""An adversary who has nothing but the published files, and knows how counts are withheld.

The road: `reading` collects the published files of one or two years. `results_csv` (with
`subjects`, `band_sums`, `strata`, `peers`), `tables`, `more_tables`, `sentences` and `told` turn
every figure in them into a fact about unknown whole numbers with the rounding it was printed with.
`structure` adds what anyone knows (groups add up), `solver` bounds each hidden count by integer
programming. `made` and `beside` draw the trusts. Nothing of `wres` is imported here but to make
the reports.
"""
