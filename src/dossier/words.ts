import type { Translate } from '../platform/i18n/translator.ts'
import type { ReturnReason } from './rules.ts'

/** Why a paper came back, in words for its owner: it blames the picture, never the person. */
export const toldReason = (t: Translate, code: ReturnReason, words = ''): string =>
  code === 'other' ? t('told-other', { words }) : t(`told-${code}`)
