import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { bundle } from '../common/i18n/bundle';
import { announce } from '../common/live';
import { badges, base, buttons } from '../common/styles';
import { whispersIn, type Whisper } from '../common/whispers';
import { DeskElement } from './desk-element';
import { nameOf } from './text';

const t = bundle(
  { whisper: '主管悄悄话', about: '关于 {name}', unseen: '客户看不到', go: '去处理', seen: '知道了' },
  { whisper: 'Whisper', about: 'about {name}', unseen: 'The customer does not see it', go: 'Go there', seen: 'Got it' },
);

const KEY = 'yiwen.agent.whispers';
const KEPT = 200;

interface Heard extends Whisper {
  conversation: string;
}

/** `<yw-whispers .desk>`: what supervisors tell this agent, in view whatever else is, until it is seen. */
@customElement('yw-whispers')
export class Whispers extends DeskElement {
  @state() private heard: Heard[] = [];
  private readonly asked = new Set<string>();
  private readonly came = (event: Event) => {
    const { conversationId, whisper } = (event as CustomEvent<{ conversationId: string; whisper: Whisper }>).detail;
    this.add(conversationId, [whisper]);
  };
  private readonly look = () => this.ask();

  static styles = [
    base,
    buttons,
    badges,
    css`
      :host {
        display: block;
      }
      div {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--yw-space-2);
        padding: var(--yw-space-2) var(--yw-space-4);
        border: 1px solid var(--yw-warn-text);
        border-radius: var(--yw-radius-m);
        box-shadow: var(--yw-shadow-2);
        background: var(--yw-warn-soft);
      }
      p {
        flex: 1 1 16em;
        overflow-wrap: anywhere;
      }
    `,
  ];

  connectedCallback(): void {
    super.connectedCallback();
    this.desk.addEventListener('whisper', this.came);
    this.desk.addEventListener('change', this.look);
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.desk.removeEventListener('whisper', this.came);
    this.desk.removeEventListener('change', this.look);
  }

  render() {
    const mine = this.heard.filter((one) => this.desk.isMine(one.conversation));
    return mine.map((one) => {
      const name = nameOf(this.desk.describe(one.conversation) ?? { conversationId: one.conversation });
      return html`<div role="alert">
        <span class="badge warn">${t('whisper')} · ${one.author}</span>
        <p>${one.text} <span class="hint">${t('about', { name })} · ${t('unseen')}</span></p>
        ${this.desk.selected === one.conversation
          ? nothing
          : html`<button class="button small" @click=${() => this.desk.select(one.conversation)}>${t('go')}</button>`}
        <button class="button small" @click=${() => this.see(one)}>${t('seen')}</button>
      </div>`;
    });
  }

  /** Of conversations that were mine before this page was opened. */
  private ask(): void {
    for (const { conversationId } of this.desk.mine ?? []) {
      if (this.asked.has(conversationId)) continue;
      this.asked.add(conversationId);
      void whispersIn(conversationId).then((all) => this.add(conversationId, all));
    }
  }

  private add(conversation: string, fresh: Whisper[]): void {
    const seen = seenBefore();
    const me = this.desk.staff?.id;
    const unknown = fresh.filter((one) => one.authorId !== me && !seen.includes(one.id) && !this.heard.some((known) => known.id === one.id));
    if (unknown.length === 0) return;
    this.heard = [...this.heard, ...unknown.map((one) => ({ ...one, conversation }))];
    announce(unknown.map((one) => `${t('whisper')}：${one.text}`).join(' '));
  }

  private see(one: Heard): void {
    this.heard = this.heard.filter((other) => other !== one);
    try {
      localStorage.setItem(KEY, JSON.stringify([...seenBefore(), one.id].slice(-KEPT)));
    } catch {
      // It is shown again with the next visit.
    }
  }
}

function seenBefore(): string[] {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '[]') as string[];
  } catch {
    return [];
  }
}
