import { state } from 'lit/decorators.js';
import { api, ApiError, words } from '../common/api';
import { YiwenElement } from '../common/element';
import type { Mine } from '../common/frames';
import { announce } from '../common/live';
import { has, requireStaff, toLogin, type SignedIn } from '../common/session';
import { t as shell } from '../common/shell/shell-text';
import { markTitle, pageTitle } from '../common/title';
import { toast } from '../common/toast';
import { Desk, type Rung } from './desk';
import { keep } from './keep';
import { allowed, ask, notify } from './notify';
import { Insistence } from './insistence';
import { sound } from './sound';
import { nameOf, t } from './text';
import { t as tools } from './tools-text';
import { Work } from './work';

/** An agent who is signed in, their desk and their work; it draws nothing. */
export class AtWork extends YiwenElement {
  @state() protected signedIn?: SignedIn;
  @state() protected failure = '';
  @state() protected notifies = keep.notify() && allowed();
  readonly desk = new Desk();
  readonly work = new Work(this.desk, () => this.requestUpdate());

  private readonly visible = () => {
    if (this.desk.selected) this.desk.markRead(this.desk.selected);
    this.requestUpdate();
  };
  private readonly insistence = new Insistence(() => this.mark);
  private readonly away = () => this.work.settle();

  connectedCallback(): void {
    super.connectedCallback();
    this.desk.addEventListener('change', () => this.requestUpdate());
    this.desk.addEventListener('ring', (e) => this.rung((e as CustomEvent<Rung>).detail));
    this.desk.addEventListener('trouble', (e) => toast((e as CustomEvent<string>).detail, { kind: 'problem' }));
    this.desk.addEventListener('refused', () => void this.checkSession());
    document.addEventListener('visibilitychange', this.visible);
    addEventListener('pagehide', this.away);
    sound.arm();
    void this.start();
  }

  disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.visible);
    removeEventListener('pagehide', this.away);
    this.insistence.stop();
    this.desk.stop();
  }

  updated(): void {
    pageTitle(t('pageTitle'));
    markTitle(this.mark);
    this.insistence.keepUp(this.desk.offers.length > 0);
  }

  private get mark(): string {
    const wanted = this.desk.offers.length + this.desk.ringing.length;
    return wanted ? `【${t('offerTitle')}】` : this.unread ? `(${this.unread}) ` : '';
  }

  protected get unread(): number {
    return (this.desk.mine ?? []).reduce((sum, m) => sum + this.desk.unread(m), 0);
  }

  protected get isCall(): boolean {
    const { selected } = this.desk;
    return !!selected && (this.desk.describe(selected)?.channel === 'VOICE' || !!this.desk.thread(selected).call);
  }

  get isMine(): boolean {
    return !!this.desk.selected && this.desk.isMine(this.desk.selected);
  }

  get canWrite(): boolean {
    const { selected } = this.desk;
    return !!selected && this.desk.isMine(selected) && !this.isCall;
  }

  /** Whether a colleague has what is shown, and this one may not read on. */
  get isLost(): boolean {
    const owner = this.desk.selected ? this.desk.thread(this.desk.selected).owner : undefined;
    const reads = !!this.signedIn && has(this.signedIn, 'READ_ALL');
    return owner?.kind === 'agent' && owner.name !== this.desk.staff?.name && !reads;
  }

  /** Of one's own work; of whatever one may read with the right to. */
  get canReveal(): boolean {
    const { selected } = this.desk;
    if (!selected || !this.signedIn) return false;
    const over = !this.desk.waits(selected) && this.desk.thread(selected).owner?.kind !== 'agent';
    return has(this.signedIn, 'REVEAL') || this.desk.isMine(selected) || (over && has(this.signedIn, 'ANSWER'));
  }

  get selectedName(): string {
    const { selected } = this.desk;
    return selected ? nameOf(this.desk.describe(selected) ?? { conversationId: selected }) : '';
  }

  protected async start(): Promise<void> {
    this.failure = '';
    try {
      this.signedIn = await requireStaff();
      sound.of(this.signedIn.id);
      if (!has(this.signedIn, 'ANSWER', 'READ_ALL')) return;
      this.desk.answers = has(this.signedIn, 'ANSWER');
      this.desk.start();
      const wanted = new URLSearchParams(location.search).get('conversation');
      if (wanted) this.desk.select(wanted);
    } catch (failure) {
      this.failure = words(failure);
    }
  }

  /** What is lost is asked for again with the next call. */
  protected async loadUnfinished(): Promise<void> {
    try {
      this.desk.unfinished = await api<Mine[]>('GET', '/conversations?state=unfinished');
      this.desk.changed();
    } catch (failure) {
      console.warn(failure);
    }
  }

  private async checkSession(): Promise<void> {
    try {
      await api('GET', '/session');
    } catch (failure) {
      if (failure instanceof ApiError && failure.status === 401) toLogin();
    }
  }

  togglePresence(): void {
    this.desk.setOnline(!this.desk.online);
    // It shows at the top; a message at the foot would only cover the reply field.
    announce(this.desk.online ? t('nowOnline') : t('nowOnBreak'));
  }

  private rung({ ring, conversation }: Rung): void {
    if (ring === 'ticket') toast(shell('ticketAnswered'));
    if (!keep.ringsFirst(ring)) return;
    sound.chime(ring);
    const one = conversation ? this.desk.describe(conversation) : undefined;
    notify(ring, one ? nameOf(one) : '');
  }

  async toggleNotifications(): Promise<void> {
    const wanted = !this.notifies;
    this.notifies = wanted && (await ask());
    keep.setNotify(this.notifies);
    if (wanted && !this.notifies) toast(tools('notifyDenied'), { kind: 'problem' });
  }

  toggleSound(): void {
    sound.choose({ on: !sound.choice.on });
    announce(sound.choice.on ? t('soundOn') : t('soundOff'));
  }
}
