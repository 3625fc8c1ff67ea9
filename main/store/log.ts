/** Where the app tells what it did; never told the text of an article. */
export interface Log {
  info(message: string): void;
  error(message: string, error?: unknown): void;
}
