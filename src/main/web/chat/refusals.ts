import type { ErrorFrame } from '../common/frames';
import { t } from '../common/i18n/chat';
import { language } from '../common/i18n/language';

/** The server will refuse the same text again. */
export const FINAL = new Set(['invalid', 'too-large', 'forbidden']);

/** The server writes its refusals in Chinese; a reader of English gets ours. */
export function refusalWords(frame: ErrorFrame): string {
  if (language() === 'zh-CN') return frame.detail;
  switch (frame.code) {
    case 'too-large':
      return t('refusedTooLarge');
    case 'too-fast':
      return t('refusedTooFast');
    case 'too-many-sockets':
      return t('refusedTooManySockets');
    case 'overloaded':
      return t('refusedOverloaded');
    default:
      return t('refused');
  }
}
