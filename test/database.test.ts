import { randomBytes } from 'node:crypto'
import { glob, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import { Client } from 'pg'
import { PrismaPGlite } from 'pglite-prisma-adapter'
import { afterAll, expect, test } from 'vitest'
import { connectServer, createPGlite, type Database, openEmbedded, type Tx, violates } from '../src/platform/db.ts'
import { migrate, pendingMigration } from '../src/platform/migrate.ts'
import { databaseUrl, serverUrl } from './support/template.ts'

// What all the rest builds on, said of the embedded database and, where TEST_DATABASE_URL names one, of a server.

const root = join(import.meta.dirname, '..')

interface Place {
  db: Database
  /** Migrates again; answers with what was applied. */
  migrateAgain(): Promise<string[]>
  close(): Promise<void>
  /** What the migrations lack, asked of the embedded database only: it is the same question everywhere. */
  pending?: string
}

// Both start out on the time of the province, so that UTC is the program's doing.
const elsewhere = "'Asia/Jakarta'"

async function embedded(): Promise<Place> {
  const pglite = await createPGlite()
  const factory = new PrismaPGlite(pglite)
  // Prisma tries the migrations out in a second database. This one is still empty and can be that too.
  const pending = await pendingMigration(
    Object.assign(new PrismaPGlite(pglite), { connectToShadowDb: () => factory.connect() }),
  )
  await pglite.exec(`DROP SCHEMA public CASCADE; CREATE SCHEMA public; SET TIME ZONE ${elsewhere}`)
  const db = await openEmbedded(pglite)
  return { db, pending, migrateAgain: () => migrate(factory), close: () => db.close() }
}

async function onServer(): Promise<Place> {
  const { url, drop } = await createDatabase()
  const db = await connectServer(url)
  const factory = new PrismaPg({ connectionString: url })
  return { db, migrateAgain: () => migrate(factory), close: () => db.close().then(drop) }
}

/** An empty database on the server, for this file alone. */
async function createDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `dampingi_test_${randomBytes(6).toString('hex')}`
  const admin = new Client({ connectionString: serverUrl() })
  await admin.connect()
  await admin.query(`CREATE DATABASE ${name}`)
  await admin.query(`ALTER DATABASE ${name} SET TimeZone TO ${elsewhere}`)
  const drop = async () => {
    await admin.query(`DROP DATABASE ${name} WITH (FORCE)`)
    await admin.end()
  }
  return { url: databaseUrl(name), drop }
}

const places = new Map([['embedded', embedded], ...(serverUrl() ? [['server', onServer] as const] : [])])
const opened = new Map<string, Promise<Place>>()
afterAll(async () => {
  for (const place of opened.values()) await (await place).close()
})

/** One test per place; each place is opened once. */
function everywhere(title: string, check: (db: Database, place: Place) => Promise<void>): void {
  for (const [name, open] of places) {
    test(`${title} (${name})`, { timeout: 60_000 }, async () => {
      const opening = opened.get(name) ?? open()
      opened.set(name, opening)
      const place = await opening
      await check(place.db, place)
    })
  }
}

const now = new Date('2024-06-03T01:30:00.250Z')
/** Larger than 32 bits, as Telegram's ids are. */
const telegramId = 7_000_000_001
const account = (db: Tx, id: number, language = 'id') =>
  db.account.create({ data: { telegramId: id, firstSeenAt: now, language } })
const accountSql = 'INSERT INTO account (telegram_id, first_seen_at, language) VALUES ($1, $2, $3)'

async function failure(work: Promise<unknown>): Promise<unknown> {
  const [outcome] = await Promise.allSettled([work])
  return outcome.status === 'rejected' ? outcome.reason : undefined
}

everywhere('the migrations make what the schema says, from nothing, and once', async (db, place) => {
  // Checks, partial keys and indexes over expressions are the migrations' alone: Prisma does not see them.
  expect(place.pending?.replace(/^--.*$/gm, '').trim() ?? '').toBe('')
  const folders = (await readdir(join(root, 'prisma/migrations'))).filter((name) => /^\d/.test(name))
  const applied = await db.sql<{ name: string }>(
    'SELECT migration_name AS name FROM _prisma_migrations ORDER BY started_at',
  )
  expect(applied.map(({ name }) => name)).toEqual(folders.sort())
  expect(await place.migrateAgain()).toEqual([])
})

