import { openCycle } from '../src/admin/service.ts'
import { type DeskPlan, openDesk } from '../src/booking/desk-service.ts'
import type { DayPlan } from '../src/booking/layout.ts'
import type { Commodity } from '../src/dossier/catalogue.ts'
import { chooseCommodity, nameFirstBusiness, placeBusiness } from '../src/dossier/service.ts'
import { standingOf } from '../src/dossier/standing-store.ts'
import { type Actor, type Grant, type Role, regionCode, type Speaker } from '../src/people/rules.ts'
import { acceptInvitation, chooseLanguage, giveConsent, introduce, invite } from '../src/people/service.ts'
import { identify } from '../src/people/store.ts'
import { consentText } from '../src/people/views.ts'
import { translator } from '../src/platform/i18n/translator.ts'
import { localDay } from '../src/platform/time.ts'
import { admit } from '../src/review/ruling-service.ts'
import type { Runtime } from '../src/runtime.ts'

// The demo's people, all of them made up. They come in through the same services as everybody, and may do so twice.

interface CastMember {
  telegramId: number
  name: string
  /** What the page says of them. */
  note: string
}

interface StaffMember extends CastMember {
  role: Role
  regions: string[]
}

interface CastOwner extends CastMember {
  business: string
  region: string
  commodity: Commodity
}

export const newcomer: CastMember = { telegramId: 2001, name: 'Yanti Marlina', note: 'pemilik usaha rendang, baru' }

export const admins: CastMember[] = [
  { telegramId: 3001, name: 'Eva Susanti', note: 'admin Disperindag' },
  { telegramId: 3002, name: 'Andri Wijaya', note: 'admin Disperindag' },
]

const staff: StaffMember[] = [
  {
    telegramId: 3011,
    name: 'Rina Oktavia',
    note: 'penyuluh Payakumbuh',
    role: 'officer',
    regions: ['13.76', '13.07', '13.06', '13.74'],
  },
  {
    telegramId: 3012,
    name: 'Hendri Saputra',
    note: 'penyuluh Bukittinggi',
    role: 'officer',
    regions: ['13.75', '13.04', '13.05', '13.08', '13.12', '13.77'],
  },
  {
    telegramId: 3013,
    name: 'Mega Putri',
    note: 'penyuluh Solok',
    role: 'officer',
    regions: ['13.72', '13.02', '13.03', '13.10', '13.11', '13.73', '13.01', '13.71', '13.09'],
  },
  { telegramId: 3021, name: 'Fitri Handayani', note: 'operator Payakumbuh', role: 'operator', regions: ['13.76'] },
  { telegramId: 3031, name: 'Zainal Abidin', note: 'pimpinan Disperindag', role: 'head', regions: [] },
]

const owners: CastOwner[] = [
  {
    telegramId: 2011,
    name: 'Darlis',
    note: 'randang telur, Payakumbuh',
    business: 'Randang Telur Darlis',
    region: '13.76',
    commodity: 'makanan_minuman',
  },
  {
    telegramId: 2012,
    name: 'Sari Dewi',
    note: 'keripik balado, Bukittinggi',
    business: 'Keripik Balado Sari',
    region: '13.75',
    commodity: 'makanan_minuman',
  },
  {
    telegramId: 2013,
    name: 'Hj. Nurhayati',
    note: 'tenun, Tanah Datar',
    business: 'Tenun Nurhayati',
    region: '13.04',
    commodity: 'kain_tenun',
  },
  {
    telegramId: 2014,
    name: 'Zulkifli Dt. Sati',
    note: 'batik tanah liek, Kota Solok',
    business: 'Batik Tanah Liek Zul',
    region: '13.72',
    commodity: 'kain_batik',
  },
  {
    telegramId: 2015,
    name: 'Ramli',
    note: 'anyaman pandan, Lima Puluh Kota',
    business: 'Anyaman Pandan Ramli',
    region: '13.07',
    commodity: 'anyaman',
  },
  {
    telegramId: 2016,
    name: 'Asnimar',
    note: 'gerabah, Tanah Datar',
    business: 'Gerabah Asnimar',
    region: '13.04',
    commodity: 'gerabah',
  },
]

