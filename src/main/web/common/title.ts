/** Shows the unread count of a chat in the page's title while the page is hidden. */
export function badgeTitle(chat: Element): void {
  const plain = document.title;
  chat.addEventListener('yiwen-unread', (event) => {
    const count = (event as CustomEvent<number>).detail;
    document.title = count > 0 ? `(${count}) ${plain}` : plain;
  });
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
