import * as button from '../src/checklist/buttons.ts'
import type { ItemId } from '../src/dossier/rules.ts'
import type { Runtime } from '../src/runtime.ts'
import { type Act, presses, says } from './acts.ts'
import type { Owner } from './people.ts'

// Owners answering the questions of one item, all in words.

/** What somebody types; a number, so that it also answers those who want one. */
export const TYPED = '2015'

/** Presses the button that asks the first question of an item. */
export const beginsItem = ({ chat }: Owner, itemId: ItemId, questions: number): Act =>
  presses(chat, button.sendItem.with({ itemId }), new RegExp(`^1 dari ${questions}\\.`))

/** Answers question after question; after the last one the paragraph made of them is shown. */
export const answersAll = ({ chat }: Owner, questions: number): Act[] =>
  Array.from({ length: questions }, (_, at) =>
    says(chat, TYPED, at + 1 < questions ? new RegExp(`^${at + 2} dari ${questions}\\.`) : /Apakah sudah benar\?/),
  )

/** Makes items as if nothing had ever been sent for them, so that a round can be repeated. */
export async function emptyItems(rt: Runtime, items: readonly ItemId[]): Promise<void> {
  await rt.db.sql('DELETE FROM item_value WHERE item_id = ANY ($1)', [items])
  await rt.db.sql('DELETE FROM submission WHERE item_id = ANY ($1)', [items])
  await rt.db.sql(`UPDATE item SET state = 'open' WHERE id = ANY ($1)`, [items])
  await rt.db.sql('DELETE FROM question_state')
}
