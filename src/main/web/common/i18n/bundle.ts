import { language } from './language';

export type Params = Record<string, string | number>;

/**
 * The texts of one part of the pages: `const t = bundle({ send: '发送' }, { send: 'Send' })`, then `t('send')`.
 * `{name}` in a text is replaced by `params.name`. A key that one language lacks does not compile.
 */
export function bundle<K extends string>(zh: Record<K, string>, en: Record<NoInfer<K>, string>) {
  return (key: K, params?: Params): string => {
    const text = (language() === 'en' ? en : zh)[key];
    return params ? text.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole)) : text;
  };
}
