import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import { chown, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { Client } from 'pg'
import { endsWithUs, freePort } from './program.ts'

/** A PostgreSQL server on which databases come and go. */
export interface Server {
  version: string
  /** Makes an empty database, in place of one of the same name that an earlier run left, and answers its address. */
  freshDatabase(name: string): Promise<string>
  /** Drops what was made, and ends the server if it was started here. */
  stop(): Promise<void>
}

/** The server that TEST_DATABASE_URL names, or one started for this run, with PostgreSQL's own default settings. */
export async function openServer(): Promise<Server> {
  const given = process.env.TEST_DATABASE_URL
  const { url, stop } = given ? { url: given, stop: async () => undefined } : await startServer()
  const made: string[] = []
  return {
    version: await ask(url, 'SHOW server_version'),
    async freshDatabase(name) {
      const database = `dampingi_bench_${name}`
      await ask(url, `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`)
      await ask(url, `CREATE DATABASE ${database}`)
      made.push(database)
      const address = new URL(url)
      address.pathname = `/${database}`
      return address.href
    },
    async stop() {
      if (given) for (const database of made) await ask(url, `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`)
      await stop()
    },
  }
}

/** Runs one statement on a connection of its own; answers the first value of the first row. */
async function ask(url: string, statement: string): Promise<string> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<Record<string, unknown>>(statement)
    return String(Object.values(rows[0] ?? {})[0])
  } finally {
    await client.end()
  }
}

const run = promisify(execFile)
const USER = 'dampingi'

async function startServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const programs = findPrograms()
  const place = await mkdtemp(join(tmpdir(), 'dampingi-bench-'))
  const owner = await ownerOf(place)
  const data = join(place, 'data')
  const options = { cwd: place, ...owner }
  const initdb = ['--pgdata', data, '--username', USER, '--auth', 'trust', '--encoding', 'UTF8', '--locale', 'C']
  await run(join(programs, 'initdb'), initdb, options)
  const port = await freePort()
  const settings = ['listen_addresses=127.0.0.1', 'max_connections=200'].flatMap((setting) => ['-c', setting])
  const server = spawn(join(programs, 'postgres'), ['-D', data, '-p', String(port), '-k', place, ...settings], {
    ...options,
    stdio: 'ignore',
  })
  endsWithUs(server)
  const ended = once(server, 'exit')
  async function stop(): Promise<void> {
    server.kill('SIGINT')
    await ended
    await rm(place, { recursive: true, force: true })
  }
  const url = `postgresql://${USER}@127.0.0.1:${port}/postgres`
  await waitFor(url).catch(async (error: unknown) => {
    await stop()
    throw error
  })
  return { url, stop }
}

/** The newest PostgreSQL there is: Debian keeps its programs out of the PATH. */
function findPrograms(): string {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).map(Number) : []
  const folders = versions.toSorted((a, b) => b - a).map((version) => join(debian, String(version), 'bin'))
  const found = [...folders, ...(process.env.PATH ?? '').split(':')].find((folder) =>
    existsSync(join(folder, 'initdb')),
  )
  if (found) return found
  throw new Error('PostgreSQL is needed: install it, or name a server in TEST_DATABASE_URL.')
}

/** Who the server runs as. PostgreSQL refuses root, which therefore lends the folder to somebody with fewer rights. */
async function ownerOf(place: string): Promise<{ uid: number; gid: number } | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const idOf = async (flag: '-u' | '-g', user: string) => Number((await run('id', [flag, user])).stdout)
  const user = await idOf('-u', 'postgres').then(
    () => 'postgres',
    () => 'nobody',
  )
  const owner = { uid: await idOf('-u', user), gid: await idOf('-g', user) }
  await chown(place, owner.uid, owner.gid)
  return owner
}

async function waitFor(url: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await ask(url, 'SELECT 1')
      return
    } catch (error) {
      if (tries === 100) throw error
      await sleep(200)
    }
  }
}
