import { randomBytes } from 'node:crypto'
import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import { Client } from 'pg'
import { PrismaPGlite } from 'pglite-prisma-adapter'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connectServer, createPGlite, type Database, openEmbedded, type Tx, violates } from '../src/platform/db.ts'
import { migrate, pendingMigration } from '../src/platform/migrate.ts'
import { databaseUrl, serverUrl } from './support/template.ts'

// What the rest builds on, said of both databases: the embedded one, and a server where TEST_DATABASE_URL names one.

interface Opened {
  db: Database
  /** Migrates again; answers with what was applied. */
  migrateAgain(): Promise<string[]>
  pending(): Promise<string>
  close(): Promise<void>
}

// Both start out on the time of the province, so that UTC is the program's doing.
const elsewhere = "'Asia/Jakarta'"

async function embedded(): Promise<Opened> {
  const pglite = await createPGlite()
  await pglite.exec(`SET TIME ZONE ${elsewhere}`)
  const db = await openEmbedded(pglite)
  const factory = new PrismaPGlite(pglite)
  return { db, migrateAgain: () => migrate(factory), pending: () => pendingMigration(factory), close: () => db.close() }
}

async function onServer(): Promise<Opened> {
  const name = `dampingi_test_${randomBytes(6).toString('hex')}`
  const admin = new Client({ connectionString: serverUrl() })
  await admin.connect()
  await admin.query(`CREATE DATABASE ${name}`)
  await admin.query(`ALTER DATABASE ${name} SET TimeZone TO ${elsewhere}`)
  const db = await connectServer(databaseUrl(name))
  const { host, port, user, password } = admin
  // Given apart, not as a URL: a URL would win over the name of the database that the engine makes to compare with.
  const factory = new PrismaPg({ host, port, user, password, database: name })
  return {
    db,
    migrateAgain: () => migrate(factory),
    pending: () => pendingMigration(factory),
    async close() {
      await db.close()
      await admin.query(`DROP DATABASE ${name} WITH (FORCE)`)
      await admin.end()
    },
  }
}

const withoutComments = (sql: string) => sql.replace(/^--.*$/gm, '').trim()
const now = new Date('2024-06-03T01:30:00.250Z')
/** Larger than 32 bits, as Telegram's ids are. */
const telegramId = 7_000_000_001
const account = (db: Tx, id: number, language = 'id') =>
  db.account.create({ data: { telegramId: id, firstSeenAt: now, language } })
const accountSql = 'INSERT INTO account (telegram_id, first_seen_at, language) VALUES ($1, $2, $3)'
const failure = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  )

describe.each([['embedded', embedded] as const, ...(serverUrl() ? [['server', onServer] as const] : [])])(
  '%s',
  (_, open) => {
    let opened: Opened
    let db: Database
    beforeAll(async () => {
      opened = await open()
      db = opened.db
    })
    afterAll(() => opened.close())

    test('the migrations make what the schema says', async () => {
      expect(withoutComments(await opened.pending())).toBe('')
    })

    test('migrating again applies nothing', async () => {
      expect(await opened.migrateAgain()).toEqual([])
    })

    test('a refused transaction leaves nothing', async () => {
      const refused = db.transaction(async (tx) => {
        await account(tx, telegramId)
        throw new Error('no, after all')
      })
      await expect(refused).rejects.toThrow('no, after all')
      expect(await db.reader.account.count()).toBe(0)
    })

    test('a unique key is recognised by its name, however the row came', async () => {
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

    test('a partial unique key is recognised by its name', async () => {
      const { id: personId } = await db.reader.person.create({ data: { createdAt: now } })
      const consent = { personId, version: 1, language: 'id', textHash: '', telegramId, givenAt: now }
      await db.reader.consent.create({ data: consent })
      const error = await failure(db.reader.consent.create({ data: consent }))
      expect(violates(error, 'consent_live_key')).toBe(true)
    })

    test('a check is recognised by its name, however the row came', async () => {
      const errors = [
        await failure(account(db.reader, telegramId + 1, 'xx')),
        await failure(db.transaction((tx) => account(tx, telegramId + 1, 'xx'))),
        await failure(db.sql(accountSql, [telegramId + 1, now, 'xx'])),
      ]
      expect(errors.map((error) => violates(error, 'account_language_check'))).toEqual([true, true, true])
      expect(errors.map((error) => violates(error, 'account_telegram_id_key'))).toEqual([false, false, false])
    })

    test('the session speaks UTC, and a time comes back as it went in', async () => {
      expect(await db.sql("SELECT current_setting('TimeZone') AS zone")).toEqual([{ zone: 'UTC' }])
      expect(await db.reader.$queryRaw`SELECT current_setting('TimeZone') AS zone`).toEqual([{ zone: 'UTC' }])
      await db.sql(accountSql, [telegramId + 2, now, 'id'])
      const written = await db.reader.account.findMany({ where: { telegramId: { in: [telegramId, telegramId + 2] } } })
      expect(written.map(({ firstSeenAt }) => firstSeenAt)).toEqual([now, now])
      expect(await db.sql('SELECT DISTINCT first_seen_at AS seen FROM account')).toEqual([{ seen: now }])
    })

    test('whole numbers of plain SQL come as numbers', async () => {
      expect(await db.sql('SELECT 7000000001::bigint AS id, count(*) AS rows FROM region WHERE false')).toEqual([
        { id: telegramId, rows: 0 },
      ])
    })

    test('every key and check that the code names is there', async () => {
      const named = new Set<string>()
      const src = join(import.meta.dirname, '../src')
      for await (const path of glob('**/*.ts', { cwd: src })) {
        const code = await readFile(join(src, path), 'utf8')
        for (const [, name] of code.matchAll(/(?:\bviolates\(\s*\w+,\s*'|ON CONSTRAINT "?)(\w+)/g))
          if (name) named.add(name)
      }
      const known = await db.sql<{ name: string }>(
        'SELECT conname AS name FROM pg_constraint UNION SELECT relname FROM pg_class JOIN pg_index ON indexrelid = pg_class.oid WHERE indisunique',
      )
      expect([...named].filter((name) => !known.some((row) => row.name === name))).toEqual([])
    })
  },
)
