import { everyOwner } from '../src/broadcast/audience.ts'
import type { BroadcastId } from '../src/broadcast/rules.ts'
import { submit } from '../src/broadcast/sending-service.ts'
import { changeDraft, openDraft, setUrgent } from '../src/broadcast/service.ts'
import { regionCode } from '../src/people/rules.ts'
import { identify } from '../src/people/store.ts'
import type { Runtime } from '../src/runtime.ts'
import { ADMIN } from './people.ts'

// Broadcasts, as admins make them, and the owners who read them.

const FIRST_READER = 5_000_000

/** Owners of a region who agreed, with a business and a chat each. Their chats begin where those before end. */
export async function inviteReaders({ db, clock }: Runtime, count: number, region: string): Promise<void> {
  await db.sql(
    `WITH people AS (INSERT INTO person (name, created_at) SELECT 'Pembaca', $2 FROM generate_series(1, $1::int) RETURNING id),
     accounts AS (
       INSERT INTO account (telegram_id, person_id, first_seen_at, attached_at) SELECT $3::bigint + id, id, $2, $2 FROM people),
     agreed AS (
       INSERT INTO consent (person_id, version, language, text_hash, telegram_id, given_at)
       SELECT id, 2, 'id', '', 1, $2 FROM people)
     INSERT INTO business (owner_id, name, region_code, commodity, created_at, compare_due)
     SELECT id, 'Usaha', $4, 'makanan_minuman', $2, false FROM people`,
    [count, clock.now(), FIRST_READER, region],
  )
}

let causes = -1_000_000

/** Says yes to a broadcast to the owners of a region; it begins within a second where the workers run. */
export async function broadcastTo(rt: Runtime, region: string): Promise<BroadcastId> {
  const [{ actor }] = await identify(rt.db, ADMIN, causes--, rt.clock.now())
  if (!actor) throw new Error('there is no admin')
  const draft = await openDraft(rt, { ...actor, cause: causes-- })
  if (!draft.ok) throw new Error('no broadcast could be begun')
  const { id } = draft.value
  const audience = { ...everyOwner, regions: [regionCode().parse(region)] }
  await changeDraft(rt, actor, id, { words: 'Selamat pagi, {nama} dari {wilayah}.', audience })
  await setUrgent(rt, actor, id, 'it is measured at any hour')
  const { revision } = await rt.db.reader.broadcast.findUniqueOrThrow({ where: { id } })
  const outcome = await submit(rt, actor, id, revision)
  if (!outcome.ok) throw new Error(`the broadcast was refused: ${outcome.reason}`)
  return id
}
