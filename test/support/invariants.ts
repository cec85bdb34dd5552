import { readdir } from 'node:fs/promises'
import { readBusinessName, readPersonName } from '../../src/people/rules.ts'
import type { Runtime } from '../../src/runtime.ts'
import { itemFaults } from './item-invariants.ts'

// What is true of the rows whatever people did: every row has a reason. What a constraint says already is not said again.

/** Each finds the rows that break it; `at` tells where. `$1` is now. */
const promises: Record<string, string> = {
  'an update is done and emptied': `
    SELECT id AS at FROM inbox WHERE done_at IS NULL OR payload IS NOT NULL OR leased_until IS NOT NULL`,
  'a message that is due was settled, and none failed': `
    SELECT purpose AS at FROM delivery WHERE state = 'waiting' AND due_at <= $1 OR state = 'failed'`,
  // The clock may leap over the hours in which something was worth saying, and over nothing else.
  'only what was no longer worth saying was not said': `
    SELECT purpose AS at FROM delivery WHERE state = 'expired' AND (expires_at > settled_at) IS NOT FALSE`,
  'what was sent says where it went': `
    SELECT purpose AS at FROM delivery WHERE (state = 'sent') <> (chat_id IS NOT NULL AND message_id IS NOT NULL)`,
  'a decision is told to its owner': `
    SELECT v.id AS at FROM decision v WHERE NOT EXISTS (SELECT 1 FROM delivery d WHERE d.purpose = 'decided:' || v.id)`,
  'an open question and a message that edits itself belong to somebody who wrote': `
    SELECT chat_id AS at FROM (SELECT chat_id FROM question_state UNION SELECT chat_id FROM live_message) c
    WHERE NOT EXISTS (SELECT 1 FROM account WHERE telegram_id = c.chat_id)`,
  'nobody sends, sorts or works for another who is neither their companion nor an officer': `
    WITH acting AS (
      SELECT s.person_id AS person, b.owner_id AS owner FROM submission s JOIN item i ON i.id = s.item_id
        JOIN dossier d ON d.id = i.dossier_id JOIN business b ON b.id = d.business_id
      UNION SELECT u.person_id, f.owner_id FROM unsorted_file u JOIN file f ON f.id = u.file_id
      UNION SELECT p.id, b.owner_id FROM person p JOIN business b ON b.id = p.working_at_id)
    SELECT concat_ws(':', person, owner) AS at FROM acting WHERE person <> owner
      AND NOT EXISTS (SELECT 1 FROM companion WHERE owner_id = owner AND person_id = person AND agreed_at IS NOT NULL)
      AND NOT EXISTS (SELECT 1 FROM role_grant WHERE person_id = person AND role = 'officer')`,

  'a person is here because they agreed or work here': `
    SELECT p.id AS at FROM person p WHERE NOT EXISTS (SELECT 1 FROM consent WHERE person_id = p.id)
      AND NOT EXISTS (SELECT 1 FROM role_grant WHERE person_id = p.id)`,
  'whoever has a business or a file agreed once': `
    SELECT owner_id AS at FROM (SELECT owner_id FROM business UNION SELECT owner_id FROM file) o
    WHERE NOT EXISTS (SELECT 1 FROM consent WHERE person_id = o.owner_id)`,
  'who looked, decided or was given a dossier is an officer': `
    SELECT person_id AS at FROM (SELECT person_id FROM file_access UNION SELECT officer_id FROM decision
      UNION SELECT officer_id FROM dossier WHERE officer_id IS NOT NULL) o
    WHERE NOT EXISTS (SELECT 1 FROM role_grant g WHERE g.person_id = o.person_id AND g.role = 'officer')`,
  'the officer of a dossier looks after its region': `
    SELECT d.id AS at FROM dossier d JOIN business b ON b.id = d.business_id WHERE d.officer_id IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM role_grant g WHERE g.person_id = d.officer_id AND g.role = 'officer'
        AND g.revoked_at IS NULL AND (cardinality(g.regions) = 0 OR b.region_code = ANY (g.regions)))`,
  'an invitation that was used made a role': `
    SELECT i.id AS at FROM invitation i WHERE i.used_by_id IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM role_grant g WHERE g.person_id = i.used_by_id AND g.role = i.role AND g.regions = i.regions)`,

  'a message of a broadcast is to somebody it was for, and none waits of one that is over': `
    SELECT v.purpose AS at FROM delivery v JOIN broadcast b ON b.id = v.broadcast_id
    WHERE NOT EXISTS (SELECT 1 FROM broadcast_recipient r WHERE r.broadcast_id = b.id AND r.person_id = v.person_id)
      OR b.state IN ('done', 'ended', 'expired') AND v.state = 'waiting'`,
  'a broadcast has as many recipients as it says, and pressing is theirs': `
    SELECT b.id AS at FROM broadcast b WHERE b.total IS NOT NULL
      AND (b.total <> (SELECT count(*) FROM broadcast_recipient r WHERE r.broadcast_id = b.id)
        OR EXISTS (SELECT 1 FROM broadcast_press k WHERE k.broadcast_id = b.id AND NOT EXISTS (
          SELECT 1 FROM broadcast_recipient r WHERE r.broadcast_id = b.id AND r.person_id = k.person_id)))`,

  'a dossier is of a business that told its region and product': `
    SELECT d.id AS at FROM dossier d JOIN business b ON b.id = d.business_id WHERE b.region_code IS NULL OR b.commodity IS NULL`,
  'a business that told all has a dossier in the open cycle': `
    SELECT b.id AS at FROM business b JOIN cycle y ON y.closed_at IS NULL WHERE b.region_code IS NOT NULL
      AND b.commodity IS NOT NULL AND NOT EXISTS (SELECT 1 FROM dossier d WHERE d.business_id = b.id AND d.cycle_id = y.id)`,
  'what is asked of a product is in its dossier, and nothing else that nobody began': `
    WITH asked AS (
      SELECT d.id AS dossier, r->>'id' AS requirement FROM dossier d JOIN business b ON b.id = d.business_id
      JOIN catalogue c ON c.version = d.catalogue_version, jsonb_array_elements(c.body->'requirements') r
      WHERE r->'commodities' ? b.commodity)
    SELECT concat_ws(':', dossier, requirement, i.id) AS at FROM asked
    FULL JOIN item i ON i.dossier_id = dossier AND i.requirement_id = requirement
    WHERE i.id IS NULL OR requirement IS NULL AND NOT EXISTS (SELECT 1 FROM submission WHERE item_id = i.id)`,

  'only what was sent is replaced, and only what was sent is decided': `
    SELECT s.id AS at FROM submission s WHERE s.sent_at IS NULL AND (s.replaced_at IS NOT NULL
      OR EXISTS (SELECT 1 FROM decision WHERE submission_id = s.id))`,
  'the pages of a submission are counted from 0 without a gap': `
    SELECT submission_id AS at FROM page GROUP BY submission_id HAVING max(position) <> count(*) - 1 OR min(position) <> 0`,
  'a page is a file of its owner': `
    SELECT s.id AS at FROM page g JOIN submission s ON s.id = g.submission_id JOIN item i ON i.id = s.item_id
    JOIN dossier d ON d.id = i.dossier_id JOIN business b ON b.id = d.business_id JOIN file f ON f.id = g.file_id
    WHERE f.owner_id <> b.owner_id`,
  'an update makes one page of a submission at most': `
    SELECT cause AS at FROM page GROUP BY cause, submission_id HAVING count(*) > 1`,

  'every sending, decision, consent, cycle and invitation is in the audit, once': `
    WITH shared AS ( -- sent for one of an owner's businesses, a KTP is copied to the others
      SELECT i.id FROM item i JOIN dossier d ON d.id = i.dossier_id JOIN business b ON b.id = d.business_id
      WHERE i.requirement_id = 'ktp_pemilik' AND EXISTS (SELECT 1 FROM business o WHERE o.owner_id = b.owner_id AND o.id <> b.id)),
    happened AS (
      SELECT 'submitted' AS deed, item_id AS subject, count(*) FROM submission WHERE sent_at IS NOT NULL
        AND item_id NOT IN (SELECT id FROM shared) GROUP BY item_id
      UNION ALL SELECT verdict, submission_id, count(*) FROM decision GROUP BY verdict, submission_id
      UNION ALL SELECT 'decision-undone', submission_id, count(*) FROM decision WHERE undone_at IS NOT NULL GROUP BY submission_id
      UNION ALL SELECT 'consent-given', person_id, count(*) FROM consent WHERE form_file_id IS NULL GROUP BY person_id
      UNION ALL SELECT 'consent-withdrawn', person_id, count(*) FROM consent WHERE withdrawn_at IS NOT NULL GROUP BY person_id
      UNION ALL SELECT 'cycle-opened', id, 1 FROM cycle
      UNION ALL SELECT 'invited', id, 1 FROM invitation
      UNION ALL SELECT 'invitation-accepted', id, 1 FROM invitation WHERE used_at IS NOT NULL),
    written AS (
      SELECT deed, subject_id AS subject, count(*) FROM audit WHERE NOT (deed = 'submitted' AND subject_id IN (SELECT id FROM shared))
        AND deed IN ('submitted', 'accepted', 'returned', 'decision-undone', 'consent-given', 'consent-withdrawn',
          'cycle-opened', 'invited', 'invitation-accepted') GROUP BY deed, subject_id)
    SELECT concat_ws(':', deed, subject, h.count, w.count) AS at FROM happened h FULL JOIN written w USING (deed, subject)
    WHERE h.count IS DISTINCT FROM w.count`,
}

