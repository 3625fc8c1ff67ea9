/** Files that were read, before they go into the library, and what came of those that did. */
export function ReviewView() {
  return <div className="review" />;
}
