import { outcomes, readNotes, type VisitOutcome } from './visit-rules.ts'

// What an officer types in one message after an hour without signal: "1 selesai, 2 tidak datang, W01 dirujuk ke Balai POM".

export type TypedOutcome = VisitOutcome | 'absent'
export const typedOutcomes = [...outcomes, 'absent'] as const

/** One result: the number as the list has it, what became of the visit, and notes if there were any. */
export interface TypedResult {
  label: string
  outcome: TypedOutcome
  notes: string | undefined
}

export interface ReadResults {
  results: TypedResult[]
  /** The parts that say nothing clear, as they were typed. */
  unclear: string[]
}

/** How each outcome is said, the longest first; what follows is a note. */
const said: [words: RegExp, outcome: TypedOutcome][] = [
  [
    /^(?:tidak|tdk|tak|gak|ga|nggak) (?:datang|hadir|jadi)(?: lagi)?\b|^(?:absen|did not come|no show|absent)\b/,
    'absent',
  ],
  [
    /^(?:perlu |harus |mohon )?(?:datang|kembali|balik) lagi\b|^(?:perlu (?:datang|kembali)|(?:has to )?come again|again)\b/,
    'again',
  ],
  [/^(?:di)?rujuk\b|^referred\b/, 'referred'],
  [/^(?:sudah )?(?:selesai|beres|tuntas|ok|oke|done|finished)\b/, 'done'],
]

const NUMBER = /^w\s*0*\d{1,3}\b|^\d{1,3}\b(?![.:]\d)/i
const JOINT = /^\s*(?:,|&|\+|dan\b|and\b)?\s*/i

/**
 * Reads results as they are typed: parts between commas, semicolons and lines; several numbers may share a result
 * ("1, 2 dan W03 selesai"). A number that is said to have ended in two ways is unclear.
 */
export function readResults(typed: string): ReadResults {
  const results: TypedResult[] = []
  const unclear: string[] = []
  let pending: string[] = []
  for (const part of typed.split(/[,;\n]|\.(?=\s|$)/)) {
    const text = part.replace(/\s+/g, ' ').trim()
    if (text === '') continue
    const { labels, rest } = numbersIn(text)
    if (labels.length > 0 && rest === '') {
      pending.push(...labels)
      continue
    }
    const outcome = outcomeIn(rest)
    if (labels.length === 0 || !outcome) unclear.push([...pending, text].join(', '))
    else for (const label of [...pending, ...labels]) results.push({ label, ...outcome })
    pending = []
  }
  if (pending.length > 0) unclear.push(pending.join(', '))
  return withoutContradictions(results, unclear)
}

/** The numbers a part begins with, as the list writes them, and what follows. */
function numbersIn(part: string): { labels: string[]; rest: string } {
  const labels: string[] = []
  let rest = part
  for (let found = NUMBER.exec(rest); found; found = NUMBER.exec(rest)) {
    labels.push(label(found[0]))
    rest = rest.slice(found[0].length).replace(JOINT, '')
  }
  return { labels, rest: rest.replace(/^[\s.:=–-]+/, '') }
}

const label = (written: string): string => {
  const number = Number(written.replace(/\D/g, ''))
  return /^w/i.test(written) ? `W${String(number).padStart(2, '0')}` : String(number)
}

function outcomeIn(words: string): Pick<TypedResult, 'outcome' | 'notes'> | undefined {
  for (const [pattern, outcome] of said) {
    const [found] = pattern.exec(words.toLowerCase()) ?? []
    if (found === undefined) continue
    const notes = words.slice(found.length).replace(/^[\s.:–()-]+|[\s()]+$/g, '')
    return { outcome, notes: readNotes(notes) }
  }
  return undefined
}

function withoutContradictions(results: readonly TypedResult[], unclear: readonly string[]): ReadResults {
  const first = new Map<string, TypedResult>()
  const contradicted = new Set<string>()
  for (const result of results) {
    const before = first.get(result.label)
    if (before && before.outcome !== result.outcome) contradicted.add(result.label)
    first.set(result.label, before ?? result)
  }
  return {
    results: [...first.values()].filter(({ label }) => !contradicted.has(label)),
    unclear: [...unclear, ...contradicted],
  }
}
