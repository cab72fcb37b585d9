"""Bounds on hidden counts, by linear programming.

Reads from standard input a list of programs: {"variables": n, "rows": [[[variable, coefficient], ...], number], "cells":
[[variable, ...], ...]}: no variable is negative, each row's sum is its number. Writes for each program the least and the
greatest that the sum of each cell's variables can be. Writes null where there is no SciPy (pip install scipy).
"""

import json
import sys

programs = json.load(sys.stdin)
try:
    from scipy.optimize import linprog
    from scipy.sparse import coo_array
except ImportError:
    print("null")
    sys.exit()

answer = []
for program in programs:
    entries = [(row, variable, coefficient)
               for row, (coefficients, _) in enumerate(program["rows"])
               for variable, coefficient in coefficients]
    rows, variables, coefficients = zip(*entries)
    shape = (len(program["rows"]), program["variables"])
    matrix = coo_array((coefficients, (rows, variables)), shape=shape).tocsr()
    numbers = [number for _, number in program["rows"]]
    ranges = []
    for cell in program["cells"]:
        bounds = []
        for sign in (1, -1):
            cost = [0] * program["variables"]
            for variable in cell:
                cost[variable] = sign
            solved = linprog(cost, A_eq=matrix, b_eq=numbers, bounds=(0, None), method="highs")
            assert solved.status == 0, solved.message
            bounds.append(sign * solved.fun)
        ranges.append(bounds)
    answer.append(ranges)
print(json.dumps(answer))
