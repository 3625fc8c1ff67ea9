/** A document to be printed. It asks for nothing but its fonts. */
export interface Page {
  html: string;
  /** Stands at the head of every page. */
  title: string;
  /** Stands at the foot of pages that the system's dialog prints. */
  source: string;
}

/**
 * What only a window can do. The Electron host implements it; hosts without a window refuse with `no-window`.
 * Every path is absolute.
 */
export interface Desktop {
  readonly host: { platform: string; ownWindowButtons: boolean };
  /** Folder of the sample articles that ship with the app. */
  readonly samplesFolder: string;
  /** Paths that the person chose; empty when cancelled. */
  chooseFiles(): Promise<string[]>;
  /** A folder for the library. */
  chooseFolder(current: string): Promise<string | null>;
  /** A folder with articles; `watch`: one whose new files are to be imported. */
  chooseArticleFolder(purpose: 'import' | 'watch'): Promise<string | null>;
  chooseSavePath(suggestedName: string): Promise<string | null>;
  /** The document on pages of A4. Throws `pages-failed`. */
  pdfOf(page: Page): Promise<Uint8Array>;
  /** Prints through the system's dialog; false when the person cancelled. Throws `no-printer` or `print-failed`. */
  print(page: Page): Promise<boolean>;
  showFolder(folder: string): Promise<void>;
  /** Opens a file in the program that the system has for it. */
  openFile(path: string): Promise<void>;
  /** Shows a file in its folder. */
  revealFile(path: string): Promise<void>;
  /** Opens another library in place of this one; the old one stays open when the new one is refused. */
  replaceLibrary(folder: string): Promise<void>;
  controlWindow(action: 'minimize' | 'maximize' | 'close'): void;
}
