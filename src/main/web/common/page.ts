/** Each page's entry imports this first: tokens, remembered appearance, language of the document. */
import './page.css';
import { language, onLanguage } from './i18n/language';
import { applyAppearance } from './theme';

applyAppearance();
const speak = () => (document.documentElement.lang = language());
speak();
onLanguage(speak);

// A file that misses its place would be opened in place of the page.
const miss = (event: DragEvent) => {
  if (event.defaultPrevented || !event.dataTransfer?.types.includes('Files')) return;
  event.preventDefault();
  event.dataTransfer.dropEffect = 'none';
};
document.addEventListener('dragover', miss);
document.addEventListener('drop', miss);
