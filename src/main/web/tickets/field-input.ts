import { html, type TemplateResult } from 'lit';
import { t } from './i18n';
import { named, type KindField } from './kinds';

/** The input of a kind's own field; its name is `field.` and the id. */
export function fieldInput({ id, label, type, required, choices }: KindField): TemplateResult {
  const name = `field.${id}`;
  const text = named(label) + (required ? ' *' : '');
  switch (type) {
    case 'CHOICE':
      return html`<label class="field"
        ><span>${text}</span
        ><select name=${name} aria-required=${required}>
          <option value="">${t('choose')}</option>
          ${choices.map((one) => html`<option value=${one}>${one}</option>`)}
        </select></label
      >`;
    case 'NUMBER':
      return html`<label class="field"><span>${text}</span><input name=${name} type="number" step="any" aria-required=${required} /></label>`;
    case 'DATE':
      return html`<label class="field"><span>${text}</span><input name=${name} type="date" aria-required=${required} /></label>`;
    case 'TEXT':
      return html`<label class="field"><span>${text}</span><input name=${name} maxlength="500" autocomplete="off" aria-required=${required} /></label>`;
  }
}
