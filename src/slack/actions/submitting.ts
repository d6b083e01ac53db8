import type { Listener } from '../click.ts';
import { submittedForm } from '../modals/submitted-form.ts';
import { showSubmitPack } from '../panels.ts';
import { asking } from './ask.ts';
import { directly } from './direct.ts';

/** From our desk to Amazon's. */
export const ready = directly({ type: 'make_ready' });
export const takeBack = directly({ type: 'take_back' });
export const submitNow: Listener = (surface, { caller, place, number }) =>
  showSubmitPack(surface, caller, place, number ?? 0);
export const submitted = asking(submittedForm);
