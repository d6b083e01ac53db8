import { busy } from './busy.ts';
import { firstCase } from './first-case.ts';
import { fridayNight } from './friday-night.ts';
import { goldenWeek } from './golden-week.ts';
import type { Scene } from './scene.ts';

/** Docket was installed a moment ago: Maria is asked to set it up. */
const empty: Scene = { name: 'empty', startAt: null, isSetUp: false };

/** In the order in which they are offered. */
export const SCENES: readonly Scene[] = [empty, firstCase, busy, fridayNight, goldenWeek];

export const FIRST_SCENE: Scene = firstCase;

export const sceneNamed = (name: string): Scene | undefined => SCENES.find((scene) => scene.name === name);
