const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or directory',
  EACCES: 'permission denied',
  EPERM: 'operation not permitted',
  EISDIR: 'it is a directory',
  ENOTDIR: 'a part of the path is not a directory',
  ENOSPC: 'no space left on the device',
  EROFS: 'the file system is read-only',
  ENAMETOOLONG: 'the name is too long',
  ELOOP: 'too many symbolic links',
};

/** Whether `error` comes from the operating system. By shape: errors of Node's own functions may be of another realm. */
export function isSystemError(error: unknown): error is { readonly code: string; readonly message: string } {
  return typeof error === 'object' && error !== null && 'code' in error && 'syscall' in error;
}

/** Why a file operation failed, in words. */
export function systemErrorReason(error: unknown): string {
  return isSystemError(error) ? (reasons[error.code] ?? error.message) : String(error);
}
