export type Theme = 'auto' | 'light' | 'dark';
export type Print = 'standard' | 'large';

const THEME = 'yiwen.theme';
const PRINT = 'yiwen.print';

export function theme(): Theme {
  const value = read(THEME);
  return value === 'light' || value === 'dark' ? value : 'auto';
}

export function print(): Print {
  return read(PRINT) === 'large' ? 'large' : 'standard';
}

export function setTheme(next: Theme): void {
  write(THEME, next);
  applyAppearance();
}

export function setPrint(next: Print): void {
  write(PRINT, next);
  applyAppearance();
}

/** Puts the remembered choices on the page; each page's entry calls it first. */
export function applyAppearance(): void {
  const root = document.documentElement;
  if (theme() === 'auto') root.removeAttribute('data-theme');
  else root.dataset.theme = theme();
  if (print() === 'large') root.dataset.print = 'large';
  else root.removeAttribute('data-print');
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Without storage the choice is not remembered, which is no reason to fail.
  }
}
