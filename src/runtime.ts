import type { Clock } from './platform/clock.ts'
import type { Database } from './platform/db.ts'
import type { FileStore } from './platform/files.ts'
import type { Log } from './platform/log.ts'

/** What every service is handed. No network in it: nothing a service does can wait for Telegram. */
export interface Runtime {
  db: Database
  files: FileStore
  clock: Clock
  log: Log
  /** Where people reach the pages of this server; absent when nobody said. */
  publicUrl?: string | undefined
  /** A broadcast goes out only after a second admin's yes. */
  secondAdmin?: boolean | undefined
}
