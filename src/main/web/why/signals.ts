import { css, html, nothing, type TemplateResult } from 'lit';
import { known, t } from './i18n';
import { figure } from './words';
import { cssText } from '../common/css-text';

/** Those that say something to people; shares have a bar. */
const TOLD = ['cosine', 'forward', 'backward', 'likeness', 'pairs', 'characters', 'share', 'lexical', 'lead'];
const SHARES = new Set(['cosine', 'forward', 'backward', 'likeness', 'pairs', 'characters', 'share']);

export const signalStyles = css`
  .signals {
    display: grid;
    grid-template-columns: minmax(0, max-content) minmax(60px, 240px) auto;
    gap: var(--yw-space-1) var(--yw-space-3);
    align-items: center;
    justify-content: start;
  }
  .signals dt {
    color: var(--yw-ink-2);
    font-size: var(--yw-text-s);
  }
  .others {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(190px, 1fr));
    gap: 2px var(--yw-space-5);
    font-size: var(--yw-text-s);
  }
  .others div {
    display: flex;
    justify-content: space-between;
    gap: var(--yw-space-2);
  }
  .others dt {
    color: var(--yw-ink-3);
    font-family: var(--yw-font-mono);
  }
`;

export function signals(all: Record<string, number | null> | null | undefined): TemplateResult {
  const names = Object.keys(all ?? {}).filter((name) => typeof all![name] === 'number');
  if (!all || names.length === 0) return html`<p class="hint">${t('noSignals')}</p>`;
  const told = TOLD.filter((name) => names.includes(name));
  const others = names.filter((name) => !told.includes(name)).sort();
  return html`
    <dl class="signals">
      ${told.map((name) => {
        const key = `sig_${name}`;
        const width = Math.max(0, Math.min(1, all[name]!)) * 100;
        return html`<dt>${known(key) ? t(key) : name}</dt>
          <dd>${SHARES.has(name) ? html`<span class="bar" .style=${cssText({ display: 'block' })}><i .style=${cssText({ width: `${width}%` })}></i></span>` : nothing}</dd>
          <dd>${figure(all[name])}</dd>`;
      })}
    </dl>
    ${others.length
      ? html`<details>
          <summary>${t('moreSignals', { n: others.length })}</summary>
          <dl class="others">
            ${others.map((name) => html`<div><dt>${name}</dt><dd>${figure(all[name])}</dd></div>`)}
          </dl>
        </details>`
      : nothing}
  `;
}
