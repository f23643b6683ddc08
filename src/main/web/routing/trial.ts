import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { words } from '../common/api';
import { YiwenElement } from '../common/element';
import { badges, base, buttons, fields } from '../common/styles';
import { instantOf } from '../common/zone';
import type { Topic } from '../common/brand';
import { exact } from '../common/time';
import type { Member } from '../staff/members';
import { t } from './i18n';
import { t as own } from './trial-text';
import { listOf, numberOf, toggled, valueOf } from './part';
import { ALWAYS, CHANNELS, REASONS, trial, type Outcome, type Plan, type Situation } from './plan';
import { partStyles } from './styles';
import { inWords } from './rule-words';

/** `<yw-trial .plan=${plan}>`: who would get a conversation by this plan, and why. Changes nothing. */
@customElement('yw-trial')
export class Trial extends YiwenElement {
  @property({ attribute: false }) plan!: Plan;
  /** Those who may be imagined to be there. */
  @property({ attribute: false }) agents: Member[] = [];
  /** Topics of the knowledge, by slug. */
  @property({ attribute: false }) topics: Topic[] = [];
  /** As a field for a moment holds it, in the browser's time; empty is now. */
  @state() private at = '';
  /** Undefined: those who are there now. */
  @state() private online?: string[];
  @state() private byConversation = false;
  @state() private conversationId = '';
  @state() private situation: Situation = { reason: 'STRONG_EMOTION', channel: 'WEB', tier: 0, words: '', tags: [], topics: [] };
  @state() private outcome?: Outcome;
  @state() private failure = '';
  @state() private busy = false;

  static styles = [
    base,
    buttons,
    fields,
    badges,
    partStyles,
    css`
      td {
        padding: var(--yw-space-2) var(--yw-space-3) var(--yw-space-2) 0;
      }
      .loud {
        font-size: var(--yw-text-l);
        font-weight: var(--yw-weight-strong);
      }
    `,
  ];

  render() {
    return html`
      <p class="hint">${own('trialHint')}</p>
      <form class="card stack" @submit=${this.submitted}>
        <div class="choices" role="radiogroup">
          ${this.way(false, own('described'))} ${this.way(true, own('byConversation'))}
        </div>
        ${this.byConversation ? this.address() : this.description()}
        ${this.occasion()}
        ${this.failure ? html`<span class="problem" role="alert">${this.failure}</span>` : nothing}
        <div><button class="button primary" ?disabled=${this.busy}>${own('run')}</button></div>
      </form>
      <div aria-live="polite">${this.outcome ? this.result(this.outcome) : nothing}</div>
    `;
  }

  private way(value: boolean, text: string) {
    return html`<label>
      <input type="radio" name="way" .checked=${this.byConversation === value} @change=${() => (this.byConversation = value)} />${text}
    </label>`;
  }

  private address() {
    return html`<label class="field">
      <span>${own('conversationId')}</span>
      <input name="conversation" required pattern="[0-9a-fA-F\\-]{36}" .value=${this.conversationId} @input=${(event: Event) => (this.conversationId = valueOf(event).trim())} />
    </label>`;
  }

  private occasion() {
    return html`
      <div class="grid">
        <label class="field">
          <span>${own('at')}</span>
          <input type="datetime-local" name="at" .value=${this.at} @change=${(event: Event) => (this.at = valueOf(event))} />
        </label>
        <label class="field">
          <span>${own('online')}</span>
          <select name="online" @change=${(event: Event) => (this.online = valueOf(event) ? [] : undefined)}>
            <option value="" ?selected=${!this.online}>${own('onlineNow')}</option>
            <option value="some" ?selected=${Boolean(this.online)}>${own('onlineSome')}</option>
          </select>
        </label>
      </div>
      ${this.online
        ? html`<div class="choices" role="group" aria-label=${own('onlineSome')}>
            ${this.agents.map(
              (one) => html`<label>
                <input
                  type="checkbox"
                  name="there"
                  .checked=${this.online!.includes(one.id)}
                  @change=${(event: Event) => (this.online = toggled(this.online ?? [], one.id, (event.target as HTMLInputElement).checked))}
                />${one.name}
              </label>`,
            )}
          </div>`
        : nothing}
    `;
  }

