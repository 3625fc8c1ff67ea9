/** All that stands in the one `<style>` of the HTML export: the app's light and dark themes, and a page of A4 in print. The window's policy lets just this text style a preview. */
export const STYLE = `:root {
  color-scheme: light dark;
  --paper: #fff; --app: #f2f1ee; --line: #e1dfdb; --ink: #211d19; --ink-2: #55504b; --ink-3: #6b6761;
  --accent: #095d6c; --warn: #885716; --wash: #f9f8f6;
  --yellow: #fff7b5; --blue: #c2d7ff; --orange: #f7cba6; --green: #c5fae2; --mauve: #e3bfd4;
  --directive-line: #264fb2; --task-line: #be6607; --target-line: #1e9672; --deadline-line: #80205d;
  --directive-ink: #204c96; --task-ink: #884117; --target-ink: #005b44; --deadline-ink: #912455;
  --highlight-ink: #655318;
  --serif: 'Source Serif 4', 'Source Serif 4 Variable', Georgia, 'Times New Roman', serif;
  --sans: 'Inter', 'Inter Variable', 'Segoe UI', system-ui, Arial, sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #1e1d1b; --app: #141211; --line: #302d2b; --ink: #e6e2dc; --ink-2: #b8b4ac; --ink-3: #9e9992;
    --accent: #71c7d4; --warn: #e1b66c; --wash: #191816;
    --yellow: #595631; --blue: #224576; --orange: #573311; --green: #284032; --mauve: #6a3d5c;
    --directive-line: #6490e7; --task-line: #fbb660; --target-line: #a5e4bb; --deadline-line: #d46092;
    --directive-ink: #9fc7fb; --task-ink: #f5c38d; --target-ink: #92ddc0; --deadline-ink: #f9b9d0;
    --highlight-ink: #e7d993;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--app); color: var(--ink); font: 13px/20px var(--sans); }
main { max-width: 820px; margin: 0 auto; padding: 56px 72px 64px; background: var(--paper); min-height: 100vh; }
h1, h2, p, figure, blockquote, dl, dd, ul, ol { margin: 0; padding: 0; }
h1 { font: 600 26px/1.34 var(--serif); text-wrap: balance; }
h2 { font: 600 20px/1.38 var(--serif); text-wrap: pretty; break-after: avoid; }
.by-kind h2, .by-untagged h2, .by-tag h2, .sources h2 { font: 600 16px/24px var(--sans); }
.facts { margin-top: 6px; color: var(--ink-3); font-variant-numeric: tabular-nums; }
.document { padding-bottom: 20px; border-bottom: 1px solid var(--line); }
.group, .sources { margin-top: 36px; }
.document + .group:not(:has(> h2)) { margin-top: 0; }
.item { padding: 20px 0; border-bottom: 1px solid var(--line); break-inside: avoid; }
.item:last-child { border-bottom: 0; }
.item > header { display: flex; justify-content: space-between; gap: 16px; font-size: 12px; line-height: 18px; }
.kind { font-weight: 600; color: var(--highlight-ink); }
.kind.directive { color: var(--directive-ink); }
.kind.task { color: var(--task-ink); }
.kind.target { color: var(--target-ink); }
.kind.deadline { color: var(--deadline-ink); }
.place { color: var(--ink-3); font-variant-numeric: tabular-nums; white-space: nowrap; }
blockquote { margin-top: 6px; font: 17px/1.72 var(--serif); max-width: 66ch; text-wrap: pretty; overflow-wrap: anywhere; }
blockquote p + p { margin-top: .6em; }
.mark {
  color: inherit; padding: .08em 0 .2em; border-radius: 3px; background: none;
  -webkit-box-decoration-break: clone; box-decoration-break: clone;
  text-decoration-thickness: 1.5px; text-underline-offset: .34em; text-decoration-skip-ink: none;
}
.mark.yellow { background: var(--yellow); }
.mark.blue { background: var(--blue); }
.mark.orange { background: var(--orange); }
.mark.green { background: var(--green); }
.mark.mauve { background: var(--mauve); }
.mark.directive { text-decoration-line: underline; text-decoration-color: var(--directive-line); }
.mark.task { text-decoration-line: underline; text-decoration-style: double; text-decoration-color: var(--task-line); }
.mark.target { text-decoration-line: underline; text-decoration-style: dashed; text-decoration-color: var(--target-line); }
.mark.deadline { text-decoration-line: underline; text-decoration-style: wavy; text-decoration-color: var(--deadline-line); }
figcaption { margin-top: 6px; color: var(--ink-3); font-size: 12px; line-height: 18px; }
dl { margin-top: 12px; display: grid; gap: 6px; }
dl > div { display: grid; grid-template-columns: 72px 1fr; gap: 12px; }
dt { color: var(--ink-3); font-size: 12px; line-height: 22px; }
dd { font-size: 14px; line-height: 22px; min-width: 0; }
.note { overflow-wrap: anywhere; max-width: 66ch; }
.note > * + *, .note blockquote > * + *, .note li > p + * { margin-top: 8px; }
.note .heading { font-weight: 600; }
.note ul, .note ol { padding-left: 20px; }
.note .box { list-style: none; margin-left: -20px; }
.note .box > p { display: inline; }
.note blockquote { padding-left: 12px; border-left: 2px solid var(--line); font: inherit; }
.note code { padding: 0 3px; border-radius: 3px; background: var(--wash); font-size: 13px; }
.note pre { padding: 6px 10px; border-radius: 5px; background: var(--wash); white-space: pre-wrap; }
.note a { color: var(--accent); }
.note del { background: none; }
.tags { display: flex; flex-wrap: wrap; gap: 4px 6px; list-style: none; }
.tags li { padding: 1px 8px; border: 1px solid var(--line); border-radius: 5px; background: var(--wash); font-size: 12px; line-height: 18px; }
.around { color: var(--ink-3); }
.orphan .mark { background: repeating-linear-gradient(135deg, var(--line) 0 1px, transparent 1px 6px); }
.orphan .place, .lost { color: var(--warn); font-weight: 500; }
.lost { margin-top: 6px; font-size: 12px; line-height: 18px; }
.sources { padding-top: 20px; border-top: 1px solid var(--line); }
.sources ol { margin-top: 8px; padding-left: 24px; font: 15px/1.6 var(--serif); }
.sources li { break-inside: avoid; }
.sources li + li { margin-top: 6px; }
.address { display: block; color: var(--accent); font: 12px/18px var(--sans); overflow-wrap: anywhere; }
span.address { color: var(--ink-3); }
main.comparison { max-width: 1280px; padding: 48px 56px 64px; page: comparison; }
table { width: 100%; margin-top: 24px; border-collapse: collapse; border: 0; table-layout: fixed; }
th, td { padding: 10px 12px; border: 1px solid var(--line); vertical-align: top; text-align: left; overflow-wrap: anywhere; }
th { font: 600 13px/20px var(--sans); }
th .facts { font-weight: 400; }
thead th { background: var(--wash); }
thead th:first-child { width: 17%; }
thead th:last-child { width: 104px; }
tbody th { font-weight: 400; color: var(--ink-2); }
td { font: 15px/1.6 var(--serif); }
td p.place { font: 12px/18px var(--sans); }
td p + p.place { margin-top: 10px; }
td.remark { font: 500 12px/20px var(--sans); }
.same td, .moved td { color: var(--ink-2); }
.gone .remark { color: var(--deadline-ink); }
.added .remark { color: var(--target-ink); }
ins { background: color-mix(in srgb, var(--green) 80%, transparent); color: inherit; text-decoration: underline; text-decoration-color: var(--target-line); text-underline-offset: .24em; border-radius: 3px; }
del { background: color-mix(in srgb, var(--mauve) 60%, transparent); color: inherit; text-decoration: line-through; text-decoration-color: var(--deadline-line); text-decoration-thickness: 1px; border-radius: 3px; }
.findings { margin-top: 32px; }
.findings h2 { font: 600 16px/24px var(--sans); }
.findings ul { margin-top: 8px; padding-left: 20px; font: 15px/1.6 var(--serif); }
.findings .place { font: 12px/18px var(--sans); margin-left: 6px; }
@media (max-width: 640px) { main { padding: 28px 20px 40px; } }
@page { size: A4; margin: 20mm 15mm 20mm 30mm; }
@page comparison { size: A4 landscape; margin: 20mm 15mm; }
@media print {
  :root {
    --paper: #fff; --app: #fff; --line: #cac7c2; --ink: #000; --ink-2: #211d19; --ink-3: #55504b; --wash: #fff;
    --accent: #000; --warn: #885716;
    --yellow: #fff7b5; --blue: #c2d7ff; --orange: #f7cba6; --green: #c5fae2; --mauve: #e3bfd4;
    --directive-line: #264fb2; --task-line: #be6607; --target-line: #1e9672; --deadline-line: #80205d;
    --directive-ink: #204c96; --task-ink: #884117; --target-ink: #005b44; --deadline-ink: #912455;
    --highlight-ink: #655318;
  }
  body { font-size: 10pt; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  main, main.comparison { max-width: none; padding: 0; min-height: 0; }
  td { font-size: 10.5pt; line-height: 1.5; }
  tr { break-inside: avoid; }
  blockquote { font-size: 12.5pt; line-height: 1.6; }
  a { text-decoration: none; }
}
`;
