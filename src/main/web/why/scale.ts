import { css, html, type TemplateResult } from 'lit';
import { t } from './i18n';
import type { Trace } from './traces';
import { percentage } from './words';
import { cssText } from '../common/css-text';

export const scaleStyles = css`
  .scale {
    display: grid;
    gap: var(--yw-space-1);
    padding: 26px 0 0;
  }
  .track {
    position: relative;
    display: flex;
    height: 26px;
    border-radius: var(--yw-radius-s);
  }
  .zone {
    display: grid;
    place-items: center;
    min-width: 0;
    overflow: hidden;
    background: var(--yw-hover);
    color: var(--yw-ink-2);
    font-size: var(--yw-text-xs);
    white-space: nowrap;
  }
  .zone.clarify {
    background: var(--yw-warn-soft);
    color: var(--yw-warn-text);
  }
  .zone.answer {
    background: var(--yw-ok-soft);
    color: var(--yw-ok-text);
  }
  .zone:first-child {
    border-radius: var(--yw-radius-s) 0 0 var(--yw-radius-s);
  }
  .zone.answer {
    border-radius: 0 var(--yw-radius-s) var(--yw-radius-s) 0;
  }
  .mark {
    position: absolute;
    top: -4px;
    bottom: -4px;
    width: 3px;
    margin-left: -1.5px;
    border-radius: 2px;
    background: var(--yw-ink);
  }
  .mark span {
    position: absolute;
    bottom: 100%;
    left: 50%;
    transform: translateX(calc(-1 * var(--at)));
    font-weight: var(--yw-weight-strong);
    white-space: nowrap;
  }
  .ticks {
    position: relative;
    height: 1.5em;
    color: var(--yw-ink-3);
    font-size: var(--yw-text-xs);
  }
  .ticks span {
    position: absolute;
    transform: translateX(-50%);
  }
`;

/** The confidence between nothing and certainty, with the two thresholds that it was held against. */
export function scale(trace: Trace): TemplateResult {
  const at = percent(trace.confidence ?? 0);
  const clarify = percent(trace.thresholds?.clarifyAt ?? 0);
  const answer = percent(trace.thresholds?.answerAt ?? 1);
  const said = { n: percentage(trace.confidence), answer: `${answer}%`, clarify: `${clarify}%` };
  return html`
    <div class="scale" role="img" aria-label=${t('scale', said)}>
      <div class="track">
        <span class="zone" .style=${cssText({ width: `${clarify}%` })}>${clarify >= 12 ? t('zoneNothing') : ''}</span>
        <span class="zone clarify" .style=${cssText({ width: `${answer - clarify}%` })}>${t('zoneClarify')}</span>
        <span class="zone answer" .style=${cssText({ width: `${100 - answer}%` })}>${t('zoneAnswer')}</span>
        <span class="mark" .style=${cssText({ left: `${at}%` })}><span .style=${cssText({ '--at': `${at}%` })}>${t('confidence')} ${percentage(trace.confidence)}</span></span>
      </div>
      <div class="ticks"><span .style=${cssText({ left: `${clarify}%` })}>${clarify}%</span><span .style=${cssText({ left: `${answer}%` })}>${answer}%</span></div>
    </div>
  `;
}

function percent(share: number): number {
  return Math.round(Math.max(0, Math.min(1, share)) * 1000) / 10;
}
