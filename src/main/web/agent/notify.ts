import type { Ring } from './desk';
import { t as words } from '../common/shell/shell-text';
import { keep } from './keep';
import { t } from './tools-text';

/** Whether the browser lets this page show notifications of the desktop. */
export function allowed(): boolean {
  return 'Notification' in window && Notification.permission === 'granted';
}

/** Asks the browser; true when it allows. */
export async function ask(): Promise<boolean> {
  return 'Notification' in window && (await Notification.requestPermission()) === 'granted';
}

let offered: Notification | undefined;

/** For an agent who looks at another window; one who looks at this page sees it. */
export function notify(ring: Ring, name: string): void {
  if (!keep.notify() || !allowed() || (document.visibilityState === 'visible' && document.hasFocus())) return;
  // No words of the customer: a desktop may be shared, or shown to others.
  const stays = ring === 'offer' || ring === 'call';
  const notification = new Notification(said(ring, name), { tag: `yiwen.${ring}`, requireInteraction: stays });
  if (ring === 'offer') offered = notification;
  notification.onclick = () => {
    window.focus();
    notification.close();
  };
}

/** What was offered is no more. */
export function offerOver(): void {
  offered?.close();
  offered = undefined;
}

function said(ring: Ring, name: string): string {
  switch (ring) {
    case 'offer':
      return t('notifyOffer');
    case 'call':
      return t('notifyCall');
    case 'queue':
      return t('notifyQueue');
    case 'ticket':
      return words('ticketAnswered');
    case 'message':
      return t('notifyMessage', { name });
  }
}
