//! Files that are written for people: whole or not at all.

use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use super::AppError;

/// A path at which there is nothing yet: the one that was told, or one with a number behind its name.
pub fn free_path(path: &Path) -> PathBuf {
    numbered(path).find(|path| !path.exists()).unwrap_or_else(|| path.to_owned())
}

/// A path, then those with a number behind its name.
pub(super) fn numbered(path: &Path) -> impl Iterator<Item = PathBuf> {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let ending = path.extension().map(|ending| format!(".{}", ending.to_string_lossy())).unwrap_or_default();
    let others = (2_u32..).map(move |number| format!("{stem}-{number}{ending}"));
    std::iter::once(path.to_owned()).chain(others.map(|name| path.with_file_name(name)))
}

/// A file that lies whole and on the disk beside its place, and is gone unless it is put there.
pub struct Whole {
    file: tempfile::NamedTempFile,
    path: PathBuf,
}

impl Whole {
    /// Its place.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// A file that was written beside its place, whole and on the disk.
    pub fn of(file: tempfile::NamedTempFile, path: &Path) -> Result<Self, AppError> {
        file.as_file().sync_all().map_err(|error| AppError::file(path, error))?;
        Ok(Self { file, path: path.to_owned() })
    }

    /// Puts it there; a file that stood there is replaced. What is no file, a device or a pipe, is written to.
    pub fn put(self) -> Result<(), AppError> {
        let path = self.path;
        if std::fs::metadata(&path).is_ok_and(|there| !there.is_file() && !there.is_dir()) {
            let written = self.file.reopen().and_then(|mut from| {
                std::io::copy(&mut from, &mut std::fs::OpenOptions::new().write(true).open(&path)?)
            });
            return written.map(|_| ()).map_err(|error| AppError::file(&path, error));
        }
        self.file.persist(&path).map(|_| ()).map_err(|error| AppError::file(&path, error.error))
    }
}

/// Writes a file beside its place; nothing stands there yet.
pub fn whole<T, E: From<AppError>>(
    path: &Path,
    write: impl FnOnce(&mut BufWriter<&mut std::fs::File>) -> Result<T, E>,
) -> Result<(Whole, T), E> {
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
    Ok((Whole { file, path: path.to_owned() }, written))
}

/// Writes a file beside its place, and puts it there when it is whole and on the disk. A
/// file that stood there is replaced.
pub fn write_whole<T, E: From<AppError>>(
    path: &Path,
    write: impl FnOnce(&mut BufWriter<&mut std::fs::File>) -> Result<T, E>,
) -> Result<T, E> {
    let (file, written) = whole(path, write)?;
    file.put()?;
    Ok(written)
}

#[cfg(all(test, unix))]
mod tests {
    use std::io::Write;
    use std::os::unix::fs::FileTypeExt;

    use super::*;

    #[test]
    fn a_pipe_is_written_to_and_stays_one() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("pipe");
        let made = std::process::Command::new("mkfifo").arg(&path).status();
        if !made.is_ok_and(|status| status.success()) {
            eprintln!("skipped: there is no `mkfifo` here");
            return;
        }
        let reader = std::thread::spawn({
            let path = path.clone();
            move || std::fs::read(path).unwrap()
        });
        write_whole(&path, |writer| {
            writer.write_all(b"whole").map_err(|error| AppError::file(Path::new("pipe"), error))
        })
        .unwrap();
        assert_eq!(reader.join().unwrap(), b"whole");
        assert!(std::fs::metadata(&path).unwrap().file_type().is_fifo());
    }
}