  private description() {
    const put = (part: Partial<Situation>) => (this.situation = { ...this.situation, ...part });
    const choice = <T extends string>(name: string, label: string, all: readonly T[], chosen: T, change: (it: T) => void, text: (it: T) => string) => html`
      <label class="field">
        <span>${label}</span>
        <select name=${name} @change=${(event: Event) => change(valueOf(event) as T)}>
          ${all.map((it) => html`<option value=${it} ?selected=${it === chosen}>${text(it)}</option>`)}
        </select>
      </label>
    `;
    return html`
      <div class="grid">
        ${choice('reason', t('reasons'), REASONS, this.situation.reason, (reason) => put({ reason }), (it) => t(it))}
        ${choice('channel', t('channels'), CHANNELS, this.situation.channel, (channel) => put({ channel }), (it) => t(it))}
        <label class="field">
          <span>${own('tierOf')}</span>
          <input type="number" min="0" max="9" .value=${String(this.situation.tier)} @change=${(event: Event) => put({ tier: numberOf(event) })} />
        </label>
        <label class="field">
          <span>${own('customerTags')}</span>
          <input name="tags" .value=${this.situation.tags.join('，')} @change=${(event: Event) => put({ tags: listOf(event) })} />
        </label>
        ${this.topics.length
          ? html`<label class="field">
              <span>${own('topicOf')}</span>
              <select name="topic" @change=${(event: Event) => put({ topics: [valueOf(event)].filter(Boolean) })}>
                <option value="">${own('noTopic')}</option>
                ${this.topics.map((one) => html`<option value=${one.slug} ?selected=${this.situation.topics.includes(one.slug)}>${one.name}</option>`)}
              </select>
            </label>`
          : nothing}
      </div>
      <label class="field">
        <span>${own('customerWords')}</span>
        <textarea name="said" rows="2" maxlength="2000" .value=${this.situation.words} @input=${(event: Event) => put({ words: valueOf(event) })}></textarea>
      </label>
    `;
  }

  private result(it: Outcome) {
    const first = it.agents.find((one) => one.agent === it.first);
    const [, effects] = inWords(
      { name: '', enabled: true, when: ALWAYS, then: { ...it.wanted, points: 0 } },
      this.plan,
    );
    return html`
      <section class="card stack">
        <div class="loud">${first ? own('wouldAsk', { name: first.name }) : own(this.at || this.online ? 'wouldAskNobodyThen' : 'wouldAskNobody')}</div>
        ${it.open ? nothing : html`<div class="problem">${it.opensAt ? own('closedUntil', { when: exact(new Date(it.opensAt)).slice(0, 16) }) : own('closed')}</div>`}
        <div>${own('rulesHeld')}：${it.wanted.rules.join('、') || own('none')}${it.wanted.group || it.wanted.level ? html` → ${effects}` : nothing}</div>
        ${it.wanted.marks.map((one) => html`<div><span class="badge accent">${t(one.mark)}</span> ${one.why}</div>`)}
        <div class="hint">
          ${t(it.read.reason)} · ${t(it.read.channel)} · ${t(it.read.language)} ·
          ${own('headStart', { points: it.wanted.points, minutes: Math.round(it.headStartSeconds / 6) / 10 })}
        </div>
        ${it.agents.length
          ? html`<table>
              ${sorted(it).map(
                (one) => html`<tr>
                  <td>${one.name}</td>
                  <td><span class="badge ${one.verdict === 'FITS' ? 'ok' : one.verdict === 'STANDS_IN' ? 'accent' : ''}">${t(`verdict${one.verdict}`)}</span></td>
                  <td class="hint">${one.chats}/${one.capacity}</td>
                </tr>`,
              )}
            </table>`
          : html`<p class="hint">${own(this.online ? 'nobodyChosen' : 'nobodyThere')}</p>`}
      </section>
    `;
  }

  private async submitted(event: Event): Promise<void> {
    event.preventDefault();
    this.busy = true;
    this.failure = '';
    this.outcome = undefined;
    try {
      this.outcome = await trial(
        this.plan,
        this.byConversation ? { conversationId: this.conversationId } : { situation: this.situation },
        { at: this.at ? instantOf(this.at).toISOString() : undefined, online: this.online },
      );
    } catch (failure) {
      this.failure = words(failure);
    } finally {
      this.busy = false;
    }
  }
}

/** Who would be asked, then who could, then who could not. */
function sorted(it: Outcome): Outcome['agents'] {
  const rank = (one: Outcome['agents'][number]) =>
    one.agent === it.first ? 0 : one.verdict === 'FITS' ? 1 : one.verdict === 'STANDS_IN' ? 2 : 3;
  return [...it.agents].sort((a, b) => rank(a) - rank(b));
}
