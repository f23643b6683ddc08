/**
 * For `.style=${cssText({ width: '40%' })}`. The property, not the attribute: the content policy forbids styles in attributes,
 * and Lit's `styleMap` writes one when it renders for the first time.
 */
export function cssText(rules: Record<string, string>): string {
  return Object.entries(rules)
    .map(([name, value]) => `${name}: ${value}`)
    .join('; ');
}
