import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '../agent/timer';
import { YiwenElement } from '../common/element';
import { badges, base } from '../common/styles';
import { openAlarms, type Alarm } from '../alarms/alarms';
import { placeName, t as alarmWords, told } from '../alarms/i18n';
import { allowed } from '../agent/notify';
import { floorNow, type FloorNow } from '../supervise/floor';
import { emergencies, moodOf, type Emergency, type Mood } from '../supervise/supervision';
import { Watching } from '../supervise/watching';
import { t } from './live-text';

const EVERY_MS = 4000;
/** Looks from one at the alarms to the next: what rings is looked at each minute. */
const ALARMS_EVERY = 5;
const MOODS: Mood[] = ['calm', 'uneasy', 'angry'];

/** `<yw-live>`: who waits, who is at work, how customers feel, and what stands out, as it is now. */
@customElement('yw-live')
export class Live extends YiwenElement {
  @state() private floor?: FloorNow;
  @state() private emergencies: Emergency[] = [];
  @state() private alarms?: Alarm[];
  @state() private lost = false;
  private readonly watching = new Watching(() => this.requestUpdate());
  private clock?: ReturnType<typeof setInterval>;
  private looks = 0;

  static styles = [
    base,
    badges,
    css`
      :host {
        display: grid;
        gap: var(--yw-space-3);
      }
      dl {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(10.5rem, 44vw), 1fr));
        gap: var(--yw-space-3);
      }
      dl > div {
        display: grid;
        align-content: start;
        gap: 2px;
        padding: var(--yw-space-3);
        border: 1px solid var(--yw-line);
        border-radius: var(--yw-radius-m);
        background: var(--yw-surface);
      }
      dl > .stands-out {
        border-color: var(--yw-urgent);
        background: var(--yw-urgent-soft);
        color: var(--yw-urgent-text);
      }
      .stands-out .hint {
        color: inherit;
      }
      dd {
        margin: 0;
      }
      dd strong {
        font-size: var(--yw-text-2xl);
        line-height: 1.2;
      }
      ul {
        display: grid;
        gap: var(--yw-space-1);
        list-style: none;
      }
      li {
        overflow-wrap: anywhere;
      }
      .lost {
        padding: var(--yw-space-2) var(--yw-space-3);
        background: var(--yw-warn-soft);
        color: var(--yw-warn-text);
      }
    `,
  ];

  connectedCallback(): void {
    super.connectedCallback();
    this.watching.start();
    this.clock = setInterval(() => void this.look(), EVERY_MS);
    void this.look();
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.watching.stop();
    clearInterval(this.clock);
  }

  private async look(): Promise<void> {
    try {
      // Alarms are heard of in a hidden tab too; they come by the minute.
      if (this.looks++ % ALARMS_EVERY === 0) await this.listen();
      if (!document.hidden) [this.floor, this.emergencies] = await Promise.all([floorNow(), emergencies()]);
      this.lost = false;
    } catch {
      // What is shown stays, and it is said that it is old; the next look comes soon.
      this.lost = true;
    }
  }

  private async listen(): Promise<void> {
    const before = this.alarms;
    this.alarms = await openAlarms();
    if (before) this.notify(this.alarms.filter(({ id }) => !before.some((one) => one.id === id)));
  }

  /** Of what has begun to ring, to whoever looks elsewhere and wants it. */
  private notify(fresh: Alarm[]): void {
    if (!allowed()) return;
    for (const one of fresh) new Notification(`${alarmWords(one.rule)} ${placeName(one)}`, { body: told(one), tag: `yiwen.alarm.${one.id}` });
  }

  render() {
    const { floor } = this;
    return html`
      ${this.lost ? html`<p class="lost" role="alert">${t('old')}</p>` : nothing}
      ${floor ? html`<dl>${this.queue(floor)} ${this.agents(floor)} ${this.talks(floor)} ${this.moods()} ${this.danger()}</dl>` : nothing}
      ${this.alarms?.length
        ? html`<ul aria-label=${alarmWords('open')} data-live="alarms">
            ${this.alarms.map(
              (one) => html`<li>
                <a href="/alarms"><span class="badge ${one.acknowledgedBy ? 'warn' : 'urgent'}">${alarmWords(one.rule)}</span> ${placeName(one)}</a>
                <span class="hint">${told(one)}</span>
              </li>`,
            )}
          </ul>`
        : nothing}
    `;
  }

  private queue({ waiting, agents }: FloorNow) {
    const oldest = waiting.map((one) => one.since).sort()[0];
    const alone = waiting.length > 0 && !agents.some((one) => one.state === 'ONLINE');
    return html`<div class=${alone ? 'stands-out' : ''} data-live="queue">
      <dt>${t('queue')}</dt>
      <dd><strong>${waiting.length}</strong></dd>
      <dd class="hint">
        ${oldest ? html`${t('longest')} <yw-timer since=${oldest} warn="60" urgent="180"></yw-timer>` : t('nobodyWaits')}${alone ? ` · ${t('nobodyThere')}` : ''}
      </dd>
    </div>`;
  }

  private agents({ agents }: FloorNow) {
    const count = (state: string) => agents.filter((one) => one.state === state).length;
    const idle = agents.filter((one) => one.state === 'ONLINE' && !one.chats && !one.calls && !one.offers && !one.afterCallUntil).length;
    return html`<div data-live="agents">
      <dt>${t('agents')}</dt>
      <dd><strong>${count('ONLINE')}</strong></dd>
      <dd class="hint">${t('others', { idle, away: count('BREAK'), gone: count('GONE') })}</dd>
    </div>`;
  }

  private talks({ agents }: FloorNow) {
    const sum = (of: 'chats' | 'calls') => agents.reduce((n, one) => n + one[of], 0);
    return html`<div data-live="talks">
      <dt>${t('inHand')}</dt>
      <dd><strong>${sum('chats') + sum('calls')}</strong></dd>
      <dd class="hint">${t('chatsAndCalls', { chats: sum('chats'), calls: sum('calls') })}</dd>
    </div>`;
  }

  private moods() {
    const held = [...(this.watching.wall.held?.values() ?? [])];
    const of = (mood: Mood) => held.filter((one) => moodOf(one.anger) === mood).length;
    return html`<div data-live="mood">
      <dt>${t('angry')}</dt>
      <dd><strong>${of('angry')}</strong></dd>
      <dd class="hint">${MOODS.filter((mood) => mood !== 'angry').map((mood) => t(mood, { n: of(mood) })).join(' · ')}</dd>
    </div>`;
  }

  private danger() {
    const { length } = this.emergencies;
    return html`<div class=${length ? 'stands-out' : ''} data-live="danger">
      <dt>${t('danger')}</dt>
      <dd><strong>${length}</strong></dd>
      <dd class="hint">${length ? html`<a href="/supervise">${t('see')}</a>` : t('noDanger')}</dd>
    </div>`;
  }
}
