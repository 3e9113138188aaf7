import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { build, transformWithOxc, type Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { packBits } from './src/app/seven-bits.ts';

/** What is read of a package.json. */
interface PackageManifest {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

const manifest = readManifest('package.json');

export default defineConfig({
  base: './',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  define: { __VERSION__: JSON.stringify(manifest.version) },
  plugins: [licences(), onePage(), partsWhileServed(), serviceWorker()],
  // A module worker cannot start from a blob at file:// in Chromium; a classic one can.
  worker: { format: 'iife' },
  build: {
    target: 'es2022',
    modulePreload: false,
    cssCodeSplit: false,
    assetsInlineLimit: Number.MAX_SAFE_INTEGER,
    // After Vite's own: slower, and a fiftieth smaller.
    minify: 'terser',
    terserOptions: { ecma: 2020, toplevel: true, compress: { passes: 3 } },
    // Most of the time goes into the parts, which are bundled within.
    rolldownOptions: {
      checks: { pluginTimings: false },
      output: { format: 'iife', codeSplitting: false, minify: true },
    },
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/architecture/**', 'tests/browser/**'],
          testTimeout: 120_000, // a bound against hanging, not a measurement: machines are small and busy
        },
      },
      { extends: true, test: { name: 'architecture', include: ['tests/architecture/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          fileParallelism: false, // one browser at a time: two would share the cores and time each other out
          testTimeout: 90_000,
          hookTimeout: 90_000,
          retry: 1, // a machine that stands still for seconds breaks one journey, not two; the report names them
        },
      },
      {
        extends: true,
        test: { name: 'pictures', include: ['tests/browser/pictures.ts'], testTimeout: 240_000 },
      },
    ],
  },
});

/**
 * Makes the build one HTML file that opens from disk: script and style go into the page, and behind `<meta charset>` a
 * content security policy that admits nothing but them, by their hashes.
 */
function onePage(): Plugin {
  return {
    name: 'one-page',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        const page = bundle['index.html'];
        if (page?.type !== 'asset') throw new Error('the build gave no index.html');
        let style = '';
        let script = '';
        for (const [fileName, output] of Object.entries(bundle)) {
          if (output === page) continue;
          if (output.type === 'chunk' && output.isEntry && script === '') script = inlineScript(output.code);
          else if (fileName.endsWith('.css') && output.type === 'asset') style += String(output.source);
          else throw new Error(`${fileName} would be a second file beside the page`);
          delete bundle[fileName];
        }
        page.source = assemble(
          String(page.source),
          script,
          style.replaceAll('</', '<\\/'),
          await packedParts(),
        );
      },
    },
  };
}

/**
 * Takes Vite's tags out of the page and puts policy, style and script in; the script when the body stands, and the parts
 * behind it, so that nobody waits for them.
 */
function assemble(html: string, script: string, style: string, parts: string): string {
  const policy = [
    "default-src 'none'",
    `script-src ${sourceHash(script)}`,
    `style-src ${sourceHash(style)}`,
    'img-src data: blob:',
    'font-src data:',
    "worker-src blob: 'self'",
    "connect-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ');
  const charset = '<meta charset="utf-8" />';
  const bare = html
    .replace(/<script type="module"[^>]*><\/script>\n?/, '')
    .replace(/<link rel="stylesheet"[^>]*>\n?/, '');
  for (const mark of [charset, '</head>', '</body>']) {
    if (bare.split(mark).length !== 2) throw new Error(`index.html must hold ${mark} once`);
  }
  // Replacements are functions, because a string's `$&` would be read as a pattern.
  return bare
    .replace(
      charset,
      () => `${charset}\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`,
    )
    .replace('</head>', () => (style === '' ? '</head>' : `<style>${style}</style>\n  </head>`))
    .replace('</body>', () => `<script>${script}</script>\n    ${parts}\n  </body>`);
}

/** Puts the parts into the page that Vite serves while it is being worked on. */
function partsWhileServed(): Plugin {
  return {
    name: 'parts-while-served',
    apply: 'serve',
    transformIndexHtml: async (html) => {
      const parts = await packedParts();
      return html.replace('</body>', () => `${parts}</body>`);
    },
  };
}

/** Workers that are parts of the page, by name; each is started when a file wants it. */
const PARTS = { office: 'src/worker/office-entry.ts', pdf: 'src/worker/pdf-entry.ts' };

let madeParts: Promise<string> | undefined;

/**
 * The workers that read what is no plain text, as parts of the page (see `src/app/parts.ts`): classic scripts with all that
 * they need, packed, in elements that the browser neither runs nor asks the policy about.
 */
function packedParts(): Promise<string> {
  madeParts ??= (async () => {
    const elements: string[] = [];
    for (const [name, entry] of Object.entries(PARTS)) {
      const packed = packBits(deflateSync(await bundled(entry), { level: 9 }));
      elements.push(`<script type="application/octet-stream" id="part-${name}">${packed}</script>`);
    }
    return elements.join('\n    ');
  })();
  return madeParts;
}

/** A worker's entry with all that it imports, as one classic script. */
async function bundled(entry: string): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [cmaps()],
    build: {
      write: false,
      target: 'es2022',
      rolldownOptions: { input: entry, output: { format: 'iife', codeSplitting: false } },
    },
  });
  const outputs = [made].flat().flatMap((each) => ('output' in each ? each.output : []));
  const [chunk, second] = outputs;
  if (chunk?.type !== 'chunk' || second !== undefined) throw new Error(`${entry} gave more than one script`);
  return chunk.code;
}

/** Tables in encodings that no PDF of an office has, and of which the text is rather in the others. */
const CMAPS_LEFT_OUT = /UTF(?:8|32)|JISX?2004|JISX0213|^HK|^NWP|Johab/;

/** Gives `virtual:cmaps`: pdf.js's packed tables of character codes, a character for a byte. */
function cmaps(): Plugin {
  const id = 'virtual:cmaps';
  const folder = 'node_modules/pdfjs-dist/cmaps';
  return {
    name: 'cmaps',
    resolveId: (source) => (source === id ? `\0${id}` : null),
    load(resolved) {
      if (resolved !== `\0${id}`) return null;
      const tables = readdirSync(folder)
        .filter((file) => file.endsWith('.bcmap') && !CMAPS_LEFT_OUT.test(file))
        .map((file) => [file.replace('.bcmap', ''), readFileSync(`${folder}/${file}`, 'latin1')]);
      return `export default ${JSON.stringify(Object.fromEntries(tables))}`;
    },
  };
}

/** Keeps what would end a script element, or be changed by the HTML parser, out of the script's text. */
function inlineScript(code: string): string {
  return code
    .replaceAll('\r', '')
    .replaceAll('\0', '\\x00')
    .replaceAll(/<\/(?=script)/gi, '<\\/')
    .replaceAll('<!--', '\\x3C!--')
    .trim();
}

function sourceHash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/** Puts `src/worker/offline.ts` beside the page as `service-worker.js`, the one file that the browser wants apart. */
function serviceWorker(): Plugin {
  return {
    name: 'service-worker',
    apply: 'build',
    enforce: 'post',
    // Behind the one-page plugin, which wants the page alone.
    generateBundle: {
      order: 'post',
      async handler() {
        const path = 'src/worker/offline.ts';
        const { code } = await transformWithOxc(readFileSync(path, 'utf8'), path, { sourcemap: false });
        this.emitFile({ type: 'asset', fileName: 'service-worker.js', source: code });
      },
    },
  };
}

/** Gives `virtual:licences`: the licences of the packages that the page is made of, and of theirs. */
function licences(): Plugin {
  const id = 'virtual:licences';
  return {
    name: 'licences',
    resolveId: (source) => (source === id ? `\0${id}` : null),
    load: (resolved) =>
      resolved === `\0${id}` ? `export default ${JSON.stringify(bundledLicences())}` : null,
  };
}

/** Licence texts of packages that come without one, as their licence's name has it. */
const LICENCE_TEXTS: Readonly<Record<string, string>> = {
  saxes:
    'The ISC License\n\nCopyright (c) Isaac Z. Schlueter, Louis-Dominique Dubeau and Contributors\n\nPermission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted, provided that the above copyright notice and this permission notice appear in all copies.\n\nTHE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.',
};

/** What the page holds of others that is no package. */
const TABLES = [
  {
    name: 'OpenCC',
    version: '(src/core/text/script.ts)',
    licence: 'Apache-2.0',
    text: 'Traditional and simplified characters after OpenCC’s TSCharacters. Copyright BYVoid and contributors. The text of the Apache License stands under diff-match-patch.',
  },
  {
    name: 'Adobe CMap Resources',
    version: '(pdfjs-dist/cmaps)',
    licence: 'BSD-3-Clause',
    text: readFileSync('node_modules/pdfjs-dist/cmaps/LICENSE', 'utf8').replaceAll(/^%%Copyright: ?/gm, ''),
  },
];

function bundledLicences(): readonly object[] {
  const names = new Set(Object.keys(manifest.dependencies ?? {}));
  // The set grows while it is walked: what a package depends on is visited, too.
  const found = [...collect()];
  return [...found, ...TABLES].toSorted((a, b) => (a.name < b.name ? -1 : 1));

  function* collect() {
    for (const name of names) {
      const folder = `node_modules/${name}`;
      const { version, license, dependencies = {} } = readManifest(`${folder}/package.json`);
      const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
      const text = file === undefined ? LICENCE_TEXTS[name] : readFileSync(`${folder}/${file}`, 'utf8');
      if (text === undefined) throw new Error(`${name} comes without a licence text`);
      yield { name, version, licence: license, text };
      for (const dependency of Object.keys(dependencies)) names.add(dependency);
    }
  }
}

function readManifest(path: string): PackageManifest {
  return JSON.parse(readFileSync(path, 'utf8')) as PackageManifest;
}
