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

/** How near the first article is, in a sentence; the figures stand beside it for those who tune. */
export function inWords(all: Record<string, number | null> | null | undefined): string {
  const said = (name: string, words: (value: number) => string) => {
    const value = all?.[name];
    return typeof value === 'number' ? [words(value)] : [];
  };
  // The words of an article are known by heart and compared with nothing.
  if (!Object.values(all ?? {}).some((it) => typeof it === 'number')) return t('say_same');
  return [
    ...said('cosine', (it) => t(it >= 0.8 ? 'say_meaning_near' : it >= 0.65 ? 'say_meaning_some' : 'say_meaning_far')),
    ...said('forward', (it) => t(it >= 0.85 ? 'say_words_all' : it >= 0.65 ? 'say_words_most' : 'say_words_few')),
    ...said('lead', (it) => t(it >= 0.15 ? 'say_lead_clear' : 'say_lead_close')),
  ].join(t('say_comma'));
}

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
