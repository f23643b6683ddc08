import { t } from './i18n/common';

/** Those that every installation has, in their order. */
export const BUILT_IN = ['AGENT', 'EDITOR', 'SUPERVISOR', 'ADMIN'] as const;

/** As people say it; a company's own is called as it is. */
export function roleName(role: string): string {
  const known = BUILT_IN.find((one) => one === role);
  return known ? t(`role${known}`) : role;
}
