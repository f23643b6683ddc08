/** The part of the library that the pages use; its package brings no types. */
declare module 'diff' {
  interface ArrayChange<T> {
    value: T[];
    added?: boolean;
    removed?: boolean;
  }
  export function diffArrays<T>(before: T[], after: T[]): ArrayChange<T>[];
}
