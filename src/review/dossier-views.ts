import { openBusiness } from '../checklist/buttons.ts'
import { type Catalogue, type Requirement, requirementOf } from '../dossier/catalogue.ts'
import type { DossierId } from '../dossier/rules.ts'
import { html, type Translate } from '../platform/i18n/translator.ts'
import type { Screen, ScreenButton } from '../platform/telegram/screen.ts'
import * as button from './buttons.ts'
import type { Likeness } from './likeness.ts'
import { type DossierTasks, isAwaited, rulings } from './rules.ts'
import { toQueue } from './views.ts'

/** One dossier as its officer sees it: how far each item is, and what is to be ruled on. */
export function dossier(
  t: Translate,
  tasks: DossierTasks,
  catalogue: Catalogue,
  alike: readonly Likeness[] = [],
): Screen {
  const { dossierId, businessId, business, owner, subject, items, papersWaiting, answers } = tasks
  const nameIn = (requirementId: string): string => requirementOf(catalogue, requirementId).name[t.language]
  const lines = items.map(({ state, requirementId, alone }) => {
    const line = t(`papers-${state}`, { name: nameIn(requirementId) })
    return alone ? t('dossier-alone', { line: html(line) }) : line
  })
  const unsure = catalogue.groups.filter(({ id, question }) => question && answers[id] === 'unsure')
  return {
    text: [
      t('dossier', {
        business,
        owner,
        lines: html(lines.join('\n')),
      }),
      ...(tasks.form === 'unsure' ? [t('dossier-form-unsure')] : []),
      ...unsure.map(({ question }) => t('dossier-group-unsure', { ask: question?.ask[t.language] ?? '' })),
    ].join('\n\n'),
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
      ...(tasks.form === 'unsure'
        ? [[{ label: t('dossier.form'), data: button.askForm.with({ dossierId }), style: 'primary' as const }]]
        : []),
      ...unsure.map(({ id, shortName }) => [
        {
          label: t.label('dossier.group', { name: shortName[t.language] }),
          data: button.askGroup.with({ dossierId, group: id }),
          style: 'primary' as const,
        },
      ]),
      ...items.flatMap((item) => rulingButtons(t, dossierId, item, requirementOf(catalogue, item.requirementId))),
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
const rulingButtons = (
  t: Translate,
  dossierId: DossierId,
  { id: itemId, state }: DossierTasks['items'][number],
  { kind, shortName }: Requirement,
): ScreenButton[][] =>
  rulings
    .filter((ruling) => isAwaited(ruling, state, kind))
    .map((ruling) => [
      {
        label: t.label(`dossier.${ruling}`, { name: shortName[t.language] }),
        data: button.askRuling.with({ dossierId, itemId, ruling }),
      },
    ])
