import { css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { words } from '../common/api';
import { icons } from '../common/icons';
import { dayName, exact, timeOfDay } from '../common/time';
import { bubble } from './bubble';
import type { ChatClient } from './client';
import type { Earlier } from './history';
import { t } from './history-text';
import type { Actions } from './actions';
import { timeAbove } from './messages';
import { Ratings } from '../common/client/ratings';
import type { Rating, SatisfactionCard } from './satisfaction';

export const historyStyles = css`
  .history {
    display: flex;
    flex-direction: column;
  }
  .history .more {
    align-self: center;
    margin-bottom: var(--yw-space-2);
    text-align: center;
  }
  .past {
    display: flex;
    flex-direction: column;
    padding-bottom: var(--yw-space-4);
  }
  .past yw-satisfaction {
    margin-top: var(--yw-space-3);
    padding: var(--yw-space-3);
    border-radius: var(--yw-radius-m);
    background: var(--yw-surface);
  }
`;

/** Thumbs are of the present conversation. */
const NO_RATINGS = new Ratings('', () => false, () => localStorage);

/** Earlier conversations above the present one, each below its date. Told to nobody who listens: it was said before. */
export function historyPart(client: ChatClient, actions: Actions, more: (button: HTMLElement) => void) {
  const { history } = client;
  if (!history.earlier.length && !history.problem && !history.next) return nothing;
  return html`<div class="history" aria-live="off">
    ${top(client, more)} ${repeat(history.earlier, (one) => one.id, (one) => past(client, one, actions))}
    ${history.earlier.length
      ? html`<div class="time day" role="separator"><span>${t('present')}</span></div>`
      : nothing}
  </div>`;
}

function top({ history }: ChatClient, more: (button: HTMLElement) => void) {
  // The first page comes by itself, and mostly there is none.
  if (history.next && (history.earlier.length || history.problem)) {
    return html`<div class="more">
      ${history.problem ? html`<p class="hint" role="alert">${history.problem}</p>` : nothing}
      <button
        class="button small touch"
        aria-disabled=${history.loading}
        @click=${(event: Event) => more(event.currentTarget as HTMLElement)}
      >
        ${icons.clock}${t(history.loading ? 'loading' : 'earlier')}
      </button>
    </div>`;
  }
  return history.earlier.length ? html`<p class="more hint">${t('first')}</p>` : nothing;
}

function past(client: ChatClient, one: Earlier, actions: Actions) {
  const begun = new Date(one.openedAt);
  const when = `${dayName(begun)} ${timeOfDay(begun)}`;
  const shown = {
    assistant: client.assistant,
    avatar: client.avatar,
    trouble: client.trouble,
    files: client.history.files(one.id),
    ratings: NO_RATINGS,
    agentRead: 0,
  };
  return html`<section class="past" data-conversation=${one.id} aria-label=${t('of', { when })}>
    <div class="time day" role="separator" title=${exact(begun)}><span>${t('of', { when })}</span></div>
    ${repeat(
      one.messages,
      (message) => message.seq,
      (message, i) => html`
        ${i === 0 ? nothing : timeAbove(message.at, one.messages[i - 1]!.at)}
        ${bubble(shown, message, actions, { options: false, sent: false, rate: false })}
      `,
    )}
    ${one.rateable || one.score !== undefined
      ? html`<yw-satisfaction
          conversation=${one.id}
          .given=${one.score}
          ?fixed=${!one.rateable}
          @rate=${(event: CustomEvent<Rating>) => void rate(client, one, event)}
        ></yw-satisfaction>`
      : nothing}
  </section>`;
}

async function rate(client: ChatClient, one: Earlier, event: CustomEvent<Rating>): Promise<void> {
  const card = event.target as SatisfactionCard;
  try {
    await client.history.rate(one.id, event.detail);
  } catch (failure) {
    card.takeBack();
    client.trouble.say(t('notRated', { why: words(failure) }));
  }
}
