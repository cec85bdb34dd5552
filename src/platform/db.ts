import { PGlite } from '@electric-sql/pglite'
import { PrismaPg } from '@prisma/adapter-pg'
import { Pool, types } from 'pg'
import { PrismaPGlite } from 'pglite-prisma-adapter'
import { type Prisma, PrismaClient } from '../../prisma/client/client.ts'
import { migrate } from './migrate.ts'

/** A Prisma client inside a transaction: what stores and services work with. */
export type Tx = Prisma.TransactionClient

/** The one database, embedded or on a server: the same schema, the same SQL. */
export interface Database {
  /** True for the embedded database, which has a single connection and a single process. */
  readonly embedded: boolean
  /** Reads outside a transaction. */
  readonly reader: Tx
  /** Runs `work` in one transaction. Inside it every query must go through `tx`, or it waits for itself. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** Plain SQL outside any transaction, for the few statements every update pays for. Whole numbers come as numbers. */
  sql<Row>(text: string, values?: readonly unknown[]): Promise<Row[]>
  close(): Promise<void>
}

// The default of two seconds gives up on a busy embedded database, where transactions queue for the one connection.
const transactionOptions = { maxWait: 30_000, timeout: 15_000 }

// Every id of ours and of Telegram's is below 2^53, so a bigint column reads as a number.
const BIGINT = 20
const readTypes = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === BIGINT ? Number : types.getTypeParser(oid, format as 'text')) as typeof types.getTypeParser,
}

/** Connects to a PostgreSQL server and brings its schema up to date. */
export async function connectServer(url: string): Promise<Database> {
  // Both Prisma adapters read a timestamp as UTC whatever its offset says, so the session must speak UTC.
  const connection = { connectionString: url, options: '-c TimeZone=UTC' }
  await migrate(new PrismaPg(connection))
  const pool = new Pool({ ...connection, types: readTypes, max: 10 })
  pool.on('error', () => undefined) // an idle connection that broke is replaced at the next query
  const prisma = new PrismaClient({ adapter: new PrismaPg(connection), transactionOptions })
  return {
    ...overPrisma(prisma),
    embedded: false,
    sql: async <Row>(text: string, values: readonly unknown[] = []) => {
      const { rows } = await pool.query({ name: statementName(text), text, values: [...values] })
      return rows as Row[]
    },
    close: async () => {
      await prisma.$disconnect()
      await pool.end()
    },
  }
}

/** Serves the embedded database `pglite`, migrated. `close` closes it too. */
export async function openEmbedded(pglite: PGlite): Promise<Database> {
  await pglite.exec("SET TIME ZONE 'UTC'")
  const factory = new PrismaPGlite(pglite)
  await migrate(factory)
  const prisma = new PrismaClient({ adapter: factory, transactionOptions })
  return {
    ...overPrisma(prisma),
    embedded: true,
    sql: async <Row>(text: string, values: readonly unknown[] = []) =>
      (await pglite.query<Row>(text, [...values])).rows,
    close: async () => {
      await prisma.$disconnect()
      await pglite.close()
    },
  }
}

/** An embedded database in `folder`, or in memory when there is none. `dump` is the content to begin with. */
export const createPGlite = (folder?: string, dump?: Blob): Promise<PGlite> =>
  PGlite.create({ startParams, ...(folder ? { dataDir: folder } : {}), ...(dump ? { loadDataDir: dump } : {}) })

/** A small office's database fits into this; the usual 128 MB would be held from the start. */
const startParams = [...PGlite.defaultStartParams, '-c', 'shared_buffers=24MB']

function overPrisma(prisma: PrismaClient): Pick<Database, 'reader' | 'transaction'> {
  return { reader: prisma, transaction: (work) => prisma.$transaction(work) }
}

const statementNames = new Map<string, string>()

/** Statements are prepared once per connection under a name of their own. */
function statementName(text: string): string {
  const known = statementNames.get(text)
  if (known) return known
  const name = `s${statementNames.size}`
  statementNames.set(text, name)
  return name
}

/** Whether `error` says that the named constraint refused a row: the database's last word, to be told as a refusal. */
export function violates(error: unknown, constraint: string): boolean {
  if (!(error instanceof Error)) return false
  if ('constraint' in error && error.constraint === constraint) return true
  const quoted = new RegExp(`"${constraint}\\\\?"`) // Prisma quotes what PostgreSQL said, and its quotes once more
  return quoted.test(error.message) || ('meta' in error && quoted.test(JSON.stringify(error.meta)))
}

// PostgreSQL: connection trouble, shutdown, too many connections, deadlock, serialisation. Prisma: unreachable, timed out.
const PASSING =
  /^(08\w{3}|57P0[1-3]|53300|40001|40P01|P1001|P1002|P1008|P1017|P2024|P2028|P2034|ECONN\w+|EPIPE|ETIMEDOUT)$/

/** Whether an error says that the database is away or busy for now, so that the same work may succeed later. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (
    error.name === 'PrismaClientInitializationError' ||
    /Connection terminated|timeout exceeded when trying to connect/.test(error.message)
  )
    return true
  const code = 'code' in error ? String(error.code) : ''
  return PASSING.test(code) || isDatabaseAway(error.cause)
}
