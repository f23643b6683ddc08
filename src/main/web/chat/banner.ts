import { html, nothing } from 'lit';
import { t } from '../common/i18n/chat';
import { t as words } from '../common/i18n/common';
import type { ChatClient } from './client';

/** A lost connection is only worth a banner when it lasts. */
const BANNER_AFTER_MS = 1500;

/** What was declared and stands for everybody. */
export function standing(client: ChatClient) {
  return client.standing().map(
    (one) => html`<div class="banner ${one.grave ? 'urgent' : ''}" role="status" data-incident=${one.id}><div class="column"><span>${one.words}</span></div></div>`,
  );
}

/** What is wrong, if something is: the token, the connection, what was not done. */
export function banner(client: ChatClient) {
  if (client.tokenRefused) return html`<div class="banner urgent" role="alert"><div class="column">${t('tokenExpired')}</div></div>`;
  if (client.lostSince && Date.now() - client.lostSince > BANNER_AFTER_MS) {
    return html`
      <div class="banner" role="status">
        <div class="column">
          <span>${client.connection === 'offline' ? words('offline') : words('connectionLost')}</span>
          <button class="button small" @click=${() => client.reconnect()}>${words('retryNow')}</button>
        </div>
      </div>
    `;
  }
  if (!client.trouble.words) return nothing;
  return html`
    <div class="banner urgent" role="alert">
      <div class="column">
        <span>${client.trouble.words}</span>
        <button class="button small" @click=${() => client.trouble.dismiss()}>${words('close')}</button>
      </div>
    </div>
  `;
}
