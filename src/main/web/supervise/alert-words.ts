import type { TalkAlert } from '../common/frames';
import { t } from './wall-text';

/** What a warning is about, in a few words. */
export function alertName(alert: TalkAlert): string {
  switch (alert.kind) {
    case 'differs':
    case 'older':
    case 'unsupported':
    case 'forbidden':
    case 'duty':
    case 'stuck':
    case 'silence':
    case 'changed':
      return t(alert.kind);
    case 'anger':
      return t('angerAlert');
    default:
      return t('other');
  }
}
