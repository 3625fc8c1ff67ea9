/** Lower case without moving an offset: `İ` is the one letter that grows when it is made small. */
export const lowerCopy = (text: string): string => text.replace(/\u0130/g, 'I').toLowerCase();
