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
  if (!queue.anyoneOnline) return t('queueNobody');
  return html`<strong>${queue.position <= 1 ? t('queueNext') : t('queuePosition', { n: queue.position - 1 })}</strong>
    ${queue.putAhead > 0 ? html`· ${t('queuePutAhead', { n: queue.putAhead })}` : nothing}
    · ${t('queueWait', { wait: waitRange(queue.lowSeconds, queue.highSeconds) })}`;
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
