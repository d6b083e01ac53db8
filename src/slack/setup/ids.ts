import type { SetupStep } from '../../domain/setup/steps.ts';

/** What can be pressed in the set-up. A step's button opens its form. */
export const SETUP = {
  /** Shows how far the set-up is. */
  open: 'setup.open',
  channel: 'setup.channel',
  stores: 'setup.stores',
  people: 'setup.people',
  import: 'setup.import',
  /** Its value is the step that is left out. */
  skip: 'setup.skip',
  preview: 'setup.preview',
  start: 'setup.start',
} as const satisfies Readonly<Record<SetupStep | 'open' | 'skip' | 'preview' | 'start', string>>;

export const SETUP_FORMS = {
  channel: 'setup.channel_form',
  stores: 'setup.stores_form',
  people: 'setup.people_form',
} as const;
