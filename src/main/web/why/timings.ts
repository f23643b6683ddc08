import { css, html, nothing, type TemplateResult } from 'lit';
import { t } from './i18n';
import { milliseconds, named } from './words';
import { cssText } from '../common/css-text';

/** In the order in which they happen; the store does not keep it. */
const STEPS = ['read', 'understand', 'triage', 'embed', 'search', 'rank', 'compose', 'store'];

export const timingStyles = css`
  .stack {
    display: flex;
    gap: 1px;
    height: 18px;
    border-radius: var(--yw-radius-s);
    background: var(--yw-line);
    overflow: hidden;
  }
  .stack i,
  .legend i {
    background: color-mix(in srgb, var(--yw-accent) var(--shade), var(--yw-page));
  }
  .legend {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(150px, 1fr));
    gap: var(--yw-space-1) var(--yw-space-4);
    list-style: none;
    font-size: var(--yw-text-s);
  }
  .legend li {
    display: flex;
    gap: var(--yw-space-2);
    align-items: center;
  }
  .legend i {
    flex: none;
    width: 12px;
    height: 12px;
    border-radius: 3px;
  }
  .legend span {
    flex: 1;
    color: var(--yw-ink-2);
  }
`;

/** How long each stage took, as parts of the whole. */
export function timings(taken: Record<string, number> | null | undefined): TemplateResult | typeof nothing {
  if (!taken) return nothing;
  const further = Object.keys(taken).filter((name) => name !== 'total' && !STEPS.includes(name));
  const steps = [...STEPS, ...further].filter((name) => name in taken).map((name) => ({ name: named('step_', name), ms: taken[name] }));
  const sum = steps.reduce((all, one) => all + one.ms, 0);
  const total = Math.max(taken.total ?? sum, sum);
  if (total - sum > total / 100) steps.push({ name: t('step_other'), ms: total - sum });
  const shade = (at: number) => ({ '--shade': `${[100, 55, 80, 38, 68, 25, 90, 48][at % 8]}%` });
  return html`
    <div class="stack" aria-hidden="true">
      ${steps.map((one, at) => html`<i title="${one.name} ${milliseconds(one.ms)}" .style=${cssText({ flex: `${one.ms / total} 0 0`, ...shade(at) })}></i>`)}
    </div>
    <ol class="legend">
      ${steps.map((one, at) => html`<li><i .style=${cssText(shade(at))}></i><span>${one.name}</span>${milliseconds(one.ms)}</li>`)}
    </ol>
    <p class="hint">${t('total', { ms: milliseconds(total) })}</p>
  `;
}
