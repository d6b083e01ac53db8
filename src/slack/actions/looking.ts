import type { Listener } from '../click.ts';
import { openCaseForm } from '../open-case.ts';
import { listCases, showCase } from '../panels.ts';

/** Buttons that change nothing by themselves. */
export const show: Listener = (surface, { caller, place, number }) =>
  showCase(surface, caller, place, number ?? 0);
export const mine: Listener = (surface, { caller, place }) => listCases(surface, caller, place, 'mine');
export const list: Listener = (surface, { caller, place }) => listCases(surface, caller, place, 'all');
export const open: Listener = (surface, { caller, place, triggerId, text = '' }) =>
  openCaseForm(surface, { caller, place, triggerId, text });

/** Slack reports clicks on links too; the browser does the rest. */
export const link: Listener = async () => {};
