import { html } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { words } from '../../common/api';
import { YiwenElement } from '../../common/element';
import { announce } from '../../common/live';
import { t as shared } from '../../common/i18n/common';
import type { SignedIn } from '../../common/session';
import '../../common/states';
import { base, buttons, tabs } from '../../common/styles';
import { toast } from '../../common/toast';
import './article-form';
import type { ArticleForm } from './article-form';
import { publish, restore, retire, type Article, type Content } from '../articles';
import './conflict';
import type { Settlement } from './conflict';
import { contentOf, emptyContent, faults } from '../content';
import './customer-view';
import { begin, changed, remember, save, saveAndPublish, saveAndSubmit, saved, type Editing, type Outcome } from './editing';
import { cancelSchedule, correctNow, pullNow, scheduleLater } from './emergency';
import './editor-head';
import { editorStyles } from './editor-styles';
import './history';
import { livePeriod } from './live-period';
import { notice, tabBar, type Tab } from './notices';
import '../review/ask';
import type { Ask } from '../review/ask';
import '../review/review';
import type { Rule } from '../review/review-api';
import { t as review } from '../review/text';
import { t } from './text';
import { forget, NEW } from './keep';

/**
 * `<yw-article-editor article-id="…|new">`: one article, read and written. Tells `saved` (an Article) when the server's
 * copy changed, `kept` when something unsaved was kept or forgotten, and `close`.
 */
@customElement('yw-article-editor')
export class ArticleEditor extends YiwenElement {
  @property({ attribute: 'article-id' }) articleId = '';
  /** A customer's words to begin with: the question of a new article, a further wording of another. Tells `taken` then. */
  @property() wording = '';
  /** Whether this editor may let customers have it. */
  @property({ type: Boolean }) publisher = false;
  @property({ attribute: false }) staff?: SignedIn;
  /** Whether somebody other than the author must look first. */
  @property({ attribute: false }) rule?: Rule;
  @state() private editing?: Editing;
  @state() private tab: Tab = 'edit';
  @state() private failure = '';
  @state() private busy = false;
  @state() private tried = false;
  @state() private slugTaken = false;
  @state() private theirs?: Article;
  @query('yw-article-form') private form?: ArticleForm;
  @query('yw-ask') private ask!: Ask;
  private keeping?: ReturnType<typeof setTimeout>;

  static styles = [base, buttons, tabs, editorStyles];

