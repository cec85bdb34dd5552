import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils'
import type * as Glue from '@prisma/schema-engine-wasm/schema_engine_bg'

// Prisma's own schema engine, as WebAssembly: it applies the same migrations to the embedded database and to a server,
// in process, and keeps the same `_prisma_migrations` table as `prisma migrate deploy` would.

const root = join(import.meta.dirname, '../..')
const schemaPath = join(root, 'prisma/schema.prisma')
const migrationsPath = join(root, 'prisma/migrations')
const noFilters = { externalTables: [], externalEnums: [] }

type DiffTarget = Parameters<Glue.SchemaEngine['diff']>[0]['from']

/**
 * Applies every migration the database has not seen yet, in order; only up to the one named, where an older state is
 * wanted. Returns their names.
 */
export async function migrate(factory: SqlMigrationAwareDriverAdapterFactory, upTo?: string): Promise<string[]> {
  if (await isUpToDate(factory, upTo)) return []
  const connections: SqlDriverAdapter[] = []
  const engine = await openEngine(remembering(factory, connections))
  try {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: migrationsList(upTo),
      filters: noFilters,
    })
    return appliedMigrationNames
  } finally {
    engine.free()
    // The engine leaves its connection open, and with it the lock that lets one process at a time migrate.
    await Promise.all(connections.map((connection) => connection.dispose()))
  }
}

/**
 * Whether the database has every one of these migrations, whole. Most starts find it so, and then do without the engine,
 * which takes some 50 MB and a third of a second.
 */
async function isUpToDate(factory: SqlMigrationAwareDriverAdapterFactory, upTo?: string): Promise<boolean> {
  const connection = await factory.connect()
  try {
    const { rows } = await connection.queryRaw({
      sql: `SELECT migration_name, finished_at IS NOT NULL AND rolled_back_at IS NULL FROM _prisma_migrations`,
      args: [],
      argTypes: [],
    })
    const whole = new Map(rows.map(([name, isWhole]) => [name, isWhole]))
    return [...whole.values()].every((isWhole) => isWhole === true) && namesUpTo(upTo).every((name) => whole.has(name))
  } catch {
    return false // a new database has no such table
  } finally {
    await connection.dispose()
  }
}

const namesUpTo = (upTo = '~'): string[] =>
  readdirSync(migrationsPath, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .filter((name) => name <= upTo)
    .sort()

/** The same factory, noting every connection it makes. */
function remembering(
  factory: SqlMigrationAwareDriverAdapterFactory,
  connections: SqlDriverAdapter[],
): SqlMigrationAwareDriverAdapterFactory {
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connectToShadowDb: () => factory.connectToShadowDb(),
    async connect() {
      const connection = await factory.connect()
      connections.push(connection)
      return connection
    },
  }
}

/**
 * The SQL that leads from what the migrations on disk make to what the schema says; only a comment when nobody forgot
 * one. For a throw-away embedded database: on a server the adapter would play the migrations into the database itself.
 */
export async function pendingMigration(factory: SqlMigrationAwareDriverAdapterFactory): Promise<string> {
  const engine = await openEngine(factory)
  const to: DiffTarget = {
    tag: 'schemaDatamodel',
    files: [{ path: schemaPath, content: readFileSync(schemaPath, 'utf8') }],
  }
  const from: DiffTarget =
    migrationsList().migrationDirectories.length === 0 ? { tag: 'empty' } : { tag: 'migrations', ...migrationsList() }
  try {
    const { stdout } = await engine.diff({ from, to, script: true, exitCode: null, filters: noFilters })
    return stdout ?? ''
  } finally {
    engine.free()
  }
}

function migrationsList(upTo?: string) {
  return {
    baseDir: migrationsPath,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: namesUpTo(upTo).map((name) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: sqlOf(name) } },
    })),
  }
}

const sqlOf = (migration: string) => readFileSync(join(migrationsPath, migration, 'migration.sql'), 'utf8')

async function openEngine(factory: SqlMigrationAwareDriverAdapterFactory): Promise<Glue.SchemaEngine> {
  loaded ??= loadWasm()
  const glue = await loaded
  const datamodels: [string, string][] = [[schemaPath, readFileSync(schemaPath, 'utf8')]]
  return glue.SchemaEngine.new({ datamodels }, () => undefined, bindMigrationAwareSqlAdapterFactory(factory))
}

let loaded: Promise<typeof Glue> | undefined

/** The package ships its WebAssembly for bundlers; in plain Node the module is instantiated by hand, once. */
async function loadWasm(): Promise<typeof Glue> {
  const glue = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const script = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const bytes = readFileSync(script.replace(/js$/, 'wasm'))
  const imports: WebAssembly.Imports = { './schema_engine_bg.js': glue as unknown as WebAssembly.ModuleImports }
  const { instance } = await WebAssembly.instantiate(bytes, imports)
  glue.__wbg_set_wasm(instance.exports)
  const start = instance.exports.__wbindgen_start
  if (typeof start === 'function') start()
  return glue
}
