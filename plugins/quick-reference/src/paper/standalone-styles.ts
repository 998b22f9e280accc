import {readFileSync} from 'node:fs';

// Letters of the machine may be wider, and what was one sheet would be two.
const FONT_FACES = [
  {weight: 400, file: 'open-sans-fonts/open-sans/Regular/OpenSans-Regular.woff2'},
  {weight: 700, file: 'open-sans-fonts/open-sans/Bold/OpenSans-Bold.woff2'},
];

/** All styles of the single file, with its fonts in them. */
export function sheetStyles(): string {
  const faces = FONT_FACES.map(({weight, file}) => {
    const font = readFileSync(require.resolve(file), 'base64');
    return `@font-face{font-family:"Open Sans";font-weight:${weight};src:url(data:font/woff2;base64,${font})}`;
  });
  return faces.join('\n') + SHEET_STYLES;
}

/**
 * The looks of the single file. On a screen it is light or dark as the reader's machine is; on paper two columns of 9
 * points, on A4 and Letter alike: no size of paper is named, so that the printer's own holds.
 */
const SHEET_STYLES = `
:root{color-scheme:light dark;--ink:#1c1e21;--quiet:#55595f;--page:#fff;--line:#8d949e;--rule:#c8ccd1;--link:#0b4fa8}
@media (prefers-color-scheme:dark){:root{--ink:#e3e3e3;--quiet:#a9b0b8;--page:#1b1b1d;--line:#7a828c;--rule:#4a4f55;--link:#8ab8ff}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:1rem/1.3 "Open Sans",system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif;overflow-wrap:break-word}
main{max-width:62rem;margin:0 auto;padding:1.25rem 1rem 2rem}
h1,h2,p,ul,ol,dl,dd,pre{margin:0;padding:0}
a{color:var(--link)}
a:focus-visible{outline:2px solid;outline-offset:2px}
header{display:flex;gap:1.5rem;justify-content:space-between;align-items:flex-start}
header>div{min-width:0}
header svg{flex:none;width:7rem;height:7rem}
h1{font-size:1.7em;line-height:1.2;margin-bottom:.35em}
h2{font-size:1.12em}
dl{display:grid;grid-template-columns:auto 1fr;gap:.3em .9em}
dt{font-weight:700}
dd{min-width:0}
dd ul{padding-inline-start:1.2em}
.validity{margin-top:.5em}
.groups{columns:2 24rem;column-gap:2rem;margin-top:1.25em}
section{margin-bottom:1.1em}
.groups h2{border-bottom:1px solid var(--ink);padding-bottom:.2em;margin-bottom:.4em;break-after:avoid}
.entries{list-style:none}
.entries>li{break-inside:avoid;margin-bottom:.5em}
.label{padding-inline-start:1em;text-indent:-1em}
.label>*{text-indent:0}
.label span{margin-inline-start:.35em}
.label .number{margin:0}
.number{color:var(--quiet);font-size:.84em;white-space:nowrap}
pre,code{font:.89em/1.4 "DejaVu Sans Mono",ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
pre{border-inline-start:.15em solid var(--rule);padding-inline-start:2em;text-indent:-1.4em;white-space:pre-wrap;direction:ltr;text-align:left}
pre code{display:inline-block;max-width:100%;font-size:1em;text-indent:0;line-height:inherit}
.steps{padding-inline-start:1.4em}
ul.steps{list-style:none;padding-inline-start:0}
.steps li{position:relative;padding-inline-start:1.3em}
.steps li::before{content:"";position:absolute;inset-inline-start:0;top:.27em;width:.8em;height:.8em;border:1px solid}
a[href^="tel:"]{white-space:nowrap}
.do-not{border:2px solid;padding:.6em .9em;margin-top:1.1em;break-inside:avoid}
.do-not h2{margin-bottom:.3em}
.do-not .entries{columns:2 24rem;column-gap:2rem}
.do-not .entries>li{position:relative;padding-inline-start:1.4em}
.do-not .entries>li::before{content:"\\2715";content:"\\2715"/"";position:absolute;inset-inline-start:0;font-weight:700}
.do-not .label{padding:0;text-indent:0}
footer{border-top:1px solid;margin-top:1em;padding-top:.5em;font-size:.89em}
footer h2{display:inline;font-size:1em}
.sources{display:inline;list-style:none}
.sources li{display:inline;margin-inline-start:.7em}
footer p{margin-top:.2em}
.end{font-weight:700;text-align:end;margin-top:-1.3em}
@media (max-width:40rem){header svg{display:none}.end{margin-top:.2em}}
@media print{
:root{color-scheme:light;--ink:#000;--quiet:#444;--page:#fff;--line:#555;--rule:#999;--link:#000}
@page{margin:10mm}
body{font-size:9pt;line-height:1.25}
h1{margin-bottom:.2em}
dl{gap:.15em .9em}
section{margin-bottom:.8em}
.groups h2,.do-not h2{margin-bottom:.25em;padding-bottom:.1em}
.entries>li{margin-bottom:.3em}
.validity{margin-top:.2em}
main{max-width:none;padding:0}
a{text-decoration:none}
header svg{display:block;width:25mm;height:25mm}
.groups{columns:2;column-gap:7mm;margin-top:.9em}
.groups section:last-child{margin-bottom:0}
.do-not{padding:.4em .9em .2em;margin-top:.8em}
.do-not .entries{columns:2;column-gap:7mm}
footer{margin-top:.7em;padding-top:.3em}
.end{margin-top:-1.25em}
}
`;
