/** Shows the unread count of a chat in the page's title while the page is hidden. */
export function badgeTitle(chat: Element): void {
  const plain = document.title;
  chat.addEventListener('yiwen-unread', (event) => {
    const count = (event as CustomEvent<number>).detail;
    document.title = count > 0 ? `(${count}) ${plain}` : plain;
  });
}
