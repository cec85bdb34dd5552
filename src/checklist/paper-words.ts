import type { Requirement } from '../dossier/catalogue.ts'
import type { Goal, Item } from '../dossier/requirements.ts'
import type { ItemId } from '../dossier/rules.ts'
import { type Choice, optionChoices } from './typed.ts'

/** An item with what it is asked for by. */
export interface OwnPaper {
  item: Item
  requirement: Requirement
}

/** The items of goals, each with its requirement. */
export const papersIn = (goals: readonly Goal[]): OwnPaper[] =>
  goals.flatMap(({ items, requirements }) =>
    items.flatMap((item) => {
      const requirement = requirements.find(({ id }) => id === item.requirementId)
      return requirement ? [{ item, requirement }] : []
    }),
  )

/** Papers by the words for them, for those who type the name of one. */
export const paperChoices = (papers: readonly OwnPaper[]): Choice<ItemId>[] =>
  optionChoices(
    papers.map(({ item, requirement: { shortName, name } }) => ({
      id: item.id,
      labels: [shortName.id, shortName.en, name.id, name.en],
    })),
  )
