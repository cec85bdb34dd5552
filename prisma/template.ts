import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  openAsBlob,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { createPGlite, openEmbedded } from '../src/platform/db.ts'
import { loadReference } from './reference.ts'

// Making an embedded database from nothing takes many times longer than loading one. So a migrated one, with the
// reference data in it, is made once per state of `prisma/` (after every installation) and copied from then on.

const root = join(import.meta.dirname, '..')
const cache = join(root, 'node_modules/.cache/dampingi')

/** Names the state of migrations and reference data: a changed one makes a new template. */
export const templateState = stateOf('prisma/migrations', 'prisma/reference')
const dumpPath = join(cache, `template-${templateState}.tar`)

function stateOf(...folders: string[]): string {
  const hash = createHash('sha256')
  for (const folder of folders) {
    const files = readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
    for (const file of files.sort()) hash.update(file.slice(root.length)).update(readFileSync(file))
  }
  return hash.digest('hex').slice(0, 12)
}

/** The template, if it was made: what a new embedded database begins with. */
export const template = async (): Promise<Blob | undefined> => (existsSync(dumpPath) ? openAsBlob(dumpPath) : undefined)

/** Makes the template of the present state, unless it is there. */
export async function makeTemplate(): Promise<void> {
  if (existsSync(dumpPath)) return
  const pglite = await createPGlite()
  const db = await openEmbedded(pglite)
  await loadReference(db, new Date(0))
  const dump = await pglite.dumpDataDir('none')
  await db.close()
  mkdirSync(cache, { recursive: true })
  dropOld()
  const beside = `${dumpPath}.${process.pid}`
  writeFileSync(beside, Buffer.from(await dump.arrayBuffer()))
  renameSync(beside, dumpPath)
}

const DAY = 24 * 60 * 60 * 1000

/** Templates of earlier states; those of today may belong to another checkout that shares the packages. */
function dropOld(): void {
  for (const name of readdirSync(cache)) {
    const path = join(cache, name)
    if (Date.now() - statSync(path).mtimeMs > DAY) rmSync(path)
  }
}

if (import.meta.main) await makeTemplate()
