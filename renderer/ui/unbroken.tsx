import { Fragment } from 'react';

/** What must not be parted at the end of a line: a document's number (`08/KH-UBND`). */
const CODE = /(\S*\d\S*[-/]\S*)/u;

/** Words in which the numbers of documents stay whole. */
export function Unbroken({ text }: { text: string }) {
  return text.split(CODE).map((part, index) => (
    // The parts of one text never change their places.
    <Fragment key={index}>{index % 2 === 1 ? <span className="nb">{part}</span> : part}</Fragment>
  ));
}
