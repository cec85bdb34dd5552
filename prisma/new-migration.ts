import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PrismaPGlite } from 'pglite-prisma-adapter'
import { createPGlite } from '../src/platform/db.ts'
import { pendingMigration } from '../src/platform/migrate.ts'

// `npm run migration -- add_holidays` writes the SQL that the schema has and the migrations do not. Checks and partial
// keys, which the schema cannot say, are added to the file by hand before it is committed.

const [name = ''] = process.argv.slice(2)
if (!/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(name)) {
  process.stderr.write('Usage: npm run migration -- <what_changes>   (small letters, digits and _)\n')
  process.exit(1)
}

/** The SQL still to be written, or nothing but comments. It is worked out on an empty database in memory. */
async function missingSql(): Promise<string> {
  const pglite = await createPGlite()
  try {
    return await pendingMigration(new PrismaPGlite(pglite))
  } finally {
    await pglite.close()
  }
}

const sql = await missingSql()
if (sql.replace(/^--.*$/gm, '').trim() === '') {
  process.stdout.write('Nothing to migrate: the migrations make what the schema says.\n')
} else {
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const folder = join('prisma/migrations', `${stamp}_${name}`)
  mkdirSync(join(import.meta.dirname, '..', folder))
  writeFileSync(join(import.meta.dirname, '..', folder, 'migration.sql'), sql)
  process.stdout.write(
    `Wrote ${join(folder, 'migration.sql')}. Read it, and add its checks and partial keys by hand.\n`,
  )
}
