import { readFileSync } from 'node:fs';
import licences from 'virtual:licences';
import { expect, test } from 'vitest';

test('the licence of every bundled package is carried, whole', () => {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  const carried = new Map(licences.map((licence) => [licence.name, licence]));
  for (const name of Object.keys(dependencies)) {
    const licence = carried.get(name);
    expect(licence?.licence, name).toMatch(/^(?:MIT|Apache-2\.0|ISC|BSD-[23]-Clause|0BSD)$/);
    expect(licence?.text, name).toMatch(/copyright|Apache License/i);
  }
});
