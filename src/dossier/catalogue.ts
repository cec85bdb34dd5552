import { z } from 'zod'
import { numberKinds } from './number-reading.ts'

// A version of the requirements: one row of checked JSON. A dossier names its version, so a new one changes no open file.

export const commodities = ['makanan_minuman', 'kain_tenun', 'kain_batik', 'anyaman', 'gerabah'] as const
export type Commodity = (typeof commodities)[number]
export const commodity = () => z.enum(commodities)

export const businessForms = ['perorangan', 'cv', 'pt', 'koperasi'] as const
export type BusinessForm = (typeof businessForms)[number]
export const businessForm = () => z.enum(businessForms)

/** Kinds of file by their bytes, never by their name. */
const paperKinds = ['jpeg', 'png', 'pdf', 'docx', 'xlsx', 'mp4'] as const
export type PaperKind = (typeof paperKinds)[number]

/** A number with a pattern of its own, or (`free`) one that is kept as it stands on the paper. */
const paperNumber = z.enum([...numberKinds, 'free'])
export type PaperNumber = z.output<typeof paperNumber>

const SHORT_NAME = 24
const id = () => z.string().regex(/^[a-z_]{2,24}$/)
const words = () => z.string().trim().min(1)
const inBoth = z.strictObject({ id: words(), en: words() })
const shortInBoth = z.strictObject({ id: words().max(SHORT_NAME), en: words().max(SHORT_NAME) })
const accepts = z.array(z.enum(paperKinds)).min(1)
const number = paperNumber
const dates = z.array(z.enum(['issued', 'expires'])).default([])

/** How long a paper counts. The end is the date it names, or the day of issue and `years`; an `endless` one may name none. */
const validity = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('none') }),
  z.strictObject({ type: z.literal('lifetime') }),
  z.strictObject({
    type: z.literal('dated'),
    years: z.number().int().positive().optional(),
    warnDays: z.number().int().positive().default(60),
    endless: z.boolean().default(false),
  }),
])

/** When a `wajib_bersyarat` is asked: of businesses of these forms, or where an admin switched it on for the cycle. */
const condition = z.union([z.literal('dinas'), z.strictObject({ form: z.array(businessForm()).min(1) })])

const common = {
  id: id(),
  section: z.enum(['legalitas', 'sentra', 'produk', 'khusus_komoditas', 'pasar', 'manajemen', 'masyarakat']),
  level: z.enum(['wajib', 'wajib_bersyarat', 'dinilai', 'pendukung']),
  stage: z.enum(['administrasi', 'penilaian']),
  preparedBy: z.enum(['pemilik', 'dinas_kabkota']),
  leadTime: z.enum(['same_day', 'days', 'weeks', 'months']),
  commodities: z.array(commodity()).min(1),
  group: id().optional(),
  /** What one paper serves: everything of its person, one dossier, all of a sentra, all of a region in a cycle. */
  scope: z.enum(['person', 'dossier', 'sentra', 'region-cycle']).default('dossier'),
  /** Requirements without which this one cannot be had. */
  needs: z.array(id()).default([]),
  condition: condition.optional(),
  /** Shows a person's identity: protected wherever it is shown to somebody else. */
  identity: z.boolean(),
  pii: z.enum(['none', 'low', 'medium', 'high']),
  validity,
  /** Whether the sources name this very paper, or it was inferred from them and waits for an admin's word. */
  source: z.enum(['sourced', 'inferred']),
  name: inBoth,
  shortName: shortInBoth,
  explain: inBoth,
  issuer: inBoth,
  howToGet: inBoth,
  mistakes: z.array(inBoth).min(1),
  /** What the officer looks for. */
  reviewHint: inBoth,
}

const document = z.strictObject({
  ...common,
  kind: z.literal('document'),
  accepts,
  pages: z.enum(['single', 'many']),
  /** How many papers make a good one; a hint, never a bar. */
  atLeast: z.number().int().min(2).optional(),
  number: number.optional(),
  dates,
  /** Whether the owner is asked if the name on it is that of the KTP. */
  nameCheck: z.boolean(),
})

