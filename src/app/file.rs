//! Files that are written for people: whole or not at all.

use std::io::{BufWriter, Write};
use std::path::Path;

use super::AppError;

/// Writes a file beside its place, and puts it there when it is whole and on the disk. A
/// file that stood there is replaced.
pub fn write_whole<T, E: From<AppError>>(
    path: &Path,
    write: impl FnOnce(&mut BufWriter<&mut std::fs::File>) -> Result<T, E>,
) -> Result<T, E> {
    let failed = |error| E::from(AppError::file(path, error));
    if path.is_dir() {
        return Err(failed(std::io::ErrorKind::IsADirectory.into()));
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = tempfile::NamedTempFile::new_in(folder).map_err(failed)?;
    let mut writer = BufWriter::new(file.as_file_mut());
    let written = write(&mut writer)?;
    writer.flush().map_err(failed)?;
    drop(writer);
    file.as_file().sync_all().map_err(failed)?;
    file.persist(path).map_err(|error| failed(error.error))?;
    Ok(written)
}
