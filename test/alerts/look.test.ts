import { expect, test } from 'vitest'
import { referenceCalendar } from '../../prisma/reference.ts'
import type { OpenAlert } from '../../src/alerts/alert.ts'
import { audienceOf, type Officer, stepOf } from '../../src/alerts/escalation.ts'
import { maskedPhone, readPhone } from '../../src/alerts/phone.ts'
import { type AlertId, type AlertReason, causesOf, proposed, type StuckFacts } from '../../src/alerts/rules.ts'
import { closingAfter } from '../../src/alerts/working-day.ts'
import { workingTime } from '../../src/calendar/working-time.ts'
import type { ItemId } from '../../src/dossier/rules.ts'
import type { Turn } from '../../src/dossier/turn.ts'
import type { PersonId, RegionCode } from '../../src/people/rules.ts'
import type { LocalDate } from '../../src/platform/time.ts'

const day = (text: string) => text as LocalDate
const at = (text: string) => new Date(`${text}+07:00`)
const time = workingTime(referenceCalendar(), day('2024-01-01'), day('2025-12-31'))
const clocks = { office: time, officer: time }

const facts = (given: Partial<StuckFacts> = {}): StuckFacts => ({
  standing: 'nominated',
  createdAt: at('2024-06-03T08:00'),
  ownerDeadline: at('2024-08-30T23:59'),
  portalDeadline: at('2024-09-10T23:59'),
  fieldVisitUntil: day('2024-10-05'),
  turns: [],
  gates: { total: 14, sent: 3 },
  items: [],
  blockedAt: undefined,
  isClaimed: true,
  isFrozen: false,
  visitAt: undefined,
  missedAt: undefined,
  waitingSince: undefined,
  ...given,
})
const turn = (actor: Turn['actor'], reason: Turn['reason'], since: string): Turn => ({
  actor,
  reason,
  since: at(since),
  itemId: 7 as ItemId,
})
const item = (given: Partial<StuckFacts['items'][number]>): StuckFacts['items'][number] => ({
  id: 7 as ItemId,
  state: 'submitted',
  since: at('2024-06-05T10:00'),
  until: undefined,
  returns: 0,
  expires: undefined,
  ...given,
})

/** When a dossier counts as stuck for a reason, the others apart. */
function stuckAt(given: Partial<StuckFacts>, reason: AlertReason): Date | undefined {
  return causesOf(facts(given), proposed, clocks, at('2024-06-03T08:00')).find((cause) => cause.reason === reason)?.at
}

test.for([
  [
    'a week without an act',
    'owner-silent',
    { turns: [turn('owner', 'to-send', '2024-06-03T09:00')] },
    '2024-06-10T09:00',
  ],
  [
    'two working days without a look, over the weekend and the feast of sacrifice',
    'review-late',
    { turns: [turn('officer', 'to-check', '2024-06-14T10:00')] },
    '2024-06-20T10:00',
  ],
  [
    'two weeks without the letter',
    'dinas-silent',
    { turns: [turn('dinas', 'to-prepare', '2024-06-03T08:00')] },
    '2024-06-17T08:00',
  ],
  [
    'the day after it was expected',
    'third-party-late',
    { items: [item({ state: 'waiting', until: day('2024-06-20') })] },
    '2024-06-21T00:00',
  ],
  ['returned twice', 'returned-often', { items: [item({ state: 'returned', returns: 2 })] }, '2024-06-05T10:00'],
  [
    'a permit that ends too early',
    'permit-ends',
    { items: [item({ expires: day('2024-10-04') })] },
    '2024-06-05T10:00',
  ],
  ['a visit in three days with few papers', 'desk-soon', { visitAt: at('2024-06-20T09:30') }, '2024-06-17T00:00'],
  [
    'five working days before the deadline',
    'deadline-near',
    { ownerDeadline: at('2024-06-28T23:59') },
    '2024-06-21T07:30',
  ],
  ['blocked', 'blocked', { blockedAt: at('2024-06-11T12:00') }, '2024-06-11T12:00'],
  ['five working days without a beginning', 'unclaimed', { isClaimed: false, isFrozen: true }, '2024-06-10T08:00'],
  ['a question that waits', 'question-waits', { waitingSince: at('2024-06-13T15:00') }, '2024-06-14T15:00'],
  ['did not come', 'no-show', { missedAt: at('2024-06-11T12:00') }, '2024-06-11T12:00'],
] as [string, AlertReason, Partial<StuckFacts>, string][])('stuck: %s', ([, reason, given, expected]) => {
  expect(stuckAt(given, reason)).toEqual(at(expected))
})

test.for([
  ['somebody else must act first', 'owner-silent', { turns: [turn('officer', 'to-check', '2024-06-03T09:00')] }],
  [
    'all gates are there',
    'owner-silent',
    { turns: [turn('owner', 'to-send', '2024-06-03T09:00')], gates: { total: 14, sent: 14 } },
  ],
  [
    'four of five gates are there before the visit',
    'desk-soon',
    { visitAt: at('2024-06-20T09:30'), gates: { total: 10, sent: 8 } },
  ],
  ['returned once', 'returned-often', { items: [item({ state: 'returned', returns: 1 })] }],
  ['a permit that lasts', 'permit-ends', { items: [item({ expires: day('2024-10-05') })] }],
  ['a candidate', 'owner-silent', { standing: 'candidate', turns: [turn('owner', 'to-send', '2024-06-03T09:00')] }],
  ['withdrawn', 'owner-silent', { isFrozen: true, turns: [turn('owner', 'to-send', '2024-06-03T09:00')] }],
  [
    'the cycle is over',
    'owner-silent',
    { portalDeadline: at('2024-06-01T00:00'), turns: [turn('owner', 'to-send', '2024-06-03T09:00')] },
  ],
] as [string, AlertReason, Partial<StuckFacts>][])('not stuck: %s', ([, reason, given]) => {
  expect(stuckAt(given, reason)).toBeUndefined()
})

