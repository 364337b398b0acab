import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Images lie in memory: a disk of its own for each, and none is waited for. */
const PLACE = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** Why no disk can be made here; null when one can. */
export function noDisks(): string | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'needs root on Linux, to mount a file system';
  const found = spawnSync('losetup', ['--find'], { encoding: 'utf8' });
  return found.status === 0 ? null : 'needs a loop device (losetup --find finds none)';
}

/** An ext4 file system in a file: what it holds is what a disk would hold if the power went now. */
export class LoopDisk {
  readonly folder: string;
  readonly #image: string;
  #mounted = false;

  private constructor(base: string, image: string) {
    this.folder = join(base, 'disk');
    this.#image = image;
  }

  static make(megabytes: number): LoopDisk {
    const base = mkdtempSync(join(PLACE, 'sheaf-disk-'));
    chmodSync(base, 0o755);
    const image = join(base, 'image');
    writeFileSync(image, '');
    truncateSync(image, megabytes * 1024 * 1024);
    run('mkfs.ext4', ['-q', '-F', image]);
    return new LoopDisk(base, image);
  }

  mount(): this {
    mkdirSync(this.folder, { recursive: true });
    // Replays the journal of the file system, as after a power cut.
    run('mount', ['-o', 'loop', this.#image, this.folder]);
    this.#mounted = true;
    return this;
  }

  /** The power goes: a second disk with what had reached this one. The copy is made while this one is written to. */
  cutPower(): LoopDisk {
    const base = mkdtempSync(join(PLACE, 'sheaf-disk-'));
    chmodSync(base, 0o755);
    const image = join(base, 'image');
    copyFileSync(this.#image, image);
    return new LoopDisk(base, image);
  }

  remove(): void {
    if (this.#mounted) run('umount', ['--lazy', this.folder]);
    this.#mounted = false;
    rmSync(join(this.folder, '..'), { recursive: true, force: true });
  }
}

/** @throws with what the program said */
export function run(program: string, args: readonly string[]): void {
  const { status, stderr, error } = spawnSync(program, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} failed: ${error?.message ?? stderr}`);
}
