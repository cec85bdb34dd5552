import { z } from 'zod'
import entries from '../../prisma/reference/faq.json' with { type: 'json' }

const inBoth = z.strictObject({ id: z.string().min(2), en: z.string().min(2) })

export const faqId = () => z.string().regex(/^[a-z][a-z-]{1,23}$/)

const faqEntry = z.strictObject({
  id: faqId(),
  /** The question as people would put it, short enough for a button. */
  ask: inBoth,
  answer: inBoth,
  /** What else people say who mean this, in any language. */
  words: z.array(z.string().min(2)),
})
export type FaqEntry = z.output<typeof faqEntry>

/** The questions that are asked again and again, with our own answers. Reference data, checked when the process starts. */
export const faq: readonly FaqEntry[] = z.array(faqEntry).parse(entries)

const byId = new Map(faq.map((entry) => [entry.id, entry]))

/** An entry by its id; undefined when a later release dropped it. */
export const faqEntryOf = (id: string): FaqEntry | undefined => byId.get(id)
