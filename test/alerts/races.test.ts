import { changeRule } from '../../src/alerts/rules-service.ts'
import { claimDue, factsOf, saveLooks } from '../../src/alerts/store.ts'
import { lookAtDossiers } from '../../src/alerts/sweep-service.ts'
import { dossierId } from '../../src/dossier/rules.ts'
import { identify } from '../../src/people/store.ts'
import type { Runtime } from '../../src/runtime.ts'
import { expect, test } from '../support/index.ts'
import { serverUrl } from '../support/template.ts'

// Several processes look at once, while people go on. The embedded database has one connection, so there it cannot happen.

const onServer = test.skipIf(!serverUrl())

/** Until a statement waits for a lock, or is through without having waited. */
async function waitsOrEnds({ db }: Runtime, statement: Promise<unknown>): Promise<void> {
  let isThrough = false
  void statement.then(() => {
    isThrough = true
  })
  const waiting = `SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`
  while (!isThrough && (await db.sql(waiting)).length === 0);
}

onServer('a change that comes while its dossier is looked at is looked at afterwards', async ({ world }) => {
  await world.openCycle()
  const yanti = await world.owner('Yanti')
  await yanti.registers('Rendang Yanti', 'Kota Payakumbuh', 'Makanan/minuman')
  const { rt } = world
  const { id } = await rt.db.reader.dossier.findFirstOrThrow()
  const now = rt.clock.now()
  let change: Promise<unknown> | undefined
  await rt.db.transaction(async (tx) => {
    await claimDue(tx, now, 10)
    await factsOf(tx, [dossierId().parse(id)], now)
    change = rt.db.sql('UPDATE item SET since = now() WHERE dossier_id = $1', [id])
    await waitsOrEnds(rt, change)
    const looked = {
      dossierId: dossierId().parse(id),
      turn: undefined,
      dueAt: undefined,
      ownerDoneAt: undefined,
      nudges: 0,
      lookAt: undefined,
    }
    await saveLooks(tx, [looked])
  })
  await change
  const [turn] = await rt.db.sql<{ due: boolean }>(
    `SELECT look_at < '1971-01-01' AS due FROM turn WHERE dossier_id = $1`,
    [id],
  )
  expect(turn?.due).toBe(true)
})

onServer(
  'sweeps of two processes take different dossiers, tell each officer once and never wait in a circle',
  async ({ world }) => {
    await world.openCycle()
    for (const code of ['13.76', '13.07', '13.04', '13.71']) await world.officer(`Penyuluh ${code}`, [code])
    const { rt } = world
    await rt.db.sql(
      `WITH people AS (INSERT INTO person (name, created_at) SELECT 'Pemilik ' || n, $1 FROM generate_series(1, 300) n RETURNING id),
       agreed AS (INSERT INTO consent (person_id, version, language, text_hash, telegram_id, given_at)
         SELECT id, 1, 'id', '', id, $1 FROM people),
       firms AS (INSERT INTO business (owner_id, name, region_code, commodity, created_at, compare_due)
         SELECT id, 'Usaha ' || id, (ARRAY['13.76', '13.07', '13.04', '13.71'])[1 + id % 4], 'gerabah', $1, false FROM people RETURNING id)
     INSERT INTO dossier (business_id, cycle_id, catalogue_version, standing, created_at)
     SELECT firms.id, y.id, y.catalogue_version, 'nominated', $1 FROM firms, cycle y`,
      [rt.clock.now()],
    )
    // Five working days before the deadline, in the middle of the day: everything is urgent at once.
    world.clock.moveTo(new Date('2024-06-14T10:00+07:00'))
    for (let round = 0; round < 5; round++) {
      const counts = await Promise.all([lookAtDossiers(rt), lookAtDossiers(rt)])
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(300)
      const [found] = await rt.db.sql<{ alerts: number; told: number; each: number }>(
        `SELECT (SELECT count(*) FROM alert WHERE reason = 'deadline-near') AS alerts,
         (SELECT count(*) FROM delivery WHERE kind = 'alert-urgent') AS told,
         (SELECT max(n) FROM (SELECT count(*) AS n FROM delivery WHERE kind = 'alert-urgent' GROUP BY person_id) p) AS each`,
      )
      expect(found).toEqual({ alerts: 300, told: 4, each: 1 })
      await rt.db.sql('DELETE FROM alert')
      await rt.db.sql('DELETE FROM delivery')
      await rt.db.sql(`UPDATE turn SET look_at = 'epoch'`)
    }
  },
)

onServer('two admins who change two rules at once both have their way', async ({ world }) => {
  const eva = await world.admin('Eva')
  const { rt } = world
  const [{ actor }] = await identify(rt.db, eva.id, -1, rt.clock.now())
  if (!actor) throw new Error('no admin')
  await Promise.all([
    changeRule(rt, { ...actor, cause: 1 }, 'owner-silent', { after: 9 }),
    changeRule(rt, { ...actor, cause: 2 }, 'review-late', { after: 4 }),
  ])
  const { body } = await rt.db.reader.alertRules.findFirstOrThrow({ orderBy: { version: 'desc' } })
  expect(body).toMatchObject({ reasons: { 'owner-silent': { after: 9 }, 'review-late': { after: 4 } } })
})
