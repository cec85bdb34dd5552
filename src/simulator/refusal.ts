/**
 * An answer of Telegram other than "ok". Thrown at any depth of a request and caught in one place (answer.ts), as a web
 * server does with its HTTP errors: the caller here is a bot that made a mistake, not a feature that must decide.
 */
export class Refusal extends Error {
  readonly code: number
  readonly retryAfter: number | undefined

  constructor(code: number, description: string, retryAfter?: number) {
    super(description)
    this.code = code
    this.retryAfter = retryAfter
  }
}

/** Most refusals: 400, with Telegram's prefix. */
export function badRequest(reason: string): Refusal {
  return new Refusal(400, `Bad Request: ${reason}`)
}

export function forbidden(reason: string): Refusal {
  return new Refusal(403, `Forbidden: ${reason}`)
}

/** Telegram could do this, the simulator does not: better a loud answer than a silent difference. */
export function notSimulated(what: string): Refusal {
  return new Refusal(501, `Not Implemented: the simulator does not simulate ${what}`)
}
