/** Files whose names and texts try to become commands, links, placeholders or escape sequences, and their faults. */
export const hostileFaults: { readonly files: Readonly<Record<string, string>>; readonly faults: number } = {
  files: {
    '/desk/claims/a,b:c 100%\n::error file=x::y \u001b[31m.yaml': `topic: Invented
"k\\u001b[3\\n::error::": no key
claims:
  - speaker: a
    date: 2024-05-01
    says: So
    source: "\\e[2J\\n::error::100%0A[x](1) {0}"
  - id: twice
    speaker: b
    date: 2024-05-01
    says: So
    source: http://a
  - id: twice
    speaker: c
    date: 2024-05-01
    says: So
    source: http://a
`,
    '/desk/claims/[m](n) é \u202e.yaml': `topic: Invented
"{1} [p\\\\](q)": no key
summary: So
summary: Not so
`,
  },
  faults: 5,
};