test('a semicolon in a migration ends a statement and nothing else', async () => {
  // On a server the adapter cuts a migration at every semicolon, also within quotes, comments and function bodies.
  for await (const path of glob('prisma/migrations/*/migration.sql', { cwd: root })) {
    const sql = await readFile(join(root, path), 'utf8')
    expect(sql.match(/--.*;.*|;[^\S\n]*\S.*|\$\w*\$/g), path).toBeNull()
  }
})

everywhere('a refused transaction leaves nothing', async (db) => {
  const refused = db.transaction(async (tx) => {
    await account(tx, telegramId)
    throw new Error('no, after all')
  })
  await expect(refused).rejects.toThrow('no, after all')
  expect(await db.reader.account.count()).toBe(0)
})

everywhere('a unique key is recognised by its name, however the row came', async (db) => {
  await account(db.reader, telegramId)
  const errors = [
    await failure(account(db.reader, telegramId)),
    await failure(db.transaction((tx) => account(tx, telegramId))),
    await failure(db.sql(accountSql, [telegramId, now, 'id'])),
  ]
  expect(errors.map((error) => violates(error, 'account_telegram_id_key'))).toEqual([true, true, true])
  expect(errors.map((error) => violates(error, 'account_language_check'))).toEqual([false, false, false])
  expect(await db.reader.account.count()).toBe(1)
})

everywhere('a partial unique key is recognised by its name', async (db) => {
  const { id: personId } = await db.reader.person.create({ data: { createdAt: now } })
  const consent = { personId, version: 1, language: 'id', textHash: '', telegramId, givenAt: now }
  await db.reader.consent.create({ data: consent })
  expect(violates(await failure(db.reader.consent.create({ data: consent })), 'consent_live_key')).toBe(true)
})

everywhere('a check is recognised by its name, however the row came', async (db) => {
  const errors = [
    await failure(account(db.reader, telegramId + 1, 'xx')),
    await failure(db.transaction((tx) => account(tx, telegramId + 1, 'xx'))),
    await failure(db.sql(accountSql, [telegramId + 1, now, 'xx'])),
  ]
  expect(errors.map((error) => violates(error, 'account_language_check'))).toEqual([true, true, true])
  expect(errors.map((error) => violates(error, 'account_telegram_id_key'))).toEqual([false, false, false])
})

everywhere('the session speaks UTC, and a time comes back as it went in', async (db) => {
  expect(await db.sql("SELECT current_setting('TimeZone') AS zone")).toEqual([{ zone: 'UTC' }])
  expect(await db.reader.$queryRaw`SELECT current_setting('TimeZone') AS zone`).toEqual([{ zone: 'UTC' }])
  await account(db.reader, telegramId + 2)
  await db.sql(accountSql, [telegramId + 3, now, 'id'])
  const ids = [telegramId + 2, telegramId + 3]
  const read = await db.reader.account.findMany({ where: { telegramId: { in: ids } } })
  expect(read.map(({ firstSeenAt }) => firstSeenAt)).toEqual([now, now])
  const seen = await db.sql('SELECT first_seen_at AS at FROM account WHERE telegram_id = ANY ($1)', [ids])
  expect(seen).toEqual([{ at: now }, { at: now }])
})

everywhere('whole numbers of plain SQL come as numbers', async (db) => {
  const rows = await db.sql('SELECT 7000000001::bigint AS id, count(*) AS people FROM person WHERE false')
  expect(rows).toEqual([{ id: 7_000_000_001, people: 0 }])
})

everywhere('every key and check that the code names is there', async (db) => {
  const named = new Set<string>()
  for await (const path of glob('src/**/*.ts', { cwd: root })) {
    const code = await readFile(join(root, path), 'utf8')
    const names = code.matchAll(/(?:\bviolates\(\s*\w+,\s*'|ON CONSTRAINT "?)(\w+)/g)
    for (const [, name = ''] of names) named.add(name)
  }
  const there = await db.sql<{ name: string }>(
    `SELECT conname AS name FROM pg_constraint
     UNION SELECT relname FROM pg_class JOIN pg_index ON indexrelid = pg_class.oid WHERE indisunique`,
  )
  expect(there.map(({ name }) => name)).toEqual(expect.arrayContaining([...named]))
})

test.runIf(serverUrl())('processes that start at once on an empty server all come up', async () => {
  const { url, drop } = await createDatabase()
  const started = await Promise.allSettled([connectServer(url), connectServer(url), connectServer(url)])
  for (const start of started) if (start.status === 'fulfilled') await start.value.close()
  await drop()
  expect(started.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled'])
})
