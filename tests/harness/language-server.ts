import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** A line and a character in it, both from 0, as the protocol counts them. */
export interface Place {
  readonly line: number;
  readonly character: number;
}

export interface Squiggle {
  readonly message: string;
  readonly range: { readonly start: Place; readonly end: Place };
}

export interface Suggestion {
  readonly label: string;
  readonly documentation?: string | { readonly value: string };
}

/** A server that looks at texts as an editor shows them to it; `folder` is where the text would be saved. */
export interface LanguageServer {
  readonly squiggles: (folder: string, text: string) => Promise<readonly Squiggle[]>;
  readonly suggestions: (folder: string, text: string, place: Place) => Promise<readonly Suggestion[]>;
  /** The text shown for what stands at a place; empty for nothing. */
  readonly hover: (folder: string, text: string, place: Place) => Promise<string>;
  readonly stop: () => Promise<void>;
}

/** Starts yaml-language-server, which is told to fetch no schema from the network. */
export async function languageServer(): Promise<LanguageServer> {
  const child = spawn(process.execPath, [SERVER, '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
  const { request, notify, published } = connection(child);
  await request('initialize', { processId: process.pid, rootUri: null, capabilities: CAPABILITIES });
  notify('initialized', {});
  notify('workspace/didChangeConfiguration', { settings: SETTINGS });

  let opened = 0;
  // Each text is a document of its own, so that no answer is about another one.
  const lookedAt = <T>(folder: string, text: string, look: (uri: string) => Promise<T>): Promise<T> => {
    opened += 1;
    const uri = pathToFileURL(`${folder}/shown-${opened}.yaml`).href;
    notify('textDocument/didOpen', { textDocument: { uri, languageId: 'yaml', version: 1, text } });
    return look(uri);
  };
  return {
    squiggles: (folder, text) => lookedAt(folder, text, published),
    suggestions: (folder, text, position) =>
      lookedAt(folder, text, async (uri) => {
        const found = await request('textDocument/completion', { textDocument: { uri }, position });
        return (found as { readonly items: readonly Suggestion[] }).items;
      }),
    hover: (folder, text, position) =>
      lookedAt(folder, text, async (uri) => {
        const found = await request('textDocument/hover', { textDocument: { uri }, position });
        return (found as { readonly contents?: { readonly value: string } } | null)?.contents?.value ?? '';
      }),
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await ended;
    },
  };
}

const SERVER = fileURLToPath(
  new URL('../../node_modules/yaml-language-server/bin/yaml-language-server', import.meta.url),
);

const CAPABILITIES = {
  textDocument: {
    completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
    hover: { contentFormat: ['markdown'] },
    publishDiagnostics: {},
  },
};

const SETTINGS = {
  yaml: { hover: true, completion: true, validate: true, schemaStore: { enable: false }, kubernetesCRDStore: {} },
};

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly uri: string; readonly diagnostics: readonly Squiggle[] };
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

interface Connection {
  readonly request: (method: string, params: object) => Promise<unknown>;
  readonly notify: (method: string, params: object) => void;
  /** The next faults that the server publishes about a document. */
  readonly published: (uri: string) => Promise<readonly Squiggle[]>;
}

function connection(child: ChildProcessByStdio<Writable, Readable, null>): Connection {
  const answers = new Map<number, (message: Message) => void>();
  const waiting = new Map<string, (faults: readonly Squiggle[]) => void>();
  let last = 0;
  const send = (message: object): void => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };
  const receive = (message: Message): void => {
    const { id, method, params } = message;
    if (method === 'textDocument/publishDiagnostics' && params) waiting.get(params.uri)?.(params.diagnostics);
    else if (method !== undefined && id !== undefined) send({ id, result: null });
    else if (id !== undefined) answers.get(id)?.(message);
  };
  readMessages(child.stdout, receive);
  return {
    request: (method, params) =>
      new Promise((resolve, reject) => {
        last += 1;
        answers.set(last, ({ result, error }) => (error ? reject(new Error(error.message)) : resolve(result)));
        send({ id: last, method, params });
      }),
    notify: (method, params) => send({ method, params }),
    published: (uri) => new Promise((resolve) => waiting.set(uri, resolve)),
  };
}

function readMessages(stream: Readable, receive: (message: Message) => void): void {
  let bytes = Buffer.alloc(0);
  stream.on('data', (data: Buffer) => {
    bytes = Buffer.concat([bytes, data]);
    for (;;) {
      const start = bytes.indexOf('\r\n\r\n') + 4;
      const length = Number(/Content-Length: (\d+)/u.exec(bytes.subarray(0, start).toString())?.[1]);
      if (start < 4 || bytes.length < start + length) return;
      receive(JSON.parse(bytes.subarray(start, start + length).toString()));
      bytes = bytes.subarray(start + length);
    }
  });
}
