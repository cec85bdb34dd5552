import { z } from 'zod'
import { type Language, languages } from '../platform/i18n/languages.ts'
import { rowId } from '../platform/id.ts'

export const personId = () => rowId().brand<'PersonId'>()
export type PersonId = z.output<ReturnType<typeof personId>>
const accountId = () => rowId().brand<'AccountId'>()
export type AccountId = z.output<ReturnType<typeof accountId>>

export const linkId = () => rowId().brand<'LinkId'>()
export type LinkId = z.output<ReturnType<typeof linkId>>

/** Kemendagri code, as "13.76". */
export const regionCode = () =>
  z
    .string()
    .regex(/^\d\d\.\d\d$/)
    .brand<'RegionCode'>()
export type RegionCode = z.output<ReturnType<typeof regionCode>>

export const language = () => z.enum(languages)

export const roles = ['officer', 'operator', 'admin', 'head'] as const
export type Role = (typeof roles)[number]
export const role = () => z.enum(roles)

/** A role in its regions; no regions means the whole province. */
export interface Grant {
  role: Role
  regions: RegionCode[]
}

/** Who is acting, and by which update. */
export interface Actor {
  personId: PersonId
  grants: Grant[]
  /** Agreed to the present consent text. */
  consented: boolean
  /** The inbox id of the update that this act comes from: an act with the same cause is the same act. */
  cause: number
}

/** Who speaks from a Telegram account, known to us or not. */
export interface Speaker {
  accountId: AccountId
  telegramId: number
  language: Language
  /** The command menu last set in this chat. */
  menu: string | undefined
  blocked: boolean
  name: string | undefined
  /** Whose papers they fill in at present, when those are somebody else's and they may. */
  assisting: { business: string; owner: string } | undefined
  actor: Actor | undefined
}

/** What a deed is done to. */
export interface Subject {
  ownerId: PersonId
  region: RegionCode | undefined
  /** The owner withdrew consent: nobody else may look or decide. */
  frozen: boolean
  /** The owner has no Telegram: a penyuluh of the region fills in. */
  offline: boolean
  /** Who may fill in for the owner, with the owner's yes. */
  companions: PersonId[]
}

export type Deed =
  | 'see'
  | 'fill'
  | 'review'
  | 'answer'
  | 'invite'
  | 'open-cycle'
  | 'plan-desks'
  | 'edit-calendar'
  | 'edit-rules'
  | 'see-figures'
  | 'nominate'
  | 'manage-staff'
  | 'broadcast'
  | 'run-desk'

/** Whether the actor may do the deed; deeds of the office itself have no subject. */
export function may(
  actor: Actor,
  deed:
    | 'invite'
    | 'open-cycle'
    | 'plan-desks'
    | 'edit-calendar'
    | 'edit-rules'
    | 'nominate'
    | 'manage-staff'
    | 'see-figures'
    | 'broadcast',
): boolean
export function may(actor: Actor, deed: 'see' | 'fill' | 'review', subject: Subject): boolean
/** Questions are answered by officers of the region, and by those whom they were brought to because it has none. */
export function may(actor: Actor, deed: 'answer', thread: Subject & { officerIds: readonly PersonId[] }): boolean
/** A desk is run by whoever is an officer in one of the regions it is for. */
export function may(actor: Actor, deed: 'run-desk', regions: readonly RegionCode[]): boolean
export function may(
  actor: Actor,
  deed: Deed,
  about?: (Subject & { officerIds?: readonly PersonId[] }) | readonly RegionCode[],
): boolean {
  if (deed === 'run-desk') return regionsIn(about).some((region) => holds(actor, 'officer', region))
  const subject = about && 'ownerId' in about ? about : undefined
  switch (deed) {
    case 'invite':
    case 'open-cycle':
    case 'plan-desks':
    case 'edit-calendar':
    case 'edit-rules':
    case 'nominate':
    case 'manage-staff':
    case 'broadcast':
      return holds(actor, 'admin')
    case 'see-figures':
      return holds(actor, 'admin') || holds(actor, 'head')
    case 'fill':
      return subject !== undefined && mayFill(actor, subject)
    case 'see':
      return subject !== undefined && (may(actor, 'fill', subject) || may(actor, 'review', subject))
    case 'answer':
      return subject !== undefined && mayAnswer(actor, subject)
    case 'review':
      return subject !== undefined && !subject.frozen && holds(actor, 'officer', subject.region)
  }
}

