import { html, nothing } from 'lit';
import { t } from '../common/i18n/chat';
import { withChinese } from '../common/i18n/chinese';
import { groupTime, waitRange } from '../common/time';
import type { ChatClient } from './client';
import { t as parting } from './parting-text';

/** The place in the queue, and what to do instead of waiting; `leaves` while the customer writes a message to leave. */
export function waiting(client: ChatClient, leaves: boolean, leave: () => void) {
  return html`
    <section class="queue" aria-live="polite">
      <div class="column">
        <div>
          ${place(client)}
          ${leaves
            ? nothing
            : html`<div class="hint">${t('queueKeep')}</div>
                <div class="hint">${parting('leaveMessageHint')}</div>`}
        </div>
        ${leaves ? nothing : instead(client, leave)}
      </div>
    </section>
  `;
}

function place({ queue }: ChatClient) {
  if (!queue) return html`<strong>${t('queueTitle')}</strong>`;
  if (queue.busyColleague) return html`<strong>${withChinese(t('queueColleague', { name: queue.busyColleague }))}</strong>`;
  if (queue.opensAt) return t('queueOpens', { when: groupTime(new Date(queue.opensAt)) });
  if (!queue.anyoneOnline) {
    return queue.closesAt ? t('queueNobodyUntil', { when: groupTime(new Date(queue.closesAt)) }) : t('queueNobody');
  }
  return html`<strong>${ahead(queue)}</strong>
    · ${t('queueWait', { wait: waitRange(queue.lowSeconds, queue.highSeconds) })}`;
}

/** Whoever is served first is before oneself, since when and why ever. */
function ahead({ position, putAhead }: { position: number; putAhead: number }): string {
  if (putAhead > 0) return position <= 1 ? t('queueAfterUrgent', { m: putAhead }) : t('queuePutAhead', { n: position - 1, m: putAhead });
  return position <= 1 ? t('queueNext') : t('queuePosition', { n: position - 1 });
}

function instead(client: ChatClient, leave: () => void) {
  const { queue } = client;
  return html`<div class="row">
    <button class="button" aria-expanded="false" @click=${leave}>${parting('leaveMessage')}</button>
    ${queue
      ? html`<button class="button" aria-pressed=${queue.botHelps} @click=${() => client.letBotHelp(!queue.botHelps)}>
          ${t(queue.botHelps ? 'botRests' : 'botHelps')}
        </button>`
      : nothing}
    <button class="button" @click=${() => client.backToBot()}>${t('backToBot')}</button>
  </div>`;
}
