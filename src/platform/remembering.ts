import type { Database } from './db.ts'

/** Reads once what is asked for by the same name again. */
export type Once = <T>(name: string, read: () => Promise<T>) => Promise<T>

/**
 * The database as one update sees it, with what it read so far. Services change rows in transactions only, so all of that
 * is forgotten when one begins, because it may be for a change, and when it ends, however it does.
 */
export function remembering(database: Database): { db: Database; once: Once } {
  const known = new Map<string, Promise<unknown>>()

  async function transaction<T>(work: Parameters<typeof database.transaction<T>>[0]): Promise<T> {
    known.clear()
    try {
      return await database.transaction(work)
    } finally {
      known.clear()
    }
  }

  function once<T>(name: string, read: () => Promise<T>): Promise<T> {
    const reading = (known.get(name) as Promise<T> | undefined) ?? read()
    known.set(name, reading)
    return reading
  }

  return { db: { ...database, transaction }, once }
}
