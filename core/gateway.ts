import type { Language } from '#core/library';
import { CALLS, type CallInput, type CallName, type CallOutput, type ParsedInput } from '#core/contract';
import { Refusal, refusalMessage, type RefusalCode } from '#core/refusal';

export type Reply<T = unknown> = { ok: true; value: T } | { ok: false; code: RefusalCode; message: string };

export type Handlers = { [N in CallName]: (input: ParsedInput<N>) => Promise<CallOutput<N>> };

interface GatewayParts {
  handlers: Handlers;
  /** The language that messages are written in. */
  language: () => Language;
  /** Told about each bug; never told the text of an article. */
  logBug: (call: string, error: unknown) => void;
}

export type Gateway = (name: unknown, input: unknown, from: 'window' | 'local') => Promise<Reply>;

/** Turns an untrusted (name, input) into a reply. It never throws. */
export function createGateway({ handlers, language, logBug }: GatewayParts): Gateway {
  const refused = (error: Refusal): Reply => ({
    ok: false,
    code: error.code,
    message: refusalMessage(error.code, error.params, language()),
  });

  return async (name, input, from) => {
    if (typeof name !== 'string' || !Object.hasOwn(CALLS, name)) {
      const asked = typeof name === 'string' ? name.slice(0, 80) : typeof name;
      return refused(new Refusal('unknown-call', { name: asked }));
    }
    const call = CALLS[name as CallName];
    if (call.from === 'local' && from === 'window') return refused(new Refusal('not-allowed-here', { name }));

    const parsed = call.input.safeParse(input);
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      const detail = issue === undefined ? name : `${issue.path.join('.')} ${issue.message}`.trim();
      return refused(new Refusal('bad-input', { detail }));
    }
    try {
      const handler = handlers[name as CallName] as (value: unknown) => Promise<unknown>;
      return { ok: true, value: await handler(parsed.data) };
    } catch (error) {
      if (error instanceof Refusal) return refused(error);
      logBug(name, error);
      return refused(new Refusal('internal'));
    }
  };
}

/** A reply that was not ok, on the caller's side. `message` is ready to be shown. */
export class CallFailed extends Error {
  constructor(
    readonly code: RefusalCode,
    message: string,
  ) {
    super(message);
    this.name = 'CallFailed';
  }
}

export type Client = <N extends CallName>(name: N, input: CallInput<N>) => Promise<CallOutput<N>>;

/** The typed side of a carrier: sends a call, throws `CallFailed` when it was refused. */
export function createClient(send: (name: string, input: unknown) => Promise<Reply>): Client {
  return async (name, input) => {
    const reply = await send(name, input);
    if (!reply.ok) throw new CallFailed(reply.code, reply.message);
    return reply.value as CallOutput<typeof name>;
  };
}
