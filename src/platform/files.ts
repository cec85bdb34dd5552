import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Papers at rest: encrypted, each under a name that tells nothing and can only be a name inside the folder. */
export interface FileStore {
  /**
   * Keeps `bytes` for an owner. The name is a keyed hash of owner and content, so putting the same paper twice, or once
   * more after a crash, makes one file.
   */
  put(ownerId: number, bytes: Uint8Array): Promise<StoredFile>
  /** The bytes of a stored file; throws when they are missing or were changed on disk. */
  get(storageKey: string): Promise<Uint8Array>
}

export interface StoredFile {
  storageKey: string
  sha256: string
}

const VERSION = 1
const IV_BYTES = 12
const TAG_BYTES = 16
const HEADER_BYTES = 1 + IV_BYTES + TAG_BYTES

/** Files in `folder`, encrypted with AES-256-GCM under `key` (32 bytes). */
export function openFolder(folder: string, key: Uint8Array): FileStore {
  const pathOf = (storageKey: string): string => {
    if (!/^[0-9a-f]{64}$/.test(storageKey)) throw new Error('not a storage key')
    return join(folder, storageKey.slice(0, 2), storageKey)
  }
  return {
    async put(ownerId, bytes) {
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      const storageKey = createHmac('sha256', key).update(`${ownerId}:${sha256}`).digest('hex')
      await writeWhole(pathOf(storageKey), encrypt(key, storageKey, bytes))
      return { storageKey, sha256 }
    },
    async get(storageKey) {
      return decrypt(key, storageKey, await readFile(pathOf(storageKey)))
    },
  }
}

/** A file is there whole or not at all: written beside its place, flushed, then renamed into it. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const beside = `${path}.${randomBytes(6).toString('hex')}.part`
  const file = await open(beside, 'w', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(beside, path)
}

function encrypt(key: Uint8Array, storageKey: string, bytes: Uint8Array): Uint8Array {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(storageKey))
  const body = Buffer.concat([cipher.update(bytes), cipher.final()])
  return Buffer.concat([Buffer.from([VERSION]), iv, cipher.getAuthTag(), body])
}

function decrypt(key: Uint8Array, storageKey: string, stored: Uint8Array): Uint8Array {
  if (stored[0] !== VERSION) throw new Error('unknown file format')
  const iv = stored.subarray(1, 1 + IV_BYTES)
  const tag = stored.subarray(1 + IV_BYTES, HEADER_BYTES)
  const cipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(storageKey))
    .setAuthTag(tag)
  return Buffer.concat([cipher.update(stored.subarray(HEADER_BYTES)), cipher.final()])
}
