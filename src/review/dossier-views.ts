import { openBusiness } from '../checklist/buttons.ts'
import { type Catalogue, type Group, type Requirement, requirementOf } from '../dossier/catalogue.ts'
import type { DossierId } from '../dossier/rules.ts'
import { writeOwner } from '../helpline/buttons.ts'
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
  const { dossierId, businessId, business, owner, subject, items, papersWaiting, standing } = tasks
  return {
    text: [
      t('dossier', { business, owner, lines: html(itemLines(t, tasks, catalogue)) }),
      ...(standing === 'candidate' ? [t('dossier-candidate')] : []),
      ...unknown(t, tasks, catalogue),
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
      ...(standing === 'candidate'
        ? [[{ label: t('dossier.admit'), data: button.admit.with({ dossierId }), style: 'success' as const }]]
        : []),
      ...unknownButtons(t, tasks, catalogue),
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
      [
        { label: t('alert.write'), data: writeOwner.with({ dossierId }) },
        { label: t('dossier.print'), data: button.printMissing.with({ dossierId }) },
      ],
      [{ label: t(subject.offline ? 'dossier.attach' : 'dossier.move'), data: button.askMove.with({ dossierId }) }],
      [toQueue(t)],
    ],
  }
}

const itemLines = (t: Translate, { items }: DossierTasks, catalogue: Catalogue): string =>
  items
    .map(({ state, requirementId, alone }) => {
      const line = t(`papers-${state}`, { name: requirementOf(catalogue, requirementId).name[t.language] })
      return alone ? t('dossier-alone', { line: html(line) }) : line
    })
    .join('\n')

const unsureGroups = ({ answers }: DossierTasks, { groups }: Catalogue): Group[] =>
  groups.filter(({ id, question }) => question && answers[id] === 'unsure')

/** What the owner was asked and did not know. */
const unknown = (t: Translate, tasks: DossierTasks, catalogue: Catalogue): string[] => [
  ...(tasks.form === 'unsure' ? [t('dossier-form-unsure')] : []),
  ...unsureGroups(tasks, catalogue).map(({ question }) =>
    t('dossier-group-unsure', { ask: question?.ask[t.language] ?? '' }),
  ),
]

function unknownButtons(t: Translate, tasks: DossierTasks, catalogue: Catalogue): ScreenButton[][] {
  const { dossierId, form } = tasks
  const style = 'primary'
  return [
    ...(form === 'unsure'
      ? [[{ label: t('dossier.form'), data: button.askForm.with({ dossierId }), style } as const]]
      : []),
    ...unsureGroups(tasks, catalogue).map(({ id: group, shortName }) => [
      {
        label: t.label('dossier.group', { name: shortName[t.language] }),
        data: button.askGroup.with({ dossierId, group }),
        style,
      } as const,
    ]),
  ]
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
