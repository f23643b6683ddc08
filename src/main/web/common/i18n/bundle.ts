import { language } from './language';

export type Params = Record<string, string | number>;

/**
 * The texts of one part of the pages: `const t = bundle({ send: '发送' }, { send: 'Send' })`, then `t('send')`.
 * `{name}` in a text is replaced by `params.name`. A key that one language lacks does not compile.
 */
export function bundle<K extends string>(zh: Record<K, string>, en: Record<NoInfer<K>, string>) {
  return (key: K, params?: Params): string => {
    const text = (language() === 'en' ? en : zh)[key];
    if (!params) return text;
    return (language() === 'en' ? singular(text, params) : text).replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
  };
}

/** 1 customer, 2 customers: the word after a number that is 1 loses its ending. */
function singular(text: string, params: Params): string {
  return text.replace(/\{(\w+)\}( more)? ([a-z]{2,}s)\b/g, (whole, name: string, more: string | undefined, noun: string) =>
    String(params[name]) === '1' && !VERBS.has(noun) ? `{${name}}${more ?? ''} ${one(noun)}` : whole,
  );
}

const VERBS = new Set(['is', 'was', 'has', 'does']);

function one(noun: string): string {
  if (noun.endsWith('ies')) return `${noun.slice(0, -3)}y`;
  return /(ch|sh|ss|x)es$/.test(noun) ? noun.slice(0, -2) : noun.slice(0, -1);
}
