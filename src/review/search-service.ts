import { type Actor, holds, regionsOf } from '../people/rules.ts'
import { ok, type Result, refuse } from '../platform/result.ts'
import type { Runtime } from '../runtime.ts'
import { type Found, findDossiers } from './search-store.ts'

/** No name is longer. */
const LONGEST = 80

/** Dossiers in the officer's regions by what was typed: the code of a ticket, a name, a business, a region. */
export async function search(
  rt: Runtime,
  actor: Actor,
  typed: string,
): Promise<Result<Found[], 'not-yours' | 'unclear'>> {
  if (!holds(actor, 'officer')) return refuse('not-yours')
  const words = typed.trim().replace(/\s+/g, ' ')
  if (words.length < 2 || words.length > LONGEST) return refuse('unclear')
  return ok(await findDossiers(rt.db, regionsOf(actor, 'officer'), words))
}
