"""An adversary who has nothing but the published files, and knows how counts are withheld.

The road: `reading` collects the published files of one or two years, `results_csv`, `tables` and
`sentences` turn every figure in them into a fact about unknown whole numbers with the rounding that
it was printed with, `structure` adds what anyone knows (groups add up), `solver` bounds each
hidden count by integer programming. Nothing of `wres` is imported here but to make the reports.
"""
