import type { ItemId } from '../../src/dossier/rules.ts'
import type { Runtime } from '../../src/runtime.ts'
import { answersAll, beginsItem, emptyItems, TYPED } from '../answers.ts'
import { inMs, play, playing, type Row } from '../bench.ts'
import { type DampingiServed, serveDampingi } from '../bots.ts'
import { questionId, requirementId, saveCatalogue } from '../catalogues.ts'
import { figureOf, median, ratios, short } from '../figure.ts'
import { itemOf, type Owner, openBenchCycle, registerOwners } from '../people.ts'
import { interleaved } from '../rounds.ts'
import type { Wire } from '../wire.ts'

const FEW = 4
const MANY = 200
const QUESTIONS = 3

const subject = {
  id: 'flat',
  what: `an answer at item ${MANY} of a dossier ÷ at item ${FEW} of one of ${FEW}`,
  unit: '×',
  target: { atMost: 1.1 },
}

/** The item that is answered: the last of the catalogue. */
const lastOf = (owner: Owner): ItemId => itemOf(owner, requirementId(owner.items.size - 1))

const answering = (wire: Wire, dampingi: DampingiServed, owners: readonly Owner[]) =>
  playing(wire, dampingi, {
    async before() {
      await emptyItems(dampingi.rt, owners.map(lastOf))
      await play(
        wire,
        dampingi,
        owners.map((owner) => beginsItem(owner, lastOf(owner), QUESTIONS)),
      )
    },
    acts: () => owners.flatMap((owner) => answersAll(owner, QUESTIONS)),
  })

/** Sends in every item but the last, as if their owners had answered and confirmed. */
async function fillAllButLast({ db }: Runtime, owners: readonly Owner[]): Promise<void> {
  const last = owners.map(lastOf)
  const items = owners.flatMap((owner) => [...owner.items.values()]).filter((id) => !last.includes(id))
  const fields = [...Array.from({ length: QUESTIONS }, (_, at) => questionId(at)), 'confirmed']
  const theirs = `FROM item i JOIN dossier d ON d.id = i.dossier_id JOIN business b ON b.id = d.business_id
    WHERE i.id = ANY ($1)`
  await db.sql(
    `INSERT INTO submission (item_id, person_id, begun_at, sent_at) SELECT i.id, b.owner_id, now(), now() ${theirs}`,
    [items],
  )
  await db.sql(
    `INSERT INTO item_value (item_id, field, value, source, person_id, saved_at)
     SELECT i.id, unnest($2::text[]), $3, 'owner', b.owner_id, now() ${theirs}`,
    [items, fields, TYPED],
  )
  await db.sql(`UPDATE item SET state = 'submitted' WHERE id = ANY ($1)`, [items])
}

export const flat: Row = async ({ server, wire, rounds, quick }) => {
  const dampingi = await serveDampingi(await server.freshDatabase('flat'), wire)
  const { rt } = dampingi
  const people = quick ? 16 : 32
  await saveCatalogue(rt, FEW, QUESTIONS)
  await openBenchCycle(rt)
  const few = await registerOwners(rt, people, 1000)
  await rt.db.sql('UPDATE cycle SET catalogue_version = $1', [await saveCatalogue(rt, MANY, QUESTIONS)])
  const empty = await registerOwners(rt, people, 2000)
  const full = await registerOwners(rt, people, 3000)
  await fillAllButLast(rt, [...few, ...full])
  await rt.db.sql('ANALYZE')
  const costs = await interleaved(
    {
      few: answering(wire, dampingi, few),
      empty: answering(wire, dampingi, empty),
      full: answering(wire, dampingi, full),
    },
    rounds,
  )
  await dampingi.stop()
  const within = short(median(ratios(costs.full, costs.empty)))
  const detail = `${inMs(median(costs.full))} where ${MANY - 1} items were sent in with ${QUESTIONS} answers each, against ${inMs(median(costs.few))} where ${FEW - 1} were. Within a dossier of ${MANY} items, the last item answered costs ${within}× the first.`
  return [figureOf(subject, ratios(costs.full, costs.few), detail)]
}
