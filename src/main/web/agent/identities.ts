import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { api } from '../common/api';
import { YiwenElement } from '../common/element';
import { badges, base, buttons } from '../common/styles';
import { timeElement } from '../common/time';
import { toast } from '../common/toast';
import './merge-dialog';
import type { MergeDialog } from './merge-dialog';
import { t } from './identities-text';
import { refusal } from './refusals';

interface Identity {
  kind: 'HOST' | 'MP' | 'MA' | 'KF' | 'PHONE' | 'SOCIAL';
  account: string;
  id: string;
  proof: Proof;
  since: string;
}

type Proof = 'PLATFORM' | 'UNION_ID' | 'HOST_TOKEN' | 'PHONE_CODE' | 'AGENT';

interface Merge {
  id: string;
  name?: string;
  externalId?: string;
  conversations: number;
  proof: Proof;
  reason?: string;
  by?: string;
  at: string;
}

interface View {
  customer: string;
  identities: Identity[];
  merges: Merge[];
  proven: { number: string; at: string; others: Candidate[] }[];
}

interface Candidate {
  id: string;
  name?: string;
  externalId?: string;
  conversations: number;
}

/** `<yw-identities .conversation=${id}>`: as whom the customer is known, to be merged and split. Event: `changed`. */
@customElement('yw-identities')
export class Identities extends YiwenElement {
  @property() conversation = '';
  @property({ type: Number }) epoch = 0;
  /** Grows with what the customer says: who they are may have been found out by it. */
  @property({ type: Number }) heard = 0;
  @state() private view?: View;
  @state() private busy = false;
  @query('yw-merge') private dialog!: MergeDialog;

  static styles = [
    base,
    buttons,
    badges,
    css`
      :host {
        display: block;
        margin-top: var(--yw-space-3);
      }
      h4 {
        margin: var(--yw-space-2) 0 var(--yw-space-1);
        color: var(--yw-ink-3);
        font-size: var(--yw-text-xs);
        font-weight: var(--yw-weight-strong);
      }
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0 var(--yw-space-2);
        min-height: 28px;
        overflow-wrap: anywhere;
      }
      .hint {
        color: var(--yw-ink-2);
        font-size: var(--yw-text-s);
      }
      .why {
        flex-basis: 100%;
      }
      .merge {
        margin-top: var(--yw-space-2);
      }
    `,
  ];

  updated(changed: PropertyValues): void {
    if (changed.has('conversation') || changed.has('epoch') || changed.has('heard')) void this.load();
  }

  private async load(): Promise<void> {
    const { conversation } = this;
    if (!conversation) return;
    try {
      const view = await api<View>('GET', `/conversations/${conversation}/identities`);
      if (conversation === this.conversation) this.view = view;
    } catch {
      // Of a conversation that one may not read there is nothing to show.
      if (conversation === this.conversation) this.view = undefined;
    }
  }

  render() {
    const { view } = this;
    if (!view) return nothing;
    return html`
      <h4>${t('known')}</h4>
      <ul class="known">
        ${view.identities.length
          ? view.identities.map(
              (one) => html`<li><span class="badge">${t(one.kind)}</span> <span>${one.id}</span> <span class="hint">${t(one.proof)}</span></li>`,
            )
          : html`<li><span class="badge">${t('visitor')}</span></li>`}
      </ul>
      ${view.proven.length
        ? html`<h4>${t('proven')}</h4>
            <ul class="proven">
              ${view.proven.map((one) => this.proved(one))}
            </ul>`
        : nothing}
      ${view.merges.length
        ? html`<h4>${t('merged')}</h4>
            <ul class="merges">
              ${view.merges.map((one) => this.merged(one))}
            </ul>`
        : nothing}
      <button class="button small quiet merge" @click=${() => this.dialog.merge(this.conversation)}>${t('merge')}</button>
      <yw-merge @done=${this.done}></yw-merge>
    `;
  }

  /** A number proved by a code: who else is known by it is shown, and one press says that it is the same person. */
  private proved(one: View['proven'][number]) {
    return html`<li>
      <span class="badge ok">${t('verified')}</span> <span>${one.number}</span> <span class="hint">${timeElement(one.at)}</span>
      ${one.others.map(
        (other) => html`<span class="why">
          <strong>${other.name ?? outside(other.externalId) ?? t('unnamed')}</strong>
          <span class="hint">${t('conversations', { n: other.conversations })}</span>
          <button class="button small" ?disabled=${this.busy} @click=${() => void this.same(other)}>${t('samePerson')}</button>
        </span>`,
      )}
    </li>`;
  }

  private async same(other: Candidate): Promise<void> {
    this.busy = true;
    try {
      await api('POST', `/conversations/${this.conversation}/identities/merges`, { body: { customer: other.id, reason: t('provenReason') } });
      toast(t('done'));
      this.done();
    } catch (failure) {
      toast(refusal(failure), { kind: 'problem' });
    } finally {
      this.busy = false;
    }
  }

  private merged(one: Merge) {
    return html`<li>
      <strong>${one.name ?? outside(one.externalId) ?? t('unnamed')}</strong>
      <span class="hint">${t(one.proof)} · ${t('had', { n: one.conversations })}</span>
      <button class="button small quiet" @click=${() => this.dialog.split(this.conversation, one.id)}>${t('split')}</button>
      <span class="hint why">${one.reason ? html`「${one.reason}」 ` : nothing}${one.by ? html`${one.by} · ` : nothing}${timeElement(one.at)}</span>
    </li>`;
  }

  private readonly done = (): void => {
    void this.load();
    this.tell('changed');
  };
}

/** What it ends with, after the channel's prefix. */
export function outside(id: string | undefined): string | undefined {
  if (!id) return undefined;
  if (id.startsWith('tel:')) return id.slice(4);
  const last = id.split(':').pop() ?? id;
  return id.startsWith('wechat:') ? `${t('MP')} …${last.slice(-4)}` : last;
}

declare global {
  interface HTMLElementTagNameMap {
    'yw-identities': Identities;
  }
}
