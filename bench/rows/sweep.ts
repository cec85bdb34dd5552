import { lookAtDossiers } from '../../src/alerts/sweep-service.ts'
import type { Runtime } from '../../src/runtime.ts'
import type { Row } from '../bench.ts'
import { openRuntime } from '../bots.ts'
import { figureOf, median, ratios } from '../figure.ts'
import { openBenchCycle, registerOwners } from '../people.ts'

const DUE = 10_000
const FEW = 20_000
const MANY = 1_000_000

const subject = {
  id: 'sweep',
  what: `a sweep with ${DUE} due among ${MANY} ÷ among ${FEW}`,
  unit: '×',
  target: { atMost: 1.3 },
}

/** Dossiers are looked at: so many due among few, and as many among many, in turns. */
export const sweep: Row = async ({ server, quick }) => {
  const [due, many] = quick ? [1_000, 100_000] : [DUE, MANY]
  const stages = {
    few: await stage('sweep_few', FEW),
    many: await stage('sweep_many', many),
  }
  async function stage(name: string, count: number) {
    const rt = await openRuntime(await server.freshDatabase(name))
    await fill(rt, count, due)
    return rt
  }
  const times: Record<keyof typeof stages, number[]> = { few: [], many: [] }
  let grown = 0
  for (let round = -1; round < (quick ? 2 : 5); round++) {
    for (const name of round % 2 === 0 ? (['few', 'many'] as const) : (['many', 'few'] as const)) {
      const rt = stages[name]
      await rt.db.sql(`UPDATE turn SET look_at = 'epoch' WHERE dossier_id IN (SELECT id FROM due)`)
      const before = process.memoryUsage().heapUsed
      const began = performance.now()
      const looked = await lookAtDossiers(rt)
      const took = performance.now() - began
      if (looked !== due) throw new Error(`${looked} were looked at instead of ${due}`)
      grown = Math.max(grown, process.memoryUsage().heapUsed - before)
      if (round >= 0) times[name].push(took)
    }
  }
  for (const { db } of Object.values(stages)) await db.close()
  const perDossier = (values: number[]): string => (median(values) / due).toFixed(2)
  const detail = `${due} dossiers of 24 items, in transactions of 100: ${perDossier(times.many)} ms each among ${many}, ${perDossier(times.few)} ms among ${FEW}. The heap grew by at most ${Math.round(grown / 1_000_000)} MB in a sweep.`
  return [figureOf(subject, ratios(times.many, times.few), detail)]
}

/** Copies of one dossier: those that will be due have its items, the others only wait. */
async function fill({ db, clock }: Runtime, count: number, due: number): Promise<void> {
  const rt = { db, clock } as Runtime
  await openBenchCycle(rt)
  await registerOwners(rt, 1, 1000)
  await db.sql(
    `WITH people AS (
       INSERT INTO person (name, created_at) SELECT 'Pemilik ' || n, now() FROM generate_series(1, $1::int) n RETURNING id),
     businesses AS (
       INSERT INTO business (owner_id, name, region_code, commodity, created_at, compare_due)
       SELECT id, 'Usaha ' || id, '13.76', 'makanan_minuman', now(), false FROM people RETURNING id)
     INSERT INTO dossier (business_id, cycle_id, catalogue_version, standing, created_at)
     SELECT businesses.id, d.cycle_id, d.catalogue_version, 'nominated', now()
     FROM businesses, (SELECT cycle_id, catalogue_version FROM dossier LIMIT 1) d`,
    [count],
  )
  await db.sql(`UPDATE turn SET look_at = '9999-01-01'`)
  // Spread over the whole table, as dossiers that are due are.
  await db.sql(
    `CREATE TABLE due AS SELECT id FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM dossier) d
     WHERE n % ($1::int / $2::int) = 0 LIMIT $2`,
    [count, due],
  )
  await db.sql(
    `INSERT INTO consent (person_id, version, language, text_hash, telegram_id, given_at)
     SELECT b.owner_id, 1, 'id', '', 1, now() FROM due JOIN dossier d ON d.id = due.id JOIN business b ON b.id = d.business_id`,
  )
  await db.sql(
    `INSERT INTO item (dossier_id, requirement_id, state, since)
     SELECT due.id, i.requirement_id, CASE WHEN random() < 0.3 THEN 'submitted' ELSE 'open' END, now() - interval '5 days'
     FROM due, item i WHERE i.dossier_id = (SELECT min(id) FROM dossier)`,
  )
  await db.sql('ANALYZE')
}
