/** Names of the channels between a window and the main process. They stand alone so that the preload script stays small. */
export const CALL_CHANNEL = 'doi-chieu:call';
/** Calls whose reply comes as JSON: see `Bridge.callForText`. */
export const TEXT_CHANNEL = 'doi-chieu:call-for-text';
/** Events to the window; in the other direction, the sign that a `flush` command was handled. */
export const EVENT_CHANNEL = 'doi-chieu:event';
/** Paths of files that were dropped on the window. */
export const DROP_CHANNEL = 'doi-chieu:drop';