const letter = z.strictObject({
  ...common,
  kind: z.literal('letter'),
  accepts,
  number: number.optional(),
  dates,
  /** A `last` letter is written when all other gates are done. */
  prepared: z.enum(['any-time', 'last']),
})

const asked = { id: id(), ask: inBoth, hint: inBoth.optional() }

/** One question of a data item. `said` is what stands in the paragraph for an answer that was a button. */
const question = z.discriminatedUnion('answer', [
  z.strictObject({
    ...asked,
    answer: z.literal('text'),
    minLength: z.number().int().positive().optional(),
    number: number.optional(),
  }),
  z.strictObject({ ...asked, answer: z.literal('number'), min: z.number().optional(), max: z.number().optional() }),
  z.strictObject({
    ...asked,
    answer: z.literal('choice'),
    options: z.array(z.strictObject({ id: id(), label: shortInBoth, said: inBoth })).min(2),
  }),
  z.strictObject({ ...asked, answer: z.literal('yes-no'), said: z.strictObject({ yes: inBoth, no: inBoth }) }),
])
export type Question = z.output<typeof question>

const data = z.strictObject({
  ...common,
  kind: z.literal('data'),
  questions: z.array(question).min(2).max(5),
  /** Sentences with `{question}` in them; one whose answer is missing is left out. */
  paragraph: z.array(inBoth).min(1),
  mayAttach: accepts.optional(),
})

const media = z.strictObject({
  ...common,
  kind: z.literal('media'),
  count: z.strictObject({ min: z.number().int().positive(), max: z.number().int().positive() }),
  accepts,
  /** What each picture should show, in the order they are asked for. */
  shots: z.array(inBoth).default([]),
  /** Whether the point on the map is asked for too. */
  place: z.boolean().default(false),
})

const physical = z.strictObject({
  ...common,
  kind: z.literal('physical'),
  whatToBring: inBoth,
  confirmedBy: z.literal('officer'),
})

const requirement = z.discriminatedUnion('kind', [document, letter, data, media, physical])
export type Requirement = z.output<typeof requirement>
export type RequirementOf<Kind extends Requirement['kind']> = Extract<Requirement, { kind: Kind }>

/** Requirements of which one is enough. Where its question is answered with yes, only `onYes` counts. */
const group = z.strictObject({
  id: id(),
  rule: z.literal('any_of'),
  name: inBoth,
  shortName: shortInBoth,
  explain: inBoth,
  question: z.strictObject({ ask: inBoth, hint: inBoth, onYes: id(), told: inBoth }).optional(),
})
export type Group = z.output<typeof group>

export const catalogue = z
  .strictObject({
    version: z.number().int().positive(),
    groups: z.array(group).default([]),
    requirements: z.array(requirement).min(1),
  })
  .superRefine((read, context) => {
    for (const message of [...read.requirements.flatMap(faultsWithin), ...faultsBetween(read)]) {
      context.addIssue({ code: 'custom', message })
    }
  })
export type Catalogue = z.output<typeof catalogue>

/** The requirement of an item. A catalogue never loses one that a dossier of its version has. */
export function requirementOf({ requirements, version }: Catalogue, wanted: string): Requirement {
  const found = requirements.find((each) => each.id === wanted)
  if (!found) throw new Error(`catalogue ${version} has no ${wanted}`)
  return found
}

/** The files that may stand for a requirement or accompany its answers. */
export function acceptedKinds(wanted: Requirement): readonly PaperKind[] {
  if (wanted.kind === 'physical') return []
  return wanted.kind === 'data' ? (wanted.mayAttach ?? []) : wanted.accepts
}

/** A gate decides whether a dossier may go on at all; the others only add to its value. */
export const isGate = ({ level }: Requirement): boolean => level === 'wajib' || level === 'wajib_bersyarat'

/** The answers a sentence of a paragraph names. */
export const variablesOf = (sentence: string): string[] =>
  [...new Set([...sentence.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name))].sort()

