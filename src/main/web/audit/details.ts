import { language } from '../common/i18n/language';

/** What the details of entries are about: Chinese, English. What is not here is shown as it is. */
const NAMES: Record<string, [string, string]> = {
  active: ['启用', 'active'],
  login: ['账号', 'login'],
  name: ['姓名', 'name'],
  roles: ['角色', 'roles'],
  rights: ['权限', 'rights'],
  session: ['会话', 'session'],
  sessions: ['会话数', 'sessions'],
  token: ['代号', 'token'],
  reason: ['理由', 'reason'],
  place: ['位置', 'place'],
  role: ['角色', 'role'],
  count: ['次数', 'times'],
  found: ['找到', 'found'],
  erased: ['删除条数', 'erased'],
  report: ['办理编号', 'report'],
  hold: ['保留编号', 'hold'],
};

export function detail(name: string, value: string): string {
  const known = NAMES[name];
  return known ? `${known[language() === 'en' ? 1 : 0]}：${value}` : `${name}=${value}`;
}

/** The loopback address, and others of IPv6, as people write them (RFC 5952). */
export function shortAddress(address: string): string {
  if (!address.includes(':') || address.includes('::')) return address;
  const zeros = [...address.matchAll(/(?:^|:)0(?::0)+(?=:|$)/g)].sort((one, other) => other[0].length - one[0].length)[0];
  if (!zeros) return address;
  const before = address.slice(0, zeros.index);
  const after = address.slice(zeros.index + zeros[0].length).replace(/^:/, '');
  return `${before}::${after}`;
}
