import { z } from 'zod'
import type { WorkingTime } from '../calendar/working-time.ts'
import type { BusinessId, DossierId, ItemId } from '../dossier/rules.ts'
import type { PersonId, RegionCode, Subject } from '../people/rules.ts'
import { rowId } from '../platform/id.ts'
import { type LocalDate, localDate } from '../platform/time.ts'

export const threadId = () => rowId().brand<'ThreadId'>()
export type ThreadId = z.output<ReturnType<typeof threadId>>
export const helpMessageId = () => rowId().brand<'HelpMessageId'>()
export type HelpMessageId = z.output<ReturnType<typeof helpMessageId>>

/** The paper that a question is about, or that it is about none. */
export const aboutItem = () => z.union([rowId().brand<'ItemId'>(), z.literal('none')])
export type AboutItem = ItemId | 'none'

/** What somebody said: words, or something Telegram keeps, perhaps with words below it. */
export interface Said {
  kind: 'text' | 'voice' | 'photo' | 'document'
  text?: string
  fileId?: string
}

/** Where it stands: a message of a chat. */
export interface Sight {
  chatId: number
  messageId: number
}

export interface ThreadMessage extends Said {
  id: HelpMessageId
  side: 'owner' | 'officer'
  name: string
  saidAt: Date
}

export interface Thread extends Subject {
  id: ThreadId
  askerId: PersonId
  asker: string
  businessId: BusinessId | undefined
  dossierId: DossierId | undefined
  business: string | undefined
  regionName: string | undefined
  requirementId: string | undefined
  catalogueVersion: number | undefined
  officerIds: PersonId[]
  waitingSince: Date | undefined
  answeredBy: string | undefined
  closed: boolean
}

export const LIST_PAGE = 6

export interface WaitingThread {
  id: ThreadId
  business: string
  since: Date
}

/** An officer and where: no regions means the whole province. */
export interface Reach {
  personId: PersonId
  regions: RegionCode[]
}

export interface Whereabouts {
  region: RegionCode | undefined
  /** The regions of its zone. */
  zone: readonly RegionCode[]
  /** The officer the dossier is entrusted to. */
  named: PersonId | undefined
}

/**
 * Who is told of a question: the officer of the dossier, else those of its region, else whoever has another region of its
 * zone, else those of the province; and where there are none either, everybody who could pass it on.
 */
export function responsibleFor(officers: readonly Reach[], { region, zone, named }: Whereabouts): PersonId[] {
  const isIn = (among: readonly RegionCode[]) => (officer: Reach) =>
    officer.regions.some((each) => among.includes(each))
  const nearest = [
    officers.filter(({ personId, regions }) => personId === named && (regions.length === 0 || covers(regions, region))),
    officers.filter(isIn(region === undefined ? [] : [region])),
    officers.filter(isIn(zone)),
    officers.filter(({ regions }) => regions.length === 0),
    officers,
  ].find((found) => found.length > 0)
  return [...new Set((nearest ?? []).map(({ personId }) => personId))]
}

const covers = (regions: readonly RegionCode[], region: RegionCode | undefined): boolean =>
  region !== undefined && regions.includes(region)

/** The day by whose end an answer can be expected: the next on which the office works. */
export const answerDay = (working: WorkingTime, now: Date): LocalDate => working.dayAfter(localDate(now), 1)

/** A text so short that it says which one is meant. */
export const excerpt = (text: string, longest = 80): string => {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= longest) return line
  // Telegram counts as we do, and refuses half of an emoji.
  return `${line
    .slice(0, longest - 1)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd()}…`
}

export type AskRefusal = 'not-yours' | 'gone'

/** Whether a sentence plainly asks something, so that it cannot be the answer to what the bot asked. */
export function asksPlainly(text: string): boolean {
  const line = text.trim().toLowerCase()
  const words = line.split(/[^\p{L}\p{N}-]+/u).filter((word) => word !== '')
  if (words.length < 2 || words.length > 40) return false
  const isAsking = words.some((word) => ASKING.has(word))
  return (line.endsWith('?') && isAsking) || PLAIN.test(words.join(' '))
}

const ASKING = new Set(
  [
    'apa apo apakah apaan siapa sia kapan bilo berapa bara mana dimana kemana kenapa mengapa baa manga',
    'bagaimana gimana gmn bisakah bolehkah haruskah perlukah maksudnya maksud caranya boleh bisa harus perlu',
    'what how why who when where which can may must should does do is',
  ].flatMap((line) => line.split(' ')),
)

/** How questions begin, or end, that have no mark at their end. */
const PLAIN =
  /^(?:(?:pak|bu|buk|bapak|ibu|maaf|mohon maaf|permisi) )*(?:(?:apa|apo) (?:itu|tu|maksud|maksudnyo|maksudnya|bedanya|arti|artinya)|maksudnya (?:apa|apo|gimana|bagaimana)|(?:bagaimana|gimana|baa) (?:cara|caro)\w*|cara (?:mengurus|urus|membuat|buat|daftar)|apakah (?:saya|boleh|bisa|harus|perlu)|what (?:is|does|do)|how (?:do|can|to)|(?:saya )?(?:mau|ingin|numpang|nak) (?:tanya|bertanya|nanya)\b)|(?:itu|tu|ini) (?:apa|apo)$/u