  connectedCallback(): void {
    super.connectedCallback();
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

  /** Whether something is written that the server does not have. */
  get dirty(): boolean {
    return this.editing !== undefined && changed(this.editing);
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
    Object.assign(this, { editing: undefined, failure: '', tried: false, slugTaken: false, theirs: undefined, tab: 'edit' });
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
        @schedule=${() => void this.asked(() => scheduleLater(this.ask, this.editing!, () => this.ready()))}
        @unschedule=${() => void this.asked(() => cancelSchedule(this.articleId))}
        @pull=${() => void this.asked(() => pullNow(this.ask, this.editing!.history))}
        @correct=${() => void this.asked(() => correctNow(this.ask, this.editing!))}
        @retire=${(event: CustomEvent<Article>) => void this.retire(event.detail)}
      ></yw-editor-head>
      ${tabBar(this.tab, this.editing.history.length, (tab) => (this.tab = tab))}
      <div class="body" data-tab=${this.tab}>${this.notices(this.editing)} ${this.body(this.editing)}</div>
      <yw-ask></yw-ask>
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
        @reviewed=${(event: CustomEvent<Article>) => void this.refresh(event.detail)}
      ></yw-review>`;
    }
    if (this.tab === 'history') {
      return html`<yw-history
        .revisions=${editing.history}
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
        .slug=${editing.slug}
        ?fresh=${editing.id === NEW}
        @content=${(event: CustomEvent<Content>) => this.write({ content: event.detail })}
        @slug=${(event: CustomEvent<string>) => ((this.slugTaken = false), this.write({ slug: event.detail }))}
      ></yw-article-form>
      <yw-customer-view .content=${editing.content}></yw-customer-view>
    `;
  }

  private write(part: Partial<Editing>): void {
    if (!this.editing) return;
    this.editing = { ...this.editing, ...part };
    clearTimeout(this.keeping);
    this.keeping = setTimeout(() => this.keepNow(), 400);
  }

  private keepNow(): void {
    clearTimeout(this.keeping);
    if (!this.editing || this.busy) return;
    remember(this.editing);
    this.tell('kept');
  }

  private readonly discard = () => {
    const before = this.editing;
    if (!before) return;
    forget(before.id);
    const latest = before.history[0];
    this.editing = { ...before, base: latest?.revision ?? 0, content: before.saved, recovered: undefined };
    this.tell('kept');
    toast(t('discarded'), { undo: () => before.id === this.articleId && this.write(before) });
  };

  private async saveDraft(): Promise<void> {
    if (this.editing && this.dirty) {
      await this.work(save, (article) => toast(t('savedDraft', { revision: article.revision })));
    }
  }

  private async publish(): Promise<void> {
    await this.work(saveAndPublish, (article) =>
      toast(article.state === 'SCHEDULED' ? livePeriod(article) : t('published', { revision: article.revision })),
    );
  }

  private async submit(): Promise<void> {
    await this.work(saveAndSubmit, () => toast(review('submitted')));
  }

  /** The revision to schedule, saved if it was not. */
  private async ready(): Promise<Article | undefined> {
    if (!this.editing || this.invalid(this.editing)) return undefined;
    const outcome = await saved(this.editing);
    if (outcome.kind === 'done') return outcome.article;
    await this.conclude(outcome, () => {});
    return undefined;
  }

  private async asked(work: () => Promise<Article | undefined>): Promise<void> {
    await this.attempt(async () => {
      const article = await work();
      if (article) await this.refresh(article);
    });
  }

  private async work(action: (editing: Editing) => Promise<Outcome>, done: (article: Article) => void): Promise<void> {
    const editing = this.editing;
    if (!editing || this.busy) return;
    if (this.invalid(editing)) return;
    this.busy = true;
    try {
      const outcome = await action(editing);
      await this.conclude(outcome, done);
    } finally {
      this.busy = false;
    }
  }

  /** Whether there is something to mend first; it is shown then. */
  private invalid(editing: Editing): boolean {
    this.tried = true;
    if (Object.keys(faults(editing.content, editing.id === NEW ? editing.slug : undefined)).length === 0) return false;
    this.tab = 'edit';
    announce(t('mendFaults'));
    toast(t('mendFaults'), { kind: 'problem' });
    void this.updateComplete.then(() => this.form?.focusFault());
    return true;
  }

  private async conclude(outcome: Outcome, done: (article: Article) => void): Promise<void> {
    switch (outcome.kind) {
      case 'done':
        done(outcome.article);
        return this.refresh(outcome.article);
      case 'conflict':
        this.theirs = outcome.theirs;
        return;
      case 'slug-taken':
        this.slugTaken = true;
        await this.updateComplete;
        return this.form?.focusFault();
      case 'failed':
        toast(outcome.words, { kind: 'problem' });
    }
  }

  /** Reads the article again after it changed on the server. */
  private async refresh(article: Article): Promise<void> {
    this.theirs = undefined;
    this.tried = false;
    forget(this.articleId);
    this.tell('saved', article);
    if (this.articleId === NEW) return;
    this.editing = await begin(article.id);
    this.tell('kept');
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
      await this.refresh(article);
    });
  }

  private async bringBack(published: Article): Promise<void> {
    const draft = await restore(published.id, published.revision);
    const article = await publish(draft.id, draft.revision);
    toast(t('broughtBack', { revision: article.revision }));
    if (article.id === this.articleId) await this.refresh(article);
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

  private async attempt(work: () => Promise<void>): Promise<void> {
    this.busy = true;
    try {
      await work();
    } catch (failure) {
      toast(words(failure), { kind: 'problem' });
    } finally {
      this.busy = false;
    }
  }
}
