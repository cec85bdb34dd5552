import { Client } from 'pg'
import { template } from '../../prisma/template.ts'
import { connectServer, createPGlite, type Database, openEmbedded } from '../../src/platform/db.ts'
import { databaseUrl, serverUrl, templateName } from './template.ts'

/** A worker's own database, and a way to empty it faster than TRUNCATE does. */
export interface TestDatabase {
  db: Database
  clear(): Promise<void>
}

const REFERENCE = ['zone', 'region', 'catalogue', '_prisma_migrations']
const TABLES = `SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'`

let opened: Promise<TestDatabase> | undefined

/** The database of this worker, made at the first call. */
export function testDatabase(): Promise<TestDatabase> {
  opened ??= serverUrl() ? onServer() : embedded()
  return opened
}

async function embedded(): Promise<TestDatabase> {
  const pglite = await createPGlite(undefined, await template())
  const db = await openEmbedded(pglite)
  const empty = emptying(await db.sql<{ table_name: string }>(TABLES))
  return { db, clear: async () => void (await pglite.exec(empty)) }
}

async function onServer(): Promise<TestDatabase> {
  const name = `dampingi_test_${process.env.VITEST_POOL_ID ?? '0'}`
  const admin = new Client({ connectionString: serverUrl() })
  await admin.connect()
  await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  await admin.query(`CREATE DATABASE ${name} TEMPLATE ${templateName}`)
  await admin.end()
  const db = await connectServer(databaseUrl(name))
  const empty = emptying(await db.sql<{ table_name: string }>(TABLES))
  const sweeper = new Client({ connectionString: databaseUrl(name) })
  await sweeper.connect()
  return { db, clear: async () => void (await sweeper.query(empty)) }
}

/** Deletes rows without asking the foreign keys, which all go at once anyway. */
function emptying(tables: { table_name: string }[]): string {
  const deletes = tables
    .filter(({ table_name }) => !REFERENCE.includes(table_name))
    .map(({ table_name }) => `DELETE FROM "${table_name}";`)
  return `SET session_replication_role = replica; ${deletes.join(' ')} SET session_replication_role = origin;`
}
