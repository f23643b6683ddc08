/** How many bytes a text takes in UTF-8. */
export function bytesOf(text: string): number {
  let bytes = 0;
  for (const sign of text) {
    const code = sign.codePointAt(0)!;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/** At most so many bytes of UTF-8, in whole characters. */
export function cutTo(text: string, most: number): string {
  let bytes = 0;
  let cut = '';
  for (const sign of text) {
    bytes += bytesOf(sign);
    if (bytes > most) break;
    cut += sign;
  }
  return cut;
}

/** Reads UTF-8 that comes in pieces, wherever these are cut; mini-programs have no `TextDecoder`. */
export class Utf8Reader {
  private rest: number[] = [];

  read(chunk: ArrayBuffer): string {
    const bytes = [...this.rest, ...new Uint8Array(chunk)];
    let text = '';
    let at = 0;
    while (at < bytes.length) {
      const length = lengthOf(bytes[at]!);
      if (at + length > bytes.length && isBegun(bytes, at)) break;
      const code = length === 1 ? bytes[at]! : codeOf(bytes, at, length);
      text += code < 0 || (length === 1 && code >= 0x80) ? '\uFFFD' : String.fromCodePoint(code);
      at += code < 0 ? 1 : length;
    }
    this.rest = bytes.slice(at);
    return text;
  }

  /** What is left is of something that never came. */
  forget(): void {
    this.rest = [];
  }
}

function lengthOf(first: number): number {
  if (first >= 0xf0 && first < 0xf5) return 4;
  if (first >= 0xe0 && first < 0xf0) return 3;
  return first >= 0xc2 && first < 0xe0 ? 2 : 1;
}

function isBegun(bytes: number[], at: number): boolean {
  return bytes.slice(at + 1).every((byte) => (byte & 0xc0) === 0x80);
}

/** Negative for what is none. */
function codeOf(bytes: number[], at: number, length: number): number {
  let code = bytes[at]! & (0xff >> (length + 1));
  for (let i = 1; i < length; i++) {
    const byte = bytes[at + i] ?? 0;
    if ((byte & 0xc0) !== 0x80) return -1;
    code = (code << 6) | (byte & 0x3f);
  }
  const least = [0, 0, 0x80, 0x800, 0x10000][length]!;
  return code < least || code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? -1 : code;
}
