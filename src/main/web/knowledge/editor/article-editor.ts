import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { words } from '../../common/api';
import { t as shared } from '../../common/i18n/common';
import type { SignedIn } from '../../common/session';
import '../../common/states';
import { base, buttons, tabs } from '../../common/styles';
import { toast } from '../../common/toast';
import './article-form';
import { publish, restore, retire, type Article, type Content } from '../articles';
import './conflict';
import type { Settlement } from './conflict';
import { contentOf, emptyContent, faults } from '../content';
import './customer-view';
import { begin, save, saveAndPublish, saveAndSubmit, type Editing } from './editing';
import { EditingElement } from './editing-element';
import { cancelSchedule, correctNow, pullNow, scheduleLater } from './emergency';
import './editor-head';
import { editorStyles } from './editor-styles';
import './history';
import './together';
import '../impact/impact';
import { livePeriod } from './live-period';
import { notice, tabBar } from './notices';
import '../review/ask';
import '../review/review';
import '../trial/console';
import type { Rule } from '../review/review-api';
import { t as review } from '../review/text';
import { knownSnippets, type Snippet } from '../snippets/snippets-api';
import type { VariantKey } from '../variants';
import { t } from './text';
import { NEW } from './keep';

/**
 * `<yw-article-editor article-id="…|new">`: one article, read and written. Tells `saved` (an Article) when the server's
 * copy changed, `kept` when something unsaved was kept or forgotten, and `close`.
 */
@customElement('yw-article-editor')
export class ArticleEditor extends EditingElement {
  /** A customer's words to begin with: the question of a new article, a further wording of another. Tells `taken` then. */
  @property() wording = '';
  /** Whether this editor may let customers have it. */
  @property({ type: Boolean }) publisher = false;
  @property({ attribute: false }) staff?: SignedIn;
  /** Whether somebody other than the author must look first. */
  @property({ attribute: false }) rule?: Rule;
  @state() private failure = '';
  /** Whose answer is being written and shown; null: everybody's. */
  @state() private whom: VariantKey | null = null;
  @state() private values: Snippet[] = [];

  static styles = [base, buttons, tabs, editorStyles];

  /** Named values are other ones now. */
  valuesChanged(): void {
    void knownSnippets().then((all) => (this.values = all));
  }

  connectedCallback(): void {
    super.connectedCallback();
    this.valuesChanged();
    window.addEventListener('beforeunload', this.leaving);
    window.addEventListener('keydown', this.key);
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    this.keepNow();
    window.removeEventListener('beforeunload', this.leaving);
    window.removeEventListener('keydown', this.key);
  }

  willUpdate(properties: Map<string, unknown>): void {
    if (properties.has('articleId')) {
      this.keepNow();
      void this.load(this.articleId);
    }
  }

  private readonly leaving = (event: BeforeUnloadEvent) => {
    this.keepNow();
    if (this.dirty) event.preventDefault();
  };

