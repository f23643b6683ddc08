import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { words } from '../common/api';
import { YiwenElement } from '../common/element';
import { guide, showFirst, type Guide, type StepKey } from '../common/first-steps';
import { icons } from '../common/icons';
import { t as shared } from '../common/i18n/common';
import { has, requireStaff, signOut, type Right, type SignedIn } from '../common/session';
import { sheet } from '../common/sheet';
import '../common/starter-card';
import '../common/states';
import { badges, base, buttons } from '../common/styles';
import { toast } from '../common/toast';
import '../common/top-bar';
import { t } from './i18n';

const WHERE: Record<StepKey, string> = {
  PASSWORD: '/login?change',
  BRAND: '/brand',
  KNOWLEDGE: '/knowledge',
  COLLEAGUES: '/staff',
  EMBEDDING: '/staff',
  QUESTION: '/chat',
};

/** Who may do it there; what stands here for nobody is everybody's. */
const BY: Partial<Record<StepKey, Right>> = { BRAND: 'SETTINGS', KNOWLEDGE: 'EDIT', COLLEAGUES: 'STAFF', EMBEDDING: 'INTEGRATIONS' };

/** What a new installation still needs, for its administrator. */
@customElement('yiwen-start')
export class StartPage extends YiwenElement {
  @state() private staff?: SignedIn;
  @state() private guide?: Guide;
  @state() private failure = '';

  static styles = [
    base,
    buttons,
    badges,
    sheet,
    css`
      main {
        --sheet: 760px;
      }
      ol {
        padding: 0;
        list-style: none;
      }
      .head,
      li {
        display: flex;
        flex-wrap: wrap;
        gap: var(--yw-space-1) var(--yw-space-3);
        align-items: center;
      }
      li {
        padding: var(--yw-space-3) 0;
      }
      li + li {
        border-top: 1px solid var(--yw-line);
      }
      li > div {
        flex: 1 1 16em;
      }
      .mark {
        display: inline-grid;
        place-items: center;
        width: 28px;
        height: 28px;
        border: 1px solid var(--yw-line-strong);
        border-radius: 50%;
      }
      .mark.done {
        border-color: transparent;
        background: var(--yw-ok-soft);
        color: var(--yw-ok-text);
      }
      @media (max-width: 640px) {
        .button {
          min-height: var(--yw-control-touch);
        }
      }
    `,
  ];

  connectedCallback(): void {
    super.connectedCallback();
    addEventListener('focus', this.again);
    void this.enter();
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('focus', this.again);
  }

  private async enter(): Promise<void> {
    this.failure = '';
    try {
      this.staff = await requireStaff();
      if (has(this.staff, 'SETTINGS')) this.guide = await guide();
    } catch (failure) {
      this.failure = words(failure);
    }
  }

  render() {
    return html`
      <yw-top-bar .staff=${this.staff} current="start"></yw-top-bar>
      <main>${this.content()}</main>
    `;
  }

  private content() {
    if (this.failure) {
      return html`<yw-empty heading=${this.failure}>
        <button class="button" @click=${() => void this.enter()}>${shared('retry')}</button>
      </yw-empty>`;
    }
    if (this.staff && !has(this.staff, 'SETTINGS')) {
      return html`<yw-empty heading=${t('noRole')} hint=${t('noRoleHint', { login: this.staff.login })}>
        <button class="button" @click=${() => void signOut()}>${shared('signOut')}</button>
      </yw-empty>`;
    }
    if (!this.guide) return html`<div class="card"><yw-skeleton lines="8"></yw-skeleton></div>`;
    const { steps, dismissed } = this.guide;
    return html`
      <div class="head">
        <div>
          <h1>${t('title')}</h1>
          <p class="hint">${t(steps.every((one) => one.done) ? 'ready' : 'about')}</p>
        </div>
        <span class="spread"></span>
        <span class="badge">${t('count', { n: steps.filter((one) => one.done).length, all: steps.length })}</span>
        <button class="button small" @click=${() => void this.show(dismissed)}>${dismissed ? t('again') : t('dismiss')}</button>
      </div>
      <yw-starter-card @starter=${this.again}></yw-starter-card>
      <section class="card">
        <ol>
          ${steps.map(
            ({ key, done }) => html`<li data-step=${key}>
              <span class="mark ${done ? 'done' : ''}">${done ? icons.check : ''}<span class="hidden-visually">${done ? t('done') : t('todo')}</span></span>
              <div>
                <b>${t(key)}</b>
                <div class="hint">${t(`${key}Hint`)}</div>
              </div>
              ${BY[key] && !has(this.staff!, BY[key]) ? nothing : html`<a class="button ${done ? 'quiet' : ''}" href=${WHERE[key]} aria-label="${done ? t('look') : t('go')}: ${t(key)}">${done ? t('look') : t('go')}</a>`}
            </li>`,
          )}
        </ol>
      </section>
    `;
  }

  private readonly again = async () => {
    if (this.guide) this.guide = await guide().catch(() => this.guide);
  };

  private async show(first: boolean): Promise<void> {
    try {
      await showFirst(first);
      await this.again();
      if (!first) toast(t('dismissed'), { undo: () => void this.show(true) });
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    }
  }
}
