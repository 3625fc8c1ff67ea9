import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { AnyEvent } from '#core/contract';
import type { Reply } from '#core/gateway';
import type { Bridge } from './bridge';
import { CALL_CHANNEL, DROP_CHANNEL, EVENT_CHANNEL, TEXT_CHANNEL } from './channels';

const listeners = new Set<Parameters<Bridge['subscribe']>[0]>();
/** Events that came before the page had a listener, for example the files of the command line. */
let early: AnyEvent[] = [];

ipcRenderer.on(EVENT_CHANNEL, (_, event: AnyEvent) => {
  if (listeners.size === 0) early.push(event);
  const handled = [...listeners].map(async (listener) => listener(event));
  if (event.name === 'command' && event.payload.name === 'flush') {
    void Promise.allSettled(handled).then(() => {
      ipcRenderer.send(EVENT_CHANNEL);
    });
  }
});

const bridge: Bridge = {
  call: (name, input) => ipcRenderer.invoke(CALL_CHANNEL, name, input) as Promise<Reply>,
  callForText: (name, input) => ipcRenderer.invoke(TEXT_CHANNEL, name, input) as Promise<string>,
  async drop(files) {
    const paths = files.map((file) => webUtils.getPathForFile(file));
    if (paths.length === 0 || paths.includes('')) return null;
    return (await ipcRenderer.invoke(DROP_CHANNEL, paths)) as Reply;
  },
  subscribe(listener) {
    listeners.add(listener);
    const missed = early;
    early = [];
    for (const event of missed) void listener(event);
    return () => {
      listeners.delete(listener);
    };
  },
};

contextBridge.exposeInMainWorld('bridge', bridge);
