import { onLanguage } from './i18n/language';

/** Shows the unread count of a chat in the page's title while the page is hidden; the result shows a changed title. */
export function badgeTitle(chat: Element, title: () => string): () => void {
  let count = 0;
  const show = () => (document.title = count > 0 ? `(${count}) ${title()}` : title());
  show();
  onLanguage(show);
  chat.addEventListener('yiwen-unread', (event) => {
    count = (event as CustomEvent<number>).detail;
    show();
  });
  return show;
}

let plain: string | undefined;
let marked = '';

/** What the page is called; its mark stands before it. */
export function pageTitle(title: string): void {
  plain = title;
  document.title = marked + title;
}

/** What wants attention on any page of staff, e.g. unread messages; '' when nothing does. */
export function markTitle(mark: string): void {
  plain ??= document.title;
  marked = mark;
  document.title = mark + plain;
}
