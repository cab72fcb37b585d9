//! The `wardbook` program: parses, dispatches, exits.

fn main() -> std::process::ExitCode {
    wardbook::cli::main()
}
