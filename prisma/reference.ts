import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { clockOfDay, freeKinds, seasons, type WorkCalendar } from '../src/calendar/rules.ts'
import { catalogue } from '../src/dossier/catalogue.ts'
import { openCycleOf, openDossiers } from '../src/dossier/cycle-store.ts'
import { catalogueOf } from '../src/dossier/store.ts'
import { regionCode } from '../src/people/rules.ts'
import type { Database } from '../src/platform/db.ts'
import { localDay } from '../src/platform/time.ts'

// What every installation has from its first start: regions, zones, the requirements, and the calendar of the province.

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

const dayHours = z.strictObject({
  opens: clockOfDay(),
  closes: clockOfDay(),
  break: z.strictObject({ from: clockOfDay(), until: clockOfDay() }),
})
const calendar = z.strictObject({
  office: z.strictObject({ id: z.string(), name: z.string() }),
  hours: z.record(z.enum(seasons), z.record(z.enum(['1', '2', '3', '4', '5']), dayHours)),
  ramadan: z.array(z.strictObject({ hijriYear: z.int(), from: localDay(), until: localDay() })),
  free: z.array(z.strictObject({ day: localDay(), kind: z.enum(freeKinds), name: z.string() })),
})

/** The calendar of the province as it is brought along: Perpres 21/2023, Ramadan, and the decrees of three ministers. */
export const referenceCalendar = (): WorkCalendar => calendar.parse(read('calendar.json'))

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
  await loadCalendar(db)
  for (const name of catalogues) {
    const body = catalogue.parse(read(name))
    await db.sql(
      'INSERT INTO catalogue (version, body, created_at) VALUES ($1, $2, $3) ON CONFLICT (version) DO NOTHING',
      [body.version, JSON.stringify(body), now],
    )
  }
  for (const each of replaced) await replaceVersion(db, each, now)
}

/** Whatever admins changed or removed since stays as they left it. */
async function loadCalendar(db: Database): Promise<void> {
  const { office, hours, ramadan, free } = calendar.parse(read('calendar.json'))
  const week = Object.entries(hours).flatMap(([season, days]) =>
    Object.entries(days).map(([weekday, { break: pause, ...day }]) => ({ season, weekday, ...day, ...pause })),
  )
  await db.sql(
    `WITH added AS (INSERT INTO office (id, name) VALUES ($1, $2) ON CONFLICT (id) DO NOTHING RETURNING id)
     INSERT INTO office_hours (office_id, season, weekday, opens, closes, break_from, break_until)
     SELECT added.id, season, weekday, opens, closes, "from", until FROM added, jsonb_to_recordset($3::jsonb)
       AS t (season text, weekday int, opens text, closes text, "from" text, until text)`,
    [office.id, office.name, JSON.stringify(week)],
  )
  await db.sql(
    `INSERT INTO ramadan (hijri_year, first_day, last_day)
     SELECT "hijriYear", "from", until FROM jsonb_to_recordset($1::jsonb) AS t ("hijriYear" int, "from" text, until text)
     ON CONFLICT (hijri_year) DO NOTHING`,
    [JSON.stringify(ramadan)],
  )
  await db.sql(
    `INSERT INTO free_day (day, kind, name)
     SELECT day, kind, name FROM jsonb_to_recordset($1::jsonb) AS t (day text, kind text, name text)
     WHERE NOT EXISTS (SELECT 1 FROM free_day f WHERE f.day = t.day AND f.office_id IS NULL)`,
    [JSON.stringify(free)],
  )
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
