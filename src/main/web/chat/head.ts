import { html, nothing } from 'lit';
import { t } from '../common/i18n/chat';
import { withChinese } from '../common/i18n/chinese';
import { t as words } from '../common/i18n/common';
import { language, setLanguage } from '../common/i18n/language';
import { icons } from '../common/icons';
import { avatar } from './bubble';
import type { ChatClient } from './client';
import { t as phone } from './phone-proof-text';
import { t as tickets } from './ticket-text';

/** What the head shows and does besides the conversation. */
export interface HeadState {
  /** Whether the menu is open. */
  settings: boolean;
  closable: boolean;
  large: boolean;
  /** How many the customer can choose from. */
  languages: number;
  /** Asked late: it depends on the page around the chat. */
  dark: () => boolean;
  toggleSettings: () => void;
  choose: (what: 'print' | 'theme', value: string) => void;
  close: () => void;
  escape: (event: KeyboardEvent) => void;
  /** Whether to end it was pressed once. */
  ending: boolean;
  end: () => void;
  tickets: () => void;
  phone: () => void;
}

/** Who answers, the way to a person, and the settings. */
export function chatHead(client: ChatClient, state: HeadState) {
  const [title, sub] = titles(client);
  const bot = client.owner.kind === 'bot';
  return html`
    <header role="none">
      <div class="head column">
        ${bot ? avatar(client.avatar) : nothing}
        <div class="title" aria-live="polite">
          <h1>
            <span class="ellipsis">${withChinese(title)}</span>
            ${bot && client.assistant.label ? html`<span class="badge accent">${client.assistant.label}</span>` : nothing}
          </h1>
          <p class="ellipsis">${sub}</p>
        </div>
        ${bot
          ? html`<button
              class="button"
              title=${t('humanHint')}
              ?disabled=${client.wishes.waits('human')}
              @click=${() => client.human()}
            >
              ${icons.headset}${client.wishes.waits('human') ? t('queueTitle') : t('human')}
            </button>`
          : nothing}
        <button
          class="button quiet menu"
          aria-expanded=${state.settings}
          aria-haspopup="true"
          @click=${state.toggleSettings}
          @keydown=${state.escape}
        >
          ${t('menu')}
        </button>
        ${state.closable
          ? html`<button class="button quiet" @click=${state.close}>
              ${icons.close}<span class="hidden-visually">${words('close')}</span>
            </button>`
          : nothing}
      </div>
      ${state.settings ? menu(state, client) : nothing}
    </header>
  `;
}

function titles({ owner, assistant }: ChatClient): [title: string, sub: string] {
  switch (owner.kind) {
    case 'bot':
      return [assistant.name || t('chat'), assistant.name ? t('botSub') : t('connecting')];
    case 'queue':
      return [t('queueTitle'), t('queueSub')];
    case 'agent':
      return [owner.name || t('agentNoName'), t('agentSub')];
    case 'nobody':
      return [t('chat'), t('closedTitle')];
  }
}

function menu(state: HeadState, client: ChatClient) {
  const dark = state.dark();
  const mayEnd = client.owner.kind !== 'nobody' && client.messages.length > 0;
  return html`
    <div class="settings" @keydown=${state.escape}>
      <button class="button quiet" @click=${state.tickets}>${icons.book}${tickets('title')}</button>
      ${client.phone.possible ? html`<button class="button quiet" @click=${state.phone}>${icons.phone}${phone('title')}</button>` : nothing}
      <button class="button quiet" @click=${() => state.choose('print', state.large ? 'standard' : 'large')}>
        ${icons.text}${state.large ? words('standardPrint') : words('largePrint')}
      </button>
      <button class="button quiet" @click=${() => state.choose('theme', dark ? 'light' : 'dark')}>
        ${icons.moon}${dark ? t('light') : t('dark')}
      </button>
      ${state.languages > 1
        ? html`<button class="button quiet" @click=${() => setLanguage(language() === 'en' ? 'zh-CN' : 'en')}>
            ${icons.language}${withChinese(words('otherLanguage'))}
          </button>`
        : nothing}
      ${client.hotline
        ? html`<a class="button quiet" href="tel:${client.hotline.replace(/[^\d+]/g, '')}">${icons.phone}${t('hotline', { number: client.hotline })}</a>`
        : nothing}
      ${mayEnd
        ? html`<button class="button quiet ${state.ending ? 'danger' : ''}" @click=${state.end}>
            ${icons.close}${state.ending ? t('endSure') : t('end')}
          </button>`
        : nothing}
    </div>
  `;
}
