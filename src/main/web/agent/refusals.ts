import { ApiError, words } from '../common/api';
import { t as common } from '../common/i18n/common';
import { t } from './text';

/** What to say to an agent about a refused request or frame: the kind of problem in their own language. */
export function refusal(failure: unknown): string {
  if (!(failure instanceof ApiError) || !failure.problem?.type) return words(failure);
  return refusalOf(failure.problem.type.replace(/^.*:/, ''), failure.message);
}

/** `code` as in an error frame and at the end of a problem's type. */
export function refusalOf(code: string, detail: string): string {
  switch (code) {
    case 'forbidden':
      return t('refusedForbidden');
    case 'access-ended':
      return t('accessEnded');
    case 'unseen-messages':
      return t('refusedUnseen');
    case 'conflict':
      return t('refusedConflict');
    case 'not-found':
      return common('errorNotFound');
    case 'too-many-requests':
      return common('errorTooMany');
    case 'overloaded':
      return common('errorOverloaded');
    case 'internal':
      return common('errorServer');
    default:
      return detail;
  }
}
