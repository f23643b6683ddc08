import { css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { YiwenElement } from '../common/element';
import { bundle } from '../common/i18n/bundle';
import { language, setLanguage } from '../common/i18n/language';
import { t as shared } from '../common/i18n/common';
import { base, buttons } from '../common/styles';
import { pageTitle } from '../common/title';

const t = bundle(
  {
    title: '没有这个页面',
    about: '地址可能输错了，或者这个页面已经不在了。',
    chat: '在线客服',
    home: '首页',
  },
  {
    title: 'There is no such page',
    about: 'The address may be mistyped, or the page is gone.',
    chat: 'Help',
    home: 'First page',
  },
);

/** Whoever comes to an address that leads nowhere finds a way on. */
@customElement('yiwen-missing')
export class MissingPage extends YiwenElement {
  static styles = [
    base,
    buttons,
    css`
      :host {
        display: grid;
        place-items: center;
        min-height: 100dvh;
        padding: var(--yw-space-5);
        background: var(--yw-page);
      }
      main {
        display: grid;
        gap: var(--yw-space-3);
        justify-items: center;
        max-width: 28em;
        text-align: center;
      }
      b {
        color: var(--yw-ink-3);
        font-size: 56px;
        line-height: 1;
      }
      .ways {
        display: flex;
        flex-wrap: wrap;
        gap: var(--yw-space-2);
        justify-content: center;
        margin-top: var(--yw-space-3);
      }
    `,
  ];

  protected updated(): void {
    pageTitle(t('title'));
  }

  render() {
    return html`<main>
      <b aria-hidden="true">404</b>
      <h1>${t('title')}</h1>
      <p class="hint">${t('about')}</p>
      <div class="ways">
        <a class="button primary touch" href="/chat">${t('chat')}</a>
        <a class="button touch" href="/">${t('home')}</a>
        <button class="button quiet touch" @click=${() => setLanguage(language() === 'en' ? 'zh-CN' : 'en')}>
          ${shared('otherLanguage')}
        </button>
      </div>
    </main>`;
  }
}
