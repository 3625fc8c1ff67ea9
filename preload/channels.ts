/** Names of the two channels between a window and the main process. They stand alone so that the preload script stays small. */
export const CALL_CHANNEL = 'doi-chieu:call';
/** Events to the window; in the other direction, the sign that a `flush` command was handled. */
export const EVENT_CHANNEL = 'doi-chieu:event';
