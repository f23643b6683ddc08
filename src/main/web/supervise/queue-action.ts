import { css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { api, words } from '../common/api';
import { YiwenElement } from '../common/element';
import type { Waiting } from '../common/frames';
import { base, buttons, fields } from '../common/styles';
import { toast } from '../common/toast';
import type { Agent } from './floor';
import { t } from './floor-text';

/** `<yw-queue-action .waiting .agents>`: a supervisor assigns who waits, or puts them first, and says why; tells `done`. */
@customElement('yw-queue-action')
export class QueueAction extends YiwenElement {
  @property({ attribute: false }) waiting!: Waiting;
  @property({ attribute: false }) agents: Agent[] = [];
  @state() private busy = false;
  @state() private problem = '';
  @query('input') private why?: HTMLInputElement;
  @query('select') private agent?: HTMLSelectElement;

  static styles = [
    base,
    buttons,
    fields,
    css`
      :host,
      form {
        display: grid;
        gap: var(--yw-space-2);
        width: 100%;
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        gap: var(--yw-space-2);
        align-items: center;
      }
      select {
        width: auto;
      }
      .problem {
        color: var(--yw-urgent-text);
      }
    `,
  ];

  protected firstUpdated(): void {
    this.why?.focus();
  }

  render() {
    const there = this.agents.filter((one) => one.state === 'ONLINE');
    const { preferred } = this.waiting;
    return html`<form @submit=${this.assign} @keydown=${this.key}>
      <label class="field"><span>${t('why')}</span><input maxlength="500" name="why" /></label>
      <div class="row">
        ${there.length
          ? html`<select name="agent" aria-label=${t('assign')}>
                ${there.map((one) => html`<option value=${one.id}>${one.name}${t('hands', { n: one.chats })}</option>`)}
              </select>
              <button class="button small primary" ?disabled=${this.busy}>${t('assign')}</button>`
          : html`<span class="hint">${t('nobodyFree')}</span>`}
        ${preferred
          ? html`<button type="button" class="button small" ?disabled=${this.busy} @click=${this.moveBack}>${t('asRules')}</button>`
          : html`<button type="button" class="button small" ?disabled=${this.busy} @click=${this.moveFirst}>${t('first')}</button>`}
      </div>
      ${this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing}
    </form>`;
  }

  private readonly assign = (event: Event): void => {
    event.preventDefault();
    const agent = this.agents.find((one) => one.id === this.agent?.value);
    if (agent) void this.withReason((reason) => this.send('POST', 'assign', { agent: agent.id, reason }, t('assigned', { name: agent.name })));
  };

  private readonly moveFirst = (): void =>
    void this.withReason((reason) =>
      this.send('POST', 'first', { reason }, t('movedFirst'), () => void this.send('DELETE', 'first', undefined, t('movedBack'))),
    );

  private readonly moveBack = (): void => void this.send('DELETE', 'first', undefined, t('movedBack'));

  private async withReason(act: (reason: string) => Promise<void>): Promise<void> {
    const reason = this.why?.value.trim() ?? '';
    this.problem = reason ? '' : t('whyMissing');
    if (reason) await act(reason);
    else this.why?.focus();
  }

  private async send(method: string, what: string, body: object | undefined, said: string, undo?: () => void): Promise<void> {
    this.busy = true;
    try {
      await api(method, `/supervision/queue/${this.waiting.conversationId}/${what}`, { body });
      toast(said, { undo });
      this.tell('done');
    } catch (failure) {
      this.problem = words(failure);
      if (!this.isConnected) toast(this.problem, { kind: 'problem' });
    } finally {
      this.busy = false;
    }
  }

  private readonly key = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') this.tell('done');
  };
}
