import type { Assist } from '../assist/panel';
import { undoLast } from '../common/toast';
import type { Context } from './context';
import type { ConversationView } from './conversation';
import type { Desk } from './desk';
import { wishOf, type Simple, type Wish } from './keys';
import type { PhraseDialog } from './phrase-dialog';
import type { Search } from './search';
import type { Shortcuts } from './shortcuts';
import type { TransferDialog } from './transfer-dialog';
import type { Work } from './work';
import type { WrapUp } from './wrap-up';

/** The console, as far as the keyboard reaches. */
export interface Reach {
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly desk: Desk;
  readonly work: Work;
  readonly view?: ConversationView;
  readonly assist?: Assist;
  readonly context?: Context;
  readonly transferDialog: TransferDialog;
  readonly wrapUp: WrapUp;
  readonly shortcuts: Shortcuts;
  readonly search: Search;
  readonly phrases: PhraseDialog;
  readonly isMine: boolean;
  readonly isUnfinished: boolean;
  readonly canWrite: boolean;
  readonly selectedName: string;
  pickNext(): void;
  togglePresence(): void;
  toggleSound(): void;
  toggleNotifications(): Promise<void>;
}

/** Carries out what keys ask for, each of which `?` lists. */
export class Keyboard {
  constructor(private readonly at: Reach) {}

  readonly pressed = (event: KeyboardEvent): void => {
    const wish = wishOf(event);
    if (!wish || this.isBehindDialog(wish)) return;
    if (this.grant(wish)) event.preventDefault();
  };

  /** What a dialog covers is out of reach, but the key that opened the list of shortcuts also closes it. */
  private isBehindDialog(wish: Wish): boolean {
    const open = this.openDialog();
    return open !== undefined && !(wish.do === 'help' && open === this.at.shortcuts);
  }

  private openDialog(): Element | undefined {
    return [...this.at.renderRoot.querySelectorAll('*')].find((one) => one.shadowRoot?.querySelector('dialog[open]'));
  }

  /** Whether a dialog is open, or words are being written. */
  get isBusy(): boolean {
    let focus = document.activeElement;
    while (focus?.shadowRoot?.activeElement) focus = focus.shadowRoot.activeElement;
    const written = focus instanceof HTMLTextAreaElement || focus instanceof HTMLInputElement ? focus.value : '';
    return written !== '' || this.openDialog() !== undefined;
  }

  /** False when there was nothing to do, so that the key keeps its own meaning. */
  private grant(wish: Wish): boolean {
    const { work, assist } = this.at;
    switch (wish.do) {
      case 'move':
        return work.move(wish.by);
      case 'nth':
        return work.nth(wish.number);
      case 'insert':
        return assist?.insert(wish.number) ?? false;
      default:
        return this.commands[wish.do]();
    }
  }

  private readonly commands: Record<Simple, () => boolean> = {
    longest: () => this.at.work.longest(),
    accept: () => this.at.work.acceptFirst(),
    decline: () => this.at.work.declineFirst(),
    next: () => done(this.at.pickNext()),
    write: () => !!this.at.view && done(this.at.view.focusComposer()),
    note: () => this.at.view?.toggleNote() ?? false,
    attach: () => this.at.view?.pickFiles() ?? false,
    opening: () => this.at.context?.insertOpening() ?? false,
    search: () => done(this.at.search.open()),
    phrases: () => done(this.at.phrases.open()),
    copy: () => !!this.selected && done(this.at.work.copy(this.selected, this.at.selectedName)),
    transfer: () => this.at.canWrite && done(this.at.transferDialog.open(this.selected!)),
    finish: () => (this.at.isMine || this.at.isUnfinished) && done(this.at.wrapUp.open(this.selected!)),
    bot: () => this.at.canWrite && done(this.at.work.backToBot(this.selected!)),
    undo: () => undoLast(),
    presence: () => done(this.at.togglePresence()),
    sound: () => done(this.at.toggleSound()),
    notifications: () => done(this.at.toggleNotifications()),
    help: () => done(this.at.shortcuts.toggle()),
    leave: () => {
      (deepestFocus() as HTMLElement | null)?.blur();
      return false;
    },
  };

  private get selected(): string | undefined {
    return this.at.desk.selected;
  }
}

/** A command that cannot fail has been carried out. */
function done(_: unknown): true {
  return true;
}

function deepestFocus(): Element | null {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused;
}
