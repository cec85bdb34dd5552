import type { Machine } from '../platform/machine.ts'
import type { Method } from './check-request.ts'
import { Refusal } from './refusal.ts'

/** A call of the Bot API, or fetching a file. */
export type FaultyCall = Method | 'download'

/** Where a fault strikes. Without a method: any call but getUpdates, which is asked all the time and would take them all. */
interface Aim {
  method?: FaultyCall
  /** Once, unless said otherwise. */
  times?: number
}

/** Something that goes wrong on its own in the real world. */
export type Fault =
  /** Answered instead of carried out. */
  | (Aim & { kind: 'error'; code: 429 | 500 | 502 | 503; retryAfter?: number })
  /** The connection breaks before Telegram has the call, or when it was carried out and only the answer is lost. */
  | (Aim & { kind: 'cut'; when: 'before' | 'after' })
  /** Carried out after so many seconds of the machine's time, also when the caller has given up by then. */
  | (Aim & { kind: 'slow'; seconds: number })
  /** The next update comes twice under one id. */
  | { kind: 'duplicate'; times?: number }
  /** Once no update waits, ids go on from here: after a quiet week they may be lower than before. */
  | { kind: 'jump'; to: number }
  /** The token is no longer good: 401 until disarmed. */
  | { kind: 'revoked' }

/** Faults on demand: armed, they strike the next calls they are meant for, in the order they were armed. */
export interface Faults {
  arm(fault: Fault): void
  /** What has yet to strike. */
  armed(): readonly Fault[]
  /** Forgets all of them. */
  disarm(): void
}

/** The side of the faults that calls and updates run into. */
export interface FaultyWorld extends Faults {
  /** Waits, throws a refusal, or breaks the connection, before a call is carried out. */
  before(call: FaultyCall): Promise<void>
  /** Breaks the connection after it. */
  after(call: FaultyCall): void
  copies(): number
  jump(): number | undefined
}

const descriptions = {
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
}

/** What Node's fetch throws when the other side hangs up. */
export class ConnectionCut extends TypeError {
  constructor() {
    super('fetch failed', { cause: Object.assign(new Error('other side closed'), { code: 'UND_ERR_SOCKET' }) })
  }
}

export function createFaults(machine: Machine): FaultyWorld {
  let armed: Fault[] = []

  /** The first armed fault of these kinds that `fits`, used up by one. */
  function take<K extends Kind>(kinds: readonly K[], fits: (fault: OfKind<K>) => boolean): OfKind<K> | undefined {
    const found = armed.find((fault): fault is OfKind<K> => isOneOf(fault, kinds) && fits(fault))
    if (!found) return undefined
    const times = ('times' in found ? (found.times ?? 1) : 1) - 1
    armed = armed.flatMap((fault) => (fault !== found ? [fault] : times > 0 ? [{ ...fault, times }] : []))
    return found
  }
  return {
    arm(fault) {
      armed = [...armed, fault]
    },
    armed: () => armed,
    disarm() {
      armed = []
    },
    async before(call) {
      if (armed.some(({ kind }) => kind === 'revoked')) throw new Refusal(401, 'Unauthorized')
      const slow = take(['slow'], (fault) => strikes(fault, call))
      if (slow) await new Promise<void>((resolve) => machine.after(slow.seconds * 1000, resolve))
      const isEarly = (fault: OfKind<'error' | 'cut'>) => fault.kind === 'error' || fault.when === 'before'
      const broken = take(['error', 'cut'], (fault) => isEarly(fault) && strikes(fault, call))
      if (broken?.kind === 'error') throw refusal(broken)
      if (broken) throw new ConnectionCut()
    },
    after(call) {
      if (take(['cut'], (fault) => fault.when === 'after' && strikes(fault, call))) throw new ConnectionCut()
    },
    copies: () => (take(['duplicate'], () => true) ? 2 : 1),
    jump: () => take(['jump'], () => true)?.to,
  }
}

type Kind = Fault['kind']
type OfKind<K extends Kind> = Extract<Fault, { kind: K }>

function isOneOf<K extends Kind>(fault: Fault, kinds: readonly K[]): fault is OfKind<K> {
  return kinds.some((kind) => kind === fault.kind)
}

function strikes({ method }: Aim, call: FaultyCall): boolean {
  return method === undefined ? call !== 'getUpdates' : method === call
}

function refusal({ code, retryAfter }: { code: keyof typeof descriptions; retryAfter?: number }): Refusal {
  if (code !== 429) return new Refusal(code, descriptions[code])
  const seconds = retryAfter ?? 5
  return new Refusal(429, `${descriptions[429]}: retry after ${seconds}`, seconds)
}
