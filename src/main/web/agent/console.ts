import { html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import '../assist/panel';
import type { Assist } from '../assist/panel';
import { t as common } from '../common/i18n/common';
import { has } from '../common/session';
import '../common/states';
import { badges, base, buttons, tabs as tabStyles } from '../common/styles';
import '../common/top-bar';
import { followViewport } from '../common/viewport';
import { AtWork } from './at-work';
import './attention';
import type { Context } from './context';
import './context';
import type { ConversationView } from './conversation';
import './conversation';
import { banner, presence, tabs, type Pane } from './head';
import './inbox';
import { Keyboard, type Reach } from './keyboard';
import { layout } from './layout';
import type { PhraseDialog } from './phrase-dialog';
import './phrase-dialog';
import type { Found, Search } from './search';
import './search';
import type { Shortcuts } from './shortcuts';
import './shortcuts';
import { breakHint, t } from './text';
import './transfer-dialog';
import type { TransferDialog } from './transfer-dialog';
import { t as transfer } from './transfer-text';
import './whispers';
import './wrap-up';
import type { WrapUp } from './wrap-up';
import type { Closing } from './wrap-up-draft';

/** How high the reply field is. */
const RISE = '116px';

/** The agents' console: what is on the desk in three panes. */
@customElement('yiwen-agent')
export class AgentConsole extends AtWork implements Reach {
  @state() private pane: Pane = 'inbox';
  /** Where the panes are tabs, what must not be overlooked is named on its own. */
  @state() private warned = false;
  @query('yw-conversation') readonly view?: ConversationView;
  @query('yiwen-assist') readonly assist?: Assist;
  @query('yw-context') readonly context?: Context;
  @query('yw-transfer') readonly transferDialog!: TransferDialog;
  @query('yw-wrap-up') readonly wrapUp!: WrapUp;
  @query('yw-shortcuts') readonly shortcuts!: Shortcuts;
  @query('yw-search') readonly search!: Search;
  @query('yw-phrase-dialog') readonly phrases!: PhraseDialog;
  /** The message that is to be shown once its conversation is here. */
  private sought?: number;

  static styles = [base, buttons, badges, tabStyles, layout];

  private readonly keyboard = new Keyboard(this);
  private forgetViewport?: () => void;

  connectedCallback(): void {
    super.connectedCallback();
    this.desk.addEventListener('selected', () => (this.pane = this.desk.selected ? 'thread' : 'inbox'));
    this.desk.addEventListener('call-ended', (e) => void this.hungUp((e as CustomEvent<string | null>).detail));
    document.addEventListener('keydown', this.keyboard.pressed);
    this.forgetViewport = followViewport(this);
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.keyboard.pressed);
    this.forgetViewport?.();
  }

  updated(): void {
    super.updated();
    // Above the reply field, in which the agent goes on writing.
    document.documentElement.style.setProperty('--yw-toast-rise', this.canWrite ? RISE : '0px');
    const { sought } = this;
    const { selected } = this.desk;
    if (sought === undefined || !selected || !this.desk.thread(selected).messages.some((m) => m.seq === sought)) return;
    this.sought = undefined;
    this.inThread((view) => view.jump(sought));
  }

  render() {
    if (this.failure) {
      return html`<div class="center">
        <yw-empty heading=${this.failure}><button class="button" @click=${this.start}>${common('retry')}</button></yw-empty>
      </div>`;
    }
    if (this.signedIn && !has(this.signedIn, 'ANSWER', 'READ_ALL')) {
      return html`<yw-top-bar .staff=${this.signedIn} current="agent"></yw-top-bar>
        <div class="center"><yw-empty heading=${t('notAllowed')} hint=${t('notAllowedHint')}></yw-empty></div>`;
    }
    return html`
      <yw-top-bar .staff=${this.signedIn} .holding=${this.desk.mine?.length ?? 0} .answered=${this.desk.answered ?? 0} current="agent">${this.presence()}</yw-top-bar>
      ${tabs(this.pane, this.unread, this.warned && this.isMine, (pane) => (this.pane = pane))}
      <div class="overlay">
        ${banner(this.desk)}
        <yw-attention .desk=${this.desk} @pick=${this.pick}></yw-attention>
        <yw-whispers .desk=${this.desk}></yw-whispers>
      </div>
      <main class="panes">
        <h1 class="hidden-visually">${common('agentConsole')}</h1>
        <yw-inbox
          .desk=${this.desk}
          .busy=${this.work.taking}
          ?data-shown=${this.pane === 'inbox'}
          aria-label=${t('inbox')}
          @pick=${this.pick}
          @pick-next=${this.pickNext}
          @search=${() => this.search.open()}
          @fill-in=${(e: CustomEvent<string>) => this.fillIn(e.detail)}
        ></yw-inbox>
        ${this.middle()} ${this.right()}
      </main>
      <yw-wrap-up
        .name=${this.selectedName}
        .call=${this.isCall}
        .over=${this.isCall && this.isUnfinished}
        .busy=${this.work.closing}
        .messages=${this.desk.selected ? this.desk.thread(this.desk.selected).messages : []}
        @close-conversation=${(e: CustomEvent<Closing>) => void this.finish(this.wrapUp.conversation, e.detail)}
      ></yw-wrap-up>
      <yw-transfer @transferred=${(e: CustomEvent<string>) => this.work.gone(e.detail, transfer('handedOn'))}></yw-transfer>
      <yw-shortcuts></yw-shortcuts>
      <yw-search @found=${(e: CustomEvent<Found>) => this.show(e.detail)}></yw-search>
      <yw-phrase-dialog ?supervisor=${!!this.signedIn && has(this.signedIn, 'SUPERVISE')}></yw-phrase-dialog>
    `;
  }

  private presence() {
    // A supervisor answers what they took over; who is no agent is offered nothing.
    if (this.signedIn && !has(this.signedIn, 'ANSWER')) return nothing;
    return presence(this.desk, this.notifies, {
      toggleNotifications: () => void this.toggleNotifications(),
      togglePresence: () => this.togglePresence(),
      help: () => this.shortcuts.toggle(),
    });
  }

  private middle() {
    const { selected, online } = this.desk;
    const shown = this.pane === 'thread';
    if (!selected) {
      return html`<div class="center" ?data-shown=${shown}>
        ${this.desk.mine && !online && this.desk.answers
          ? html`<yw-empty heading=${t('threadEmptyBreak')} hint=${breakHint(this.desk.away)}>
              <button class="button primary" @click=${this.togglePresence}>${t('goOnline')}</button>
            </yw-empty>`
          : html`<yw-empty heading=${t('threadEmpty')} hint=${t('threadEmptyHint')}></yw-empty>`}
      </div>`;
    }
    return html`<yw-conversation
      ?traced=${Boolean(this.signedIn && has(this.signedIn, 'EDIT', 'READ_ALL'))}
      .desk=${this.desk}
      .conversation=${selected}
      ?data-shown=${shown}
      @send=${() => this.work.stay(selected)}
      @copy=${() => void this.work.copy(selected, this.selectedName)}
      @pick=${this.pick}
      @hand-on=${() => void this.transferDialog.open(selected)}
      @edit-phrases=${() => void this.phrases.open()}
      @back-to-bot=${() => this.work.backToBot(selected)}
      @finish=${() => void this.wrapUp.open(selected)}
    ></yw-conversation>`;
  }

  private right() {
    const selected = this.desk.selected ?? '';
    const shown = this.pane === 'context' || this.pane === 'assist' ? this.pane : nothing;
    return html`<div class="right" data-shown=${shown}>
      <yw-context
        .conversation=${selected}
        .epoch=${selected ? this.desk.thread(selected).epoch : 0}
        .heard=${selected ? this.desk.thread(selected).heard : 0}
        .lost=${this.isLost}
        .spoken=${this.isCall && this.desk.isMine(selected)}
        .canInsert=${this.canWrite}
        .canReveal=${this.canReveal}
        aria-label=${t('context')}
        @jump=${(e: CustomEvent<number>) => this.inThread((view) => view.jump(e.detail))}
        @insert-text=${(e: CustomEvent<string>) => this.insert(e.detail)}
        @found=${(e: CustomEvent<Found>) => this.show(e.detail)}
      ></yw-context>
      ${selected && this.desk.isMine(selected)
        ? html`<yiwen-assist
            .conversation=${selected}
            ?spoken=${this.isCall}
            aria-label=${t('assist')}
            @yiwen-insert=${(e: CustomEvent<string>) => this.insert(e.detail)}
            @yiwen-warned=${(e: CustomEvent<boolean>) => (this.warned = e.detail)}
          ></yiwen-assist>`
        : nothing}
    </div>`;
  }

  // What the agent does

  private pick(event: CustomEvent<string>): void {
    void this.taken(this.work.pick(event.detail));
  }

  pickNext(): void {
    void this.taken(this.work.next());
  }

  private async taken(taking: Promise<boolean>): Promise<void> {
    if (!(await taking)) return;
    await this.updateComplete;
    this.view?.focusComposer();
  }

  private insert(text: string): void {
    if (this.canWrite) this.inThread((view) => view.insert(text));
  }

  private inThread(act: (view: ConversationView) => unknown): void {
    this.pane = 'thread';
    void this.updateComplete.then(() => this.view && act(this.view));
  }

  private fillIn(id: string): void {
    this.desk.select(id);
    void this.wrapUp.open(id);
  }

  /** The record of the call in view is there when the customer hangs up, unless the agent is busy with something else. */
  private async hungUp(id: string | null): Promise<void> {
    await this.loadUnfinished();
    if (!id || id !== this.desk.selected || !this.isUnfinished || this.keyboard.isBusy) return;
    void this.wrapUp.open(id);
  }

  /** A call that is over, of which nobody has said how it ended. */
  get isUnfinished(): boolean {
    return this.desk.unfinished.some((one) => one.conversationId === this.desk.selected);
  }

  private async finish(id: string | undefined, closing: Closing): Promise<void> {
    if (!id || !(await this.work.finish(id, closing))) return;
    this.wrapUp.close();
    void this.loadUnfinished();
  }

  /** One that a search found; its message is shown when it is here. */
  private show({ conversationId, seq }: Pick<Found, 'conversationId' | 'seq'>): void {
    this.sought = seq;
    this.desk.select(conversationId);
    this.requestUpdate();
  }
}
