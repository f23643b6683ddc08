import type { Brand } from './brand';
import { darkShades, lightShades, type Shades } from './colours';

const looks = new WeakMap<ShadowRoot, CSSStyleSheet>();

/**
 * Gives a component the brand's colours. Its own rules count more than those of the page around it, whose tokens they replace;
 * a component with the attribute `theme` follows that, others the document.
 */
export function wear(root: ShadowRoot, brand: Pick<Brand, 'accent' | 'bubble'>): void {
  let look = looks.get(root);
  if (!look) {
    look = new CSSStyleSheet();
    looks.set(root, look);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, look];
  }
  const page = document.documentElement.dataset.theme;
  const dark = rules(darkShades(brand.accent, brand.bubble));
  look.replaceSync(
    [
      `:host { ${rules(lightShades(brand.accent, brand.bubble))} }`,
      page === 'light' ? '' : `@media (prefers-color-scheme: dark) { :host(:not([theme])), :host([theme='auto']) { ${dark} } }`,
      page === 'dark' ? `:host(:not([theme])) { ${dark} }` : '',
      `:host([theme='dark']) { ${dark} }`,
    ].join('\n'),
  );
}

function rules(shades: Shades): string {
  return Object.entries(shades)
    .map(([name, value]) => `${name}: ${value} !important;`)
    .join(' ');
}
