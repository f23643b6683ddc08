/** Who the customer is to the service: a token, and where it comes from. */
export interface Identity {
  /** The token that the last connection was asked with. */
  readonly used: string;
  get: () => Promise<string>;
  /** Address of the chat's socket for the token of now. */
  socketUrl: () => Promise<string>;
  /** Whether only the host can renew it. */
  ofHost: () => boolean;
  /** A refused upgrade looks like any lost connection; asks what it was. */
  afterRefusal: () => Promise<'renewed' | 'refused' | 'elsewhere'>;
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** A short name of the customer for keys on the shelf: the token's subject, or else a hash of it. */
export function scopeOf(token: string): string {
  const subject = /"sub"\s*:\s*"([\w.:@-]+)"/.exec(ascii(token.split('.')[1] ?? ''))?.[1];
  if (subject) return subject;
  let hash = 0;
  for (const char of token) hash = (Math.imul(hash, 31) + char.codePointAt(0)!) | 0;
  return (hash >>> 0).toString(36);
}

/** Of Base64 for addresses; own code, because mini-programs have no `atob`. */
function ascii(encoded: string): string {
  let text = '';
  let bits = 0;
  let count = 0;
  for (const digit of encoded.replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')) {
    const value = DIGITS.indexOf(digit);
    if (value < 0) return '';
    bits = ((bits << 6) | value) & 0xffff;
    count += 6;
    if (count >= 8) {
      count -= 8;
      text += String.fromCharCode((bits >> count) & 0xff);
    }
  }
  return text;
}
