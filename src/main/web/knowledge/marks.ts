import { css, html, nothing, type TemplateResult } from 'lit';
import { exact } from '../common/time';
import type { Audience, State, Summary, Validity } from './articles';
import { t } from './i18n';
import { t as t2 } from './review/text';
import { waited } from './review/waiting';

/** The text with each word of a search marked. */
export function highlighted(text: string, search: string): TemplateResult | string {
  const words = search.trim().split(/\s+/).filter(Boolean);
  if (words.length === 0) return text;
  const pattern = new RegExp(`(${words.map((one) => one.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`, 'gi');
  return html`${text.split(pattern).map((part, at) => (at % 2 ? html`<mark>${part}</mark>` : part))}`;
}

export const markStyles = css`
  mark {
    border-radius: 2px;
    background: var(--yw-mark);
    color: inherit;
  }
`;

const STATES: Record<State, string> = { DRAFT: 'warn', IN_REVIEW: 'warn', APPROVED: 'accent', SCHEDULED: 'accent', PUBLISHED: 'ok', ARCHIVED: '' };

export function stateBadge(state: State): TemplateResult {
  return html`<span class="badge ${STATES[state]}">${t(`state${state}`)}</span>`;
}

/** Only what differs from the usual is marked: most articles are valid and for customers. */
export function validityBadge(valid: Validity): TemplateResult | typeof nothing {
  if (valid === 'CURRENT') return nothing;
  return html`<span class="badge ${valid === 'EXPIRED' ? 'warn' : ''}">${t(`valid${valid}`)}</span>`;
}

export function audienceBadge(audience: Audience): TemplateResult | typeof nothing {
  return audience === 'AGENT' ? html`<span class="badge accent">${t('agentOnly')}</span>` : nothing;
}

/** What waits beside what is shown: a draft, a review and for how long, a moment. */
export function draftBadge(summary: Summary, brief = false): TemplateResult | typeof nothing {
  const { draftRevision, draftState, waitingSince, submitter, goesLiveAt } = summary;
  const other = draftRevision && draftRevision !== summary.revision;
  const waiting = waitingSince ? t2('waitsShort', { by: submitter ?? '', time: waited(waitingSince) }) : '';
  return html`${draftState === 'IN_REVIEW'
    ? html`<span class="badge warn" title=${waiting}>${brief && waitingSince ? t2('waitsBrief', { time: waited(waitingSince) }) : html`${t2('queueREVIEW')} · ${waiting}`}</span>`
    : other
      ? draftState === 'APPROVED'
        ? html`<span class="badge accent">${t2('queueAPPROVED')}</span>`
        : html`<span class="badge warn">${t('hasDraft')}</span>`
      : nothing}
  ${summary.answered != null ? html`<span class="badge warn">${t2('endsOn', { day: summary.validTo ?? '', n: summary.answered })}</span>` : nothing}
  ${summary.unconfirmed ? html`<span class="badge urgent">${t2('queueCONFIRM')}</span>` : nothing}
  ${goesLiveAt ? html`<span class="badge accent" title=${exact(new Date(goesLiveAt))}>${t2('scheduledFor', { time: exact(new Date(goesLiveAt)).slice(5, 16) })}</span>` : nothing}`;
}

/** Who wrote a revision; the import is not a person. */
export function authorName(author: string): string {
  return author === 'import' ? t('byImport') : author;
}
