import { css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { words } from '../../common/api';
import { YiwenElement } from '../../common/element';
import type { SignedIn } from '../../common/session';
import { has } from '../../common/session';
import { badges, base, buttons } from '../../common/styles';
import { exact } from '../../common/time';
import { toast } from '../../common/toast';
import type { Article } from '../articles';
import './ask';
import type { Ask } from './ask';
import { approve, comment, comments, confirm, sendBack, settle, type Comment, type Rule } from './review-api';
import './review-diff';
import type { Remark } from './review-diff';
import { t } from './text';
import { waited } from './waiting';

const LAYOUT = 'yiwen.knowledge.review-layout';

/** `<yw-review .history .rule .staff>`: the revision under review beside what is live. Tells `reviewed` (the Article) after a step. */
@customElement('yw-review')
export class Review extends YiwenElement {
  @property({ attribute: false }) history: Article[] = [];
  @property({ attribute: false }) rule?: Rule;
  @property({ attribute: false }) staff?: SignedIn;
  @state() private remarks: Comment[] = [];
  @state() private busy = false;
  @state() private layout: 'inline' | 'sides' = localStorage.getItem(LAYOUT) === 'sides' ? 'sides' : 'inline';
  @query('yw-ask') private ask!: Ask;

  static styles = [
    base,
    buttons,
    badges,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--yw-space-4);
      }
      .state {
        display: flex;
        flex-wrap: wrap;
        gap: var(--yw-space-2) var(--yw-space-3);
        align-items: center;
        padding: var(--yw-space-3) var(--yw-space-4);
        border-radius: var(--yw-radius-m);
        background: var(--yw-sunken);
      }
      .words {
        display: grid;
        flex: 1 1 16em;
        min-width: 0;
        overflow-wrap: anywhere;
      }
      .row {
        flex-wrap: wrap;
      }
      .layout {
        display: inline-flex;
        gap: var(--yw-space-1);
      }
    `,
  ];

  willUpdate(changed: Map<string, unknown>): void {
    const id = this.history[0]?.id;
    const before = (changed.get('history') as Article[] | undefined)?.[0]?.id;
    if (changed.has('history') && id && id !== before) void this.read(id);
  }

  private async read(id: string): Promise<void> {
    this.remarks = [];
    try {
      const read = await comments(id);
      if (id !== this.history[0]?.id) return;
      // What was remarked meanwhile is not among them.
      this.remarks = [...read, ...this.remarks.filter((one) => !read.some((it) => it.id === one.id))];
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    }
  }

  render() {
    const latest = this.history[0];
    if (!latest) return nothing;
    const live = this.history.find((one) => one.state === 'PUBLISHED' && one !== latest);
    const open = this.remarks.filter((one) => !one.resolvedBy).length;
    return html`
      ${this.stateLine(latest)}
      <div class="row">
        <span class="hint">${live ? t('live', { revision: live.revision }) : t('noLive')} → ${t('fresh', { revision: latest.revision })}</span>
        ${open ? html`<span class="badge warn">${t('openComments', { n: open })}</span>` : nothing}
        <span class="spread"></span>
        <span class="layout" role="group" aria-label=${t('layout')}>${this.choice('inline')} ${this.choice('sides')}</span>
      </div>
      <yw-review-diff
        .live=${live}
        .draft=${latest}
        .comments=${this.remarks}
        layout=${this.layout}
        @remark-at=${(event: CustomEvent<Remark>) => void this.remark(latest, event.detail)}
        @settle=${(event: CustomEvent<Comment>) => void this.settle(latest.id, event.detail)}
      ></yw-review-diff>
      <yw-ask></yw-ask>
    `;
  }

  private choice(layout: 'inline' | 'sides') {
    return html`<button class="button small ${this.layout === layout ? 'primary' : ''}" aria-pressed=${this.layout === layout} @click=${() => this.lay(layout)}>${t(layout)}</button>`;
  }

  private lay(layout: 'inline' | 'sides'): void {
    this.layout = layout;
    localStorage.setItem(LAYOUT, layout);
  }

  private stateLine(latest: Article) {
    const { life } = latest;
    const unconfirmed = this.history.find((one) => one.life.unconfirmed);
    if (unconfirmed) return this.afterwards(unconfirmed);
    switch (latest.state) {
      case 'IN_REVIEW':
        return html`<div class="state">
          <div class="words"><b>${t('waits', { by: life.submitted?.by ?? latest.author, time: waited(life.submitted?.at ?? latest.changedAt) })}</b>${this.why(latest)}</div>
          ${this.may(latest)
            ? html`<button class="button" ?disabled=${this.busy} @click=${() => void this.back(latest)}>${t('sendBack')}</button>
                <button class="button primary" ?disabled=${this.busy} @click=${() => void this.step(() => approve(latest.id, latest.revision), 'approvedToast')}>${t('approve')}</button>`
            : nothing}
        </div>`;
      case 'APPROVED':
        return html`<div class="state">
          <div class="words"><b>${t('approvedBy', { by: life.reviewed?.by ?? '' })}</b><span class="hint">${t('approvedBound')}</span></div>
          ${this.may(latest) ? html`<button class="button" ?disabled=${this.busy} @click=${() => void this.back(latest)}>${t('sendBack')}</button>` : nothing}
        </div>`;
      case 'SCHEDULED':
        return html`<div class="state"><b>${t('scheduledFor', { time: life.goesLiveAt ? exact(new Date(life.goesLiveAt)).slice(0, 16) : '' })}</b></div>`;
      default:
        return latest.state === 'DRAFT' && life.reviewed && life.reason
          ? html`<div class="state"><b>${t('sentBackBy', { by: life.reviewed.by, reason: life.reason })}</b></div>`
          : nothing;
    }
  }

  /** What was done without a review waits for somebody else. */
  private afterwards(done: Article) {
    const { life } = done;
    const pulled = life.endReason != null;
    const own = this.rule?.holds && this.staff?.id === (pulled ? life.endedById : life.publisherId);
    return html`<div class="state">
      <div class="words">
        <b>${pulled ? t('pulledBy', { by: life.endedBy ?? '', reason: life.endReason ?? '' }) : t('correctedBy', { by: life.publisher ?? '', reason: life.reason ?? '' })}</b>
        <span class="hint">${t('awaitsConfirm')}</span>
      </div>
      ${!own && this.staff && has(this.staff, 'PUBLISH')
        ? html`<button class="button primary" ?disabled=${this.busy} @click=${() => void this.step(() => confirm(done.id), 'confirmedToast')}>${t('confirm')}</button>`
        : nothing}
    </div>`;
  }

  private may(latest: Article): boolean {
    return Boolean(this.staff && has(this.staff, 'PUBLISH') && !(this.rule?.holds && latest.life.authorId === this.staff.id));
  }

  private why(latest: Article) {
    if (this.may(latest)) return nothing;
    return html`<span class="hint">${this.staff && has(this.staff, 'PUBLISH') ? t('ownWork') : t('noRight')}</span>`;
  }

  private async back(latest: Article): Promise<void> {
    const reason = await this.ask.reason({ title: t('sendBackTitle'), hint: t('sendBackHint'), action: t('confirmSendBack') });
    if (reason) await this.step(() => sendBack(latest.id, latest.revision, reason), 'sentBackToast');
  }

  private async step(work: () => Promise<Article>, done: 'approvedToast' | 'sentBackToast' | 'confirmedToast'): Promise<void> {
    this.busy = true;
    try {
      const article = await work();
      toast(t(done));
      this.tell('reviewed', article);
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    } finally {
      this.busy = false;
    }
  }

  private async remark(latest: Article, remark: Remark): Promise<void> {
    try {
      this.remarks = [...this.remarks, await comment(latest.id, { revision: latest.revision, ...remark })];
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    }
  }

  private async settle(id: string, one: Comment): Promise<void> {
    try {
      const fresh = await settle(id, one.id, !one.resolvedBy);
      this.remarks = this.remarks.map((it) => (it.id === fresh.id ? fresh : it));
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    }
  }
}
