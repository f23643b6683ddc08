import { css, html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { words } from '../common/api';
import { YiwenElement } from '../common/element';
import { base, buttons, fields } from '../common/styles';
import { toast } from '../common/toast';
import { t } from './i18n';
import { object } from './scores';

/** `<yw-appeal-form conversation criterion name>`: why a deduction is wrong. Tells `sent` or `cancel`. */
@customElement('yw-appeal-form')
export class AppealForm extends YiwenElement {
  @property() conversation = '';
  @property() criterion = '';
  @property() name = '';
  @state() private busy = false;

  static styles = [
    base,
    buttons,
    fields,
    css`
      form {
        display: grid;
        gap: var(--yw-space-2);
        padding: var(--yw-space-3);
        border-radius: var(--yw-radius-m);
        background: var(--yw-sunken);
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: var(--yw-space-2);
      }
    `,
  ];

  firstUpdated(): void {
    this.renderRoot.querySelector('textarea')?.focus();
  }

  render() {
    return html`<form aria-label=${t('appealHeading', { name: this.name })} @submit=${this.send}>
      <label class="field"><span>${t('appealWord')}</span><textarea name="word" rows="2" maxlength="500" required></textarea></label>
      <span class="hint">${t('appealHint')}</span>
      <span class="actions">
        <button class="button small primary" ?disabled=${this.busy}>${t('send')}</button>
        <button class="button small" type="button" @click=${() => this.tell('cancel')}>${t('cancel')}</button>
      </span>
    </form>`;
  }

  private async send(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const word = String(new FormData(event.target as HTMLFormElement).get('word')).trim();
    if (!word) return;
    this.busy = true;
    try {
      await object(this.conversation, this.criterion, word);
      toast(t('sent'));
      this.tell('sent');
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    } finally {
      this.busy = false;
    }
  }
}
