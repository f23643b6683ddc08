import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { YiwenElement } from '../../common/element';
import { badges, base, buttons } from '../../common/styles';
import { signatures, type Signature } from '../golden/golden-api';
import { t as golden } from '../golden/text';
import { timeElement } from '../../common/time';
import type { Article } from '../articles';
import { contentOf } from '../content';
import { differences, differenceStyles } from './differences';
import { t } from '../i18n';
import { t as own } from './text';
import { livePeriod } from './live-period';
import { authorName, stateBadge } from '../marks';

/** `<yw-history .revisions @restore=${(e) => e.detail}>`: newest first; what each differs in from the present. */
@customElement('yw-history')
export class History extends YiwenElement {
  @property({ attribute: false }) revisions: Article[] = [];
  @property({ attribute: 'article-id' }) articleId = '';
  @property({ type: Boolean }) busy = false;
  @state() private signatures: Signature[] = [];
  @state() private chosen = 0;

  static styles = [
    base,
    buttons,
    badges,
    differenceStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(200px, 260px) 1fr;
        gap: var(--yw-space-5);
        align-items: start;
      }
      ol {
        list-style: none;
      }
      .revision {
        display: grid;
        gap: 2px;
        width: 100%;
        padding: var(--yw-space-2) var(--yw-space-3);
        border: 0;
        border-radius: var(--yw-radius-m);
        background: none;
        color: inherit;
        font: inherit;
        text-align: left;
        cursor: pointer;
      }
      .revision:hover {
        background: var(--yw-hover);
      }
      .revision[aria-pressed='true'] {
        background: var(--yw-selected);
      }
      .comparison {
        display: grid;
        gap: var(--yw-space-3);
        min-width: 0;
      }
      .head {
        flex-wrap: wrap;
      }
      @container editor (max-width: 640px) {
        :host {
          grid-template-columns: 1fr;
        }
      }
    `,
  ];

  willUpdate(changed: Map<string, unknown>): void {
    // The newest needs no comparison with itself: begin with the one before.
    if (changed.has('revisions')) void this.readSignatures();
    if (changed.has('revisions')) this.chosen = this.revisions[1]?.revision ?? this.revisions[0]?.revision ?? 0;
  }

  render() {
    return html`
      <ol aria-label=${own('history')}>
        ${this.revisions.map(
          (one) => html`<li>
            <button class="revision" aria-pressed=${one.revision === this.chosen} @click=${() => (this.chosen = one.revision)}>
              <span class="row">${t('revisionNumber', { revision: one.revision })} ${one.state === 'ARCHIVED' && one !== this.revisions[0] ? html`<span class="badge">${own('replaced')}</span>` : stateBadge(one.state)}</span>
              <span class="hint">${authorName(one.author)} · ${timeElement(one.changedAt)}</span>
              <span class="hint life">${livePeriod(one)}</span>
              ${this.signatures
                .filter((it) => it.revision === one.revision)
                .map((it) => html`<span class="hint signed">${golden('signedBy', { by: it.signer, n: it.broken, reason: it.reason })}</span>`)}
            </button>
          </li>`,
        )}
      </ol>
      <div class="comparison">${this.comparison()}</div>
    `;
  }

  private async readSignatures(): Promise<void> {
    // The revisions are worth showing without them.
    this.signatures = this.articleId ? await signatures(this.articleId).catch(() => []) : [];
  }

  private comparison() {
    const present = this.revisions[0];
    const chosen = this.revisions.find((one) => one.revision === this.chosen);
    if (!present || !chosen) return nothing;
    if (chosen === present) return html`<p class="hint">${this.revisions.length > 1 ? own('thisIsPresent') : own('onlyOne')}</p>`;
    return html`
      <div class="row head">
        <h3>${own('comparison', { old: chosen.revision, fresh: present.revision })}</h3>
        <span class="spread"></span>
        <button class="button small" ?disabled=${this.busy} @click=${() => this.tell('restore', chosen.revision)}>
          ${own('restore', { revision: chosen.revision })}
        </button>
      </div>
      <p class="hint"><ins>${own('addedSince')}</ins> <del>${own('removedSince')}</del></p>
      ${differences(contentOf(chosen), contentOf(present))}
    `;
  }
}
