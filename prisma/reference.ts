import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { catalogue } from '../src/dossier/catalogue.ts'
import { openCycleOf, openDossiers } from '../src/dossier/cycle-store.ts'
import { catalogueOf } from '../src/dossier/store.ts'
import { regionCode } from '../src/people/rules.ts'
import type { Database } from '../src/platform/db.ts'

// What every installation has from its first start: regions, zones and the first version of the requirements.

const read = (name: string): unknown => JSON.parse(readFileSync(join(import.meta.dirname, 'reference', name), 'utf8'))

const geography = z.strictObject({
  zones: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  regions: z.array(
    z.strictObject({
      code: regionCode(),
      bpsCode: z.string().regex(/^\d{4}$/),
      name: z.string(),
      shortName: z.string(),
      kind: z.enum(['kabupaten', 'kota']),
      seat: z.string(),
      timezone: z.string(),
      zone: z.string(),
      aliases: z.array(z.string()),
    }),
  ),
})

const catalogues = ['catalogue-2.json']
/** Versions that this release cannot read any more, and what took their place. They had the same requirements, and fewer. */
const replaced = [{ version: 1, by: 2 }]

/** Brings the reference data into the database. Running it again changes nothing that is already there. */
export async function loadReference(db: Database, now: Date): Promise<void> {
  const { zones, regions } = geography.parse(read('regions.json'))
  await db.sql(
    `INSERT INTO zone (id, name) SELECT id, name FROM jsonb_to_recordset($1::jsonb) AS t (id text, name text)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name`,
    [JSON.stringify(zones)],
  )
  await db.sql(
    `INSERT INTO region (code, bps_code, name, short_name, kind, seat, timezone, zone_id, aliases)
     SELECT code, "bpsCode", name, "shortName", kind, seat, timezone, zone, aliases FROM jsonb_to_recordset($1::jsonb)
       AS t (code text, "bpsCode" text, name text, "shortName" text, kind text, seat text, timezone text, zone text, aliases text[])
     ON CONFLICT (code) DO UPDATE SET bps_code = excluded.bps_code, name = excluded.name, short_name = excluded.short_name,
       seat = excluded.seat, timezone = excluded.timezone, aliases = excluded.aliases`,
    [JSON.stringify(regions)],
  )
  for (const name of catalogues) {
    const body = catalogue.parse(read(name))
    await db.sql(
      'INSERT INTO catalogue (version, body, created_at) VALUES ($1, $2, $3) ON CONFLICT (version) DO NOTHING',
      [body.version, JSON.stringify(body), now],
    )
  }
  for (const each of replaced) await replaceVersion(db, each, now)
}

/** Moves every dossier to the version that took the place of another: what was sent stays, what is new is asked. */
function replaceVersion(db: Database, { version, by }: (typeof replaced)[number], now: Date): Promise<void> {
  return db.transaction(async (tx) => {
    if (!(await tx.catalogue.findUnique({ where: { version }, select: { version: true } }))) return
    await tx.cycle.updateMany({ where: { catalogueVersion: version }, data: { catalogueVersion: by } })
    await tx.dossier.updateMany({ where: { catalogueVersion: version }, data: { catalogueVersion: by } })
    const cycle = await openCycleOf(tx)
    if (cycle) await openDossiers(tx, cycle, await catalogueOf(tx, by), now)
    await tx.catalogue.delete({ where: { version } })
  })
}
