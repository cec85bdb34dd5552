import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { loadReference } from '../../prisma/reference.ts'
import { connectServer, createPGlite, type Database, openEmbedded } from '../../src/platform/db.ts'

// A migrated database with the reference data in it, made once per state of `prisma/` and copied by every worker.

const root = join(import.meta.dirname, '../..')
const cache = join(root, 'node_modules/.cache/dampingi')

/** Names the state of migrations and reference data: a changed one makes a new template. */
function stateOf(...folders: string[]): string {
  const hash = createHash('sha256')
  for (const folder of folders) {
    const files = readdirSync(join(root, folder), { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    )
    for (const { parentPath, name } of files.sort((a, b) =>
      `${a.parentPath}/${a.name}`.localeCompare(`${b.parentPath}/${b.name}`),
    )) {
      hash.update(name).update(readFileSync(join(parentPath, name)))
    }
  }
  return hash.digest('hex').slice(0, 12)
}

const state = stateOf('prisma/migrations', 'prisma/reference')
export const dumpPath = join(cache, `template-${state}.tar`)
export const templateName = `dampingi_template_${state}`

/** The server the tests are to run on; the embedded database when there is none. */
export const serverUrl = (): string | undefined => process.env.TEST_DATABASE_URL

export function databaseUrl(name: string): string {
  const url = new URL(serverUrl() ?? '')
  url.pathname = `/${name}`
  return url.href
}

export async function setup(): Promise<void> {
  await (serverUrl() ? makeServerTemplate() : makeDump())
}

async function makeDump(): Promise<void> {
  if (existsSync(dumpPath)) return
  const pglite = await createPGlite()
  await fill(await openEmbedded(pglite), async () => {
    const dump = await pglite.dumpDataDir('none')
    mkdirSync(cache, { recursive: true })
    const beside = `${dumpPath}.${process.pid}`
    writeFileSync(beside, Buffer.from(await dump.arrayBuffer()))
    renameSync(beside, dumpPath)
  })
}

async function makeServerTemplate(): Promise<void> {
  const admin = new Client({ connectionString: serverUrl() })
  await admin.connect()
  const { rowCount } = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [templateName])
  if (rowCount === 0) {
    await admin.query(`CREATE DATABASE ${templateName}`)
    await fill(await connectServer(databaseUrl(templateName)))
  }
  await admin.end()
}

async function fill(db: Database, afterwards: () => Promise<void> = async () => undefined): Promise<void> {
  await loadReference(db, new Date('2024-01-01T00:00:00Z'))
  await afterwards()
  await db.close()
}
