//! The `wardbook` program: parses, dispatches, exits.

/// An import makes its cases on one thread and lets them go on another, which few allocators are made for.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    wardbook::cli::main()
}
