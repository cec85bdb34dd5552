import { type Actor, may } from '../people/rules.ts'
import { audit } from '../people/store.ts'
import { ok, type Result, refuse } from '../platform/result.ts'
import type { Runtime } from '../runtime.ts'
import { type AlertReason, type AlertRules, LONGEST_AFTER, type RuleNumber, readRuleNumber, units } from './rules.ts'
import { holdRules, rulesNow, saveRules } from './store.ts'

/** The rules that hold now, for those who may change them. */
export async function seeRules(rt: Runtime, actor: Actor): Promise<Result<AlertRules, 'not-yours'>> {
  return may(actor, 'edit-rules') ? ok(await rulesNow(rt.db.reader)) : refuse('not-yours')
}

/**
 * Switches a rule on or off, or sets its number, as a new version of all rules.
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
  return newVersion(rt, actor, (rules) => ({
    ...rules,
    reasons: { ...rules.reasons, [reason]: { ...rules.reasons[reason], ...change } },
  }))
}

/** Sets what counts for all reasons: the share before a desk, the days to climb and to ask again, those of the reminders. */
export async function changeNumber(
  rt: Runtime,
  actor: Actor,
  which: RuleNumber,
  typed: string,
): Promise<Result<AlertRules, 'not-yours' | 'bad-number'>> {
  const change = readRuleNumber(which, typed)
  return change ? newVersion(rt, actor, (rules) => ({ ...rules, ...change })) : refuse('bad-number')
}

/** Every dossier is looked at by a new version within a minute. The same update makes no second one. */
const newVersion = (
  rt: Runtime,
  actor: Actor,
  change: (rules: AlertRules) => AlertRules,
): Promise<Result<AlertRules, 'not-yours'>> =>
  rt.db.transaction(async (tx) => {
    if (!may(actor, 'edit-rules')) return refuse('not-yours')
    const now = rt.clock.now()
    await holdRules(tx)
    const changed = change(await rulesNow(tx))
    const version = await saveRules(tx, changed, { madeById: actor.personId, cause: actor.cause, now })
    if (version !== undefined)
      await audit(tx, { actor, deed: 'rules-changed', subject: 'alert-rules', subjectId: version, now })
    return ok(await rulesNow(tx))
  })
