/** What the operating system says of a file or a folder: no such one, no permission, no room. */
export interface SystemError extends NodeJS.ErrnoException {
  code: string;
  /** Of a renaming: the name that was to be. */
  dest?: string;
}

export function isSystemError(error: unknown): error is SystemError {
  return error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string';
}

/** The fault with the place it befell: 'x/y: ENOTDIR, a file stands where a folder belongs: name a folder'. */
export function systemFault(error: SystemError): string {
  const place = error.dest ?? error.path;
  return place ? `${place}: ${faultWords(error)}` : faultWords(error);
}

/** Its code, in plain words what is so, and what to do; what has no entry here, as Node says it. */
export function faultWords({ code, message }: SystemError): string {
  return Object.hasOwn(WORDS, code) ? `${code}, ${WORDS[code]}` : message;
}

/** For `catch`: the error with its path, which Node leaves out where a folder is read as a file. */
export function atPath(path: string): (error: unknown) => never {
  return (error) => {
    if (isSystemError(error)) error.path ??= path;
    throw error;
  };
}

const NO_PERMISSION = 'no permission: ask for it, or choose another place';
const NO_ROOM = 'no room is left: make some, or choose another place';

/** Codes of POSIX (`errno.h`) that a wrong path, place or kind of file leads to. */
const WORDS: Record<string, string> = {
  EACCES: NO_PERMISSION,
  EDQUOT: NO_ROOM,
  EEXIST: 'something is there already: choose another name',
  EFBIG: NO_ROOM,
  EISDIR: 'a folder stands where a file belongs: name a file',
  ELOOP: 'its links lead in a circle: name the file itself',
  EMFILE: 'too many files are open: raise `ulimit -n`',
  ENAMETOOLONG: 'the name is too long: choose a shorter one',
  ENOENT: 'no such file or folder: check the name, or make its folder first',
  ENOSPC: NO_ROOM,
  ENOTDIR: 'a file stands where a folder belongs: name a folder',
  ENOTEMPTY: 'the folder is not empty: choose another one',
  EPERM: NO_PERMISSION,
  EROFS: 'nothing can be written on this disk: choose another place',
};
