import type { TopicAnalysis } from '../analysis/analyse.ts';
import type { View } from './block.ts';
import { page } from './page.ts';
import { defined } from './shown.ts';

/** A page with the name of its file. */
export interface SitePage {
  readonly name: string;
  readonly view: View;
}

const INDEX = 'index.html';

/** A page for each topic, in the folders of the ledger, and one that leads to them all. */
export function site(analyses: readonly TopicAnalysis[], until: number | undefined): readonly SitePage[] {
  const pages = analyses.map((analysis) => {
    const name = nameOf(analysis.topic.id);
    return { name, view: page(analysis, { until, home: `${'../'.repeat(name.split('/').length - 1)}${INDEX}` }) };
  });
  const topics = pages.map(({ name, view: { page: own } }) => ({
    title: own.title,
    ...defined({ summary: own.summary }),
    lines: own.lines,
    href: name.split('/').map(encodeURIComponent).join('/'),
  }));
  const index = { title: 'Topics', topics };
  return [{ name: INDEX, view: { data: { topics: [] }, blocks: [], index } }, ...pages];
}

// A topic of that name would take the place of the index. No id ends in a blank, so that none is taken by this.
function nameOf(id: string): string {
  return /^index$/iu.test(id) ? `${id} (topic).html` : `${id}.html`;
}
