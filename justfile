# What continuous integration checks.
check:
    bash .ci/run

# All tests.
test:
    cargo test

# Beside sqlite3 and DuckDB (pip install duckdb duckdb-cli) at 10,000, 100,000 and 1,000,000 cases: the tables of docs/PERFORMANCE.md.
bench *sizes:
    cargo bench --bench rivals -- {{sizes}}

# The screens on made-up cases.
demo:
    cargo run --release -- demo

# Licences and advisories, and spelling (cargo install cargo-deny typos-cli).
audit:
    cargo deny check
    typos

# The pictures in screenshots/, painted anew.
screenshots:
    WARDBOOK_WRITE_SCREENSHOTS=1 cargo test --test screenshots

# The briefs of the demo in tests/briefs/, written anew.
briefs:
    WARDBOOK_WRITE_BRIEFS=1 cargo test --test briefs
