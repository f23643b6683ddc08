import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { words } from '../common/api';
import { YiwenElement } from '../common/element';
import { base, buttons, fields } from '../common/styles';
import { toast } from '../common/toast';
import { setRule, SHARES, SURGES, trial, type Rules, type Setting, type Trial } from './alarms';
import { rungOn, t } from './i18n';

/** `<yw-alarm-rule .setting>`: one rule; before it is switched on it is tried on the past. Tells `rules` with all as they are now. */
@customElement('yw-alarm-rule')
export class RuleForm extends YiwenElement {
  @property({ attribute: false }) setting!: Setting;
  @property({ type: Boolean }) mails = false;
  @state() private trial?: Trial;
  @state() private trying = false;

  static styles = [
    base,
    buttons,
    fields,
    css`
      form {
        display: flex;
        flex-wrap: wrap;
        gap: var(--yw-space-2) var(--yw-space-3);
        align-items: end;
      }
      .check {
        display: inline-flex;
        flex: 1 1 14rem;
        gap: var(--yw-space-2);
        align-items: center;
        min-height: var(--yw-control);
      }
      input[type='number'] {
        width: 8rem;
      }
      ul {
        max-height: 12rem;
        overflow: auto;
      }
    `,
  ];

  private get surge(): boolean {
    return SURGES.some((one) => one === this.setting.rule);
  }

  private get share(): boolean {
    return SHARES.some((one) => one === this.setting.rule);
  }

  render() {
    const { setting } = this;
    return html`<form @submit=${(event: Event) => void this.save(event)}>
        <label class="check"><input type="checkbox" name="active" .checked=${setting.active} @change=${(event: Event) => this.switched(event)} />${t(setting.rule)}</label>
        ${this.surge
          ? nothing
          : html`<label class="field"><span>${t(this.share ? 'percent' : 'from')}</span><input type="number" name="threshold" min="1" max=${this.share ? 99 : 100000} required .value=${String(setting.threshold ?? 1)} /></label>`}
        ${this.share
          ? html`<label class="field"><span>${t('least')}</span><input type="number" name="least" min="5" max="100000" required .value=${String(setting.least ?? 30)} /></label>`
          : nothing}
        ${this.mails && !this.share
          ? html`<label class="field"><span>${t('emails')}</span><textarea name="emails" rows="1" .value=${setting.emails.join('\n')}></textarea></label>`
          : nothing}
        ${this.surge || this.share ? html`<button class="button" type="button" ?disabled=${this.trying} @click=${() => void this.attempt()}>${t('tryIt')}</button>` : nothing}
        <button class="button">${t('save')}</button>
      </form>
      <div aria-live="polite">${this.trying ? html`<p class="hint">${t('trying')}</p>` : this.trial ? this.tried(this.trial) : nothing}</div>`;
  }

  private tried({ days, rung }: Trial) {
    if (!rung.length) return html`<p class="hint">${t(this.share ? 'triedShareNone' : 'triedNone', { days })}</p>`;
    return html`<p>${t(this.share ? 'triedShare' : 'tried', { days, n: rung.length })}</p>
      <ul>
        ${rung.map((one) => html`<li>${rungOn(one)}</li>`)}
      </ul>`;
  }

  private switched(event: Event): void {
    if ((this.surge || this.share) && !this.trial && (event.target as HTMLInputElement).checked) void this.attempt();
  }

  private async attempt(): Promise<void> {
    this.trying = true;
    try {
      const said = new FormData(this.renderRoot.querySelector('form') as HTMLFormElement);
      const limit = this.share ? { threshold: Number(said.get('threshold')), least: Number(said.get('least')) } : undefined;
      this.trial = await trial(this.setting.rule, limit);
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    } finally {
      this.trying = false;
    }
  }

  private async save(event: Event): Promise<void> {
    event.preventDefault();
    const said = new FormData(event.target as HTMLFormElement);
    const threshold = said.get('threshold');
    try {
      const all = await setRule({
        rule: this.setting.rule,
        active: said.has('active'),
        ...(threshold ? { threshold: Number(threshold) } : {}),
        ...(this.share ? { least: Number(said.get('least')) } : {}),
        emails: this.mails && !this.share ? String(said.get('emails') ?? '').split(/\s+/).filter(Boolean) : this.setting.emails,
      });
      this.tell<Rules>('rules', all);
      toast(t('saved'));
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    }
  }
}