async function nameFaults({ db }: Runtime): Promise<string[]> {
  const people = await db.reader.person.findMany({ where: { name: { not: null } }, select: { name: true } })
  const businesses = await db.reader.business.findMany({ select: { name: true } })
  const isNamed = (read: ReturnType<typeof readPersonName>, name: string) => 'name' in read && read.name === name
  return [
    ...people.flatMap(({ name }) =>
      name && !isNamed(readPersonName(name), name) ? [`a person is called ${name}`] : [],
    ),
    ...businesses.flatMap(({ name }) =>
      isNamed(readBusinessName(name), name) ? [] : [`a business is called ${name}`],
    ),
  ]
}

/** Every row of a file has its bytes, unchanged; and every file in `folder` has its row, unless a process died. */
async function fileFaults(rt: Runtime, folder: string, died: boolean): Promise<string[]> {
  const rows = await rt.db.reader.file.findMany({ select: { id: true, storageKey: true, size: true, mime: true } })
  const unreadable = await Promise.all(
    rows.map(({ id, storageKey, size }) =>
      rt.files.get(storageKey).then(
        ({ length }) => (length === size ? [] : [`file ${id} has ${length} bytes, not ${size}`]),
        () => [`file ${id} cannot be read`],
      ),
    ),
  )
  const keys = new Set(rows.map(({ storageKey }) => storageKey))
  const lying = (await readdir(folder, { recursive: true })).flatMap((path) => path.split('/')[1] ?? [])
  const strays = lying.filter((name) => !keys.has(name) && (!died || name.endsWith('.part')))
  return [...unreadable.flat(), ...strays.map((name) => `a file without a row: ${name}`)]
}

/** All that is not as it must be, in words; nothing when all is well. `died` when a process was killed on the way. */
export async function brokenPromises(rt: Runtime, folder: string, died: boolean): Promise<string[]> {
  const now = rt.clock.now()
  const broken = await Promise.all(
    Object.entries(promises).map(async ([promise, query]) => {
      const rows = await rt.db.sql<{ at: unknown }>(query, query.includes('$1') ? [now] : [])
      return rows.map(({ at }) => `not so at ${at}: ${promise}`)
    }),
  )
  return [
    ...broken.flat(),
    ...(await itemFaults(rt)),
    ...(await nameFaults(rt)),
    ...(await fileFaults(rt, folder, died)),
  ]
}