  private readonly key = (event: KeyboardEvent) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's') {
      event.preventDefault();
      void this.saveDraft();
    }
  };

  private async load(id: string): Promise<void> {
    Object.assign(this, { editing: undefined, failure: '', tried: false, slugTaken: false, theirs: undefined, tab: 'edit', whom: null });
    if (!id) return;
    try {
      const editing = await begin(id);
      if (id !== this.articleId) return;
      this.editing = editing;
      if (editing.history[0]?.state === 'IN_REVIEW' || editing.history.some((one) => one.life.unconfirmed)) this.tab = 'review';
      if (this.wording) this.take(this.wording);
      await this.updateComplete;
      if (id === NEW) this.form?.renderRoot.querySelector<HTMLElement>('input')?.focus();
    } catch (failure) {
      if (id === this.articleId) this.failure = words(failure);
    }
  }

  private take(wording: string): void {
    const editing = this.editing!;
    const { question, phrasings } = editing.content;
    if (editing.id === NEW && !question) {
      this.write({ content: { ...editing.content, question: wording } });
    } else if (question !== wording && !phrasings.includes(wording)) {
      this.write({ content: { ...editing.content, phrasings: [...phrasings, wording] } });
      toast(t('wordingTaken', { wording }));
    }
    this.tell('taken');
  }

  render() {
    if (this.failure) {
      return html`<yw-empty heading=${this.failure}>
        <div class="row">
          <button class="button" @click=${() => void this.load(this.articleId)}>${shared('retry')}</button>
          <button class="button quiet" @click=${() => this.tell('close')}>${shared('close')}</button>
        </div>
      </yw-empty>`;
    }
    if (!this.editing) return html`<div class="waiting"><yw-skeleton lines="12"></yw-skeleton></div>`;
    return html`
      <yw-editor-head
        .history=${this.editing.history}
        ?dirty=${this.dirty}
        ?busy=${this.busy}
        ?publisher=${this.publisher}
        ?holds=${Boolean(this.rule?.holds)}
        @save=${() => void this.saveDraft()}
        @publish=${() => void this.publish()}
        @submit=${() => void this.submit()}
        @review=${() => (this.tab = 'review')}
        @schedule=${() => void this.asked(() => scheduleLater(this.ask, this.signing, this.editing!, () => this.ready()))}
        @unschedule=${() => void this.asked(() => cancelSchedule(this.articleId))}
        @pull=${() => void this.asked(() => pullNow(this.ask, this.editing!.history))}
        @correct=${() => void this.asked(() => correctNow(this.ask, this.editing!), false)}
        @retire=${(event: CustomEvent<Article>) => void this.retire(event.detail)}
      ></yw-editor-head>
      ${tabBar(this.tab, this.editing.history.length, (tab) => (this.tab = tab))}
      <div class="body" data-tab=${this.tab}><yw-together article-id=${this.articleId} ?writing=${this.dirty}></yw-together>
        ${this.notices(this.editing)} ${this.body(this.editing)}</div>
      <yw-ask></yw-ask>
      <yw-signing></yw-signing>
    `;
  }

  private notices(editing: Editing) {
    if (!this.theirs) return notice(editing, this.dirty, this.discard);
    return html`<yw-conflict
      .theirs=${this.theirs}
      .mine=${editing.content}
      .base=${editing.base}
      ?busy=${this.busy}
      @settle=${(event: CustomEvent<Settlement>) => void this.settle(event.detail)}
    ></yw-conflict>`;
  }

  private body(editing: Editing) {
    if (this.tab === 'review') {
      return html`<yw-review
        .history=${editing.history}
        .rule=${this.rule}
        .staff=${this.staff}
        @reviewed=${(event: CustomEvent<Article>) => void this.refresh(event.detail, true)}
      ></yw-review>
      <yw-console article-id=${editing.id} ?draft=${!['PUBLISHED', 'ARCHIVED'].includes(editing.history[0]?.state ?? 'ARCHIVED')}></yw-console>
      ${['PUBLISHED', 'ARCHIVED'].includes(editing.history[0]?.state ?? 'ARCHIVED')
        ? nothing
        : html`<yw-impact article-id=${editing.id} .revision=${editing.history[0].revision} ?publisher=${this.publisher}></yw-impact>`}`;
    }
    if (this.tab === 'history') {
      return html`<yw-history
        .revisions=${editing.history}
        article-id=${editing.id}
        ?busy=${this.busy}
        @restore=${(event: CustomEvent<number>) => void this.restore(event.detail)}
      ></yw-history>`;
    }
    const found = this.tried ? faults(editing.content, editing.id === NEW ? editing.slug : undefined) : {};
    if (this.slugTaken) found.slug = t('faultSlugTaken', { slug: editing.slug });
    return html`
      <yw-article-form
        .content=${editing.content}
        .faults=${found}
        article-id=${editing.id}
        .revision=${editing.history[0]?.revision ?? 0}
        .slug=${editing.slug}
        .whom=${this.whom}
        .values=${this.values}
        ?fresh=${editing.id === NEW}
        @content=${(event: CustomEvent<Content>) => this.write({ content: event.detail })}
        @whom=${(event: CustomEvent<VariantKey | null>) => (this.whom = event.detail)}
        @slug=${(event: CustomEvent<string>) => ((this.slugTaken = false), this.write({ slug: event.detail }))}
      ></yw-article-form>
      <yw-customer-view .content=${editing.content} .whom=${this.whom} .values=${this.values}></yw-customer-view>
    `;
  }

  private async saveDraft(): Promise<void> {
    if (this.editing && this.dirty) {
      await this.work(save, (article) => toast(t('savedDraft', { revision: article.revision })));
    }
  }

  private async publish(): Promise<void> {
    await this.work((editing) => saveAndPublish(editing, this.signing), (article) =>
      toast(article.state === 'SCHEDULED' ? livePeriod(article) : t('published', { revision: article.revision })),
    );
  }

  private async submit(): Promise<void> {
    await this.work(saveAndSubmit, () => toast(review('submitted')));
  }

  private async settle(how: Settlement): Promise<void> {
    const theirs = this.theirs;
    if (!theirs || !this.editing) return;
    const history = (await begin(theirs.id)).history;
    const base = { history, base: theirs.revision, saved: contentOf(theirs), recovered: undefined };
    this.theirs = undefined;
    if (how === 'theirs') {
      const mine = this.editing.content;
      this.write({ ...base, content: contentOf(theirs) });
      toast(t('tookTheirs'), { undo: () => this.write({ content: mine }) });
    } else {
      this.write(base);
      if (how === 'mine') await this.saveDraft();
    }
  }

  private async retire(published: Article): Promise<void> {
    await this.attempt(async () => {
      const article = await retire(published.id);
      toast(t('retired'), { undo: () => void this.attempt(() => this.bringBack(published)) });
      await this.refresh(article, true);
    });
  }

  private async bringBack(published: Article): Promise<void> {
    const draft = await restore(published.id, published.revision);
    const article = await publish(draft.id, draft.revision);
    toast(t('broughtBack', { revision: article.revision }));
    if (article.id === this.articleId) await this.refresh(article, true);
    else this.tell('saved', article);
  }

  private async restore(revision: number): Promise<void> {
    const before = this.editing?.content ?? emptyContent;
    const unsaved = this.dirty;
    await this.attempt(async () => {
      const article = await restore(this.articleId, revision);
      await this.refresh(article);
      this.tab = 'edit';
      toast(t('restored', { revision, fresh: article.revision }), unsaved ? { undo: () => this.write({ content: before }) } : {});
    });
  }
}
