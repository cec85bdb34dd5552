import { Client } from 'pg'
import { loadReference } from '../../prisma/reference.ts'
import { makeTemplate, templateState } from '../../prisma/template.ts'
import { connectServer } from '../../src/platform/db.ts'

// What every worker's database is copied from: a dump for the embedded one, a template database on a server.

export const templateName = `dampingi_template_${templateState}`

/** The server the tests are to run on; the embedded database when there is none. */
export const serverUrl = (): string | undefined => process.env.TEST_DATABASE_URL

export function databaseUrl(name: string): string {
  const url = new URL(serverUrl() ?? '')
  url.pathname = `/${name}`
  return url.href
}

export const setup = (): Promise<void> => (serverUrl() ? makeServerTemplate() : makeTemplate())

async function makeServerTemplate(): Promise<void> {
  const admin = new Client({ connectionString: serverUrl() })
  await admin.connect()
  const { rowCount } = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [templateName])
  if (rowCount === 0) {
    await admin.query(`CREATE DATABASE ${templateName}`)
    const db = await connectServer(databaseUrl(templateName))
    await loadReference(db, new Date(0))
    await db.close()
  }
  await admin.end()
}
