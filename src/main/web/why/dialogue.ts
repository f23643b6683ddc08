import { html, nothing } from 'lit';
import { t } from './i18n';
import type { DialogueState } from './traces';
import { named } from './words';

/** What was known before the message, and the questions that it was taken apart into. */
export function dialogue(state: DialogueState | null | undefined, parts: string[] | undefined, told: (text: string) => unknown) {
  const slot = (one: string) => {
    const [kind, ...value] = one.split(' ');
    return html`<div>${named('said_', kind)} ${told(value.join(' '))}</div>`;
  };
  return html`
    ${parts?.length ? row(t('parts'), parts.map((one) => html`<div>「${told(one)}」</div>`)) : nothing}
    ${state?.topic ? row(t('topic'), told(state.topic)) : nothing}
    ${state?.slots?.length ? row(t('slots'), state.slots.map(slot)) : nothing}
    ${state?.pending ? row(t('pending'), told(state.pending)) : nothing}
    ${state?.pending && state.offered?.length ? row(t('offered'), state.offered.map((one) => html`<div>${told(one)}</div>`)) : nothing}
    ${state?.refused?.length ? row(t('refused'), state.refused.map((one) => html`<div>${told(one)}</div>`)) : nothing}
  `;
}

function row(name: string, value: unknown) {
  return html`<dt>${name}</dt>
    <dd>${value}</dd>`;
}
