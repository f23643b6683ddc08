import { css, html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { words } from '../common/api';
import { formDialog } from '../common/dialogs';
import { YiwenElement } from '../common/element';
import { t as shared } from '../common/i18n/common';
import { base, buttons, fields } from '../common/styles';
import { add, EVENTS, FORMATS, SIGNED, type EventName, type Format } from './hooks';
import { t } from './hooks-text';

const FOR_PEOPLE: readonly EventName[] = ['alarm.opened', 'ticket.opened', 'reply.waiting'];

/** `<yw-hook-dialog>`: a new webhook; tells `added` with the endpoint and its secret. */
@customElement('yw-hook-dialog')
export class HookDialog extends YiwenElement {
  @state() private url = '';
  @state() private format: Format = 'JSON';
  @state() private robotSecret = '';
  @state() private events = new Set<EventName>();
  @state() private tried = false;
  @state() private busy = false;
  @state() private failure = '';
  @query('dialog') private dialog!: HTMLDialogElement;

  static styles = [
    base,
    buttons,
    fields,
    formDialog,
    css`
      fieldset {
        display: grid;
        gap: var(--yw-space-2);
        margin: 0;
        padding: 0;
        border: 0;
      }
      legend {
        padding: 0 0 var(--yw-space-1);
        color: var(--yw-ink-2);
        font-size: var(--yw-text-s);
      }
      .event {
        display: flex;
        flex-wrap: wrap;
        gap: var(--yw-space-2);
        align-items: baseline;
      }
      code {
        color: var(--yw-ink-3);
        font-family: var(--yw-font-mono);
        font-size: var(--yw-text-s);
      }
    `,
  ];

  show(): void {
    Object.assign(this, { url: '', format: 'JSON', robotSecret: '', events: new Set<EventName>(EVENTS), tried: false, failure: '' });
    this.dialog.showModal();
  }

  private get urlIsWrong(): boolean {
    return !/^https?:\/\/[^\s/]+/i.test(this.url.trim());
  }

  render() {
    const wrong = this.tried && this.urlIsWrong;
    return html`
      <dialog aria-labelledby="title">
        <form @submit=${this.submitted} novalidate>
          <h2 id="title">${t('fresh')}</h2>
          <label class="field">
            <span>${t('format')}</span>
            <select name="format" @change=${this.chosen}>
              ${FORMATS.map((one) => html`<option value=${one} ?selected=${one === this.format}>${t(one)}</option>`)}
            </select>
          </label>
          <label class="field">
            <span>${t('url')}</span>
            <input
              name="url"
              type="url"
              maxlength="500"
              autocomplete="off"
              aria-invalid=${wrong}
              .value=${this.url}
              @input=${(event: Event) => (this.url = (event.target as HTMLInputElement).value)}
            />
            ${wrong ? this.problem(t('faultUrl')) : html`<span class="hint">${t(this.format === 'JSON' ? 'urlHint' : 'robotUrlHint')}</span>`}
          </label>
          ${SIGNED.includes(this.format)
            ? html`<label class="field">
                <span>${t('robotSecret')}</span>
                <input
                  name="robotSecret"
                  maxlength="200"
                  autocomplete="off"
                  .value=${this.robotSecret}
                  @input=${(event: Event) => (this.robotSecret = (event.target as HTMLInputElement).value)}
                />
                <span class="hint">${t('robotSecretHint')}</span>
              </label>`
            : nothing}
          <fieldset>
            <legend>${t('events')}</legend>
            ${EVENTS.map((one) => this.choice(one))}
            ${this.tried && !this.events.size ? this.problem(t('faultEvents')) : nothing}
          </fieldset>
          ${this.failure ? this.problem(this.failure) : nothing}
          <div class="actions">
            <button type="button" class="button" @click=${() => this.dialog.close()}>${shared('cancel')}</button>
            <button class="button primary" ?disabled=${this.busy}>${t('add')}</button>
          </div>
        </form>
      </dialog>
    `;
  }

  /** People want to hear what they can do something about. */
  private readonly chosen = (event: Event) => {
    this.format = (event.target as HTMLSelectElement).value as Format;
    this.events = new Set(this.format === 'JSON' ? EVENTS : FOR_PEOPLE);
  };

  private problem(text: string) {
    return html`<span class="problem" role="alert">${text}</span>`;
  }

  private choice(one: EventName) {
    return html`<label class="event">
      <input
        type="checkbox"
        name=${one}
        .checked=${this.events.has(one)}
        @change=${(event: Event) => {
          const events = new Set(this.events);
          if ((event.target as HTMLInputElement).checked) events.add(one);
          else events.delete(one);
          this.events = events;
        }}
      />
      <span>${t(one)}</span><code>${one}</code>
    </label>`;
  }

  private async submitted(event: Event): Promise<void> {
    event.preventDefault();
    this.tried = true;
    this.failure = '';
    if (this.urlIsWrong || !this.events.size) return;
    this.busy = true;
    try {
      const robotSecret = SIGNED.includes(this.format) ? this.robotSecret.trim() : '';
      const added = await add({ url: this.url.trim(), format: this.format, robotSecret, events: [...this.events] });
      this.dialog.close();
      this.tell('added', added);
    } catch (failure) {
      this.failure = words(failure);
    } finally {
      this.busy = false;
    }
  }
}
