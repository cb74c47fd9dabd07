//! Backups behind a password, in the age format: any age program with the password opens them, too.

use std::fs::File;
use std::io::{self, BufReader, BufWriter, Read, Write};
use std::path::Path;

use age::secrecy::SecretString;
use age::{DecryptError, Decryptor, Encryptor, scrypt};
use tempfile::TempPath;

use super::super::error::StoreError;
use super::super::fault::named_io;
use super::copy::temporary;

/// How every file in that format begins.
const MAGIC: &[u8] = b"age-encryption.org/";
/// The largest work factor that is tried: about a minute on a slow computer. What lies above is no backup
/// of this program but an attempt to keep it busy.
const MAX_WORK: u8 = 22;

/// Whether a file is sealed with a password.
///
/// # Errors
/// Where it cannot be read.
pub fn is_encrypted(path: &Path) -> Result<bool, StoreError> {
    let mut start = Vec::with_capacity(MAGIC.len());
    let file = File::open(path).map_err(|error| named_io(path, error))?;
    file.take(MAGIC.len() as u64).read_to_end(&mut start).map_err(|error| named_io(path, error))?;
    Ok(start == MAGIC)
}

/// A sealed copy of `plain` beside `to`.
pub(super) fn seal(plain: &Path, to: &Path, password: &str) -> Result<TempPath, StoreError> {
    let sealed = temporary(to)?;
    let write = || -> io::Result<()> {
        let output = BufWriter::new(File::options().write(true).open(&sealed)?);
        let encryptor = Encryptor::with_user_passphrase(SecretString::from(password.to_owned()));
        let mut output = encryptor.wrap_output(output)?;
        io::copy(&mut File::open(plain)?, &mut output)?;
        output.finish()?.flush()
    };
    write().map_err(|error| named_io(to, error))?;
    Ok(sealed)
}

/// Opens a sealed file into the file `plain`.
pub(super) fn unseal(sealed: &Path, plain: &Path, password: Option<&str>) -> Result<(), StoreError> {
    let mut output = File::options().write(true).open(plain).map_err(|error| named_io(plain, error))?;
    unseal_into(sealed, &mut output, password)
}

/// Opens a sealed file in memory, so that its content is nowhere on the disk in the clear, whatever becomes of
/// the program meanwhile.
pub(super) fn unseal_in_memory(sealed: &Path, password: Option<&str>) -> Result<Vec<u8>, StoreError> {
    let mut plain = Vec::new();
    unseal_into(sealed, &mut plain, password)?;
    Ok(plain)
}

fn unseal_into(sealed: &Path, output: &mut impl Write, password: Option<&str>) -> Result<(), StoreError> {
    let path = || sealed.to_path_buf();
    let password = password.ok_or_else(|| StoreError::WrongPassword { path: path() })?;
    let named = |error: DecryptError| match error {
        DecryptError::Io(error) => broken(sealed, error),
        DecryptError::DecryptionFailed | DecryptError::KeyDecryptionFailed | DecryptError::NoMatchingKeys => {
            StoreError::WrongPassword { path: path() }
        }
        error => StoreError::Damaged { path: path(), detail: error.to_string() },
    };
    let input = BufReader::new(File::open(sealed).map_err(|error| named_io(sealed, error))?);
    let decryptor = Decryptor::new_buffered(input).map_err(named)?;
    let mut identity = scrypt::Identity::new(SecretString::from(password.to_owned()));
    identity.set_max_work_factor(MAX_WORK);
    let mut content = decryptor.decrypt(std::iter::once(&identity as &dyn age::Identity)).map_err(named)?;
    io::copy(&mut content, output).map_err(|error| broken(sealed, error))?;
    Ok(())
}

/// Content that does not decrypt was cut off or changed since it was sealed.
fn broken(sealed: &Path, error: io::Error) -> StoreError {
    match error.kind() {
        io::ErrorKind::UnexpectedEof | io::ErrorKind::InvalidData | io::ErrorKind::Other => {
            StoreError::Damaged { path: sealed.to_path_buf(), detail: error.to_string() }
        }
        _ => named_io(sealed, error),
    }
}
