/** Characters that a document of XML cannot hold at all. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

/** Text that office programs open: what cannot stand in their files shows as the sign for that. */
export const xmlText = (text: string): string => text.replace(FORBIDDEN, '\ufffd');