test('a rule that is off says nothing, and its number is what an admin set', () => {
  const silent = facts({ turns: [turn('owner', 'to-send', '2024-06-03T09:00')] })
  const set = (on: boolean, after: number) => ({
    ...proposed,
    reasons: { ...proposed.reasons, 'owner-silent': { on, after } },
  })
  const now = at('2024-06-03T08:00')
  expect(causesOf(silent, set(false, 7), clocks, now).map((cause) => cause.reason)).not.toContain('owner-silent')
  expect(causesOf(silent, set(true, 3), clocks, now)).toContainEqual({
    reason: 'owner-silent',
    at: at('2024-06-06T09:00'),
    itemId: 7,
  })
})

const alert = (given: Partial<OpenAlert>): OpenAlert => ({
  id: 1 as AlertId,
  reason: 'review-late',
  openedAt: at('2024-06-05T08:00'),
  level: 0,
  toldAt: undefined,
  holderId: undefined,
  heldAt: undefined,
  askedAt: undefined,
  snoozedUntil: undefined,
  ...given,
})

test('an alert climbs two working days after those of its level were told, and no further than the province', () => {
  expect(stepOf(alert({}), proposed, time)).toBeUndefined()
  const told = { toldAt: at('2024-06-13T08:15') }
  expect(stepOf(alert(told), proposed, time)).toEqual({ does: 'climb', at: at('2024-06-19T08:15') })
  expect(stepOf(alert({ ...told, level: 2 }), proposed, time)).toBeUndefined()
})

test('what was taken never climbs; whoever has it is asked three working days after the last word', () => {
  const held = { toldAt: at('2024-06-05T08:15'), holderId: 3 as PersonId, heldAt: at('2024-06-05T09:00') }
  expect(stepOf(alert(held), proposed, time)).toEqual({ does: 'ask', at: at('2024-06-10T09:00') })
  const asked = { ...held, askedAt: at('2024-06-10T09:00') }
  expect(stepOf(alert(asked), proposed, time)).toEqual({ does: 'ask', at: at('2024-06-13T09:00') })
  const asleep = { ...held, snoozedUntil: at('2024-06-12T08:00') }
  expect(stepOf(alert(asleep), proposed, time)).toEqual({ does: 'ask', at: at('2024-06-19T08:00') })
})

const region = '13.76' as RegionCode
const zone = ['13.06', '13.07', '13.76'] as RegionCode[]
const officer = (id: number, regions: RegionCode[], more: Partial<Officer> = {}): Officer => ({
  id: id as PersonId,
  regions,
  isAway: false,
  standInId: undefined,
  ...more,
})
const rina = officer(1, [region])
const dedi = officer(2, [region])
const head = officer(3, zone)
const province = officer(4, [])

test.for([
  ['whoever looks after the dossier', 0, 1, [rina, dedi, head, province], [1]],
  ['all of the region when nobody does', 0, undefined, [rina, dedi, head, province], [1, 2]],
  ['a colleague when they are away', 0, 1, [{ ...rina, isAway: true }, dedi, head], [2]],
  ['whoever stands in for them', 0, 1, [{ ...rina, isAway: true, standInId: 4 as PersonId }, dedi, province], [4]],
  ['the coordinator where the region has nobody', 0, undefined, [head, province], [3]],
  ['the province where the zone has nobody', 0, undefined, [province], [4]],
  ['the coordinator on the second level', 1, 1, [rina, head, province], [3]],
  ['the province on the second where there is no coordinator', 1, 1, [rina, province], [4]],
  ['the province on the third', 2, 1, [rina, head, province], [4]],
  ['those of the region where there is nobody above', 2, 1, [rina, dedi], [1, 2]],
  ['nobody when all are away', 0, 1, [{ ...rina, isAway: true }], []],
] as [string, 0 | 1 | 2, number | undefined, Officer[], number[]][])(
  'it is for %s',
  ([, level, officerId, officers, expected]) => {
    const place = { region, zone, officerId: officerId as PersonId | undefined }
    expect(audienceOf(level, place, officers)).toEqual(expected)
  },
)

test('the office closes when its work of the day is done', () => {
  expect(closingAfter(time, at('2024-06-05T08:15'))).toEqual(at('2024-06-05T16:00'))
  expect(closingAfter(time, at('2024-06-07T08:15'))).toEqual(at('2024-06-07T16:30'))
})

test.for([
  ['0812-3456-7890', '6281234567890'],
  ['+62 812 3456 7890', '6281234567890'],
  ['62812345678', '62812345678'],
  ['0751 123456', undefined],
  ['0812', undefined],
  ['telepon saya', undefined],
] as [string, string | undefined][])('%s is dialled as %s', ([typed, expected]) => {
  expect(readPhone(typed)).toBe(expected)
})

test('a number is shown in part', () => {
  expect(maskedPhone('6281234567890')).toBe('+6281••••890')
})
