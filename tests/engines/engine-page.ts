/** What a person looks for: a control by what it is and what it is called. */
export interface Sought {
  readonly role: 'button' | 'link' | 'radio' | 'checkbox' | 'textbox' | 'heading' | 'application' | 'listitem' | 'text';
  /** A regular expression, tried on its name without the spaces around it. */
  readonly name?: string;
  /** Only inside the first of these: a selector. */
  readonly within?: string;
  readonly nth?: number;
}

/** A page of a browser driven over WebDriver: only what the main path of Tell needs, and the same for every engine. */
export interface EnginePage {
  /** "WebKit 2.50.6" */
  readonly engine: string;
  open(url: string): Promise<void>;
  reload(): Promise<void>;
  address(): Promise<string>;
  /** Runs a function in the page; it may use nothing but its arguments. */
  run<Result, Args extends unknown[]>(script: (...args: Args) => Result, ...args: Args): Promise<Awaited<Result>>;
  /** The engine's own click, in the middle of what is found. */
  press(sought: Sought): Promise<void>;
  /** A tap at a part of its width and height. */
  tapAt(sought: Sought, across: number, down: number): Promise<void>;
  type(sought: Sought, text: string): Promise<void>;
  close(): Promise<void>;
}
