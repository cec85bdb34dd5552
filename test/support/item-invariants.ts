import { acceptedKinds, type Requirement, requirementOf } from '../../src/dossier/catalogue.ts'
import {
  asksFor,
  CONFIRMED,
  isOtherName,
  NAME,
  NAME_RULING,
  nextField,
  PAGES,
  PLACE,
  pagesOf,
  readAnswer,
  type Value,
  type Values,
} from '../../src/dossier/fields.ts'
import type { ItemState } from '../../src/dossier/item-states.ts'
import { paperKindOf } from '../../src/dossier/paper.ts'
import { catalogueOf } from '../../src/dossier/store.ts'
import { localDay } from '../../src/platform/time.ts'
import type { Runtime } from '../../src/runtime.ts'

// What is true of an item whatever people did: its state, its papers and its answers agree.

interface Item {
  id: number
  requirement_id: string
  catalogue_version: number
  state: ItemState
  item_values: Values | null
  draft: Sent | null
  live: (Sent & { verdict: 'accepted' | 'returned' | null }) | null
}
interface Sent {
  id: number
  mimes: string[]
}

const ITEMS = `
  WITH sent AS (
    SELECT s.id, s.item_id, s.sent_at,
      (SELECT coalesce(json_agg(f.mime), '[]') FROM page g JOIN file f ON f.id = g.file_id WHERE g.submission_id = s.id) AS mimes,
      (SELECT v.verdict FROM decision v WHERE v.submission_id = s.id AND v.undone_at IS NULL) AS verdict
    FROM submission s WHERE s.replaced_at IS NULL)
  SELECT i.id, i.requirement_id, d.catalogue_version, i.state,
    (SELECT json_object_agg(field, json_build_object('value', value, 'source', source)) FROM item_value WHERE item_id = i.id)
      AS item_values,
    (SELECT to_json(s) FROM sent s WHERE s.item_id = i.id AND s.sent_at IS NULL) AS draft,
    (SELECT to_json(s) FROM sent s WHERE s.item_id = i.id AND s.sent_at IS NOT NULL) AS live
  FROM item i JOIN dossier d ON d.id = i.dossier_id ORDER BY i.id`

/** What must be there, by the state: `draft` is being prepared, `live` was sent and counts. */
const fits: Record<ItemState, (draft: boolean, live: 'none' | 'undecided' | 'accepted' | 'returned') => boolean> = {
  // Ruled to apply after all, an item is open again with whatever its owner had of it before they asked.
  open: () => true,
  started: (draft, live) => draft && live !== 'undecided' && live !== 'accepted',
  waiting: (_, live) => live === 'none' || live === 'returned',
  submitted: (_, live) => live === 'undecided',
  returned: (_, live) => live === 'returned',
  // A draft that was begun before stays for the case that the officer takes the decision back.
  accepted: (_, live) => live === 'accepted',
  received: (draft, live) => !draft && live === 'none',
  'not-applicable-asked': (_, live) => live === 'none' || live === 'returned',
  'not-applicable': (_, live) => live === 'none' || live === 'returned',
}

/** What is wrong with an item, in words. */
function faultsOf(item: Item, requirement: Requirement): string[] {
  const { state, draft, live } = item
  const values = item.item_values ?? {}
  const { atMost } = pagesOf(requirement)
  const kinds = [...(draft?.mimes ?? []), ...(live?.mimes ?? [])].map(paperKindOf)
  const said: Values = { [PAGES]: { value: 'done', source: 'owner' }, ...values }
  const isWhole = nextField(requirement, live?.mimes.length ?? 0, said) === undefined
  const checks: [wrong: boolean, fault: string][] = [
    [!fits[state](draft !== null, live ? (live.verdict ?? 'undecided') : 'none'), 'its papers say otherwise'],
    [requirement.kind === 'physical' && (draft ?? live) !== null, 'a thing was sent as a paper'],
    [!['physical', 'data'].includes(requirement.kind) && live?.mimes.length === 0, 'was sent without a page'],
    [[draft, live].some((sent) => (sent?.mimes.length ?? 0) > atMost), 'has too many pages'],
    [kinds.some((kind) => !acceptedKinds(requirement).includes(kind)), 'has a page of a kind that is not taken'],
    [state === 'submitted' && !isWhole, 'is with the officer, and something is missing'],
    [state === 'accepted' && !isWhole, 'was accepted, and something is missing'],
    [state === 'accepted' && isOtherName(values[NAME]) && !values[NAME_RULING], 'was accepted with another name'],
    [!draft && !live && Object.keys(values).length > 0, 'has answers, and nothing they belong to'],
  ]
  return [
    ...checks.flatMap(([wrong, fault]) => (wrong ? [fault] : [])),
    ...Object.entries(values).flatMap(([field, value]) =>
      isAnswer(requirement, field, value) ? [] : [`has no ${field} ${value.source} "${value.value}"`],
    ),
  ]
}

/** Whether a requirement asks for this, and may have been answered so. */
function isAnswer(requirement: Requirement, field: string, { value, source }: Value): boolean {
  if (field === NAME_RULING) return asksFor(requirement, NAME) && source === 'officer' && value.length >= 5
  if (!asksFor(requirement, field)) return false
  if (source === 'left') return requirement.kind === 'document' && field !== PAGES && value === ''
  const question = requirement.kind === 'data' ? requirement.questions.find(({ id }) => id === field) : undefined
  if (question) return 'value' in readAnswer(question, value)
  switch (field) {
    case PAGES:
      return value === 'done'
    case CONFIRMED:
      return value === 'yes'
    case PLACE:
      return /^-?\d+\.\d{5},-?\d+\.\d{5}$/.test(value)
    case 'expires':
      return value === 'lifetime' || localDay().safeParse(value).success
    case 'issued':
      return localDay().safeParse(value).success
    default:
      return value !== ''
  }
}

/** All that is wrong with any item, in words. */
export async function itemFaults({ db }: Runtime): Promise<string[]> {
  const items = await db.sql<Item>(ITEMS)
  const faults = await Promise.all(
    items.map(async (item) => {
      const requirement = requirementOf(await catalogueOf(db.reader, item.catalogue_version), item.requirement_id)
      return faultsOf(item, requirement).map((fault) => `${item.state} ${item.requirement_id} ${item.id}: ${fault}`)
    }),
  )
  return faults.flat()
}
