import { openBusiness } from '../checklist/buttons.ts'
import { type Catalogue, type Requirement, requirementOf } from '../dossier/catalogue.ts'
import { html, type Translate } from '../platform/i18n/translator.ts'
import type { Screen, ScreenButton } from '../platform/telegram/screen.ts'
import * as button from './buttons.ts'
import type { Likeness } from './likeness.ts'
import type { DossierTasks } from './rules.ts'
import { toQueue } from './views.ts'

/** One dossier as its officer sees it: how far each item is, and what is to be ruled on. */
export function dossier(
  t: Translate,
  tasks: DossierTasks,
  catalogue: Catalogue,
  alike: readonly Likeness[] = [],
): Screen {
  const { dossierId, businessId, business, owner, subject, items, papersWaiting } = tasks
  const nameIn = (requirementId: string): string => requirementOf(catalogue, requirementId).name[t.language]
  return {
    text: t('dossier', {
      business,
      owner,
      lines: html(
        items
          .map(({ state, requirementId, alone }) => {
            const line = t(`papers-${state}`, { name: nameIn(requirementId) })
            return alone ? t('dossier-alone', { line: html(line) }) : line
          })
          .join('\n'),
      ),
    }),
    buttons: [
      ...(papersWaiting > 0
        ? [
            [
              {
                label: t.label('dossier.check', { count: papersWaiting }),
                data: button.openWaiting.with({ dossierId }),
                style: 'primary' as const,
              },
            ],
          ]
        : []),
      ...items.flatMap((item) => rulings(t, item, requirementOf(catalogue, item.requirementId))),
      ...alike.map(({ id, older, newer }) => [
        {
          label: t.label('dossier.alike', { business: (older.dossierId === dossierId ? newer : older).business }),
          data: button.openLikeness.with({ likenessId: id }),
        },
      ]),
      ...(subject.offline
        ? [[{ label: t('dossier.fill'), data: openBusiness.with({ businessId }), style: 'primary' as const }]]
        : []),
      [{ label: t(subject.offline ? 'dossier.attach' : 'dossier.move'), data: button.askMove.with({ dossierId }) }],
      [toQueue(t)],
    ],
  }
}

/** The buttons for what an officer rules on without a paper. */
function rulings(
  t: Translate,
  { id: itemId, state }: DossierTasks['items'][number],
  requirement: Requirement,
): ScreenButton[][] {
  const name = requirement.shortName[t.language]
  if (state === 'not-applicable-asked') {
    return [
      [
        {
          label: t.label('dossier.not-applicable', { name }),
          data: button.ruleApplies.with({ itemId, applies: 'no' }),
        },
      ],
      [{ label: t.label('dossier.applies', { name }), data: button.ruleApplies.with({ itemId, applies: 'yes' }) }],
    ]
  }
  const isAwaited = requirement.kind === 'physical' && ['open', 'waiting', 'returned'].includes(state)
  return isAwaited
    ? [[{ label: t.label('dossier.received', { name }), data: button.receiveSample.with({ itemId }) }]]
    : []
}
