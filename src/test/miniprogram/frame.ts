/** A screen of the mini-program as a page for browsers, in a phone's frame. */
import { Phone } from './phone';

declare const require: any, document: any;

/** What WeChat gives its components before a mini-program says anything (without "style": "v2"). */
const BASE = `
* { -webkit-tap-highlight-color: transparent; }
html, body { margin: 0; height: 100%; font-family: 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', system-ui, sans-serif; }
body > div, body > div > * { display: block; height: 100%; }
wx-view, wx-scroll-view, yw-bubble, yw-composer, yw-waiting, yw-satisfaction, yw-consent { display: block; }
wx-scroll-view { overflow-y: auto; }
wx-scroll-view::-webkit-scrollbar { width: 0; }
wx-button { position: relative; display: block; margin-left: auto; margin-right: auto; padding-left: 14px; padding-right: 14px;
  box-sizing: border-box; font-size: 18px; text-align: center; line-height: 2.5556; border-radius: 5px; overflow: hidden;
  color: #000; background-color: #f8f8f8; }
wx-button::after { content: ' '; position: absolute; inset: 0; border: 1px solid rgba(0, 0, 0, 0.2); border-radius: 5px; pointer-events: none; }
wx-button[disabled] { opacity: 0.5; }
wx-textarea, wx-input { display: block; width: 300px; height: auto; white-space: pre-wrap; }
wx-image { display: inline-block; width: 320px; height: 240px; overflow: hidden; }
wx-image img { display: block; width: 100%; }
`;

const PICTURE =
  "data:image/svg+xml," +
  encodeURIComponent(
    `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 180 120'><rect width='180' height='120' fill='#c9d2ce'/><rect x='20' y='42' width='140' height='46' rx='6' fill='#39413d'/><g fill='#7ee0a3'><circle cx='44' cy='65' r='5'/><circle cx='68' cy='65' r='5'/></g><circle cx='92' cy='65' r='6' fill='#ff4c3b'/><g fill='#59635e'><circle cx='116' cy='65' r='5'/><circle cx='140' cy='65' r='5'/></g></svg>`,
  );

export interface Screen {
  name: string;
  title: string;
  dark: boolean;
  html: string;
}

/** As it stands on that phone now. */
export function screen(phone: Phone, name: string, title: string): Screen {
  const styles = [...document.head.querySelectorAll('style')].map((style: any) => style.textContent).join('\n');
  const dark = phone.settings.theme === 'dark';
  // Who looks at the chat looks at its end.
  const end = `<script>for (const log of document.querySelectorAll('wx-scroll-view')) log.scrollTop = log.scrollHeight;</script>`;
  return {
    name,
    title,
    dark,
    html: `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><style>${BASE}${styles}</style></head><body>${written(document.body)}${end}</body></html>`,
  };
}

function written(node: any): string {
  if (node.nodeType === 3) return escaped(node.textContent);
  const inner = [...node.childNodes].map(written).join('');
  if (node.localName === 'body') return inner;
  const attributes: Record<string, string> = {};
  for (const { name, value } of node.attributes) attributes[name] = value;
  for (const { name, value } of node.__wxElement?._vt?.attrs ?? []) {
    if (/^(aria-.*|disabled|style)$/.test(name) && value !== false && value !== undefined && value !== '') attributes[name] = String(value);
  }
  if (node.localName === 'wx-button') Object.assign(attributes, { role: 'button', tabindex: '0' });
  // WeChat's name for it, and its word for what is read as one.
  const role = attributes['aria-role'];
  delete attributes['aria-role'];
  if (role) attributes['role'] = role === 'text' ? 'group' : role;
  if (node.localName === 'wx-scroll-view') Object.assign(attributes, { tabindex: '0', role: 'log' });
  if (/^wx-(textarea|input)$/.test(node.localName)) Object.assign(attributes, { role: 'textbox', tabindex: '0' });
  if (attributes['role'] === 'heading') attributes['aria-level'] = '1';
  const own = (name: string) => node.__wxElement?._vt?.attrs?.find((one: any) => one.name === name)?.value ?? '';
  if (/^wx-(textarea|input)$/.test(node.localName)) {
    const value = own('value');
    return tag(node.localName, attributes, value ? escaped(value) : `<span style="color:var(--ink-2)">${escaped(own('placeholder'))}</span>`);
  }
  if (node.localName === 'wx-image') return tag(node.localName, { ...attributes, style: 'height:auto' }, `<img alt="" src="${PICTURE}">`);
  return tag(node.localName, attributes, inner);
}

function tag(name: string, attributes: Record<string, string>, inner: string): string {
  const said = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  return `<${name}${said.join('')}>${inner}</${name}>`;
}

function escaped(text: string): string {
  return String(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}

const GALLERY = `
body { margin: 0; padding: 24px; background: #dfe3e1; font-family: 'PingFang SC', 'Noto Sans CJK SC', system-ui, sans-serif; }
h1 { margin: 0 0 16px; font-size: 20px; }
main { display: flex; flex-wrap: wrap; gap: 28px; }
figure { margin: 0; }
figcaption { margin-bottom: 8px; font-size: 14px; color: #2b332f; }
.phone { width: 375px; height: 780px; border: 10px solid #1b1f1d; border-radius: 44px; overflow: hidden; display: flex; flex-direction: column; background: #f2f4f3; }
.bar { flex: none; height: 78px; display: grid; align-content: end; justify-items: center; position: relative; padding-bottom: 12px; box-sizing: border-box; font-size: 17px; font-weight: 600; }
.bar small { position: absolute; top: 12px; left: 28px; font-weight: 600; font-size: 14px; }
.bar i { position: absolute; right: 12px; bottom: 8px; width: 84px; height: 30px; border: 1px solid rgb(128 128 128 / 40%); border-radius: 16px; font-style: normal; font-weight: 400; font-size: 14px; line-height: 30px; text-align: center; letter-spacing: 3px; white-space: nowrap; }
.dark { background: #101413; color: #fff; }
iframe { flex: 1; border: 0; width: 375px; }
`;

export function gallery(screens: Screen[]): string {
  const figures = screens.map(
    ({ name, title, dark, html }) =>
      `<figure id="${name}"><figcaption>${title}</figcaption><div class="phone ${dark ? 'dark' : ''}"><div class="bar"><small>10:00</small>在线客服<i>••• ◎</i></div><iframe title="${title}" srcdoc="${escaped(html)}"></iframe></div></figure>`,
  );
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>Mini-program</title><style>${GALLERY}</style></head><body><h1>小程序</h1><main>${figures.join('\n')}</main></body></html>`;
}
