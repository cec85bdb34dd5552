import { type Actor, may } from '../people/rules.ts'
import { audit } from '../people/store.ts'
import { ok, type Result, refuse } from '../platform/result.ts'
import type { Runtime } from '../runtime.ts'
import { type AlertReason, type AlertRules, LONGEST_AFTER, units } from './rules.ts'
import { holdRules, rulesNow, saveRules } from './store.ts'

/** The rules that hold now, for those who may change them. */
export async function seeRules(rt: Runtime, actor: Actor): Promise<Result<AlertRules, 'not-yours'>> {
  return may(actor, 'edit-rules') ? ok(await rulesNow(rt.db.reader)) : refuse('not-yours')
}

/**
 * Switches a rule on or off, or sets its number, as a new version of all rules. Every dossier is looked at by it within
 * a minute. The same update makes no second version.
 */
export async function changeRule(
  rt: Runtime,
  actor: Actor,
  reason: AlertReason,
  change: { on?: boolean; after?: number },
): Promise<Result<AlertRules, 'not-yours' | 'bad-number'>> {
  const { after } = change
  const isNumber =
    after === undefined || (units[reason] !== 'none' && Number.isInteger(after) && after >= 1 && after <= LONGEST_AFTER)
  if (!isNumber) return refuse('bad-number')
  return rt.db.transaction(async (tx) => {
    if (!may(actor, 'edit-rules')) return refuse('not-yours')
    const now = rt.clock.now()
    await holdRules(tx)
    const rules = await rulesNow(tx)
    const changed = { ...rules, reasons: { ...rules.reasons, [reason]: { ...rules.reasons[reason], ...change } } }
    const version = await saveRules(tx, changed, { madeById: actor.personId, cause: actor.cause, now })
    if (version !== undefined)
      await audit(tx, { actor, deed: 'rules-changed', subject: 'alert-rules', subjectId: version, now })
    return ok(await rulesNow(tx))
  })
}