const mayAnswer = (actor: Actor, thread: Subject & { officerIds?: readonly PersonId[] }): boolean =>
  !thread.frozen &&
  (thread.officerIds?.includes(actor.personId)
    ? holds(actor, 'officer')
    : thread.region !== undefined && holds(actor, 'officer', thread.region))

const regionsIn = (about: Subject | readonly RegionCode[] | undefined): readonly RegionCode[] =>
  about === undefined || 'ownerId' in about ? [] : about

function mayFill(actor: Actor, { ownerId, region, frozen, offline, companions }: Subject): boolean {
  if (actor.personId === ownerId) return actor.consented
  const isCompanion = actor.consented && companions.includes(actor.personId)
  return !frozen && (isCompanion || (offline && holds(actor, 'officer', region)))
}

/** Whether the actor has the role at all, or in a region. */
export function holds(actor: Actor, wanted: Role, region?: RegionCode): boolean {
  return actor.grants.some(
    (grant) =>
      grant.role === wanted && (region === undefined || grant.regions.length === 0 || grant.regions.includes(region)),
  )
}

/** The regions an officer looks after; undefined means all of them. */
export function regionsOf(actor: Actor, wanted: Role): RegionCode[] | undefined {
  const grants = actor.grants.filter((grant) => grant.role === wanted)
  return grants.some((grant) => grant.regions.length === 0) ? undefined : grants.flatMap((grant) => grant.regions)
}

/** The text people agree to. A change of meaning gets a new number, and everybody is asked again. */
export const CONSENT_VERSION = 2

export type NameRefusal = 'too-short' | 'too-long' | 'odd-letters'
const NAME = { min: 2, max: 80 }

/** Reads a person's name: at most 80 letters with the marks that names have, spaces put in order. */
export const readPersonName = (typed: string) => readName(typed, /^[\p{L}\p{M} .,'’`\-/()]+$/u)

/** Reads a business's name, which may have digits and signs besides. */
export const readBusinessName = (typed: string) => readName(typed, /^[\p{L}\p{M}\p{N} .,'’`\-/()&+"“”:!]+$/u)

function readName(typed: string, allowed: RegExp): { name: string } | { refusal: NameRefusal } {
  const name = typed.normalize('NFC').replace(/\s+/g, ' ').trim()
  if (name.length > NAME.max) return { refusal: 'too-long' }
  if (!allowed.test(name)) return { refusal: name.length < NAME.min ? 'too-short' : 'odd-letters' }
  return (name.match(/\p{L}/gu)?.length ?? 0) < NAME.min ? { refusal: 'too-short' } : { name }
}

export const INVITATION_DAYS = 7

/** How long the link works by which an owner's papers go to a new phone: the officer is there when it is opened. */
export const ACCOUNT_LINK_HOURS = 24

export type LinkRefusal = 'unknown' | 'used' | 'expired' | 'taken'

/** Why an account may not become that of the person for whom a link was made. */
export function whyNotMove(
  link: { personId: PersonId; usedAt: Date | null; usedById: AccountId | null; expiresAt: Date } | undefined,
  by: { accountId: AccountId; personId: PersonId | null; isOthers: boolean },
  now: Date,
): LinkRefusal | undefined {
  if (!link) return 'unknown'
  if (by.isOthers) return 'taken'
  if (link.usedAt !== null) {
    return link.usedById === by.accountId && link.personId === by.personId ? undefined : 'used'
  }
  return link.expiresAt <= now ? 'expired' : undefined
}

/** Whether somebody answers the consent in words; what counts is the press of the button. */
export function consentInWords(typed: string): 'agrees' | 'refuses' | undefined {
  const said = typed
    .toLowerCase()
    .replace(/[^\p{L}\s]+/gu, ' ')
    .replace(/\b(?:saya|pak|bapak|bu|ibu)\b/gu, ' ')
    .trim()
    .replace(/\s+/g, ' ')
  if (/^(?:(?:ya+|iya+|iyo|ok|oke|baik|boleh|setuju|lanjutkan|yes|i agree|agree)(?: |$))+$/u.test(said)) return 'agrees'
  return /^(?:(?:tidak|gak|ga|nggak|indak|ndak) (?:setuju|mau|boleh)|tidak|no|i do not agree)$/u.test(said)
    ? 'refuses'
    : undefined
}
