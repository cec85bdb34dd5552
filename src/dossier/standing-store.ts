import type { PersonId, RegionCode } from '../people/rules.ts'
import { type SubjectRow, subjectIn } from '../people/subject.ts'
import type { Database } from '../platform/db.ts'
import type { LocalDate } from '../platform/time.ts'
import type { Commodity } from './catalogue.ts'
import type { Value } from './fields.ts'
import type { ItemState } from './item-states.ts'
import type { Answer } from './requirements.ts'
import type {
  Business,
  BusinessId,
  Dossier,
  DossierId,
  ItemId,
  OwnBusiness,
  OwnItem,
  ReturnReason,
  Standing,
} from './rules.ts'

interface StandingRow {
  owner_id: PersonId
  name: string | null
  subject: SubjectRow | null
  businesses: (OwnBusiness & { owner: string | null })[] | null
  unsorted: number
  cycle_open: boolean
  owner_deadline: Date | null
  switched_on: string[] | null
  business_id: BusinessId | null
  business_name: string
  region_code: RegionCode | null
  region_name: string
  commodity: Commodity | null
  form: Business['form'] | null
  dossier_id: DossierId | null
  catalogue_version: number
  officer: string | null
  answers: Record<string, Answer> | null
  items: ItemRow[] | null
  item_values: ({ itemId: ItemId; field: string } & Value)[] | null
}

interface ItemRow {
  id: ItemId
  requirementId: string
  state: ItemState
  until: LocalDate | null
  owned: 'yes' | 'not-yet' | null
  pages: number
  drafting: boolean
  reason: ReturnReason | null
  words: string | null
}

// One statement whatever the number of items, because every press of an owner begins with it.
const STANDING = `
  SELECT p.id AS owner_id, p.name, row_to_json(s) AS subject,
    (SELECT json_agg(json_build_object('id', x.id, 'name', x.name, 'owner', w.name) ORDER BY x.id) FROM subject y
       JOIN business x ON x.id = y."businessId" LEFT JOIN person w ON w.id = x.owner_id AND w.id <> me.id
      WHERE y."ownerId" = me.id OR y."ownerId" IN (SELECT owner_id FROM companion WHERE person_id = me.id)
        AND me.id = ANY (y.companions) AND NOT y.frozen) AS businesses,
    (SELECT count(*) FROM unsorted_file u WHERE u.person_id = me.id AND u.sorted_at IS NULL) AS unsorted,
    c.id IS NOT NULL AS cycle_open, c.owner_deadline, c.switched_on, b.id AS business_id,
    b.name AS business_name, b.region_code, r.name AS region_name, b.commodity, b.form, d.id AS dossier_id,
    d.catalogue_version, o.name AS officer,
    (SELECT json_object_agg(question, answer) FROM dossier_answer WHERE dossier_id = d.id) AS answers,
    (SELECT json_agg(json_build_object('itemId', v.item_id, 'field', v.field, 'value', v.value, 'source', v.source))
       FROM item_value v JOIN item i ON i.id = v.item_id
      WHERE i.dossier_id = d.id AND i.id = COALESCE($3::int, i.id)) AS item_values,
    (SELECT json_agg(json_build_object('id', i.id, 'requirementId', i.requirement_id, 'state', i.state, 'until', i.until,
        'owned', i.owned, 'drafting', draft.id IS NOT NULL, 'reason', v.reason, 'words', v.words,
        'pages', (SELECT count(*) FROM page g WHERE g.submission_id = COALESCE(draft.id, live.id))) ORDER BY i.id)
       FROM item i
       LEFT JOIN submission draft ON draft.item_id = i.id AND draft.sent_at IS NULL
       LEFT JOIN submission live ON live.item_id = i.id AND live.sent_at IS NOT NULL AND live.replaced_at IS NULL
       LEFT JOIN decision v ON v.submission_id = live.id AND v.undone_at IS NULL
      WHERE i.dossier_id = d.id AND i.id = COALESCE($3::int, i.id)) AS items
  FROM person me
  LEFT JOIN cycle c ON c.closed_at IS NULL
  LEFT JOIN LATERAL (
    SELECT * FROM business WHERE merged_into_id IS NULL AND (owner_id = me.id OR id = me.working_at_id AND $2)
    ORDER BY id = me.working_at_id DESC NULLS LAST, id DESC LIMIT 1) b ON true
  JOIN person p ON p.id = COALESCE(b.owner_id, me.id)
  LEFT JOIN subject s ON s."businessId" = b.id
  LEFT JOIN region r ON r.code = b.region_code
  LEFT JOIN dossier d ON d.business_id = b.id AND d.cycle_id = c.id
  LEFT JOIN person o ON o.id = d.officer_id
  WHERE me.id = $1`

/**
 * Where a person stands with the business they are working at. That may be somebody else's; whoever shows it asks
 * `may` first, and takes their `own` otherwise. Of the items of the dossier there may be wanted `only` one, so that the
 * cost does not grow with their number.
 */
export async function standingOf(
  db: Database,
  personId: PersonId,
  which: 'any' | 'own' = 'any',
  only?: ItemId,
): Promise<Standing> {
  const [row] = await db.sql<StandingRow>(STANDING, [personId, which === 'any', only ?? null])
  if (!row) throw new Error(`person ${personId} is gone`)
  return {
    ownerId: row.owner_id,
    name: row.name ?? undefined,
    subject: row.subject ? subjectIn(row.subject) : undefined,
    businesses: (row.businesses ?? []).map(({ owner, ...each }) => (owner === null ? each : { ...each, owner })),
    unsorted: row.unsorted,
    business: businessOf(row),
    dossier: dossierOf(row),
    cycleOpen: row.cycle_open,
  }
}

function businessOf(row: StandingRow): Business | undefined {
  if (row.business_id === null) return undefined
  return {
    id: row.business_id,
    name: row.business_name,
    region: row.region_code === null ? undefined : { code: row.region_code, name: row.region_name },
    commodity: row.commodity ?? undefined,
    form: row.form ?? undefined,
  }
}

function dossierOf(row: StandingRow): Dossier | undefined {
  if (row.dossier_id === null || row.owner_deadline === null) return undefined
  return {
    id: row.dossier_id,
    catalogueVersion: row.catalogue_version,
    officer: row.officer ?? undefined,
    ownerDeadline: row.owner_deadline,
    switchedOn: row.switched_on ?? [],
    answers: row.answers ?? {},
    items: itemsOf(row.items ?? [], row.item_values ?? []),
  }
}

function itemsOf(rows: ItemRow[], values: NonNullable<StandingRow['item_values']>): OwnItem[] {
  const byItem = Map.groupBy(values, ({ itemId }) => itemId)
  return rows.map(({ id, requirementId, state, until, owned, pages, drafting, reason, words }) => ({
    id,
    requirementId,
    state,
    pages,
    drafting,
    values: Object.fromEntries((byItem.get(id) ?? []).map(({ field, value, source }) => [field, { value, source }])),
    ...(until === null ? {} : { until }),
    ...(owned === null ? {} : { owned }),
    ...(reason === null ? {} : { reason: { code: reason, ...(words === null ? {} : { words }) } }),
  }))
}
