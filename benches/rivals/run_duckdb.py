"""DuckDB's side of `cargo bench --bench rivals`, through its Python package.

    versions                 the package's version, if installed, and where the package `duckdb-cli` keeps its program, if installed
    load DATABASE SQL        runs SQL on a database file of its own
    rows DATABASE SQL        prints the rows: the whole process that is measured
    json DATABASE SQL        prints the rows as one JSON array
    time DATABASE SQL TIMES  seconds of the first run of the query, and the median of TIMES more, without any start
"""

import sys

try:
    import duckdb
except ImportError:
    duckdb = None


def main():
    task, *rest = sys.argv[1:]
    if task == "versions":
        from importlib.util import find_spec
        from pathlib import Path

        print(duckdb.__version__ if duckdb else "")
        found = find_spec("duckdb_cli")
        program = Path(found.origin).with_name("duckdb") if found and found.origin else None
        print(program if program and program.exists() else "")
        return
    database, sql, *rest = rest
    connection = duckdb.connect(database, read_only=task != "load")
    if task == "load":
        connection.execute(sql)
    elif task == "rows":
        for row in connection.execute(sql).fetchall():
            print(*row, sep="\t")
    elif task == "json":
        import json

        result = connection.execute(sql)
        names = [column[0] for column in result.description]
        print(json.dumps([dict(zip(names, row)) for row in result.fetchall()]))
    elif task == "time":
        from statistics import median
        from time import perf_counter

        def once():
            begun = perf_counter()
            connection.execute(sql).fetchall()
            return perf_counter() - begun

        print(once(), median(once() for _ in range(int(rest[0]))))
    connection.close()


main()