type Check = [wrong: boolean | undefined, fault: string]
const faultsOf = (id: string, checks: Check[]): string[] =>
  checks.filter(([wrong]) => wrong).map(([, fault]) => `${id}: ${fault}`)

/** What contradicts itself within one requirement. */
function faultsWithin(one: Requirement): string[] {
  const checks: Check[] = [
    [(one.level === 'wajib_bersyarat') !== (one.condition !== undefined), 'only a wajib_bersyarat has a condition'],
    [one.kind === 'letter' && one.preparedBy !== 'dinas_kabkota', 'letters are prepared by the dinas'],
    [one.validity.type === 'dated' && !tellsItsEnd(one, one.validity.years), 'no date tells when it ends'],
  ]
  if (one.kind === 'document') checks.push([one.pages === 'single' && !!one.atLeast, 'a single page cannot be several'])
  if (one.kind === 'media') {
    const { min, max } = one.count
    checks.push([min > max || one.shots.length > max, 'more pictures are wanted than are taken'])
  }
  if (one.kind === 'data') {
    const questions = one.questions.map((each) => each.id).sort()
    const named = one.paragraph.map(({ id, en }) => [variablesOf(id), variablesOf(en)].map(String))
    const all = one.paragraph.map(({ id }) => id).join()
    checks.push([repeats(questions), 'two questions have the same id'])
    checks.push([String(variablesOf(all)) !== String(questions), 'its paragraph and its questions differ'])
    checks.push([named.some(([id, en]) => id !== en), 'a sentence names other answers in the other language'])
  }
  return faultsOf(one.id, checks)
}

function tellsItsEnd(one: Requirement, years: number | undefined): boolean {
  if (one.kind !== 'document' && one.kind !== 'letter') return false
  return one.dates.includes('expires') || (one.dates.includes('issued') && years !== undefined)
}

/** What does not fit between requirements. */
function faultsBetween({ requirements, groups }: { requirements: Requirement[]; groups: Group[] }): string[] {
  const ids = [...requirements, ...groups].map(({ id }) => id)
  return [
    ...(repeats(ids) ? ['two requirements have the same id'] : []),
    ...requirements.flatMap((one) => {
      const needed = requirements.filter(({ id }) => one.needs.includes(id))
      const isOwners = one.preparedBy === 'pemilik'
      return faultsOf(one.id, [
        [needed.length < one.needs.length, 'needs what is not there'],
        [!needed.every((need) => isWithin(one.commodities, need.commodities)), 'needs what some are not asked for'],
        [isGate(one) && !needed.every(isGate), 'is a gate and needs what comes after the gates'],
        [isOwners && needed.some((need) => need.preparedBy !== 'pemilik'), 'makes the owner wait for the dinas'],
        [isReached(requirements, one.needs, one.id), 'needs itself'],
        [one.group !== undefined && !groups.some(({ id }) => id === one.group), 'is in a group that is not there'],
      ])
    }),
    ...groups.flatMap(({ id, question }) => {
      const members = requirements.filter((each) => each.group === id)
      const kinds = new Set(
        members.map(({ level, preparedBy, commodities }) => `${level} ${preparedBy} ${commodities}`),
      )
      return faultsOf(id, [
        [members.length < 2 || kinds.size > 1, 'its members are not two of the same kind'],
        [question && !members.some((each) => each.id === question.onYes), 'its question leads outside'],
      ])
    }),
  ]
}

const repeats = (ids: readonly string[]): boolean => new Set(ids).size < ids.length
const isWithin = (some: readonly string[], all: readonly string[]): boolean => some.every((each) => all.includes(each))

/** Whether following `needs` leads to `wanted`. */
function isReached(
  requirements: readonly Requirement[],
  needs: readonly string[],
  wanted: string,
  seen = new Set<string>(),
): boolean {
  return needs.some((need) => {
    if (need === wanted) return true
    if (seen.has(need)) return false
    seen.add(need)
    return isReached(requirements, requirements.find(({ id }) => id === need)?.needs ?? [], wanted, seen)
  })
}
