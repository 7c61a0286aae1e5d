import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyseTopic } from '../src/analysis/analyse.ts';
import { renderers } from '../src/renderers/index.ts';
import { linked } from '../src/views/linked.ts';
import { type Plain, topicOf } from './harness/topic.ts';

const CLAIM = { id: 'one', speaker: 'Road office', says: 'The bridge is closed' };
const [EARLY, LATE] = [{ published: '2024-03-12' }, { published: '2024-03-14' }];

test('a claim has its claimant, its day, its words and where it appeared', () => {
  const claim = { ...CLAIM, date: '2024-03-12', role: 'spokesman', party: 'City', source: ['late', 'early'] };
  const sources = { early: { ...EARLY, url: 'https://example.org/a' }, late: { ...LATE, outlet: 'Courier' } };
  expect(claimsIn({ sources, claims: [claim] })).toEqual([
    {
      '@type': 'Claim',
      '@id': 'topic#one',
      text: 'The bridge is closed',
      author: { '@type': 'Person', name: 'Road office', jobTitle: 'spokesman' },
      sourceOrganization: { '@type': 'Organization', name: 'City' },
      datePublished: '2024-03-12',
      appearance: [
        {
          '@type': 'CreativeWork',
          publisher: { '@type': 'Organization', name: 'Courier' },
          datePublished: '2024-03-14',
        },
        { '@type': 'CreativeWork', datePublished: '2024-03-12', url: 'https://example.org/a' },
      ],
      firstAppearance: { '@type': 'CreativeWork', datePublished: '2024-03-12', url: 'https://example.org/a' },
    },
  ]);
});

describe('who said it is', () => {
  const SPEAKERS = {
    ann: { name: 'Ann Marl', role: 'director', party: 'Bus company', url: 'https://example.org/ann' },
    ben: { name: 'Ben Ott' },
    bus: { name: 'Bus Company' },
    road: { name: 'Road office', role: 'keeper of the bridges' },
    press: { name: 'Spokesman', party: 'Road office' },
  };
  const claims = [...Object.keys(SPEAKERS), 'Cleo Ash'].map((speaker) => ({ speaker, says: 'So' }));
  const authors = claimsIn({ speakers: SPEAKERS, claims }).map(({ author }) => author);
  const authorOf = (speaker: string): unknown => authors[claims.findIndex((claim) => claim.speaker === speaker)];

  test('a person who has a role', () => {
    expect(authorOf('ann')).toEqual({
      '@type': 'Person',
      name: 'Ann Marl',
      jobTitle: 'director',
      url: 'https://example.org/ann',
    });
  });

  test('an organization that others speak for', () => {
    expect(authorOf('bus')).toEqual({ '@type': 'Organization', name: 'Bus Company' });
  });

  test.each(['ben', 'Cleo Ash', 'press'])('not told by a name alone: %s', (speaker) => {
    expect(authorOf(speaker)).toEqual({ name: expect.any(String) });
  });

  test('not told by a role that a body seems to have', () => {
    expect(authorOf('road')).toEqual({ name: 'Road office', description: 'keeper of the bridges' });
  });
});

test.each([
  ['one of them has no date', { early: EARLY, late: { outlet: 'Courier' } }],
  ['they came out on one day', { early: EARLY, late: EARLY }],
  ['the days are not certain', { early: { published: '2024-03-12~' }, late: LATE }],
  ['a month may be earlier than a day in it', { early: { published: '2024-03' }, late: LATE }],
])('no source is called the first when %s', (_, sources) => {
  const [claim] = claimsIn({ sources, claims: [{ ...CLAIM, source: ['early', 'late'] }] });
  expect(claim).not.toHaveProperty('firstAppearance');
});

test.each(['2024-03-12~', '2024-03?', '2024-03-12/2024-03-14'])('%s is no date for a program', (date) => {
  expect(claimsIn({ claims: [{ ...CLAIM, date }] })[0]).not.toHaveProperty('datePublished');
});

test('only an assessment that was published makes a ClaimReview', () => {
  const assessment = {
    rating: 'Partly right',
    by: 'Checkers',
    on: '2024-03-15',
    url: 'https://example.org/c',
    note: 'x',
  };
  const claims = [
    { ...CLAIM, assessment },
    { ...CLAIM, id: 'two' },
  ];
  expect(graphOf({ claims }).slice(1)).toEqual([
    {
      '@type': 'ClaimReview',
      claimReviewed: 'The bridge is closed',
      itemReviewed: { '@id': 'topic#one' },
      author: { '@type': 'Organization', name: 'Checkers' },
      datePublished: '2024-03-15',
      url: 'https://example.org/c',
      reviewRating: { '@type': 'Rating', alternateName: 'Partly right' },
    },
  ]);
});

test('every text comes back as it was, and none can end a script element', () => {
  const words = fc.string({ unit: 'binary', minLength: 1 }).filter((text) => text.trim() !== '');
  fc.assert(
    fc.property(words, words, words, (says, quote, name) => {
      const file = { claims: [{ speaker: `${name}</script>`, says, quote: `<!--${quote}` }] };
      const text = written(file);
      expect(text).not.toContain('<');
      const [claim] = topicOf({ topic: 'A topic', ...file }).claims;
      const page = JSON.parse(text)['@graph'][0];
      expect(page.hasPart[0]).toMatchObject({
        text: claim?.says,
        isBasedOn: { text: claim?.quote },
        author: { name: claim?.speaker.name },
      });
    }),
  );
});

function claimsIn(file: Readonly<Record<string, Plain>>): readonly { readonly author: unknown }[] {
  return (graphOf(file)[0] as { readonly hasPart: readonly { readonly author: unknown }[] }).hasPart;
}

function graphOf(file: Readonly<Record<string, Plain>>): readonly object[] {
  return JSON.parse(written(file))['@graph'];
}

function written(file: Readonly<Record<string, Plain>>): string {
  const view = linked([analyseTopic(topicOf({ topic: 'A topic', ...file }))]);
  return [...(renderers.claimreview?.(view, { width: 80, color: 'plain' }) ?? [])].join('');
}