/** Everybody of the cast, in the order in which the page offers them. */
export const cast: CastMember[] = [newcomer, ...staff.slice(0, 1), ...owners, ...staff.slice(1), ...admins]

const CYCLE = {
  ownerDeadline: localDay().parse('2024-06-21'),
  portalDeadline: localDay().parse('2024-06-30'),
  fieldVisitUntil: localDay().parse('2024-10-05'),
}

const desk = (zone: string, title: string, point: DeskPlan['point'], days: string[]): DeskPlan => ({
  zone,
  title,
  venue: undefined,
  point,
  days: days.map((day): DayPlan => {
    const isFriday = new Date(`${day}T12:00:00+07:00`).getUTCDay() === 5
    const pause = isFriday ? { from: '11:30', until: '13:30' } : { from: '12:00', until: '13:00' }
    const hours = { opens: '08:00', closes: '15:30', break: pause }
    return { day: localDay().parse(day), ...hours, slotMinutes: 30, tables: 2, walkInShare: 20 }
  }),
})

/** The desks of June 2024. Their venues and hours were not published: the hours are assumed. */
const desks: DeskPlan[] = [
  desk('payakumbuh', 'Payakumbuh', { latitude: -0.224, longitude: 100.632 }, ['2024-06-10', '2024-06-11']),
  desk('bukittinggi', 'Bukittinggi', { latitude: -0.305, longitude: 100.369 }, ['2024-06-12', '2024-06-13']),
  desk('solok', 'Solok', { latitude: -0.791, longitude: 100.654 }, ['2024-06-14', '2024-06-15']),
]

/** Lets the cast arrive: admins are appointed before, by the environment of the demo. */
export async function seed(rt: Runtime): Promise<void> {
  const [head] = admins
  if (!head) throw new Error('the cast needs an admin')
  for (const admin of admins) await introduce(rt, await actorOf(rt, admin), admin.name)
  await openCycle(rt, await actorOf(rt, head), CYCLE)
  for (const member of staff) await join(rt, await actorOf(rt, head), member)
  for (const [index, plan] of desks.entries()) {
    await openDesk(rt, { ...(await actorOf(rt, head)), cause: -100 - index }, plan)
  }
  for (const owner of owners) await register(rt, owner)
}

/** What a person does here is caused by no update; each has a cause of their own all the same. */
const causeOf = ({ telegramId }: CastMember): number => -telegramId

async function speakerOf(rt: Runtime, member: CastMember): Promise<Speaker> {
  const [speaker] = await identify(rt.db, member.telegramId, causeOf(member), rt.clock.now())
  return speaker
}

async function actorOf(rt: Runtime, member: CastMember): Promise<Actor> {
  const { actor } = await speakerOf(rt, member)
  if (!actor) throw new Error(`${member.note} is nobody yet`)
  return actor
}

async function join(rt: Runtime, admin: Actor, member: StaffMember): Promise<void> {
  const grant: Grant = { role: member.role, regions: member.regions.map((code) => regionCode().parse(code)) }
  const { actor } = await speakerOf(rt, member)
  if (actor?.grants.some(({ role }) => role === grant.role)) return
  const invitation = await invite(rt, { ...admin, cause: causeOf(member) }, grant)
  if (!invitation.ok) throw new Error('the cast could not be invited')
  await acceptInvitation(rt, await speakerOf(rt, member), invitation.value, causeOf(member))
  await introduce(rt, await actorOf(rt, member), member.name)
}

async function register(rt: Runtime, owner: CastOwner): Promise<void> {
  const speaker = await speakerOf(rt, owner)
  await chooseLanguage(rt, speaker, 'id')
  const actor = await giveConsent(rt, speaker, consentText(translator('id')), causeOf(owner))
  await introduce(rt, actor, owner.name)
  await nameFirstBusiness(rt, actor, owner.business)
  const { business } = await standingOf(rt.db, actor.personId)
  if (!business) throw new Error('the cast has no business')
  await placeBusiness(rt, actor, business.id, regionCode().parse(owner.region))
  await chooseCommodity(rt, actor, business.id, owner.commodity)
  const { dossier } = await standingOf(rt.db, actor.personId)
  const officer = staff.find(({ role, regions }) => role === 'officer' && regions.includes(owner.region))
  if (dossier && officer) await admit(rt, await actorOf(rt, officer), dossier.id)
}
