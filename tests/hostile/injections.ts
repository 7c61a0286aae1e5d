import type { HostileLedger } from './ledger.ts';
import { type HostileText, inEveryField } from './text.ts';

/** Texts that would be something else in the format that they are written to. */
export const injectedTexts: readonly HostileText[] = [
  ['script', 'a script', '<script>pwned=1</script>'],
  ['attribute', 'an attribute that ends early', '"\'><img src=x onerror=pwned=1>'],
  ['closing-tags', 'elements and comments that are closed', '</title></style></script></svg>--><!--<plaintext>'],
  ['entities', 'references to characters', '&lt;b&gt; &amp;amp; &#60; &#x3c;i&#x3E; &nbsp'],
  ['template', 'places that a template would fill', '{{constructor.constructor("pwned=1")()}} ${7*7} #{7*7} <%= 7 %>'],
  ['json-in-html', 'a script that ends inside JSON', '</script><script>pwned=1</script>\\u003c <!--'],
  ['json', 'the end of a string in JSON', '", "pwned": true, "x": "\\"'],
  ['heading', 'a heading of Markdown', '# Heading\n\n## Another\n===\n---'],
  ['markdown-list', 'lists and quotes of Markdown', '- one\n1. two\n> three\n    four'],
  ['emphasis', 'emphasis of Markdown, in and between words', '*a* **b** _c_ __d__ ~~e~~ a*b*c _'],
  ['code', 'code of Markdown', '`a` ``b`c`` ```\nfence\n``` ~~~'],
  [
    'markdown-link',
    'links and pictures of Markdown',
    '[a](javascript:alert(1)) ![b](x "t") [c]: http://x <http://y> [d][e] [^1]',
  ],
  ['bare-link', 'words that GFM makes links', 'http://evil.example www.evil.example a@evil.example https://x_y*z'],
  ['task', 'a task, a table, a footnote', '- [ ] a\n| a | b |\n|---|---|\n[^1]: note'],
  ['markdown-html', 'HTML in Markdown', '<div>\n<b onmouseover=pwned=1>a</b>\n<!-- b -->\n<?php ?> <![CDATA[x]]>'],
  ['hard-break', 'breaks of Markdown', 'a  \nb\\\nc'],
  ['markdown-flood', 'three hundred brackets, stars and the like', '[*_`!<'.repeat(50)],
  ['formula', 'a formula', "=cmd|' /C calc'!A0"],
  ['formula-plus', 'a formula that begins with a plus', "+1+cmd|' /C calc'!A0"],
  ['formula-minus', 'a formula that begins with a minus', '-1+1'],
  ['formula-at', 'a formula that begins with an at', "@SUM(1+1)*cmd|' /C calc'!A0"],
  ['formula-tab', 'a formula behind a tab and a line end', '\t=1+1'],
  ['formula-wide', 'a formula with a wide sign', '\uFF1D1+1'],
  ['disarmed', 'a text that looks like a formula made harmless', "'=1+1"],
  ['csv-cells', 'the end of a cell and of a row', 'a","b\r\nc;d\te'],
  ['workflow-command', 'a command to a CI runner', '::error file=x,line=1::pwned%0A::set-output name=x::y'],
  [
    'workflow-lines',
    'such a command on a line of its own',
    'a\n::warning::pwned\n##[error]pwned\n##vso[task.complete]',
  ],
  ['placeholders', 'places that SARIF and formatters fill', '{0} {{1}} [a](0) %s %d %0A %25 $1 $& $$'],
  ['shell', 'a command to a shell', '$(touch pwned) `touch pwned` ; touch pwned | touch pwned \'"'],
  ['path', 'a path out of the folder', '../../../etc/passwd\\..\\..'],
  ['prototype', 'a name that every object has', '__proto__'],
];

export const injections: readonly HostileLedger[] = injectedTexts.map(([name, what, words]) =>
  inEveryField(`injection-${name}`, what, words),
);
