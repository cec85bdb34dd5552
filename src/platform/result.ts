/** What a service answers: the value, or a reason the person can be told. Bugs are thrown instead. */
export type Result<Value, Reason extends string> = { ok: true; value: Value } | { ok: false; reason: Reason }

export function ok(): { ok: true; value: undefined }
export function ok<Value>(value: Value): { ok: true; value: Value }
export function ok<Value>(value?: Value) {
  return { ok: true as const, value }
}

export const refuse = <Reason extends string>(reason: Reason): { ok: false; reason: Reason } => ({ ok: false, reason })
