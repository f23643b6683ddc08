import { html, nothing, type TemplateResult } from 'lit';
import { known, t } from './i18n';
import type { Trace } from './traces';
import { named, percentage } from './words';
import { cssText } from '../common/css-text';

/** Signs as triage writes them: a word for the kind, then what it saw. */
const SIGN = /^(\w+) ((\S*)(?: now (\S+))?.*)$/;

/** What was read from the conversation about the customer. */
export function triage({ wishForHuman, anger = 0, misses = 0, signals = [], handoff }: NonNullable<Trace['triage']>): TemplateResult {
  return html`
    <dl class="facts">
      <dt>${t('wish')}</dt>
      <dd>${wishForHuman ? t('yes') : t('no')}</dd>
      <dt>${t('anger')}</dt>
      <dd class="meter">
        <span class="bar"><i class=${anger >= 0.5 ? 'hot' : ''} .style=${cssText({ width: `${anger * 100}%` })}></i></span>${percentage(anger)}
      </dd>
      <dt>${t('misses')}</dt>
      <dd>${t('times', { n: misses })}</dd>
      <dt>${t('noticed')}</dt>
      <dd>${signals.length ? signals.map((one) => html`<div>${sign(one)}</div>`) : t('noticedNothing')}</dd>
      ${handoff
        ? html`<dt>${t('handoffReason')}</dt>
            <dd>
              <span class="badge urgent">${named('reason_', handoff.code)}</span> ${handoff.words}
              ${handoff.evidence?.map((one) => html`<div><span class="hint">${t('evidence', { n: one.seq })}</span> 「${one.words}」</div>`) ?? nothing}
            </dd>`
        : nothing}
    </dl>
  `;
}

function sign(text: string): string {
  const [, kind, what, over, now = ''] = SIGN.exec(text) ?? [];
  const key = `sign_${kind}`;
  return kind && known(key) ? t(key, { what, over, now }) : text;
}
