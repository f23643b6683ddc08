import { css, html, nothing, type TemplateResult } from 'lit';
import { t } from './i18n';
import type { Drafting } from './traces';
import { milliseconds, named } from './words';

export const draftingStyles = css`
  .sentences {
    display: grid;
    gap: var(--yw-space-2);
    list-style: none;
  }
  .sentences li {
    padding-left: var(--yw-space-3);
    border-left: 3px solid var(--yw-ok-text);
  }
  .sentences li.dropped {
    border-color: var(--yw-urgent);
  }
  .sentences .dropped q {
    color: var(--yw-ink-3);
    text-decoration: line-through;
  }
  q {
    quotes: none;
  }
  pre {
    max-height: 360px;
    margin: 0;
    padding: var(--yw-space-3);
    border-radius: var(--yw-radius-m);
    background: var(--yw-sunken);
    font: var(--yw-text-s) / var(--yw-leading) var(--yw-font-mono);
    white-space: pre-wrap;
    overflow: auto;
  }
`;

/** What the chat model was asked, what it wrote, and which of its sentences were let through. */
export function drafting(draft: Drafting): TemplateResult {
  const model = draft.model ?? '';
  const used = draft.outcome === 'USED';
  const prompt = (name: string, text?: string) =>
    text ? html`<details><summary>${name}</summary><pre tabindex="0">${text}</pre></details>` : nothing;
  return html`
    <p>${used ? t('modelUsed', { model }) : t('modelUnused', { model, why: named('outcome_', draft.outcome) })}</p>
    ${draft.lines?.length
      ? html`<ol class="sentences">
          ${draft.lines.map(
            (line) => html`<li class=${line.flaw ? 'dropped' : ''}>
              <q>${line.text}</q>
              <div class="hint">
                ${line.flaw
                  ? html`${t('dropped')} · ${named('flaw_', line.flaw.kind)}${line.flaw.words ? html`：<b>${line.flaw.words}</b>` : nothing}`
                  : t('kept')}
                ${line.passages?.length ? html` · ${t('restsOn', { n: line.passages.join('、') })}` : nothing}
              </div>
            </li>`,
          )}
        </ol>`
      : nothing}
    ${draft.looked?.length
      ? html`<p class="hint">${t('factsLookedUp')}</p>
          <ul class="sentences">
            ${draft.looked.map(
              (one) => html`<li class=${one.passage ? '' : 'dropped'}>
                <span>${one.words}</span>
                <div class="hint">${one.fact}${one.passage ? html` · ${t('passageNumber', { n: one.passage })}` : nothing}</div>
              </li>`,
            )}
          </ul>`
      : nothing}
    ${prompt(t('promptSystem'), draft.system)} ${prompt(t('promptUser'), draft.user)} ${usage(draft)}
  `;
}

function usage({ usage }: Drafting) {
  if (!usage) return nothing;
  const figures = {
    attempts: usage.attempts ?? 0,
    prompt: usage.prompt ?? 0,
    reply: usage.reply ?? 0,
    ms: milliseconds(usage.totalMs ?? 0),
  };
  return html`<p class="hint">${t('usage', figures)}${usage.counted === false ? t('usageEstimated') : ''}</p>`;
}
