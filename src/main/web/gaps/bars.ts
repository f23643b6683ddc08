import { html } from 'lit';
import { cssText } from '../common/css-text';

/** Bars of counts, `most` (the highest, if it is not said) as high as there is room; `label` says all of it. */
export function bars(values: { height: number; title?: string }[], label: string, kind = '', most = Math.max(1, ...values.map((one) => one.height))) {
  return html`<div class="bars ${kind}" role="img" aria-label=${label}>
    ${values.map(
      (one) =>
        html`<i
          class=${one.height ? '' : 'none'}
          title=${one.title ?? one.height}
          .style=${cssText({ height: `${Math.round((100 * one.height) / most)}%` })}
        ></i>`,
    )}
  </div>`;
}
