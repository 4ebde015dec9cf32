"""Every reader of files against a great many damaged ones: `python -m benchmarks.soak`.

`mangle` damages a file as hands and machines do, `readers` has each reader with good files to begin with, `run` counts.
"""
