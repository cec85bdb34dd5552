import { distance } from 'fastest-levenshtein'
import type { RegionCode } from './rules.ts'

/**
 * A kabupaten or kota, with every name people call it by. A name that several go by ("Solok", "Pariaman", "Pasaman",
 * "Payakumbuh") is an alias of each, and so asked back.
 */
export interface Region {
  code: RegionCode
  /** The four digits of the statistics office, which some papers use instead. */
  bpsCode: string
  /** "Kota Payakumbuh", "Kabupaten Lima Puluh Kota" */
  name: string
  shortName: string
  kind: 'kabupaten' | 'kota'
  aliases: string[]
}

/** Regions that fit what was typed: none, the one that is meant, or those among which only the person can choose. */
export function matchRegions(typed: string, regions: Region[]): Region[] {
  const wish = readWish(typed)
  if (wish.name.length < 2) return []
  const official = regions.find((region) => readWish(region.name).name === wish.name && region.kind === wish.kind)
  if (official) return [official]
  const called = regions.filter((region) => fitsKind(wish, region) && namesOf(region).includes(wish.name))
  return called.length > 0 ? called : nearest(wish, regions)
}

interface Wish {
  kind: Region['kind'] | undefined
  /** The name without its kind, as compact lower-case letters and digits. */
  name: string
}

const KINDS: [RegExp, Region['kind']][] = [
  [/^(kabupaten|kab|kabup)\b\.?\s*/, 'kabupaten'],
  [/^kota\b\s*/, 'kota'],
]

function readWish(typed: string): Wish {
  const text = typed.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '').trim()
  for (const [pattern, kind] of KINDS) {
    if (pattern.test(text)) return { kind, name: compact(text.replace(pattern, '')) }
  }
  return { kind: undefined, name: compact(text) }
}

const compact = (text: string): string => text.replace(/[^a-z0-9]/g, '').slice(0, 60)

/** The names of a region, each also without "kabupaten" or "kota" in front. */
function namesOf(region: Region): string[] {
  return [region.name, region.shortName, ...region.aliases].flatMap((name) => [
    compact(name.toLowerCase()),
    readWish(name).name,
  ])
}

const fitsKind = (wish: Wish, region: Region): boolean => wish.kind === undefined || wish.kind === region.kind

/** One slip in a short name, two in a long one: "Payakumbu", "Bukitingi", "Sijunjuang". */
function nearest(wish: Wish, regions: Region[]): Region[] {
  const slips = wish.name.length < 5 ? 0 : wish.name.length < 8 ? 1 : 2
  const measured = regions
    .filter((region) => fitsKind(wish, region))
    .map((region) => ({ region, slips: Math.min(...namesOf(region).map((name) => distance(name, wish.name))) }))
    .filter((each) => each.slips <= slips)
  const best = Math.min(...measured.map((each) => each.slips))
  return measured.filter((each) => each.slips === best).map((each) => each.region)
}
