import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** Where an installation keeps what is not in a database server. */
export interface DataFolder {
  /** True when no database was ever made in it. */
  readonly isNew: boolean
  readonly databasePath: string
  readonly filesPath: string
  /** The key of the files, made at first use and kept in the folder with mode 0600. 32 bytes. */
  encryptionKey(): Promise<Uint8Array>
}

/**
 * Takes a folder for this process alone, or says that another one has it. Two processes on one embedded database lose
 * each other's rows without a word, so the lock comes first. It is a lock of the operating system, taken through SQLite
 * on a file of its own: it ends with the process, however that ends, so nothing stale is ever left behind.
 */
export async function takeFolder(path: string): Promise<(DataFolder & { release(): void }) | 'taken'> {
  const folder = await dataFolder(path)
  const lock = new DatabaseSync(join(path, 'lock'), { timeout: 0 })
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    if (isBusy(error)) return 'taken'
    throw error
  }
  return { ...folder, release: () => lock.close() }
}

/** The folder, made when it is missing, without taking it: processes that share a database server share it too. */
export async function dataFolder(path: string): Promise<DataFolder> {
  await mkdir(path, { recursive: true, mode: 0o700 })
  const databasePath = join(path, 'database')
  return {
    isNew: !existsSync(databasePath),
    databasePath,
    filesPath: join(path, 'files'),
    encryptionKey: () => keyIn(join(path, 'encryption-key')),
  }
}

const SQLITE_BUSY = 5
const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY

async function keyIn(path: string): Promise<Uint8Array> {
  if (!existsSync(path))
    await writeFile(path, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx', flush: true })
  await chmod(path, 0o600)
  return readKey((await readFile(path, 'utf8')).trim())
}

/** A key from its 64 hexadecimal digits. */
export function readKey(digits: string): Uint8Array {
  if (!/^[0-9a-f]{64}$/i.test(digits)) throw new Error('the encryption key is damaged')
  return Buffer.from(digits, 'hex')
}
