import { type SandboxOptions, type SandboxProduct, startProduct } from './product.ts';
import { sceneNamed } from './scenes/all.ts';
import type { Scene } from './scenes/scene.ts';

export interface Sandbox {
  stop(): Promise<void>;
}

interface Begin extends Omit<SandboxOptions, 'scene' | 'onScene'> {
  readonly scene?: Scene;
  /** A world that could not be set up: nothing is left that a page could show. */
  readonly onFailure: (err: unknown) => void;
}

/** One world after the other on the same port. The page asks for the next one and finds it by itself. */
export async function startSandbox({ scene, onFailure, ...options }: Begin): Promise<Sandbox> {
  const begin = (of: Scene | undefined): Promise<SandboxProduct> =>
    startProduct({ ...options, ...(of ? { scene: of } : {}), onScene: change });
  let changing = false;
  let current: Promise<SandboxProduct> = begin(scene);

  function change(name: string): void {
    const next = sceneNamed(name);
    if (!next) throw new Error(`There is no scene ${name}`);
    if (options.keepIn !== undefined) throw new Error('What is kept is not replaced by a scene');
    if (changing) throw new Error('A scene is being set up already');
    changing = true;
    const before = current;
    current = replace(before, next);
    current.catch(onFailure).finally(() => {
      changing = false;
    });
  }
  async function replace(before: Promise<SandboxProduct>, next: Scene): Promise<SandboxProduct> {
    const product = await before;
    product.leave(next.name);
    await product.stop();
    return begin(next);
  }

  await current;
  return { stop: async () => (await current).stop() };
}
