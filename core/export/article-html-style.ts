/** Millimetres of an A4 page that stay white: those of an office letter, wide where it is bound. */
export const PAGE_MARGINS = { top: 20, right: 15, bottom: 20, left: 30 } as const;

const { top, right, bottom, left } = PAGE_MARGINS;

/** The look of a printed article. `points` is the size of the letters. */
export const articleStyle = (points: number): string => `:root { --size: ${points}pt; }\n${RULES}`;

const RULES = `:root {
  --gutter: 0mm; --beside: 0mm;
  --ink: #000; --ink-2: #333; --ink-3: #555; --line: #bbb;
  --yellow: #fff3a0; --blue: #c2d7ff; --orange: #f9cfa9; --green: #c5f4de; --mauve: #e6c3d8;
  --directive: #1d3f9e; --task: #a85400; --target: #127457; --deadline: #7a1c58;
  --serif: 'Source Serif 4 Variable', 'Source Serif 4', 'Noto Serif', Georgia, 'Times New Roman', serif;
  --sans: 'Inter Variable', 'Inter', 'Segoe UI', 'Noto Sans', system-ui, sans-serif;
}
@page { size: A4; margin: ${top}mm ${right}mm ${bottom}mm ${left}mm; }
* { box-sizing: border-box; }
html { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
body { margin: 0; color: var(--ink); background: #fff; font: 400 var(--size)/1.55 var(--serif); font-optical-sizing: auto; orphans: 2; widows: 2; }
.sans { --serif: var(--sans); }
.grey { --yellow: #e6e6e6; --blue: #e6e6e6; --orange: #e6e6e6; --green: #e6e6e6; --mauve: #e6e6e6; --directive: #000; --task: #000; --target: #000; --deadline: #000; }
.numbered { --gutter: 10mm; }
.beside { --beside: 50mm; }
h1, h2, p, ol, ul, figure, blockquote { margin: 0; padding: 0; }
main { padding-right: var(--beside); }
.head { padding-left: var(--gutter); margin: 0 0 6mm; }
h1 { font: 600 1.5em/1.3 var(--serif); text-wrap: balance; overflow-wrap: anywhere; }
.dek { margin-top: 3mm; font-weight: 600; text-wrap: pretty; }
.facts { margin-top: 2.5mm; color: var(--ink-2); font: 400 .78em/1.5 var(--sans); overflow-wrap: anywhere; }
.legend { display: flex; flex-wrap: wrap; gap: 1mm 5mm; margin-top: 3mm; padding-top: 2mm; border-top: .3mm solid var(--line); font: 400 .75em/1.7 var(--sans); }
.row { position: relative; padding-left: var(--gutter); margin-bottom: .72em; }
.row .number { position: absolute; left: 0; top: .28em; width: calc(var(--gutter) - 3mm); text-align: right; color: var(--ink-3); font: 400 .68em/1.55 var(--sans); font-variant-numeric: tabular-nums; }
.text { overflow-wrap: anywhere; }
.justified .text { text-align: justify; }
.row.heading { break-after: avoid; margin-top: 1.1em; }
.row.heading .text { font-size: 1.06em; font-weight: 600; }
.row.quote .text { padding-left: 4mm; border-left: .5mm solid var(--line); }
.row.list-item .text { padding-left: 5mm; position: relative; }
.row.list-item.dash .text::before { content: '–'; position: absolute; left: 0; }
.row.table { margin-bottom: .2em; }
.row.table .text { font: 400 .86em/1.5 var(--sans); border-bottom: .2mm solid var(--line); font-variant-numeric: tabular-nums; text-align: left; }
.caption { padding-left: var(--gutter); margin-bottom: .9em; color: var(--ink-2); font: italic 400 .86em/1.5 var(--serif); break-inside: avoid; }
.nb { white-space: nowrap; }
mark { color: inherit; background: none; }
.fill { padding: .06em 0 .12em; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
.yellow { background: var(--yellow); }
.blue { background: var(--blue); }
.orange { background: var(--orange); }
.green { background: var(--green); }
.mauve { background: var(--mauve); }
.line { text-decoration-line: underline; text-decoration-thickness: .09em; text-underline-offset: .3em; text-decoration-skip-ink: none; }
.line.over-1 { text-underline-offset: .17em; }
.line.over-2 { text-underline-offset: .46em; }
.line.over-3 { text-underline-offset: .6em; }
.line.directive { text-decoration-color: var(--directive); }
.line.task { text-decoration-style: double; text-decoration-color: var(--task); }
.line.target { text-decoration-style: dashed; text-decoration-color: var(--target); }
.line.deadline { text-decoration-style: wavy; text-decoration-color: var(--deadline); }
.ref { font: 600 .66em/0 var(--sans); vertical-align: .5em; margin-left: .1em; white-space: nowrap; }
.beside-note { float: right; clear: right; width: calc(var(--beside) - 5mm); margin: .2em calc(-1 * var(--beside)) 1em 0; padding-left: 2.5mm; border-left: .3mm solid var(--line); font: 400 .74em/1.45 var(--sans); text-align: left; }
.notes { clear: both; margin-top: 9mm; padding: 3mm 0 0 var(--gutter); border-top: .3mm solid var(--line); font: 400 .84em/1.5 var(--sans); }
.notes h2 { font: 600 1.1em/1.4 var(--sans); margin-bottom: 2.5mm; break-after: avoid; }
.notes ol, .notes ul { list-style: none; }
.notes li.note { position: relative; padding-left: 7mm; margin-bottom: 2.8mm; }
.notes .count { position: absolute; left: 0; font-weight: 600; font-variant-numeric: tabular-nums; }
.kind { font-weight: 600; }
.place, .tags { color: var(--ink-2); }
.quoted { font-family: var(--serif); font-style: italic; color: var(--ink-2); overflow-wrap: anywhere; }
.said { overflow-wrap: anywhere; }
.said > * + * { margin-top: 1mm; }
.said ul, .said ol { padding-left: 5mm; list-style: revert; }
.said .heading { font-weight: 600; }
.said blockquote { padding-left: 2mm; border-left: .3mm solid var(--line); }
.said pre { white-space: pre-wrap; font: inherit; }
.said a { color: inherit; }
.said .box { list-style: none; margin-left: -5mm; }
.said .box > p { display: inline; }
`;
