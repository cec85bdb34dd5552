import type { z } from 'zod'

// Buttons and start links are one thing: a name and a few short fields, written into a string that stays in a chat for
// years. What comes back is never trusted: it reads to typed values, or it does not read at all.

type Fields = Record<string, z.ZodType>
type Values<F extends Fields> = { [Name in keyof F]: z.output<F[Name]> }

export interface Codec<F extends Fields = Fields> {
  readonly name: string
  /** The string that carries these values. Throws when it would not fit, which a test sees before a person does. */
  with(values: Values<F>): string
  /** The values in `data`, or undefined when it is of another kind, forged, or from a release that wrote it differently. */
  read(data: string): Values<F> | undefined
}

const MAX_BYTES = 64

/** A kind of inline button. A button whose fields change gets a new name. */
export const defineButton = <F extends Fields>(name: string, fields: F): Codec<F> => codec(buttons, name, ':', fields)

/** A kind of `t.me/<bot>?start=` link; its values must be made of A-Z, a-z, 0-9 and `-`. */
export const defineLink = <F extends Fields>(name: string, fields: F): Codec<F> => codec(links, name, '_', fields)

const buttons = new Map<string, Codec>()
const links = new Map<string, Codec>()

/** Every kind of button there is, for the tests that read and forge them all. */
export const allButtons = (): Codec[] => [...buttons.values()]
export const allLinks = (): Codec[] => [...links.values()]

function codec<F extends Fields>(registry: Map<string, Codec>, name: string, separator: string, fields: F): Codec<F> {
  if (registry.has(name)) throw new Error(`two kinds of ${registry === links ? 'link' : 'button'} are called ${name}`)
  const names = Object.keys(fields)
  const made: Codec<F> = {
    name,
    with(values) {
      const data = [name, ...names.map((field) => String(values[field]))].join(separator)
      if (Buffer.byteLength(data) > MAX_BYTES) throw new Error(`${name} does not fit into ${MAX_BYTES} bytes`)
      return data
    },
    read(data) {
      if (!data.startsWith(name)) return undefined // most are of another kind, and every kind is asked
      const [found, ...parts] = data.split(separator)
      if (found !== name || parts.length !== names.length) return undefined
      const values: Record<string, unknown> = {}
      for (const [index, field] of names.entries()) {
        const parsed = fields[field]?.safeParse(parts[index])
        if (!parsed?.success) return undefined
        values[field] = parsed.data
      }
      return values as Values<F>
    },
  }
  registry.set(name, made as unknown as Codec)
  return made
}
