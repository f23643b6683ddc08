import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { words } from '../common/api';
import { YiwenElement } from '../common/element';
import { language } from '../common/i18n/language';
import { base, buttons, fields } from '../common/styles';
import { toast } from '../common/toast';
import { t } from './i18n';
import { plan, type Standing } from './reports';

/** `<yw-schedule-form .standing>`: which reports are made by themselves, and who gets them. Tells `planned` (detail: what holds now). */
@customElement('yw-schedule-form')
export class ScheduleForm extends YiwenElement {
  @property({ attribute: false }) standing!: Standing;
  @state() private busy = false;

  static styles = [
    base,
    buttons,
    fields,
    css`
      form {
        display: grid;
        gap: var(--yw-space-3);
        max-width: 640px;
      }
      .check {
        display: flex;
        gap: var(--yw-space-2);
        align-items: center;
        min-height: var(--yw-control);
      }
      textarea {
        min-height: 84px;
      }
      .button {
        justify-self: start;
      }
    `,
  ];

  render() {
    const { schedule, mail, failure } = this.standing;
    return html`<form @submit=${(event: SubmitEvent) => void this.save(event)}>
      <label class="check"><input type="checkbox" name="month" .checked=${schedule.month} />${t('everyMonth')}</label>
      <label class="check"><input type="checkbox" name="quarter" .checked=${schedule.quarter} />${t('everyQuarter')}</label>
      <label class="field"><span>${t('recipients')}</span>
        <textarea name="recipients" rows="3" .value=${schedule.recipients.join('\n')}></textarea>
      </label>
      ${mail ? nothing : html`<p class="hint">${t('noMail')}</p>`}
      ${failure ? html`<p class="hint" role="status">${t('mailFailed', { failure })}</p>` : nothing}
      <button class="button" ?disabled=${this.busy}>${t('savePlan')}</button>
    </form>`;
  }

  private async save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    this.busy = true;
    try {
      const standing = await plan({
        month: form.has('month'),
        quarter: form.has('quarter'),
        recipients: String(form.get('recipients'))
          .split(/[\s,;，；、]+/)
          .filter(Boolean),
        language: language() === 'en' ? 'en' : 'zh',
      });
      toast(t('planned'));
      this.tell('planned', standing);
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    } finally {
      this.busy = false;
    }
  }
}
