/**
 * How a report looks on the screen and on paper. What a mark means is told by the shape of its line (solid, double, dashed,
 * dotted) and by bold type, never by colour alone: a report may be printed in black and white.
 */
export const STYLE = `
:root {
  --ink: #211f1b; --ink-2: #4f4b44; --ink-3: #68635a; --rule: #d6d2c7; --rule-2: #a9a397;
  --zhu: #a5281c; --lan: #1e4e8f; --qian: #655f56; --wash: #f2d9d5;
  --sheet: #faf9f5; --lift: #e5e2d9; --lan-wash: #1e4e8f14; --lan-wash-2: #1e4e8f2e;
  --song: 'Songti SC', STSong, 'Source Han Serif SC', 'Noto Serif CJK SC', 'Noto Serif SC', SimSun, serif;
  --hei: 'PingFang SC', 'Microsoft YaHei', 'Source Han Sans SC', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif;
}
* { box-sizing: border-box; margin: 0; }
html { color: var(--ink); background: #efede7; font: 14px/1.6 var(--hei); }
body { max-width: 1120px; margin: 0 auto; padding: 40px 56px 72px; background: var(--sheet); }
a { color: var(--lan); text-decoration: none; }
a:hover, a:focus-visible { text-decoration: underline; }
section:focus-visible { outline: 1px dotted var(--rule-2); outline-offset: 8px; }
h1 { font: 600 30px/1.3 var(--song); }
h2 { font: 600 21px/1.4 var(--song); margin: 44px 0 12px; padding-bottom: 6px; border-bottom: 2px solid var(--ink); }
h3 { font: 600 16px/1.5 var(--song); }
.head { border-bottom: 2px solid var(--ink); padding-bottom: 14px; }
.head p, .quiet { color: var(--ink-2); }
nav { margin-top: 18px; }
nav h2 { font: 600 13px/1.5 var(--hei); margin: 0; border: 0; padding: 0; color: var(--ink-2); }
nav ol { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 2px 28px; }
ul.notes { padding-left: 1.2em; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: 5px 10px 5px 0; text-align: left; vertical-align: baseline; border-bottom: 1px solid var(--rule); }
thead th { font-weight: 600; font-size: 12.5px; color: var(--ink-2); border-bottom: 1px solid var(--rule-2); vertical-align: bottom; }
th.number, td.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
thead th.number { white-space: normal; }
td.words { overflow-wrap: anywhere; min-width: 4.5em; }
td.text { overflow-wrap: anywhere; color: var(--ink-2); }
td:last-child, th:last-child { padding-right: 0; }
.figures td.share { font-size: 17px; font-weight: 600; }
.figures td.words { white-space: nowrap; }
.figures :is(th, td).text { padding-left: 14px; }
.speeches table, .findings table, .boilerplate table { font-size: 13px; }
.boilerplate td.text { font-family: var(--song); color: inherit; white-space: pre-wrap; }
.findings .state { white-space: nowrap; }

.pictures figure { display: inline-block; margin: 0 32px 18px 0; max-width: 100%; vertical-align: top; }
.pictures figcaption { width: 0; min-width: 100%; padding-bottom: 6px; color: var(--ink-2); font-size: 13px; }
.pictures figcaption b { color: var(--ink); font-size: 14px; padding-right: 8px; }
.pictures svg { display: block; max-width: 100%; height: auto; break-inside: avoid; print-color-adjust: exact; -webkit-print-color-adjust: exact; }

.matrix .square { width: auto; margin-bottom: 14px; }
.matrix .square th, .matrix .square td { border: 1px solid var(--rule); padding: 4px 8px; text-align: center; min-width: 56px; vertical-align: middle; }
.matrix .square th[scope=row] { text-align: right; white-space: nowrap; font-weight: 500; }
.matrix .square td.self { border: 2px solid var(--ink-2); }
.matrix .square td b { display: block; font-size: 15px; }
.matrix .square td span { font-size: 12px; }
.matrix .square td.none { color: var(--rule-2); }

.legend { display: flex; flex-wrap: wrap; gap: 4px 24px; margin-bottom: 8px; color: var(--ink-2); }
.finding { padding: 20px 0 10px; border-top: 1px solid var(--rule-2); }
.finding:first-of-type { border-top: 0; }
.finding > p { margin-top: 2px; }
.finding .facts { color: var(--ink-2); font-size: 13px; display: flex; flex-wrap: wrap; gap: 0 18px; }
.finding .verdict { font: 500 15px/1.6 var(--song); }
.finding .decision b { border-bottom: 1px solid var(--ink); }
.pair { table-layout: fixed; margin-top: 8px; }
.pair th { font-family: var(--hei); overflow-wrap: anywhere; }
.pair th small { display: block; font-weight: 400; font-size: 12px; }
.pair td { vertical-align: top; border-bottom: 1px dotted var(--rule); padding: 4px 0; font: 400 16px/1.75 var(--song); white-space: pre-wrap; overflow-wrap: anywhere; }
.pair thead td { border-bottom-style: solid; border-bottom-color: var(--rule-2); }
.pair .sign { width: 44px; text-align: center; color: var(--ink-3); font-family: var(--hei); }
.pair td.sign { white-space: normal; }
.pair .absent { font: 400 13px/2.1 var(--hei); color: var(--ink-3); }
.pair tbody tr:last-child td { border-bottom: 0; }
.pair tr.rewrite td { border-top: 1px solid var(--rule-2); }
.pair tr.rewrite small { font: 600 12px/1.6 var(--hei); color: var(--ink-2); display: block; }
u { text-underline-offset: 4px; text-decoration-skip-ink: none; text-decoration-thickness: 1.5px; }
u.replaced { text-decoration-style: solid; text-decoration-color: var(--zhu); }
u.only { text-decoration-style: double; text-decoration-color: var(--zhu); }
u.moved { text-decoration-style: dashed; text-decoration-color: var(--lan); }
u.form { text-decoration-style: dotted; text-decoration-color: var(--qian); }
u.strong { font-weight: 700; }
u.replaced.strong { background: var(--wash); }
tr.only-a u.only, tr.only-b u.only { font-weight: 400; }

@media screen {
  .finding { content-visibility: auto; contain-intrinsic-size: auto 320px; }
}
@media (max-width: 720px) {
  body { padding: 20px 16px; }
  section { overflow-x: auto; }
}
@media print {
  @page {
    size: A4;
    margin: 18mm 15mm 20mm;
    @bottom-center { content: counter(page) ' / ' counter(pages); font: 9pt sans-serif; color: #444; }
  }
  :root { --sheet: #fff; --ink-2: #333; --ink-3: #444; --rule: #bbb; --rule-2: #777; }
  html { font-size: 10pt; background: none; }
  body { max-width: none; padding: 0; background: none; }
  a { color: inherit; }
  h1 { font-size: 20pt; }
  h2 { font-size: 14pt; margin-top: 9mm; }
  h2, h3, .facts, .verdict, .decision, .legend, .quiet { break-after: avoid; }
  thead { display: table-header-group; }
  tr, table.short, table.square { break-inside: avoid; }
  .finding { break-inside: avoid; padding: 4mm 0 2mm; }
  .finding.long { break-inside: auto; }
  .finding .verdict, .pair td { font-size: 10.5pt; }
  .speeches table, .findings table, .boilerplate table, .finding .facts { font-size: 9pt; }
  thead th { font-size: 8.5pt; }
  .back { display: none; }
  .pictures figure { margin-right: 8px; }
  .pictures figcaption { break-after: avoid; }
  u.replaced.strong { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
