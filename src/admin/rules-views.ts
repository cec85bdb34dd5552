import {
  type AlertReason,
  type AlertRules,
  alertReasons,
  type Rule,
  type RuleNumber,
  ruleNumbers,
  units,
} from '../alerts/rules.ts'
import type { Translate } from '../platform/i18n/translator.ts'
import type { Screen, ScreenButton } from '../platform/telegram/screen.ts'
import { openAdmin } from './buttons.ts'
import * as button from './rules-buttons.ts'

/** After how long a rule holds, in words. */
function span(t: Translate, reason: AlertReason, { after }: Rule): string {
  const unit = units[reason]
  return unit === 'none' ? t.label('rule-none') : t.label(`rule-${unit}`, { count: after })
}

/** The rules by which dossiers count as stuck, a button each. */
export const rules = (t: Translate, { reasons, ...numbers }: AlertRules): Screen => ({
  text: t('rules'),
  buttons: [
    ...alertReasons.map((reason): ScreenButton[] => [
      {
        label: t.label(reasons[reason].on ? 'rule-on' : 'rule-off', {
          reason: t.label(`alert-short-${reason}`),
          span: span(t, reason, reasons[reason]),
        }),
        data: button.openRule.with({ reason }),
      },
    ]),
    ...ruleNumbers.map((which): ScreenButton[] => [
      {
        label: t.label(`rule-number-${which}`, { value: [numbers[which]].flat().join(', ') }),
        data: button.askNumber.with({ which }),
      },
    ]),
    [{ label: t('back'), data: openAdmin.with({}) }],
  ],
})

/** One of them, with what can be changed. */
export const rule = (t: Translate, reason: AlertReason, { reasons }: AlertRules): Screen => {
  const { on } = reasons[reason]
  return {
    text: t('rule', {
      reason: t.label(`alert-short-${reason}`),
      span: span(t, reason, reasons[reason]),
      state: on ? 'on' : 'off',
    }),
    buttons: [
      [
        {
          label: t(on ? 'rule.off' : 'rule.on'),
          data: button.switchRule.with({ reason, to: on ? 'off' : 'on' }),
        },
      ],
      ...(units[reason] === 'none' ? [] : [[{ label: t('rule.change'), data: button.askAfter.with({ reason }) }]]),
      [{ label: t('back'), data: button.openRules.with({}) }],
    ],
  }
}

export const afterAsk = (t: Translate, reason: AlertReason): Screen => ({
  text: t('rule-after-ask', { reason: t.label(`alert-short-${reason}`) }),
})
export const badAfter = (t: Translate): Screen => ({ text: t('rule-after-wrong') })

export const numberAsk = (t: Translate, which: RuleNumber): Screen => ({ text: t(`rule-number-ask-${which}`) })
export const badNumber = (t: Translate, which: RuleNumber): Screen => ({
  text: [t('rule-number-wrong'), t(`rule-number-ask-${which}`)].join('\n'),
})
