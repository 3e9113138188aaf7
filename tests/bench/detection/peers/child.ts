import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { statusOf } from '../proc.ts';

/** How a program ended that is measured beside us. */
export type ChildRun =
  | {
      readonly kind: 'ran';
      readonly output: string;
      readonly milliseconds: number;
      readonly peakBytes: number;
    }
  | { readonly kind: 'failed'; readonly why: string };

/** In milliseconds: how often the memory of the program is looked at. */
const LOOK_EVERY = 20;

/** Runs a program to its end, at most for `patience` milliseconds. `input` goes to its standard input. */
export function runChild(
  command: string,
  args: readonly string[],
  { patience, input = '', fine = [0] }: { patience: number; input?: string; fine?: readonly number[] },
): Promise<ChildRun> {
  return new Promise((resolve) => {
    const begun = performance.now();
    const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'] });
    const output: Buffer[] = [];
    let complaint = '';
    let peakBytes = 0;
    let isLate = false;
    child.stdout.on('data', (part: Buffer) => output.push(part));
    child.stderr.on('data', (part: Buffer) => (complaint = (complaint + part.toString()).slice(-4_000)));
    // A program that ends before it has read all says so with its code.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
    const look = setInterval(() => (peakBytes = Math.max(peakBytes, peakOf(child.pid))), LOOK_EVERY);
    const late = setTimeout(() => {
      isLate = true;
      child.kill('SIGKILL');
    }, patience);
    const end = (run: ChildRun) => {
      clearInterval(look);
      clearTimeout(late);
      resolve(run);
    };
    child.on('error', ({ message }) => end({ kind: 'failed', why: message }));
    child.on('close', (code) => {
      const milliseconds = performance.now() - begun;
      if (isLate) end({ kind: 'failed', why: `not done after ${patience / 1_000} s` });
      else if (code === null || !fine.includes(code)) end({ kind: 'failed', why: reasonOf(complaint, code) });
      else end({ kind: 'ran', output: Buffer.concat(output).toString(), milliseconds, peakBytes });
    });
  });
}

/** The most memory that a running process or one of its children had so far, in bytes; 0 where the system does not say. */
function peakOf(process: number | undefined): number {
  return Math.max(...[process, ...childrenOf(process)].map((each) => statusOf(each, 'VmHWM')));
}

function childrenOf(process: number | undefined): readonly number[] {
  try {
    return readFileSync(`/proc/${process}/task/${process}/children`, 'utf8')
      .split(' ')
      .filter(Boolean)
      .map(Number);
  } catch {
    return [];
  }
}

function reasonOf(complaint: string, code: number | null): string {
  if (/heap out of memory|allocation failed/i.test(complaint)) return 'out of memory';
  return `ended with ${code ?? 'a signal'}`;
}
