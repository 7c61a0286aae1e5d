import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, statSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { newPlace } from '../harness/place.ts';

const OWNER = 4001;
const WRITER = 4002;
const GROUP = 5555;
const UNTIDY = 'topic:   A bridge\n';
const place = newPlace({});
const file = `${place.folder}/claims/bridge.yaml`;

afterAll(() => place.remove());

// Only the superuser may write as somebody else.
describe.runIf(process.getuid?.() === 0)('a file of another user that is laid out anew', () => {
  test.each([0o660, 0o664, 0o666, 0o4660])('keeps the group that its writer is in: mode %o', (mode) => {
    given({ mode, uid: OWNER });
    layOutAs(WRITER, [GROUP]);
    expect(rights()).toEqual({ uid: WRITER, gid: GROUP, mode: mode & 0o777 });
  });

  test.each([
    [0o666, 0o666],
    [0o676, 0o666],
    [0o646, 0o644],
    [0o606, 0o600],
  ])('by one who is not in its group is open to no more than it was: mode %o', (mode, left) => {
    given({ mode, uid: OWNER });
    layOutAs(WRITER, []);
    expect(rights()).toEqual({ uid: WRITER, gid: WRITER, mode: left });
  });

  test('keeps its owner and all of its mode where the superuser does it', () => {
    given({ mode: 0o2660, uid: OWNER });
    layOutAs(0, []);
    expect(rights()).toEqual({ uid: OWNER, gid: GROUP, mode: 0o2660 });
  });

  test('of his own, in a group that he has left, is closed to the group', () => {
    given({ mode: 0o660, uid: WRITER });
    layOutAs(WRITER, []);
    expect(rights()).toEqual({ uid: WRITER, gid: WRITER, mode: 0o600 });
  });
});

interface Given {
  readonly mode: number;
  readonly uid: number;
}

function given({ mode, uid }: Given): void {
  place.reset({ 'claims/bridge.yaml': UNTIDY });
  chmodSync(`${place.folder}/claims`, 0o777);
  chownSync(file, uid, GROUP);
  chmodSync(file, mode);
}

function layOutAs(user: number, groups: readonly number[]): void {
  const become = `process.setgroups(${JSON.stringify(groups)}); process.setgid(${user}); process.setuid(${user});`;
  const command = `${place.folder}/../program/bin/claims.js`;
  const run = `process.argv.splice(1, 0, ${JSON.stringify(command)}); import(${JSON.stringify(command)});`;
  execFileSync(process.execPath, ['-e', `${become} ${run}`, 'fmt'], { cwd: place.folder });
}

function rights(): object {
  const { uid, gid, mode } = statSync(file);
  return { uid, gid, mode: mode & 0o7777 };
}
