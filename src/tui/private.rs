//! A folder in clear for as long as another program needs a file of the book: nobody else can look into it, it is in memory
//! where there is such a place, and is overwritten and removed afterwards – by the next program, where this one died.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

/// The file that is locked for as long as the folder is in use.
const LOCK: &str = "in-use";

/// How the names of the folders begin.
const PREFIX: &str = "wardbook-";

/// A folder of mode 0700 that is overwritten and removed when it goes, with all that the editor left in it.
pub struct PrivateFolder {
    folder: tempfile::TempDir,
    /// The system lets go of it however this program ends.
    _lock: fs::File,
}

impl PrivateFolder {
    /// Makes one, and wipes those of programs that died before they could.
    pub fn make() -> std::io::Result<Self> {
        let made = Self::fresh()?;
        sweep(made.path());
        Ok(made)
    }

    fn fresh() -> std::io::Result<Self> {
        let mut builder = tempfile::Builder::new();
        builder.prefix(PREFIX);
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o700));
        let made = in_memory().into_iter().find_map(|place| builder.tempdir_in(place).ok());
        let folder = made.map_or_else(|| builder.tempdir(), Ok)?;
        let lock = fs::File::create_new(folder.path().join(LOCK))?;
        lock.lock()?;
        Ok(Self { folder, _lock: lock })
    }

    /// Writes a file into it that only the officer can read.
    pub fn write(&self, name: &str, bytes: &[u8]) -> std::io::Result<PathBuf> {
        let path = self.path().join(name);
        let mut options = fs::OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        options.open(&path)?.write_all(bytes)?;
        Ok(path)
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }
}

impl Drop for PrivateFolder {
    fn drop(&mut self) {
        wipe(self.path());
    }
}

/// Wipes and removes the folders of programs that died before they could: beside this one's own, of the same owner,
/// with nobody's lock on them.
fn sweep(own: &Path) {
    let Some(owner) = owner(own) else {
        return;
    };
    let places =
        in_memory().into_iter().chain([std::env::temp_dir()]).chain(own.parent().map(Path::to_owned));
    for entry in places.flat_map(fs::read_dir).flatten().flatten() {
        let path = entry.path();
        let is_named_so = entry.file_name().to_string_lossy().starts_with(PREFIX);
        if !is_named_so || path == own || self::owner(&path) != Some(owner) {
            continue;
        }
        let lock = fs::OpenOptions::new().write(true).open(path.join(LOCK));
        if lock.is_ok_and(|lock| lock.try_lock().is_ok()) {
            wipe(&path);
            let _ = fs::remove_dir_all(&path);
        }
    }
}

/// Whose folder it is; `None` where it is no folder, or the system does not tell.
fn owner(folder: &Path) -> Option<u32> {
    let facts = fs::symlink_metadata(folder).ok().filter(fs::Metadata::is_dir)?;
    #[cfg(unix)]
    return Some(std::os::unix::fs::MetadataExt::uid(&facts));
    #[cfg(not(unix))]
    return Some(0).filter(|_| facts.is_dir());
}

/// Where files do not reach the disk, as far as the system has such a place.
fn in_memory() -> Vec<PathBuf> {
    let own = std::env::var_os("XDG_RUNTIME_DIR").filter(|path| !path.is_empty()).map(PathBuf::from);
    own.into_iter().chain([PathBuf::from("/dev/shm")]).filter(|path| path.is_dir()).collect()
}

/// Overwrites every file below a folder. What cannot be overwritten is at least removed with the folder.
fn wipe(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let Ok(facts) = fs::symlink_metadata(&path) else {
            continue;
        };
        if facts.is_dir() {
            wipe(&path);
        } else if facts.is_file() {
            let zeros = vec![0; usize::try_from(facts.len()).unwrap_or(0)];
            let file = fs::OpenOptions::new().write(true).open(&path);
            let _ = file.and_then(|mut file| file.write_all(&zeros).and_then(|()| file.sync_data()));
        }
    }
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use super::*;

    #[test]
    fn what_a_program_left_that_died_is_swept_and_what_is_in_use_is_not() {
        let in_use = PrivateFolder::fresh().unwrap();
        let folder = tempfile::Builder::new().prefix(PREFIX).tempdir_in(in_use.path().parent().unwrap());
        let folder = folder.unwrap().keep();
        fs::write(folder.join(LOCK), "").unwrap();
        fs::write(folder.join("story.txt"), "in clear").unwrap();
        // Of another kind: no program of this one's kind made it.
        let other =
            tempfile::Builder::new().prefix(PREFIX).tempdir_in(in_use.path().parent().unwrap()).unwrap();
        let own = PrivateFolder::fresh().unwrap();
        sweep(own.path());
        assert!(!folder.exists() && in_use.path().exists() && own.path().exists() && other.path().exists());
    }
}
