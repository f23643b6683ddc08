import { css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { words } from '../../common/api';
import { dialog } from '../../common/dialogs';
import { YiwenElement } from '../../common/element';
import { base, buttons } from '../../common/styles';
import { timeElement } from '../../common/time';
import { toast } from '../../common/toast';
import { choose, rule, type Rule } from './review-api';
import { t } from './text';

const CHOICES: Rule['choice'][] = ['AUTO', 'ON', 'OFF'];

/** `<yw-review-rule ?may>`: whether four eyes hold, and a choice for who may change settings. Tells `rule` (a Rule). */
@customElement('yw-review-rule')
export class ReviewRule extends YiwenElement {
  /** Whether it can be changed. */
  @property({ type: Boolean }) may = false;
  @state() private rule?: Rule;
  @query('dialog') private dialog!: HTMLDialogElement;

  static styles = [
    base,
    buttons,
    dialog,
    css`
      fieldset {
        display: grid;
        gap: var(--yw-space-2);
        margin: var(--yw-space-4) 0 0;
        padding: 0;
        border: 0;
      }
      label {
        display: flex;
        gap: var(--yw-space-2);
        align-items: center;
        min-height: var(--yw-control);
      }
    `,
  ];

  connectedCallback(): void {
    super.connectedCallback();
    void this.read();
  }

  private async read(): Promise<void> {
    try {
      this.learn(await rule());
    } catch {
      // Without it the server still refuses what it must.
    }
  }

  private learn(rule: Rule): void {
    this.rule = rule;
    this.tell('rule', rule);
  }

  render() {
    const { rule } = this;
    if (!rule) return nothing;
    return html`
      <button class="button" @click=${() => this.dialog.showModal()}>${t('rule')}</button>
      <dialog aria-labelledby="title">
        <h2 id="title">${t('ruleTitle')}</h2>
        <p>${rule.holds ? t('ruleOn') : rule.choice === 'AUTO' ? t('ruleAlone', { n: rule.publishers }) : t('ruleOff')}</p>
        <fieldset ?disabled=${!this.may}>
          <legend class="hidden-visually">${t('ruleTitle')}</legend>
          ${CHOICES.map(
            (one) => html`<label><input type="radio" name="choice" .checked=${rule.choice === one} @change=${() => void this.choose(one)} />${t(`choice${one}`)}</label>`,
          )}
        </fieldset>
        <p class="hint">
          ${rule.changedBy ? html`${t('ruleBy', { by: rule.changedBy })} · ${rule.changedAt ? timeElement(rule.changedAt) : nothing}` : nothing}
          ${this.may ? nothing : t('ruleWho')}
        </p>
        <div class="actions"><button class="button" @click=${() => this.dialog.close()}>${t('close')}</button></div>
      </dialog>
    `;
  }

  private async choose(choice: Rule['choice']): Promise<void> {
    try {
      this.learn(await choose(choice));
      toast(t('ruleChanged'));
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
      this.requestUpdate();
    }
  }
}
